import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Template } from '../../shared/features/templates.ts';
import { setUp, startProgram } from './harness.ts';
import type { Program } from './harness.ts';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await setUp(program);
});
afterEach(() => program.close());

const content = {
  format: 'document',
  issuers: ['临江市住房和城乡建设局'],
  markSuffix: '文件',
  charHeight: 20,
  issuerCode: '临建发',
  addressees: ['各区住房和城乡建设局'],
} as const;
type Content = Parameters<Program['api']['templates']['save']>[0]['content'];

const save = (name: string, more: Partial<Content> = {}): Promise<Template> =>
  program.api.templates.save({
    name,
    content: { ...content, issuers: [...content.issuers], addressees: [...content.addressees], ...more },
  });
const names = async (): Promise<string[]> => (await program.api.templates.list()).map(({ name }) => name);
const summaries = async (id: string): Promise<string[]> =>
  (
    await program.session.database.read
      .selectFrom('auditEvent')
      .select('summary')
      .where('entity', '=', 'template')
      .where('entityId', '=', id)
      .orderBy('sequence')
      .execute()
  ).map(({ summary }) => summary);

describe('templates of an office', () => {
  it('are stored, changed, voided and put back, each with its trace', async () => {
    const first = await save('局文件');
    expect(first).toMatchObject({
      name: '局文件',
      rowVersion: 1,
      voidReason: null,
      content: { charHeight: 20 },
    });
    const changed = await program.api.templates.save({
      id: first.id,
      rowVersion: 1,
      name: '局文件（新）',
      content: { ...first.content, charHeight: 18 },
    });
    expect(changed).toMatchObject({ rowVersion: 2, content: { charHeight: 18 } });
    const voided = await program.api.templates.void({ id: first.id, rowVersion: 2, reason: '换了红头' });
    expect(voided.voidReason).toBe('换了红头');
    const restored = await program.api.templates.restore({ id: first.id, rowVersion: 3 });
    expect(restored.voidReason).toBeNull();
    expect(await summaries(first.id)).toEqual([
      '新建红头模板“局文件”',
      '修改红头模板“局文件（新）”，原名“局文件”',
      '作废红头模板“局文件（新）”：换了红头',
      '恢复使用红头模板“局文件（新）”',
    ]);
    expect(program.changes.at(-1)).toEqual(['template']);
  });

  it('the trace of a change says what stood there before', async () => {
    const first = await save('局文件');
    await program.api.templates.save({
      id: first.id,
      rowVersion: 1,
      name: '局文件',
      content: { ...first.content, charHeight: 18 },
    });
    const { detail } = await program.session.database.read
      .selectFrom('auditEvent')
      .select('detail')
      .where('entityId', '=', first.id)
      .orderBy('sequence', 'desc')
      .executeTakeFirstOrThrow();
    expect(JSON.parse(detail)).toEqual({ charHeight: '20' });
  });

  it('saving without a change leaves version and trail alone', async () => {
    const first = await save('局文件');
    const again = await program.api.templates.save({
      id: first.id,
      rowVersion: 1,
      name: '局文件',
      content: first.content,
    });
    expect(again.rowVersion).toBe(1);
    expect(await summaries(first.id)).toHaveLength(1);
  });

  it('a stale save never overwrites', async () => {
    const first = await save('局文件');
    await program.api.templates.save({ id: first.id, rowVersion: 1, name: '甲', content: first.content });
    const stale = { id: first.id, rowVersion: 1 };
    await expect(
      program.api.templates.save({ ...stale, name: '乙', content: first.content }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(program.api.templates.void({ ...stale, reason: '不用了' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await names()).toEqual(['甲']);
  });

  it('names are unique among those in use; a voided one gives its name free', async () => {
    const first = await save('局文件');
    await expect(save('局文件')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { name: '已有名为“局文件”的模板，没有保存。请换一个名称。' },
    });
    const voided = await program.api.templates.void({ id: first.id, rowVersion: 1, reason: '不用了' });
    await save('局文件');
    await expect(
      program.api.templates.restore({ id: first.id, rowVersion: voided.rowVersion }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(await names()).toEqual(['局文件', '局文件']);
    expect((await program.api.templates.list()).map(({ voidReason }) => voidReason)).toEqual([
      null,
      '不用了',
    ]);
  });

  it('a voided one can neither be changed nor start a document', async () => {
    const first = await save('局文件');
    const { rowVersion } = await program.api.templates.void({
      id: first.id,
      rowVersion: 1,
      reason: '不用了',
    });
    await expect(
      program.api.templates.save({ id: first.id, rowVersion, name: '局文件', content: first.content }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
    await expect(program.api.outgoing.create({ genre: '通知', templateId: first.id })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
    });
  });

  it('faults come back by field', async () => {
    await expect(save('局函', { format: 'letter' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { 'content.markSuffix': '信函格式的发文机关标志不加后缀，请留空' },
    });
    await expect(save(' ')).rejects.toMatchObject({ fields: { name: '请填写模板名称' } });
    expect(await names()).toEqual([]);
  });
});

describe('a new document of a template', () => {
  it('has its header and defaults; without one it starts as before', async () => {
    const template = await save('局文件', { color: '#C00000', sealing: 'none' });
    const made = await program.api.outgoing.create({ genre: '通知', templateId: template.id });
    const { document } = await program.api.outgoing.get({ id: made.id });
    expect(document).toMatchObject({
      issuerMark: { charHeight: 20, color: '#C00000' },
      addressees: ['各区住房和城乡建设局'],
      sealing: 'none',
      printingOffice: '临江市住房和城乡建设局办公室',
    });
    const plain = await program.api.outgoing.create({ genre: '通知' });
    expect((await program.api.outgoing.get({ id: plain.id })).document).toMatchObject({
      issuerMark: { suffix: '文件' },
      addressees: [],
    });
  });

  it('is refused for a 文种 the format is not for', async () => {
    const minutes = await save('办公会纪要', { format: 'minutes', markSuffix: '纪要' });
    await expect(
      program.api.outgoing.create({ genre: '通知', templateId: minutes.id }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const made = await program.api.outgoing.create({ genre: '纪要', templateId: minutes.id });
    expect((await program.api.outgoing.get({ id: made.id })).document.format).toBe('minutes');
  });
});

const exported = async (id: string): Promise<string> => {
  const file = path.join(program.folder, '局文件.json');
  program.answers.push(file);
  expect(await program.api.templates.exportFile({ id })).toMatchObject({ name: '局文件.json' });
  return file;
};
const imported = (file: string | null) => {
  program.answers.push(file);
  return program.api.templates.importFile();
};

const refusedText = async (text: string): Promise<string[]> => {
  const file = path.join(program.folder, '坏.json');
  writeFileSync(file, text);
  const result = await imported(file);
  if (result?.outcome !== 'refused') throw new Error('the file was taken');
  return result.faults.map((fault) => `${fault.path}: ${fault.message}`);
};

describe('one template as one file', () => {
  it('goes to another office and is the same there', async () => {
    const template = await save('局文件', { copyTo: [['甲'], ['乙', '丙']] });
    const file = await exported(template.id);
    const other = await startProgram();
    await setUp(other);
    other.answers.push(file);
    const result = await other.api.templates.importFile();
    expect(result).toMatchObject({
      outcome: 'saved',
      template: { name: '局文件', content: template.content },
    });
    expect((await other.api.templates.list()).map(({ content: stored }) => stored)).toEqual([
      template.content,
    ]);
    await other.close();
    expect(await summaries(template.id)).toEqual(['新建红头模板“局文件”', '导出红头模板“局文件”']);
  });

  it('never overwrites: a taken name is offered as a copy, and nothing is stored before that', async () => {
    const template = await save('局文件');
    const file = await exported(template.id);
    const first = await imported(file);
    expect(first).toEqual({
      outcome: 'nameTaken',
      name: '局文件',
      proposedName: '局文件（副本）',
      content: template.content,
    });
    expect(await names()).toEqual(['局文件']);
    await program.api.templates.save({ name: '局文件（副本）', content: template.content, imported: true });
    expect(await imported(file)).toMatchObject({ outcome: 'nameTaken', proposedName: '局文件（副本2）' });
    expect((await program.api.templates.list()).find(({ id }) => id === template.id)).toEqual(template);
  });

  it('cancelled dialogs change nothing', async () => {
    const template = await save('局文件');
    expect(await imported(null)).toBeNull();
    program.answers.push(null);
    expect(await program.api.templates.exportFile({ id: template.id })).toBeNull();
    expect(await summaries(template.id)).toHaveLength(1);
  });

  it('into a folder that is gone says so', async () => {
    const template = await save('局文件');
    program.answers.push(path.join(program.folder, '没有这个文件夹', '局文件.json'));
    await expect(program.api.templates.exportFile({ id: template.id })).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      message: expect.stringContaining('文件夹不存在或已断开'),
    });
  });

  it('refuses what is not a template, in plain words', async () => {
    expect(await refusedText('{')).toEqual([': 不是有效的 JSON 文件，没有导入。请检查文件内容。']);
    expect(await refusedText('[]')).toEqual([': 这不是公文台导出的红头模板文件，没有导入。']);
    expect(await refusedText(JSON.stringify({ genre: '通知', body: '正文' }))).toEqual([
      ': 这是一件公文，不是红头模板，没有导入。公文请在“发文”里导入。',
    ]);
    expect(await refusedText(' '.repeat(300 * 1024))).toEqual([
      ': 文件超过 256 KB，不是红头模板文件，没有导入。',
    ]);
    expect(await names()).toEqual([]);
  });

  it('names every fault of a template file at its place', async () => {
    const template = await save('局文件');
    const file = await exported(template.id);
    const good = JSON.parse(readFileSync(file, 'utf8')) as { content: object };
    const withContent = (more: object): string =>
      JSON.stringify({ ...good, content: { ...good.content, ...more } });
    expect(await refusedText(JSON.stringify({ ...good, version: 2 }))).toEqual([
      'version: 这个模板文件由更新版本的公文台导出，请升级后再导入',
    ]);
    expect(await refusedText(withContent({ charHeight: 99 }))).toEqual([
      'content.charHeight: 字高应在5到30毫米之间',
    ]);
    expect(await refusedText(withContent({ issuers: '某局' }))).toEqual([
      'content.issuers: 发文机关应为列表 [ ]',
    ]);
    expect(await refusedText(withContent({ color: 'red' }))).toEqual([
      'content.color: 红色应为“#FF0000”、“#FF3333”、“#E60012”、“#C00000”',
    ]);
    expect(await refusedText(withContent({ font: '小标宋' }))).toEqual([
      'content.font: 模板文件里没有这个键，请删去',
    ]);
    expect(
      await refusedText(JSON.stringify({ kind: 'gongwentai-template', version: 1, content: {} })),
    ).toEqual([
      'name: 缺少模板名称',
      'content.format: 缺少格式',
      'content.issuers: 缺少发文机关',
      'content.markSuffix: 缺少标志后缀',
    ]);
    expect(await names()).toEqual(['局文件']);
  });
});
