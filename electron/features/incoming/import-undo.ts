import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import type { ImportEffects } from './import-rows.ts';
import { readIncoming, updateIncoming } from './store.ts';

/** Taking an import back: what it brought goes, what has been worked on since is kept and voided. */

export interface TouchedItem {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** What was done, e.g. 修改标题. */
  readonly what: string;
}

/** The action under which an import is recorded; anything else in the history of a row is work on it. */
export const IMPORT_ACTION = 'exchange.runImport';

/** Rows of an import that have been worked on since: changed, linked, given files, or otherwise in the history. */
export async function touchedItems(read: Reader, importId: string): Promise<TouchedItem[]> {
  const rows = await read
    .selectFrom('incoming')
    .select(['incoming.id', 'incoming.number', 'incoming.title', 'incoming.rowVersion'])
    .select((row) => [
      row
        .selectFrom('auditEvent')
        .select('summary')
        .whereRef('auditEvent.entityId', '=', 'incoming.id')
        .where('auditEvent.entity', '=', 'incoming')
        .where('auditEvent.action', '<>', IMPORT_ACTION)
        .orderBy('auditEvent.sequence', 'desc')
        .limit(1)
        .as('what'),
      row
        .selectFrom('attachment')
        .select('attachment.name')
        .whereRef('attachment.ownerId', '=', 'incoming.id')
        .limit(1)
        .as('file'),
      row
        .selectFrom('itemLink')
        .select('itemLink.id')
        .where((link) =>
          link.or([
            link('itemLink.fromId', '=', link.ref('incoming.id')),
            link('itemLink.toId', '=', link.ref('incoming.id')),
          ]),
        )
        .limit(1)
        .as('link'),
    ])
    .where('incoming.importId', '=', importId)
    .where('incoming.state', '<>', 'voided')
    .orderBy('incoming.bookYear')
    .orderBy('incoming.serial')
    .execute();
  return rows
    .filter(
      ({ rowVersion, what, file, link }) => rowVersion > 1 || what !== null || file !== null || link !== null,
    )
    .map(({ id, number, title, what, file }) => ({
      id,
      number,
      title,
      what: what ?? (file === null ? '关联了其他文件' : `附件“${file}”`),
    }));
}

/** Takes the untouched rows out, voids the others, and puts series and senders back as far as nobody uses them. */
export async function removeItems(
  change: Change,
  importId: string,
  effects: ImportEffects,
  reason: string,
): Promise<{ removed: number; voided: number }> {
  const touched = await touchedItems(change.read, importId);
  for (const { id } of touched) {
    const { row } = await readIncoming(change.read, id);
    await updateIncoming(change, row, {
      state: 'voided',
      voidedFrom: row.state,
      voidReason: `撤销导入：${reason}`,
    });
    await change.audit({ entity: 'incoming', entityId: id, summary: `随导入撤销作废：${reason}` });
  }
  // Voided ones, those of now and of before, keep their numbers.
  const result = await change.tx
    .deleteFrom('incoming')
    .where('importId', '=', importId)
    .where('state', '<>', 'voided')
    .executeTakeFirst();
  await lowerSeries(change, effects.series);
  await forgetSenders(change, effects.senders);
  return { removed: Number(result.numDeletedRows), voided: touched.length };
}

/** Back to where the series was, or to the highest number still there. Numbers issued since keep it where it is. */
async function lowerSeries(change: Change, series: ImportEffects['series']): Promise<void> {
  for (const { year, before, last } of series) {
    const row = await change.tx
      .selectFrom('incomingSeries')
      .selectAll()
      .where('year', '=', year)
      .executeTakeFirst();
    if (row === undefined) continue;
    const highest = await change.tx
      .selectFrom('incoming')
      .select(({ fn }) => fn.max('serial').as('serial'))
      .where('bookYear', '=', year)
      .executeTakeFirst();
    const kept = highest?.serial ?? null;
    const target = Math.max(before?.last ?? 0, kept ?? 0);
    // Later than this import's highest: the book has gone on since, and a number once issued is not given again.
    if (row.last === last && target < row.last) {
      await change.tx
        .updateTable('incomingSeries')
        .set({ last: target, ...change.stampChanged(row.rowVersion) })
        .where('id', '=', row.id)
        .execute();
      if (before === null && kept === null) {
        await change.tx.deleteFrom('incomingSeries').where('id', '=', row.id).execute();
      }
    }
  }
}

async function forgetSenders(change: Change, senders: ImportEffects['senders']): Promise<void> {
  for (const { id, rows, made } of senders) {
    const row = await change.tx
      .selectFrom('correspondent')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) continue;
    const used = await change.tx
      .selectFrom('incoming')
      .select('id')
      .where('senderId', '=', id)
      .limit(1)
      .executeTakeFirst();
    // One that somebody has given a telephone number, or uses, stays.
    if (made && used === undefined && row.rowVersion === 1) {
      await change.tx.deleteFrom('correspondent').where('id', '=', id).execute();
      continue;
    }
    await change.tx
      .updateTable('correspondent')
      .set({ useCount: Math.max(0, row.useCount - rows), ...change.stampChanged(row.rowVersion) })
      .where('id', '=', id)
      .execute();
  }
}
