import type { ListSource } from '../../shared/features/exchange-export.ts';
import type { Ctx } from './context.ts';
import { incomingHandlers } from './incoming/handlers.ts';
import { matterHandlers } from './matter/handlers.ts';
import { outgoingHandlers } from './outgoing/handlers.ts';

/**
 * The named seam between the lists and Excel: what a list holds, how rows of an old ledger become rows of a book, and the
 * long jobs that can be stopped.
 */

export { cancelJob, runJob } from './document/running-jobs.ts';
export { readNumberSetting as readNumberForm } from './incoming/numbering.ts';
export { insertItems, prepareItem, readDepartmentIds } from './incoming/import-rows.ts';
export type { ImportEffects, PreparedItem } from './incoming/import-rows.ts';
export { removeItems, touchedItems } from './incoming/import-undo.ts';

/** So many rows are asked for at a time: a few milliseconds, so that the window is never kept waiting. */
const SLICE = 1000;

/** Ids of everything the list holds under its filter, in its order, in slices. */
export async function* listedIds(source: ListSource, ctx: Ctx): AsyncGenerator<readonly string[]> {
  const seen = new Set<string>();
  for (let offset = 0; ; offset += SLICE) {
    const rows = await page(source, offset, ctx);
    // A row that moves down while the export runs would come twice.
    const fresh = rows.map(({ id }) => id).filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    yield fresh;
    if (rows.length < SLICE) return;
  }
}

async function page(source: ListSource, offset: number, ctx: Ctx): Promise<readonly { id: string }[]> {
  switch (source.list) {
    case 'incoming':
      return (await incomingHandlers.list({ ...source, offset, limit: SLICE }, ctx)).rows;
    case 'outgoing':
      return (await outgoingHandlers.list({ ...source, offset, limit: SLICE }, ctx)).rows;
    case 'matter':
      return (await matterHandlers.list({ ...source, offset, limit: SLICE }, ctx)).rows;
    case 'urging':
      return (await matterHandlers.urgings({ ...source.filter, offset, limit: SLICE }, ctx)).rows;
    case 'sealUse':
      return (await outgoingHandlers.sealUses({ ...source.filter, offset, limit: SLICE }, ctx)).rows;
    default:
      return source satisfies never;
  }
}
