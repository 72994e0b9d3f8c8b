import type { CodedKind } from '../../shared/domain/item-code.ts';
import type { z } from 'zod';
import type { historyEventSchema } from '../../shared/features/outgoing.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import type { Reader } from '../db/schema.ts';
import { incomingHistory } from './incoming/history.ts';
import { matterHandlers } from './matter/handlers.ts';
import type { Ctx } from './context.ts';
import { readOutgoing } from './outgoing/store.ts';
import { outgoingHistory } from './outgoing/history.ts';

/** The named seam between the printed forms and what they are printed from and with. */

export { exportStem } from './document/file-names.ts';
export { printByDialog, printCopies, printerChoices } from './document/print-run.ts';
export type { Printable, PrintOrder } from './document/print-run.ts';
export { cancelJob, runJob } from './document/running-jobs.ts';
export { saveFiles } from './document/save-files.ts';
export type { SavedFiles } from './document/save-files.ts';
export { ROW_SOURCES } from './exchange/sources.ts';
export { readDetail as readIncoming } from './incoming/detail.ts';
export { listedIds } from './links-exchange.ts';
export { readMatterDetail } from './matter/detail.ts';
export { readDetail as readOutgoingDetail } from './outgoing/detail.ts';

type History = z.output<typeof historyEventSchema>[];

/** What happened to an item, oldest first. */
export async function readHistory(ctx: Ctx, kind: CodedKind, id: string): Promise<History> {
  return (await newestFirst(ctx, ctx.read, kind, id)).toReversed();
}

async function newestFirst(ctx: Ctx, read: Reader, kind: CodedKind, id: string): Promise<History> {
  switch (kind) {
    case 'incoming':
      return incomingHistory(read, id);
    case 'outgoing':
      return outgoingHistory(read, id);
    case 'matter':
      return matterHandlers.history({ id }, ctx);
    default:
      return kind satisfies never;
  }
}

/** The text of a 发文. @throws AppError NOT_FOUND */
export async function readOutgoingDocument(read: Reader, id: string): Promise<Gongwen> {
  return (await readOutgoing(read, id)).document;
}
