import { z } from 'zod';
import type { ImportBatch } from '../../../shared/features/exchange-import.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { ImportBatchTable } from '../../db/exchange-schema.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { removeItems, touchedItems } from '../links-exchange.ts';

/** Imports that were made, and taking one back. */

const storedEffects = z.strictObject({
  series: z.array(
    z.strictObject({
      year: z.int(),
      before: z.strictObject({ first: z.int(), last: z.int() }).nullable(),
      last: z.int(),
    }),
  ),
  senders: z.array(
    z.strictObject({ id: z.string(), rows: z.int(), made: z.boolean(), lastUsedAt: z.number() }),
  ),
});

export async function listImports(read: Reader): Promise<ImportBatch[]> {
  const rows = await read
    .selectFrom('importBatch')
    .leftJoin('person as maker', 'maker.id', 'importBatch.createdBy')
    .leftJoin('person as undoer', 'undoer.id', 'importBatch.undoneBy')
    .selectAll('importBatch')
    .select(['maker.name as by', 'undoer.name as undoneByName'])
    .orderBy('importBatch.createdAt', 'desc')
    .orderBy('importBatch.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    rowVersion: row.rowVersion,
    at: row.createdAt,
    by: row.by ?? '',
    source: row.source,
    fileName: row.fileName,
    sheetName: row.sheetName,
    imported: row.importedCount,
    skipped: row.skippedCount,
    classified: row.classifiedCount,
    undoneAt: row.undoneAt,
    undoneBy: row.undoneByName ?? '',
    undoReason: row.undoReason,
    removed: row.removedCount,
    voided: row.voidedCount,
  }));
}

const EXAMPLES = 20;

export async function checkUndo(read: Reader, id: string) {
  const batch = await readBatch(read, id);
  const touched = await touchedItems(read, id);
  return { rows: batch.importedCount, changed: touched.length, examples: touched.slice(0, EXAMPLES) };
}

interface UndoOrder {
  readonly id: string;
  readonly rowVersion: number;
  readonly reason: string;
  readonly changed: 'refuse' | 'void';
}

/** @throws AppError CONFLICT, or NOT_ALLOWED_IN_STATE when it is undone already or rows were worked on since */
export async function undoImport(
  change: Change,
  order: UndoOrder,
): Promise<{ removed: number; voided: number }> {
  const batch = await readBatch(change.read, order.id);
  if (batch.undoneAt !== null) {
    throw new AppError('NOT_ALLOWED_IN_STATE', '这次导入已经撤销过，没有改动。');
  }
  if (batch.rowVersion !== order.rowVersion) {
    throw new AppError('CONFLICT', '这次导入的记录已在别处改动，没有撤销。请刷新后重试。');
  }
  const touched = order.changed === 'refuse' ? await touchedItems(change.read, order.id) : [];
  const [first] = touched;
  if (first !== undefined) {
    const label = first.number === '' ? first.title : first.number;
    const message = `有 ${touched.length} 件在导入后已办理过（如 ${label}：${first.what}），没有撤销。可以选择“已办理的作废、其余撤销”。`;
    throw new AppError('NOT_ALLOWED_IN_STATE', message);
  }
  const undone = { undoneAt: change.at, undoneBy: change.actor.id, undoReason: order.reason };
  // First of all: only an import that is being undone may move a series back.
  await change.tx
    .updateTable('importBatch')
    .set({ ...undone, ...change.stampChanged(batch.rowVersion) })
    .where('id', '=', batch.id)
    .execute();
  const effects = storedEffects.parse(JSON.parse(batch.effects));
  const { removed, voided } = await removeItems(change, batch.id, effects, order.reason);
  await change.tx
    .updateTable('importBatch')
    .set({ removedCount: removed, voidedCount: voided })
    .where('id', '=', batch.id)
    .execute();
  const kept = voided === 0 ? '' : `，已办理过的 ${voided} 件作废`;
  await change.audit({
    entity: 'importBatch',
    entityId: batch.id,
    summary: `撤销导入“${batch.fileName}”：移除 ${removed} 件${kept}。理由：${order.reason}`,
    detail: { removed, voided, reason: order.reason },
  });
  return { removed, voided };
}

async function readBatch(read: Reader, id: string): Promise<ImportBatchTable> {
  const row = await read.selectFrom('importBatch').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', '找不到这次导入的记录。请刷新后重试。');
  return row;
}
