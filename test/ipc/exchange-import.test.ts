import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpTables } from './harness.ts';
import { marksIn, openLedger, rowsOf, stateOf } from './import-steps.ts';
import { startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';
import { asCsv, asXlsx, makeLedger, YEAR } from './ledger-maker.ts';
import type { Ledger } from './ledger-maker.ts';

let office: ReceivingOffice;

beforeEach(async () => {
  office = await startReceiving();
});
afterEach(async () => {
  await office.program.close();
});

/** Counts of every table, without the trail of what happened and what tells of imports. */
async function tableCounts(): Promise<Record<string, number>> {
  const tables = await dumpTables(office.program);
  return Object.fromEntries(
    Object.entries(tables)
      .filter(([name]) => !/^import|Search|searchDue/u.test(name))
      .map(([name, rows]) => [name, rows.length]),
  );
}

const FAULTS = ['notADate', 'missing', 'notACount', 'sameNumberInFile', 'unknownWord'] as const;

function faultsOf({ facts }: Ledger): number {
  return FAULTS.reduce((sum, code) => sum + (facts.marks[code] ?? 0), 0);
}

describe('a ledger of 5,000 rows with every disorder', () => {
  it.each(['xlsx', 'csv'] as const)(
    'as .%s: every fault is found and nothing else, it goes in, and out again without a trace',
    async (kind) => {
      const ledger = makeLedger(5000, { merged: kind === 'xlsx' });
      const bytes = kind === 'xlsx' ? await asXlsx(ledger) : asCsv(ledger);
      const { exchange, incoming } = office.program.api;
      await office.register({ title: '导入前登记的一件' });
      const before = await tableCounts();
      const dumpBefore = await dumpTables(office.program);
      const id = await openLedger(office.program, `收文登记.${kind}`, bytes);

      const state = await stateOf(office.program, id);
      expect(state.encoding).toBe(kind === 'xlsx' ? null : 'GB18030');
      expect(state.headingHeight).toBe(2);
      expect(state.year).toBe(YEAR);
      expect(state.unmapped).toEqual([]);
      const headings = Object.entries(state.mapping).map(([key, column]) => [key, state.headings[column]]);
      expect(Object.fromEntries(headings)).toMatchObject({
        number: '序号',
        receivedAt: '收文日期',
        senderName: '来文单位',
        documentNumber: '文  号',
        secrecy: '密级',
        urgency: '缓急',
        copies: '份数',
        leadName: '承办部门',
        dueOn: '办结时限',
        result: '办理结果',
        remark: '备注',
      });
      const { facts } = ledger;
      expect(state.counts).toMatchObject({
        papers: facts.papers,
        classified: facts.classified,
        furniture: facts.totals + facts.headings + facts.notes,
        skipped: 0,
      });
      const rows = await rowsOf(office.program, id);
      expect(marksIn(rows)).toEqual(
        Object.fromEntries(Object.entries(facts.marks).filter(([, count]) => count > 0)),
      );
      expect(state.counts.faultCells).toBe(faultsOf(ledger));
      // Nothing of a classified row has left the reading thread.
      const classified = rows.filter(({ fate }) => fate === 'classified');
      expect(classified).toHaveLength(facts.classified);
      expect(classified.every(({ cells }) => Object.keys(cells).length === 0)).toBe(true);

      await expect(exchange.runImport({ id, job: 'j', classifiedAcknowledged: true })).rejects.toMatchObject({
        code: 'NOT_ALLOWED_IN_STATE',
      });
      const { rows: left } = await exchange.skipFaulty({ id, reason: '原簿字迹不清，另行核对' });
      expect(left).toBe(state.counts.faults);
      await expect(exchange.runImport({ id, job: 'j', classifiedAcknowledged: false })).rejects.toMatchObject(
        { message: expect.stringContaining('国家秘密') as string },
      );
      expect((await tableCounts())['incoming']).toBe(before['incoming']);
      const { batchId, imported } = await exchange.runImport({ id, job: 'j', classifiedAcknowledged: true });
      expect(imported).toBe(facts.papers - left);
      expect((await tableCounts())['incoming']).toBe((before['incoming'] ?? 0) + imported);
      expect(await exchange.importState({ id })).toBeNull();
      const listed = await incoming.list({
        filter: { year: YEAR },
        sort: { key: 'number', direction: 'desc' },
        offset: 0,
        limit: 1,
      });
      expect(listed.total).toBe(imported);
      expect(listed.rows[0]).toMatchObject({ state: 'closed', number: `收〔${YEAR}〕${facts.highest}` });

      const [batch] = await exchange.imports();
      expect(batch).toMatchObject({ id: batchId, imported, skipped: left, classified: facts.classified });
      const undone = await exchange.undoImport({
        id: batchId,
        rowVersion: batch?.rowVersion ?? 0,
        reason: '导错了年份',
        changed: 'refuse',
      });
      expect(undone).toEqual({ removed: imported, voided: 0 });
      expect(await tableCounts()).toEqual(before);
      const dump = await dumpTables(office.program);
      for (const table of ['incoming', 'incomingSeries']) expect(dump[table]).toEqual(dumpBefore[table]);
      const events = await office.program.session.database.read
        .selectFrom('auditEvent')
        .select('summary')
        .where('action', '=', 'exchange.undoImport')
        .execute();
      expect(events).toEqual([
        { summary: `撤销导入“收文登记.${kind}”：移除 ${imported} 件。理由：导错了年份` },
      ]);
    },
    180_000,
  );
});
