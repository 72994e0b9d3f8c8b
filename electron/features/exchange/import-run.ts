import type { EvaluatedRow } from '../../../shared/domain/exchange/evaluate.ts';
import { headingKey, headingTexts } from '../../../shared/domain/exchange/find-headings.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Change } from '../../db/transaction.ts';
import type { Ctx } from '../context.ts';
import { insertItems, prepareItem, readDepartmentIds, runJob } from '../links-exchange.ts';
import type { PreparedItem } from '../links-exchange.ts';
import { hasMark, importedRows, markDoubles } from './import-evaluate.ts';
import { planNumbers } from './import-numbers.ts';
import type { NumberPlan } from './import-numbers.ts';
import { discardSession, sheetOf } from './import-session.ts';
import type { ImportSession } from './import-session.ts';
import { giveWay, stopWhenCancelled } from './jobs.ts';
import { rememberMapping } from './mappings.ts';

const CANCELLED = '已停止导入，一件也没有存入。';
/** Rows prepared in one turn of the event loop. */
const SLICE = 100;

/**
 * Puts a whole ledger in: everything that takes time is done before, then one transaction. A crash at any moment leaves
 * all of it or nothing.
 */
export function runImport(
  ctx: Ctx,
  session: ImportSession,
  order: { readonly job: string; readonly classifiedAcknowledged: boolean },
): Promise<{ batchId: string; imported: number }> {
  return runJob(order.job, async (signal) => {
    // What was registered while the ledger was looked at counts too.
    await markDoubles(ctx, session);
    const rows = importedRows(session);
    checkReady(session, rows, order.classifiedAcknowledged);
    const departments = await readDepartmentIds(ctx.read);
    const plan = await planNumbers(ctx, session);
    const items: PreparedItem[] = [];
    for (const [index, row] of rows.entries()) {
      items.push(
        prepareItem(
          {
            paper: row.paper,
            state: row.paper.state === '' ? session.plainState : row.paper.state,
            ...plan.of(row),
          },
          departments,
        ),
      );
      if (index % SLICE === SLICE - 1) {
        ctx.services.progress({ job: order.job, done: index, total: rows.length, label: '正在准备' });
        await giveWay();
        stopWhenCancelled(signal, CANCELLED);
      }
    }
    ctx.services.progress({ job: order.job, done: rows.length, total: rows.length, label: '正在存入' });
    await giveWay();
    stopWhenCancelled(signal, CANCELLED);
    const batchId = await ctx.write((change) => storeBatch(change, session, plan, rows, items));
    discardSession(session.id);
    return { batchId, imported: rows.length };
  });
}

/** @throws AppError NOT_ALLOWED_IN_STATE */
function checkReady(session: ImportSession, rows: readonly EvaluatedRow[], acknowledged: boolean): void {
  const faulty = rows.filter((row) => hasMark(session, row, 'fault'));
  const [first] = faulty;
  if (first !== undefined) {
    const message = `还有 ${faulty.length} 行有错（第一处在第${first.row + 1}行），没有导入。请改正，或写明理由不导入这些行。`;
    throw new AppError('NOT_ALLOWED_IN_STATE', message);
  }
  if (rows.length === 0) {
    throw new AppError('NOT_ALLOWED_IN_STATE', '没有可以导入的行，没有导入。请检查标题行和各列的对应。');
  }
  const classified = session.ledger.filter(({ kind }) => kind === 'classified').length;
  if (classified > 0 && !acknowledged) {
    const message = `有 ${classified} 行涉及国家秘密，不会导入。请先确认已知悉，再导入其余各行。`;
    throw new AppError('NOT_ALLOWED_IN_STATE', message);
  }
}

/** @throws AppError CONFLICT when a number of the plan was given to another paper meanwhile */
async function checkBase(change: Change, { base }: NumberPlan): Promise<void> {
  if (base === null) return;
  const series = await change.read
    .selectFrom('incomingSeries')
    .select('last')
    .where('year', '=', base.year)
    .executeTakeFirst();
  if ((series?.last ?? 0) === base.last) return;
  throw new AppError('CONFLICT', '准备导入时另有收文登记，收文号已往后走，没有导入。请再按一次“导入”。');
}

async function storeBatch(
  change: Change,
  session: ImportSession,
  plan: NumberPlan,
  rows: readonly EvaluatedRow[],
  items: readonly PreparedItem[],
): Promise<string> {
  await checkBase(change, plan);
  const stamps = change.stampNew();
  const sheet = sheetOf(session);
  const { ids, effects } = await insertItems(change, stamps.id, items);
  const skipped = [...session.skipped].map(([row, reason]) => ({ row: row + 1, reason }));
  const classified = session.ledger.filter(({ kind }) => kind === 'classified').map(({ row }) => row + 1);
  const { mapping, headings, year, plainState } = session;
  await change.tx
    .insertInto('importBatch')
    .values({
      ...stamps,
      list: 'incoming',
      source: session.source,
      fileName: session.fileName,
      fileHash: session.fileHash,
      sheetName: sheet.name,
      setUp: JSON.stringify({ mapping, headings, year, plainState, classified }),
      importedCount: rows.length,
      skippedCount: skipped.length,
      classifiedCount: classified.length,
      correctedCount: session.corrections.size,
      skipped: JSON.stringify(skipped),
      effects: JSON.stringify(effects),
      undoneAt: null,
      undoneBy: null,
      undoReason: '',
      removedCount: 0,
      voidedCount: 0,
    })
    .execute();
  if (headings !== undefined && headings.row >= 0) {
    await rememberMapping(change, 'incoming', headingKey(headingTexts(sheet, headings)), mapping);
  }
  await change.auditAll(
    ids.map((id, index) => ({
      entity: 'incoming',
      entityId: id,
      summary: `从“${session.fileName}”第${(rows[index]?.row ?? 0) + 1}行导入`,
    })),
  );
  const left = classified.length === 0 ? '' : `，涉密 ${classified.length} 行未导入`;
  await change.audit({
    entity: 'importBatch',
    entityId: stamps.id,
    summary: `导入收文台账“${session.fileName}” ${rows.length} 件，不导入 ${skipped.length} 行${left}`,
    detail: {
      rows: rows.length,
      skipped: skipped.length,
      classified: classified.length,
      file: session.fileHash,
    },
  });
  return stamps.id;
}
