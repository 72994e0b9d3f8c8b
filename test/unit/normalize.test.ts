import { describe, expect, it } from 'vitest';
import { parseGongwenInput } from '../../shared/gongwen/normalize.ts';

const GOOD = {
  genre: '通知',
  issuers: ['江城市人民医院'],
  title: '关于印发公文处理办法的通知',
  body: '一、总体要求\n以人民为中心。',
};

const faultsOf = (change: Record<string, unknown>, base: Record<string, unknown> = GOOD) => {
  const parsed = parseGongwenInput({ ...base, ...change });
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path}: ${message}`);
};

const documentOf = (change: Record<string, unknown>) => {
  const parsed = parseGongwenInput({ ...GOOD, ...change });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.document;
};

describe('parseGongwenInput: what comes out', () => {
  it('fills in every default', () => {
    expect(documentOf({})).toEqual({
      format: 'document',
      genre: '通知',
      issuers: ['江城市人民医院'],
      signatories: [],
      title: '关于印发公文处理办法的通知',
      addressees: [],
      body: [
        { type: 'heading', level: 1, text: '一、总体要求' },
        { type: 'paragraph', text: '以人民为中心。' },
      ],
      attachments: [],
      enclosures: [],
      sealing: 'seal',
      seals: [],
      stamps: [],
      copyTo: [],
      options: { imprintOnEvenPage: true, mirrorMargins: false, addresseesInImprint: 'auto' },
    });
  });

  it('makes one line of a list of 抄送 and keeps a list of lines', () => {
    expect(documentOf({ copyTo: ['市财政局', '市审计局'] }).copyTo).toEqual([['市财政局', '市审计局']]);
    expect(documentOf({ copyTo: [['市财政局'], ['市审计局']] }).copyTo).toEqual([['市财政局'], ['市审计局']]);
    expect(documentOf({ copyTo: [] }).copyTo).toEqual([]);
  });

  it('recognises blocks in attachments and enclosures too', () => {
    const document = documentOf({
      attachments: [
        { title: '名单', body: '一、先进集体' },
        { title: '论证报告', separate: true },
      ],
      enclosures: [{ title: '办法', body: '第一条　为加强管理。' }],
    });
    expect(document.attachments).toEqual([
      { title: '名单', body: [{ type: 'heading', level: 1, text: '一、先进集体' }], separate: false },
      { title: '论证报告', body: [], separate: true },
    ]);
    expect(document.enclosures[0]?.body).toEqual([{ type: 'paragraph', text: '第一条　为加强管理。' }]);
  });

  it('gives NFC and is its own fixed point', () => {
    const document = documentOf({ title: 'Cafe\u0301关于办法的通知' });
    expect(document.title).toBe('Caf\u00e9关于办法的通知');
    expect(parseGongwenInput(document)).toEqual({ ok: true, document });
  });

  it('does not change the value it is given', () => {
    const input = { ...GOOD, copyTo: ['市财政局'], attachments: [{ title: '名单', body: '甲' }] };
    const before = JSON.stringify(input);
    parseGongwenInput(input);
    expect(JSON.stringify(input)).toBe(before);
  });
});

describe('parseGongwenInput: what is refused', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['missing key', { genre: undefined }, ['genre: 缺少必填项（文种）']],
    ['missing title', { title: undefined }, ['title: 缺少必填项（标题）']],
    ['unknown key, near', { adressees: [] }, ['adressees: 没有这个键，是否为“addressees”（主送机关）？']],
    ['unknown key, Chinese', { 主送机关: [] }, ['主送机关: 没有这个键，是否为“addressees”（主送机关）？']],
    [
      'unknown key, snake',
      { copy_number: '000001' },
      ['copy_number: 没有这个键，是否为“copyNumber”（份号）？'],
    ],
    ['unknown key, far', { colour: 1 }, ['colour: 没有这个键，请删去']],
    ['wrong type', { issuers: '甲' }, ['issuers: 应为列表 [ ]，现为文字']],
    ['null', { title: null }, ['title: 应为文字（加英文引号），现为空值 null']],
    [
      'half a surrogate',
      { annotation: 'a\ud800' },
      ['annotation: 第2个字是不完整的字符（U+D800），请重新输入'],
    ],
    ['control character', { title: '关于\u0001' }, ['title: 第3个字是控制字符（U+0001），请删去']],
    [
      'invisible',
      { printingOffice: '甲\u200b' },
      ['printingOffice: 第2个字是看不见的字符（U+200B），请删去'],
    ],
    ['radical', { addressees: ['⼈民'] }, ['addressees.0: 第1个字“⼈”是部首字符（U+2F08），应为“人”']],
    [
      'private use',
      { issuers: ['\ue000'] },
      ['issuers.0: 第1个字是自造字（U+E000），换一台电脑就不能显示，请改用正式编码的字'],
    ],
    ['mojibake', { body: '甲\n乙\ufffd' }, ['body: 第2行第2个字是乱码（U+FFFD），请重新输入']],
    ['line break in a name', { issuers: ['甲\n乙'] }, ['issuers.0: 第2个字是换行，这里只能写一行']],
    ['tab inside a body', { body: '甲\t乙' }, ['body: 第2个字是制表符，请改用首行缩进或表格']],
    [
      'mixed copyTo',
      { copyTo: ['甲', ['乙']] },
      ['copyTo: 不能有的是机关名称、有的是列表；要么都写名称，要么每行一个列表'],
    ],
    ['single line copyTo path', { copyTo: ['甲。'] }, ['copyTo.0: 抄送机关末尾不要写标点“。”，程序会加']],
    ['grouped copyTo path', { copyTo: [['甲。']] }, ['copyTo.0.0: 抄送机关末尾不要写标点“。”，程序会加']],
    ['body of a wrong type', { body: 5 }, ['body: 应为文字或段落列表 [ ]，现为数字']],
    [
      'a fraction as serial',
      { documentNumber: { issuerCode: '甲', year: 2026, serial: 1.5 } },
      ['documentNumber.serial: 应为整数，现为数字'],
    ],
    ['number of no form', { documentNumber: 5 }, ['documentNumber: 应为对象 { }，现为数字']],
    [
      'empty number',
      { documentNumber: {} },
      [
        'documentNumber.issuerCode: 缺少必填项（机关代字）',
        'documentNumber.year: 缺少必填项（年份）',
        'documentNumber.serial: 缺少必填项（顺序号）',
      ],
    ],
    ['duplicate names', { addressees: ['甲', '乙', '甲'] }, ['addressees.2: 与第1个主送机关重复']],
    [
      'attendance outside minutes',
      { attendance: { present: [{ names: ['甲'] }] } },
      ['attendance: 出席、请假、列席只用于纪要格式'],
    ],
    [
      'letter with a printing line',
      { format: 'letter', genre: '函', printingOffice: '办公室', printedOn: '2026-01-01' },
      ['printingOffice: 信函格式的版记不加印发机关，请删去', 'printedOn: 信函格式的版记不加印发日期，请删去'],
    ],
    [
      'order with a title',
      { format: 'order', genre: '命令（令）' },
      ['title: 命令（令）格式没有标题，请删去'],
    ],
    [
      'stamps missing',
      { sealing: 'stamp' },
      ['stamps: 加盖签发人签名章时每个发文机关一枚，应有1枚，现有0枚'],
    ],
    ['own brackets', { annotation: '（此件公开发布）' }, ['annotation: 附注不要写括号，程序会加']],
    [
      'own attachment label',
      { attachments: [{ title: '附件1：名单' }] },
      ['attachments.0.title: 附件名称不要写“附件”和顺序号，程序会加'],
    ],
    ['blank row of the title', { title: '关于\n\n通知' }, ['title: 标题有空行，换行符“\\n”前后都要有字']],
    [
      'narrow column',
      { body: [{ type: 'table', rows: [['a', 'b']], widths: [2, 50] }] },
      ['body.0.widths.0: 列宽不能小于5毫米'],
    ],
    [
      'wrong picture',
      { body: [{ type: 'image', file: 'a.gif', width: 20 }] },
      ['body.0.file: 图片只能是 PNG 或 JPEG 文件（.png、.jpg、.jpeg）'],
    ],
    ['only page breaks', { body: [{ type: 'pageBreak' }] }, ['body: 正文是空的']],
  ])('%s', (_name, change, expected) => {
    expect(faultsOf(change)).toEqual(expected);
  });

  it.each([null, 5, 'text', [], true])('%j is no document', (value) => {
    expect(parseGongwenInput(value).ok).toBe(false);
  });

  it('sees an own __proto__ as the unknown key it is', () => {
    const input: unknown = JSON.parse(
      `{"__proto__":{"genre":"通知"},"genre":"通知","issuers":["甲"],"title":"乙","body":"丙"}`,
    );
    const parsed = parseGongwenInput(input);
    expect(parsed).toEqual({ ok: false, faults: [{ path: '__proto__', message: '没有这个键，请删去' }] });
  });

  it('lists at most a hundred faults and says how many more there are', () => {
    const faults = faultsOf({ issuers: Array.from({ length: 150 }, () => 5) });
    expect(faults).toHaveLength(101);
    expect(faults.at(-1)).toBe(': 另有50处问题没有列出');
  });

  it('does not fall over a value nested ten thousand deep', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);
    expect(faultsOf({ body: deep })).toEqual(['body.0: 嵌套过深，不是公文的写法']);
  });

  it('accepts an order without title', () => {
    const order = { format: 'order', genre: '命令（令）', issuers: ['江城市人民政府'], body: '现公布办法。' };
    expect(parseGongwenInput({ ...order, documentNumber: { orderNo: 5 } }).ok).toBe(true);
  });
});
