import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  approveOnPaper,
  assignNumber,
  draftOf,
  numberDraft,
  setUp,
  startProgram,
  voidNumber,
} from './harness.ts';
import type { Program } from './harness.ts';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await setUp(program);
});
afterEach(() => program.close());

const all = { filter: {}, sort: { key: 'updatedAt', direction: 'desc' }, offset: 0, limit: 100 } as const;

describe('a document from draft to number', () => {
  it('starts with what the office is called', async () => {
    const { id } = await program.api.outgoing.create({ genre: '通知' });
    const { document, state, drafterName } = await program.api.outgoing.get({ id });
    expect(state).toBe('draft');
    expect(drafterName).toBe('林晓');
    expect(document.issuers).toEqual(['临江市住房和城乡建设局']);
    expect(document.issuerMark).toEqual({ suffix: '文件' });
    expect(document.printingOffice).toBe('临江市住房和城乡建设局办公室');
  });

  it('gets the next serial, in the row, in the document and in the list', async () => {
    const draft = await draftOf(program, '关于做好汛期安全工作的通知');
    expect(await program.api.outgoing.peekNumber({ issuerCode: '临建发', year: 2026 })).toEqual({
      serial: 1,
      display: '临建发〔2026〕1号',
    });
    const numbered = await numberDraft(program, { ...draft, issuerCode: '临建发', year: 2026 });
    expect(numbered.display).toBe('临建发〔2026〕1号');
    const detail = await program.api.outgoing.get({ id: draft.id });
    expect(detail.state).toBe('numbered');
    expect(detail.rowVersion).toBe(numbered.rowVersion);
    expect(detail.document.documentNumber).toEqual({ issuerCode: '临建发', year: 2026, serial: 1 });
    const { rows } = await program.api.outgoing.list(all);
    expect(rows.map((row) => row.documentNumber)).toEqual(['临建发〔2026〕1号']);
    expect(await program.api.outgoing.peekNumber({ issuerCode: '临建发', year: 2026 })).toMatchObject({
      serial: 2,
    });
    expect(await program.api.outgoing.peekNumber({ issuerCode: '临建发', year: 2025 })).toMatchObject({
      serial: 1,
    });
  });

  it('keeps its number whatever the page sends for it', async () => {
    const draft = await draftOf(program, '关于开展检查的通知');
    const early = await program.api.outgoing.get({ id: draft.id });
    const saved = await program.api.outgoing.save({
      ...draft,
      document: {
        ...early.document,
        title: '甲',
        documentNumber: { issuerCode: '临建发', year: 2026, serial: 77 },
      },
    });
    expect((await program.api.outgoing.get({ id: draft.id })).document.documentNumber).toBeUndefined();
    const numbered = await numberDraft(program, {
      id: draft.id,
      rowVersion: saved.rowVersion,
      issuerCode: '临建发',
      year: 2026,
    });
    await program.api.outgoing.save({
      id: draft.id,
      rowVersion: numbered.rowVersion,
      document: { ...early.document, title: '甲', printingOffice: '临江市住房和城乡建设局综合科' },
    });
    const detail = await program.api.outgoing.get({ id: draft.id });
    expect(detail.document.printingOffice).toBe('临江市住房和城乡建设局综合科');
    expect(detail.document.documentNumber).toEqual({ issuerCode: '临建发', year: 2026, serial: 1 });
  });

  it('needs a title, a 机关代字 in use and a possible year', async () => {
    const { id } = await program.api.outgoing.create({ genre: '函' });
    const target = { id, rowVersion: 1, issuerCode: '临建发', year: 2026 };
    await expect(numberDraft(program, target)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: '请先填写标题，再补记纸面审签。',
    });
    const draft = await approveOnPaper(program, await draftOf(program, '关于商请支持的函'));
    await expect(
      assignNumber(program, { ...draft, issuerCode: '无此代字', year: 2026 }),
    ).rejects.toMatchObject({
      fields: { issuerCode: '没有机关代字“无此代字”。请先在“设置”中添加，再编号。' },
    });
    await expect(assignNumber(program, { ...draft, issuerCode: '临建发', year: 2062 })).rejects.toMatchObject(
      {
        fields: { year: '现在是2026年，不能发2062年的文号。请核对年份和电脑时间。' },
      },
    );
    expect(await program.api.office.numberSeries()).toEqual([]);
  });

  it('voided keeps its place with the reason; the serial is not used again', async () => {
    const first = await draftOf(program, '关于甲事项的通知');
    const one = await numberDraft(program, { ...first, issuerCode: '临建发', year: 2026 });
    await voidNumber(program, {
      id: first.id,
      rowVersion: one.rowVersion,
      reason: '内容有误重发',
    });
    const second = await draftOf(program, '关于甲事项的通知（重发）');
    const two = await numberDraft(program, { ...second, issuerCode: '临建发', year: 2026 });
    expect(two.serial).toBe(2);
    const detail = await program.api.outgoing.get({ id: first.id });
    expect(detail).toMatchObject({ state: 'voided', voidReason: '内容有误重发' });
    expect(detail.document.documentNumber).toEqual({ issuerCode: '临建发', year: 2026, serial: 1 });
    expect(await program.api.office.numberSeries()).toEqual([
      { issuerCode: '临建发', year: 2026, first: 1, last: 2, issued: 2, voided: 1, gaps: [] },
    ]);
  });

  it('50 assignments at once: no gap, no double', async () => {
    const drafts = [];
    for (let index = 0; index < 50; index += 1)
      drafts.push(await approveOnPaper(program, await draftOf(program, `关于第${index}件事的通知`)));
    const numbers = await Promise.all(
      drafts.map((draft) => assignNumber(program, { ...draft, issuerCode: '临建发', year: 2026 })),
    );
    const serials = numbers.map(({ serial }) => serial).toSorted((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    expect(await program.api.office.numberSeries()).toEqual([
      { issuerCode: '临建发', year: 2026, first: 1, last: 50, issued: 50, voided: 0, gaps: [] },
    ]);
  });

  it('50 assignments of one document at once: one number, the others are told', async () => {
    const draft = await approveOnPaper(program, await draftOf(program, '关于一件事的通知'));
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () => assignNumber(program, { ...draft, issuerCode: '临建发', year: 2026 })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'CONFLICT' });
    }
    expect(await program.api.office.numberSeries()).toMatchObject([{ last: 1, issued: 1, gaps: [] }]);
  });
});

describe('saving', () => {
  it('a stale version is told and overwrites nothing', async () => {
    const draft = await draftOf(program, '第一稿');
    const { document } = await program.api.outgoing.get({ id: draft.id });
    await program.api.outgoing.save({ ...draft, document: { ...document, title: '第二稿' } });
    await expect(
      program.api.outgoing.save({ ...draft, document: { ...document, title: '旧窗口里的稿' } }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    expect((await program.api.outgoing.get({ id: draft.id })).document.title).toBe('第二稿');
  });

  it('the same content makes no new version and no event', async () => {
    const draft = await draftOf(program, '不变的稿');
    const { document } = await program.api.outgoing.get({ id: draft.id });
    const events = (await program.api.outgoing.history({ id: draft.id })).length;
    expect(await program.api.outgoing.save({ ...draft, document })).toMatchObject({
      rowVersion: draft.rowVersion,
    });
    expect(await program.api.outgoing.history({ id: draft.id })).toHaveLength(events);
  });

  it.each(['绝密', '机密', '秘密'] as const)('%s is refused and nothing of it is stored', async (secrecy) => {
    const draft = await draftOf(program, '普通稿');
    const { document } = await program.api.outgoing.get({ id: draft.id });
    const save = program.api.outgoing.save({
      ...draft,
      document: { ...document, secrecy, title: '不得存入的标题' },
    });
    await expect(save).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { secrecy: expect.stringContaining('涉密专用计算机') },
    });
    expect((await program.api.outgoing.get({ id: draft.id })).document.title).toBe('普通稿');
    const raw = await program.session.database.exclusively((db) =>
      Buffer.from(db.serialize()).includes('不得存入'),
    );
    expect(raw).toBe(false);
  });

  it('a 密级标志 in the text is refused as well', async () => {
    const draft = await draftOf(program, '普通稿');
    const { document } = await program.api.outgoing.get({ id: draft.id });
    await expect(
      program.api.outgoing.save({
        ...draft,
        document: { ...document, body: [{ type: 'paragraph', text: '机密★10年' }] },
      }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { body: expect.any(String) } });
  });

  it('a copy leaves number and dates behind', async () => {
    const draft = await draftOf(program, '关于年度工作的通知');
    const { document } = await program.api.outgoing.get({ id: draft.id });
    const saved = await program.api.outgoing.save({
      ...draft,
      document: { ...document, issuedOn: '2026-03-05' },
    });
    await numberDraft(program, {
      id: draft.id,
      rowVersion: saved.rowVersion,
      issuerCode: '临建发',
      year: 2026,
    });
    const { id } = await program.api.outgoing.create({ genre: '通知', copyOf: draft.id });
    const copy = await program.api.outgoing.get({ id });
    expect(copy.document.title).toBe('关于年度工作的通知');
    expect(copy.document.documentNumber).toBeUndefined();
    expect(copy.document.issuedOn).toBeUndefined();
    expect(copy.state).toBe('draft');
  });
});

describe('history', () => {
  it('tells what happened, newest first, a sitting of saves as one line', async () => {
    const draft = await draftOf(program, '第0稿');
    let { rowVersion } = draft;
    for (let index = 1; index <= 3; index += 1) {
      const { document } = await program.api.outgoing.get({ id: draft.id });
      ({ rowVersion } = await program.api.outgoing.save({
        id: draft.id,
        rowVersion,
        document: { ...document, title: `第${index}稿` },
      }));
    }
    const numbered = await numberDraft(program, {
      id: draft.id,
      rowVersion,
      issuerCode: '临建发',
      year: 2026,
    });
    await voidNumber(program, {
      id: draft.id,
      rowVersion: numbered.rowVersion,
      reason: '重复发文',
    });
    const events = await program.api.outgoing.history({ id: draft.id });
    expect(events.map(({ summary }) => summary)).toEqual([
      '作废 临建发〔2026〕1号，文号不再使用（张主任批准）：重复发文',
      '编号：临建发〔2026〕1号',
      '补记纸面审签：核稿 赵核稿，陈局长 2026-11-20 签发，复核 孙复核',
      '修改',
      '新建',
    ]);
    expect(new Set(events.map(({ actorName }) => actorName))).toEqual(new Set(['林晓']));
  });
});
