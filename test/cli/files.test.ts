import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onePixelPng } from '../docgen/one-pixel-png.ts';
import { GOOD, makeSandbox, runCli, type Sandbox } from './run-cli.ts';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = makeSandbox();
});
afterEach(() => sandbox.remove());

const TEXT = JSON.stringify(GOOD, null, 2);
const render = (...words: string[]) =>
  runCli(sandbox.folder, 'render', ...words, '--out', 'out', '--fonts', 'bundled');

/** 关于 in GBK. */
const GBK = Buffer.concat([
  Buffer.from('{"title":"'),
  Buffer.from([0xb9, 0xd8, 0xd3, 0xda]),
  Buffer.from('"}'),
]);

describe('input files that cannot be read', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['empty', '', '不是正确的 JSON：第1行第1列，文件是空的'],
    ['GB18030', GBK, '文件是 GB18030（GBK）编码，请另存为 UTF-8'],
    ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), '文件是 UTF-16 编码，请另存为 UTF-8'],
    [
      'no text at all',
      Buffer.from([0x89, 0x50, 0xff, 0xff, 0x00]),
      '文件不是 UTF-8 编码的文字，请另存为 UTF-8',
    ],
    [
      'Chinese quotes',
      '{\n  “genre”: "通知"\n}',
      '不是正确的 JSON：第2行第3列，引号应为英文引号 "，写成了中文引号 “',
    ],
    [
      'Chinese comma',
      '{\n  "genre": "通知"，\n  "title": "甲"\n}',
      '不是正确的 JSON：第2行第16列，逗号应为英文逗号 ,，写成了“，”',
    ],
    [
      'Chinese colon',
      '{"genre"："通知"}',
      '不是正确的 JSON：第1行第9列，冒号应为英文冒号 :，写成了中文冒号“：”',
    ],
    [
      'missing comma',
      '{\n  "genre": "通知"\n  "title": "甲"\n}',
      '不是正确的 JSON：第3行第3列，这里应有英文逗号 , 或 }，现为“"”',
    ],
    ['comma too many', '{"issuers": ["甲",]}', '不是正确的 JSON：第1行第18列，] 前面多了一个逗号'],
    ['no end', '{"issuers": ["甲"', '不是正确的 JSON：第1行第17列，文件不完整，这里应有英文逗号 , 或 ]'],
    [
      'line break in a text',
      '{"body": "甲\n乙"}',
      '不是正确的 JSON：第1行第12列，文字中间不能直接换行，缺少后一个英文引号 "，或应写 \\n',
    ],
    [
      'Windows path',
      '{"body": "C:\\图"}',
      '不是正确的 JSON：第1行第13列，反斜杠 \\ 的写法不对，路径中请用 / 或 \\\\',
    ],
    ['comment', '{\n  // 文种\n  "genre": "通知"\n}', '不是正确的 JSON：第2行第3列，JSON 里不能写注释'],
    ['key twice', '{"genre": "通知", "genre": "请示"}', '不是正确的 JSON：第1行第17列，键“genre”重复'],
    ['bare word', '{"genre": 通知}', '不是正确的 JSON：第1行第11列，这里应有一个值，现为“通”'],
    [
      'Python literal',
      '{"landscape": True}',
      '不是正确的 JSON：第1行第15列，“True”不是 JSON 的值，文字要加英文引号',
    ],
    ['number form', '{"width": 01}', '不是正确的 JSON：第1行第11列，数字的写法不对'],
    ['two values', '{} {}', '不是正确的 JSON：第1行第4列，内容已经结束，后面多出了文字'],
    ['no object', '["通知"]', '应为一个对象 { }，现为列表'],
  ])('%s', (_name, content, message) => {
    sandbox.write('in.json', content);
    const run = render('in.json');
    expect(run.faults).toEqual([`in.json: ${message}`]);
    expect(run.code).toBe(2);
    expect(sandbox.names()).toEqual(['in.json']);
  });

  it('says what is missing or is a folder', () => {
    mkdirSync(join(sandbox.folder, 'folder.json'));
    expect(render('none.json', 'folder.json').faults).toEqual([
      'none.json: 没有这个文件',
      'folder.json: 是文件夹，不是文件',
    ]);
  });

  it('refuses a file that is too large before reading it', () => {
    sandbox.write('in.json', '');
    truncateSync(join(sandbox.folder, 'in.json'), 21 * 1024 * 1024);
    expect(render('in.json')).toMatchObject({
      code: 2,
      faults: ['in.json: 文件过大（21 MB），最大20 MB'],
    });
  });

  it('takes a UTF-8 file with the mark that Notepad puts in front', () => {
    sandbox.write('in.json', `\ufeff${TEXT}`);
    expect(render('in.json', '--to', 'pdf')).toMatchObject({ code: 0, faults: [] });
  });
});

describe('output', () => {
  it('is one line for each file written, and nothing temporary stays', () => {
    sandbox.write('甲.json', TEXT);
    const run = render('甲.json');
    expect(run).toMatchObject({ code: 0, faults: [] });
    expect(run.stdout).toBe(`${join('out', '甲.pdf')}\n${join('out', '甲.docx')}\n`);
    expect(sandbox.names('out')).toEqual(['甲.docx', '甲.pdf']);
    expect(
      readFileSync(join(sandbox.folder, 'out', '甲.pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(
      readFileSync(join(sandbox.folder, 'out', '甲.docx'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('tells once which stand-in fonts were used', () => {
    sandbox.write('b.json', TEXT);
    sandbox.write('a.json', TEXT);
    const { hints } = render('a.json', 'b.json', '--to', 'pdf');
    expect(hints.filter((hint) => hint.includes('代替'))).toContain('提示：仿宋用 Noto Serif SC 代替');
    expect(new Set(hints).size).toBe(hints.length);
  });

  it('passes the findings of the check on as hints and still writes', () => {
    sandbox.write('a.json', { ...GOOD, signatories: [{ name: '陆景行' }] });
    const run = render('a.json', '--to', 'pdf');
    expect(run.code).toBe(0);
    expect(run.hints).toContain('提示：a.json: signatories: “通知”不是上行文，不标签发人');
  });

  it('writes the good ones of several inputs and nothing for the wrong one', () => {
    sandbox.write('a.json', TEXT);
    sandbox.write('b.json', { ...GOOD, genre: '方案' });
    sandbox.write('c.json', TEXT);
    const run = render('a.json', 'b.json', 'c.json', '--to', 'pdf');
    expect(run.code).toBe(2);
    expect(run.faults).toHaveLength(1);
    expect(sandbox.names('out')).toEqual(['a.pdf', 'c.pdf']);
  });

  it('leaves an older output alone when the input is wrong now', () => {
    sandbox.write('a.json', TEXT);
    render('a.json', '--to', 'pdf');
    const before = readFileSync(join(sandbox.folder, 'out', 'a.pdf'));
    sandbox.write('a.json', { ...GOOD, body: '' });
    expect(render('a.json', '--to', 'pdf').code).toBe(2);
    expect(readFileSync(join(sandbox.folder, 'out', 'a.pdf')).equals(before)).toBe(true);
  });

  it('replaces an older output as a whole', () => {
    sandbox.write('a.json', TEXT);
    mkdirSync(join(sandbox.folder, 'out'));
    writeFileSync(join(sandbox.folder, 'out', 'a.pdf'), 'older');
    render('a.json', '--to', 'pdf');
    expect(
      readFileSync(join(sandbox.folder, 'out', 'a.pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(sandbox.names('out')).toEqual(['a.pdf']);
  });

  it('fails with 1 and leaves nothing when the place cannot be written to', () => {
    sandbox.write('a.json', TEXT);
    mkdirSync(join(sandbox.folder, 'out', 'a.docx'), { recursive: true });
    const run = render('a.json');
    expect(run.code).toBe(1);
    expect(run.faults[0]).toMatch(/^a\.json: 程序出错，没有写出：/u);
    expect(sandbox.names('out').filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('pictures', () => {
  const withPicture = {
    ...GOOD,
    body: [
      { type: 'paragraph', text: '如图。' },
      { type: 'image', file: 'tu/a.png', width: 30 },
    ],
  };

  it('are found beside the input, wherever the command runs', () => {
    mkdirSync(join(sandbox.folder, 'gong', 'tu'), { recursive: true });
    sandbox.write('gong/in.json', withPicture);
    sandbox.write('gong/tu/a.png', onePixelPng());
    expect(render('gong/in.json')).toMatchObject({ code: 0, faults: [] });
    const layout = runCli(sandbox.folder, 'layout', 'gong/in.json', '--fonts', 'bundled');
    expect(layout.stdout).toContain('"file":"tu/a.png"');
    expect(layout.stdout).not.toContain(sandbox.folder);
  });

  it.each<[string, Uint8Array, string]>([
    ['cut short', onePixelPng().subarray(0, 50), 'PNG 图片已损坏'],
    ['damaged inside', Buffer.from(onePixelPng()).fill(0, 45, 50), 'PNG 图片已损坏'],
    ['another kind', Buffer.from('GIF89a......'), '不是 PNG 或 JPEG 图片'],
    ['JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0, 0]), 'JPEG 图片已损坏'],
  ])('%s', (_name, bytes, message) => {
    mkdirSync(join(sandbox.folder, 'tu'));
    sandbox.write('in.json', withPicture);
    sandbox.write('tu/a.png', bytes);
    const run = render('in.json');
    expect(run.faults).toEqual([`in.json: body.1.file: 图片“tu/a.png”：${message}`]);
    expect(run.code).toBe(2);
    expect(sandbox.names()).toEqual(['in.json', 'tu']);
  });
});

describe('folders that cannot be made', () => {
  // Under /proc a folder exists and refuses children with ENOENT: Node's recursive mkdir would never return.
  it.runIf(process.platform === 'linux')('are told and end the program', () => {
    writeFileSync(join(sandbox.folder, 'good.json'), TEXT);
    const run = runCli(sandbox.folder, 'render', 'good.json', '--out', '/proc/gongwen', '--fonts', 'bundled');
    expect(run.code).toBe(1);
    expect(run.faults).toEqual([
      'good.json: 程序出错，没有写出：不能建文件夹“/proc/gongwen”，请换一个能写入的位置',
    ]);
  });
});
