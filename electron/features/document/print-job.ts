import type { z } from 'zod';
import type { printResultSchema, printToSchema } from '../../../shared/features/document-print.ts';
import type { Ctx } from '../context.ts';
import { readDocument } from '../links.ts';
import { stemOf } from './file-names.ts';
import { printCopies } from './print-run.ts';
import type { Printable } from './print-run.ts';
import { refuseUnlessKnown } from './voided.ts';

type Order = z.output<typeof printToSchema>;
type Result = z.output<typeof printResultSchema>;

/**
 * Prints a document on a named printer; see `printCopies`.
 * @throws AppError NOT_FOUND without the document; NOT_ALLOWED_IN_STATE for a voided document that the person was not
 *   told of
 */
export function printTo(order: Order, ctx: Ctx): Promise<Result> {
  return printCopies(ctx, order, () => printableDocument(ctx, order.id, order.voidedAcknowledged));
}

/** A stored document as something to print. @throws AppError NOT_FOUND; NOT_ALLOWED_IN_STATE, see `printTo` */
export async function printableDocument(
  ctx: Ctx,
  id: string,
  voidedAcknowledged: boolean | undefined,
): Promise<Printable> {
  const stored = await readDocument(ctx.read, ctx.services.session, id);
  const { document, voided } = stored;
  refuseUnlessKnown(voided, voidedAcknowledged);
  return {
    entity: 'outgoing',
    entityId: id,
    jobName: stemOf(stored),
    called: voided ? '作废件' : '',
    pages: (copyNumber) =>
      ctx.services.docgen.printPages(copyNumber === undefined ? document : { ...document, copyNumber }),
  };
}
