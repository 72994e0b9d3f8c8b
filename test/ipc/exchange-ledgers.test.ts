import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookLayout } from '../../shared/domain/exchange/export-list.ts';
import { EXPORT_LISTS } from '../../shared/domain/exchange/export-lists.ts';
import { dumpTables } from './harness.ts';
import { startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';
import { marksIn, openLedger, rowsOf, stateOf, textsOf, workbook } from './import-steps.ts';

let office: ReceivingOffice;
let exchange: ReceivingOffice['program']['api']['exchange'];

beforeEach(async () => {
  office = await startReceiving();
  ({ exchange } = office.program.api);
});
afterEach(async () => {
  await office.program.close();
});

const HEAD = ['收文号', '收文日期', '来文单位', '来文字号', '标题'];
const ONE = ['1', '2025.3.5', '市财政局', '临财[2025]5号', '关于编报预算的通知'];

const list = (year?: number) =>
  office.program.api.incoming.list({
    filter: year === undefined ? {} : { year },
    sort: { key: 'number', direction: 'asc' },
    offset: 0,
    limit: 500,
  });

async function importAll(id: string) {
  return exchange.runImport({ id, job: 'j', classifiedAcknowledged: true });
}

describe('dates of workbooks', () => {
  it('are read as days, in both systems, as numbers and as real dates', async () => {
    const on = new Date(Date.UTC(2025, 2, 5));
    const rows = [HEAD, ['1', on, '甲局', '', '一'], ['2', 45_721, '甲局', '', '二']];
    const id = await openLedger(office.program, 'a.xlsx', await workbook(rows));
    expect((await rowsOf(office.program, id)).map((row) => textsOf(row)['receivedAt'])).toEqual([
      '2025-03-05',
      '2025-03-05',
    ]);
    const old = await workbook([HEAD, ['1', on, '甲局', '', '一'], ['2', 45_721 - 1462, '甲局', '', '二']], {
      date1904: true,
    });
    const second = await openLedger(office.program, 'b.xlsx', old);
    expect((await rowsOf(office.program, second)).map((row) => textsOf(row)['receivedAt'])).toEqual([
      '2025-03-05',
      '2025-03-05',
    ]);
  });
});

describe('what a person changes before an import', () => {
  it('a cell is corrected, the original stays in sight and comes back', async () => {
    const id = await openLedger(
      office.program,
      'a.xlsx',
      await workbook([HEAD, ['1', '昨天', '甲局', '', '一']]),
    );
    expect((await stateOf(office.program, id)).counts.faults).toBe(1);
    await exchange.correctCell({ id, row: 2, key: 'receivedAt', text: '2025.3.5' });
    const [row] = await rowsOf(office.program, id);
    expect(row?.cells.receivedAt).toMatchObject({ text: '2025-03-05', original: '昨天' });
    expect((await stateOf(office.program, id)).counts.faults).toBe(0);
    await exchange.correctCell({ id, row: 2, key: 'receivedAt', text: null });
    expect((await stateOf(office.program, id)).counts.faults).toBe(1);
    await expect(exchange.correctCell({ id, row: 2, key: 'secrecy', text: '机密' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('columns are given to fields, and remembered for the same headings', async () => {
    const head = ['A', 'B', 'C', '来文单位', '标题'];
    const rows = [head, ['1', '2025-3-5', '甲发〔2025〕1号', '甲局', '一']];
    const id = await openLedger(office.program, 'a.xlsx', await workbook(rows));
    const state = await stateOf(office.program, id);
    expect(state.mapping).toEqual({ senderName: 3, title: 4 });
    const mapping = { ...state.mapping, number: 0, receivedAt: 1, documentNumber: 2 };
    await exchange.setUpImport({ id, mapping });
    expect(textsOf((await rowsOf(office.program, id))[0])).toMatchObject({
      number: '收〔2025〕0001',
      documentNumber: '甲发〔2025〕1号',
    });
    await importAll(id);
    const again = await openLedger(
      office.program,
      'b.xlsx',
      await workbook([head, ['2', '', '', '乙局', '二']]),
    );
    expect(await stateOf(office.program, again)).toMatchObject({ mapping, remembered: true });
  });

  it('headings are pointed at where none were found, or said to be missing', async () => {
    const rows = [
      ['甲', '乙'],
      ['来文', '事情'],
      ['甲局', '关于一事的通知'],
      ['乙局', '关于二事的通知'],
    ];
    const id = await openLedger(office.program, 'a.xlsx', await workbook(rows));
    expect(await stateOf(office.program, id)).toMatchObject({ headingRow: null, counts: { papers: 0 } });
    await exchange.setUpImport({ id, headingRow: 1, mapping: { senderName: 0, title: 1 } });
    expect(await stateOf(office.program, id)).toMatchObject({
      headings: ['来文', '事情'],
      counts: { papers: 2, faults: 0 },
    });
    await exchange.setUpImport({ id, headingRow: -1 });
    expect(await stateOf(office.program, id)).toMatchObject({ mapping: { senderName: 0, title: 1 } });
  });
});

const plain = (series: unknown) =>
  (series as { year: number; first: number; last: number }[]).map(({ year, first, last }) => [
    year,
    first,
    last,
  ]);

describe('numbers', () => {
  it('that are taken are faults; the book goes on behind the highest that came in', async () => {
    await office.register({ title: '今年第一件' });
    const rows = [HEAD, ['1', '2026-1-5', '甲局', '', '一'], ['7', '2026-1-6', '甲局', '', '七']];
    const id = await openLedger(office.program, 'a.xlsx', await workbook(rows));
    expect(marksIn(await rowsOf(office.program, id))).toMatchObject({ numberTaken: 1 });
    await exchange.correctCell({ id, row: 2, key: 'number', text: '' });
    expect((await stateOf(office.program, id)).numbers).toEqual([
      '2026年 1 件沿用原号 收〔2026〕0007 至 收〔2026〕0007，导入后从 收〔2026〕0008 续编。',
      '1 件没有收文号，不占号登记。',
    ]);
    const { batchId } = await importAll(id);
    const next = await office.get(await office.register({ title: '下一件' }));
    expect(next.number).toBe('收〔2026〕0008');
    // Numbers were issued since: the series stays, the imported rows go.
    const [batch] = await exchange.imports();
    await exchange.undoImport({
      id: batchId,
      rowVersion: batch?.rowVersion ?? 0,
      reason: '重来',
      changed: 'refuse',
    });
    expect((await list()).rows.map(({ number }) => number)).toEqual(['收〔2026〕0001', '收〔2026〕0008']);
    expect((await office.get(await office.register({ title: '再下一件' }))).number).toBe('收〔2026〕0009');
  });

  it('of pasted papers of this year are the next ones of the book', async () => {
    await office.register({ title: '今年第一件' });
    const { id } = await exchange.importPasted({
      rows: [
        ['2026.11.20', '市财政局', '临财〔2026〕5号', '关于编报预算的通知'],
        ['2026.11.21', '市总工会', null, '关于慰问职工的函'],
      ],
    });
    const state = await stateOf(office.program, id);
    expect(state).toMatchObject({
      mapping: { receivedAt: 0, senderName: 1, documentNumber: 2, title: 3 },
      plainState: 'registered',
      numbers: ['2 件没有收文号，接着编 收〔2026〕0002 至 收〔2026〕0003。'],
    });
    await importAll(id);
    expect((await list()).rows.map(({ number, title }) => [number, title])).toEqual([
      ['收〔2026〕0001', '关于做好2026年汛期地质灾害防治工作的通知'].with(1, '今年第一件'),
      ['收〔2026〕0002', '关于编报预算的通知'],
      ['收〔2026〕0003', '关于慰问职工的函'],
    ]);
    expect((await office.get(await office.register({ title: '下一件' }))).number).toBe('收〔2026〕0004');
  });

  it('go back where they were when an import of this year is undone', async () => {
    await office.register({ title: '今年第一件' });
    const before = (await dumpTables(office.program))['incomingSeries'];
    const rows = [HEAD, ['7', '2026-1-6', '甲局', '', '七'], ['3', '2024-1-6', '甲局', '', '三']];
    const { batchId } = await importAll(await openLedger(office.program, 'a.xlsx', await workbook(rows)));
    expect((await dumpTables(office.program))['incomingSeries']).toHaveLength(2);
    await exchange.undoImport({ id: batchId, rowVersion: 1, reason: '重来', changed: 'refuse' });
    const after = (await dumpTables(office.program))['incomingSeries'];
    expect(plain(after)).toEqual(plain(before));
  });
});

describe('papers worked on since', () => {
  it('keep an import from being undone, or are voided by choice', async () => {
    const rows = [HEAD, ONE, ['2', '2025-3-6', '甲局', '', '关于第二件事的函']];
    const id = await openLedger(office.program, 'a.xlsx', await workbook(rows));
    await exchange.setUpImport({ id, plainState: 'registered' });
    const { batchId } = await importAll(id);
    const [first] = (await list()).rows;
    await office.act(first?.id ?? '', 'submitReview');
    expect(await exchange.checkUndo({ id: batchId })).toMatchObject({
      rows: 2,
      changed: 1,
      examples: [{ number: '收〔2025〕0001', what: expect.any(String) as string }],
    });
    const order = { id: batchId, rowVersion: 1, reason: '重来' } as const;
    await expect(exchange.undoImport({ ...order, changed: 'refuse' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
    });
    expect((await list()).rows).toHaveLength(2);
    expect(await exchange.undoImport({ ...order, changed: 'void' })).toEqual({ removed: 1, voided: 1 });
    expect((await list()).rows.map(({ number, state }) => [number, state])).toEqual([
      ['收〔2025〕0001', 'voided'],
    ]);
    await expect(exchange.undoImport({ ...order, changed: 'void' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
    });
  });

  it('the same file again is said to be imported already, its papers to be there', async () => {
    const bytes = await workbook([HEAD, ONE]);
    await importAll(await openLedger(office.program, 'a.xlsx', bytes));
    const id = await openLedger(office.program, 'a.xlsx', bytes);
    expect((await stateOf(office.program, id)).importedBefore).toContain('已导入过这个文件（1 件）');
    expect(marksIn(await rowsOf(office.program, id))).toMatchObject({ numberTaken: 1, samePaper: 1 });
  });
});

describe('a round trip', () => {
  it('what was exported comes in again the same', async () => {
    await office.register({
      title: '=关于第一件事的通知',
      urgency: '特急',
      secrecy: '工作秘密',
      copies: 3,
      attachmentCount: 2,
      pageCount: 14,
      channel: '机要',
      issuedOn: '2026-11-02',
      dueOn: '2026-12-01',
      remark: '第一行\n第二行',
    });
    await office.register({ title: '关于第二件事的函', documentNumber: '', copyNumber: '000003' });
    const columns = EXPORT_LISTS.incoming.columns.map(({ key, heading, width }) => ({ key, heading, width }));
    expect(bookLayout(EXPORT_LISTS.incoming).length).toBeLessThan(columns.length);
    for (const format of ['xlsx', 'csv-gb18030', 'csv-utf8'] as const) {
      const file = path.join(office.program.folder, `往返.${format === 'xlsx' ? 'xlsx' : 'csv'}`);
      office.program.answers.push(file, file);
      await exchange.exportList({
        job: 'j',
        source: { list: 'incoming', filter: {}, sort: { key: 'number', direction: 'asc' } },
        columns,
        format,
      });
      const session = await exchange.importFile();
      const id = session?.id ?? '';
      const state = await stateOf(office.program, id);
      expect(state.unmapped).toEqual([]);
      const rows = await rowsOf(office.program, id);
      // Nothing but that they are there already, and that they have their own numbers.
      expect(Object.keys(marksIn(rows)).sort()).toEqual(['numberTaken', 'samePaper']);
      const details = await Promise.all((await list()).rows.map(({ id: paper }) => office.get(paper)));
      expect(rows.map(textsOf)).toMatchObject(
        details.map((paper) => ({
          number: paper.number,
          senderName: paper.senderName,
          documentNumber: paper.documentNumber,
          title: paper.title,
          secrecy: paper.secrecy,
          urgency: paper.urgency,
          copyNumber: paper.copyNumber,
          copies: String(paper.copies),
          attachmentCount: String(paper.attachmentCount),
          pageCount: String(paper.pageCount),
          channel: paper.channel,
          issuedOn: paper.issuedOn ?? '',
          dueOn: paper.dueOn ?? '',
          signerName: paper.signerName,
          state: '已登记',
          remark: paper.remark,
        })),
      );
    }
  });
});
