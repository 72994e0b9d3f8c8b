import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftOf, dumpTables, numberDraft, setUp, startProgram } from './harness.ts';
import type { Program } from './harness.ts';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await setUp(program);
});
afterEach(() => program.close());

describe('opening a JSON file', () => {
  const sample = path.join(import.meta.dirname, '../../resources/samples/hu-weijian-fa-2023-1.json');

  it('makes a draft; the number in it is not taken over', async () => {
    program.answers.push(sample);
    const result = await program.api.outgoing.importFile();
    expect(result).toEqual({ id: expect.any(String) });
    const id = result !== null && 'id' in result ? result.id : '';
    const detail = await program.api.outgoing.get({ id });
    expect(detail).toMatchObject({ state: 'draft', sample: false });
    expect(detail.document.documentNumber).toBeUndefined();
    expect(detail.document.body[0]).toMatchObject({ type: 'paragraph' });
    const [event] = await program.api.outgoing.history({ id });
    expect(event?.summary).toBe('导入（原文号 湖卫健发〔2023〕1号 未采用，须重新编号）');
  });

  it('cancelled makes nothing', async () => {
    program.answers.push(null);
    expect(await program.api.outgoing.importFile()).toBeNull();
  });

  it.each([
    ['not JSON', '{ "genre": ', [{ path: '', message: '不是有效的 JSON 文件，没有导入。请检查文件内容。' }]],
    [
      'a 密级',
      {
        ...JSON.parse(readFileSync(sample, 'utf8')),
        secrecy: '机密',
        secrecyTerm: '1年',
        copyNumber: '000001',
      },
      [{ path: 'secrecy', message: expect.stringContaining('涉密专用计算机') }],
    ],
    [
      'a wrong genre',
      { ...JSON.parse(readFileSync(sample, 'utf8')), genre: '便条' },
      [{ path: 'genre', message: expect.any(String) }],
    ],
  ])('with %s lists the faults and stores nothing', async (_what, content, faults) => {
    const file = path.join(program.folder, '来稿.json');
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    program.answers.push(file);
    const before = await dumpTables(program);
    expect(await program.api.outgoing.importFile()).toEqual({ fileName: '来稿.json', faults });
    expect(await dumpTables(program)).toEqual(before);
  });
});

function write(name: string, content: object): string {
  const file = path.join(program.folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('images', () => {
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  const withImage = {
    genre: '函',
    issuers: ['某局'],
    title: '有图的函',
    body: [{ type: 'image', file: 'a.png', width: 20 }],
  };

  it('of an imported file are taken into the data folder once and shown', async () => {
    writeFileSync(path.join(program.folder, 'a.png'), pixel);
    const ids: string[] = [];
    for (const name of ['一.json', '二.json']) {
      program.answers.push(write(name, withImage));
      const result = await program.api.outgoing.importFile();
      ids.push(result !== null && 'id' in result ? result.id : '');
    }
    const [first = ''] = ids;
    const stored = readdirSync(path.join(program.dataFolder, 'files'));
    expect(stored).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.png$/u)]);
    rmSync(path.join(program.folder, 'a.png'));
    const { document } = await program.api.outgoing.get({ id: first });
    expect(document.body).toEqual([{ type: 'image', file: stored[0], width: 20 }]);
    const { pages } = await program.api.document.preview({ document, editor: 'a' });
    expect(pages.map(({ svg }) => svg).join('')).toContain('data:image/png;base64,');
  });

  it.each([
    ['that is not there', undefined, '图片“a.png”找不到，请放到 JSON 文件旁边再导入'],
    ['that is no image', Buffer.from('GIF89a'), '图片“a.png”不是 PNG 或 JPEG 图片'],
  ])('one %s is a fault at its place', async (_what, content, message) => {
    if (content !== undefined) writeFileSync(path.join(program.folder, 'a.png'), content);
    program.answers.push(write('来稿.json', withImage));
    expect(await program.api.outgoing.importFile()).toEqual({
      fileName: '来稿.json',
      faults: [{ path: 'body.0.file', message }],
    });
  });

  it('of a long document are drawn where the reader looks', async () => {
    const draft = await draftOf(program, '关于长文的通知');
    const { document } = await program.api.outgoing.get({ id: draft.id });
    const text = '各单位要加强组织领导，压实工作责任，确保各项任务落到实处。'.repeat(8);
    const long = {
      ...document,
      body: Array.from({ length: 60 }, () => ({ type: 'paragraph' as const, text })),
    };
    const editor = 'long';
    const { pages, version } = await program.api.document.preview({
      document: long,
      editor,
      window: { from: 1, to: 2 },
    });
    expect(pages.map(({ svg }) => svg !== '')).toEqual(pages.map(({ index }) => index <= 2));
    const last = { from: pages.length, to: pages.length };
    const more = await program.api.document.previewPages({ editor, version, window: last });
    expect(more?.pages.map(({ index, svg }) => [index, svg.startsWith('<svg')])).toEqual([[last.to, true]]);
    expect(await program.api.document.previewPages({ editor, version: -1, window: last })).toBeNull();
  });

  it('a path that the page thinks up is never read', async () => {
    const secret = path.join(program.folder, 'private.png');
    writeFileSync(secret, pixel);
    const draft = await draftOf(program, '关于图片的通知');
    const { document } = await program.api.outgoing.get({ id: draft.id });
    for (const file of [secret, '../private.png', 'private.png']) {
      const { pages } = await program.api.document.preview({
        document: {
          ...document,
          body: [{ type: 'image', file, width: 20 }],
          seals: [{ diameter: 42, image: file }],
        },
        editor: 'a',
      });
      expect(pages.map(({ svg }) => svg).join('')).not.toContain('data:image');
    }
  });
});

describe('exporting', () => {
  it('asks once, writes both files whole, remembers the folder and is in the history', async () => {
    const draft = await draftOf(program, '关于开展“安全月”活动的通知');
    await numberDraft(program, { ...draft, issuerCode: '临建发', year: 2026 });
    const folder = path.join(program.folder, '导出');
    mkdirSync(folder);
    program.answers.push(path.join(folder, '通知.docx'));
    const result = await program.api.document.exportFiles({ id: draft.id, kinds: ['docx', 'pdf'] });
    expect(result?.files.map(({ name }) => name)).toEqual(['通知.docx', '通知.pdf']);
    expect(readdirSync(folder).toSorted()).toEqual(['通知.docx', '通知.pdf']);
    expect(readFileSync(path.join(folder, '通知.pdf')).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(readFileSync(path.join(folder, '通知.docx')).toString('latin1', 0, 2)).toBe('PK');
    expect(program.problems).toEqual([]);
    expect(program.services.device.get('exportFolder')).toBe(folder);
    const [event] = await program.api.outgoing.history({ id: draft.id });
    expect(event?.summary).toBe('导出 docx、pdf');
    const [file] = result?.files ?? [];
    await program.api.document.openExported({ token: file?.token ?? '', how: 'open' });
    expect(program.opened).toEqual([path.join(folder, '通知.docx')]);
    await expect(
      program.api.document.openExported({ token: path.join(folder, '通知.docx'), how: 'open' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('asks about a file that the dialog was not asked about', async () => {
    const draft = await draftOf(program, '关于重名的通知');
    const target = path.join(program.folder, '重名.docx');
    writeFileSync(path.join(program.folder, '重名.pdf'), '原来的');
    program.answers.push(target, 'no');
    expect(await program.api.document.exportFiles({ id: draft.id, kinds: ['docx', 'pdf'] })).toBeNull();
    expect(readdirSync(program.folder)).not.toContain('重名.docx');
    expect(readFileSync(path.join(program.folder, '重名.pdf'), 'utf8')).toBe('原来的');
    program.answers.push(target, 'overwrite');
    expect(await program.api.document.exportFiles({ id: draft.id, kinds: ['docx', 'pdf'] })).not.toBeNull();
    expect(readFileSync(path.join(program.folder, '重名.pdf')).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('cancelled writes nothing and leaves no event', async () => {
    const draft = await draftOf(program, '关于取消的通知');
    const events = await program.api.outgoing.history({ id: draft.id });
    program.answers.push(null);
    expect(await program.api.document.exportFiles({ id: draft.id, kinds: ['pdf'] })).toBeNull();
    expect(await program.api.outgoing.history({ id: draft.id })).toEqual(events);
  });

  it('printing is in the history', async () => {
    const draft = await draftOf(program, '关于打印的通知');
    expect(await program.api.document.print({ id: draft.id })).toEqual({ outcome: 'printed' });
    const [event] = await program.api.outgoing.history({ id: draft.id });
    expect(event?.summary).toBe(`打印 ${program.printed.length} 面`);
    expect(program.printed[0]).toMatch(/^<svg /u);
  });
});

describe('the preview', () => {
  it('shows the pages with the faults; a newer one cancels the older', async () => {
    const draft = await draftOf(program, '关于预览的通知');
    const { document } = await program.api.outgoing.get({ id: draft.id });
    const older = program.api.document.preview({ document, editor: 'a' });
    const newer = program.api.document.preview({ document, editor: 'a' });
    const other = program.api.document.preview({ document, editor: 'b' });
    await expect(older).rejects.toMatchObject({ code: 'CANCELLED' });
    const preview = await newer;
    expect(preview.pages[0]?.svg).toMatch(/^<svg /u);
    expect(preview.pages[0]?.boxes.map(({ element }) => element)).toContain('title');
    expect(preview.faults.map(({ path: field }) => field)).toContain('issuedOn');
    expect((await other).pages).toHaveLength(preview.pages.length);
  });
});
