import { z } from 'zod';
import { DEFAULT_DUPLEX } from '../../../shared/domain/print.ts';
import type { PrintOffset } from '../../../shared/domain/print.ts';
import type { PrintOptions } from '../../../shared/features/document-print.ts';
import type { Reader } from '../../db/schema.ts';
import type { Ctx } from '../context.ts';
import { readDocument } from '../links.ts';
import { printerChoices } from './print-run.ts';

/** What the print dialog offers for a document. @throws AppError NOT_FOUND */
export async function readPrintOptions(id: string, ctx: Ctx): Promise<PrintOptions> {
  await readDocument(ctx.read, ctx.services.session, id);
  return { ...(await printerChoices(ctx)), lastCopyNumber: await readLastCopyNumber(ctx.read, id) };
}

export function keepOffset({ services: { device } }: Ctx, printer: string, offset: PrintOffset): void {
  const { last, printers } = device.get('printing');
  const duplex = printers[printer]?.duplex ?? DEFAULT_DUPLEX;
  device.set('printing', { last, printers: { ...printers, [printer]: { duplex, offset } } });
}

const detailSchema = z.object({ lastCopyNumber: z.int() });

/** No two copies may bear the same 份号: the history knows which were given. */
async function readLastCopyNumber(read: Reader, id: string): Promise<number | null> {
  const events = await read
    .selectFrom('auditEvent')
    .select('detail')
    .where('entity', '=', 'outgoing')
    .where('entityId', '=', id)
    .where('action', '=', 'document.printTo')
    .execute();
  const numbers = events
    .map(({ detail }) => detailSchema.safeParse(JSON.parse(detail)))
    .flatMap(({ data }) => (data === undefined ? [] : [data.lastCopyNumber]));
  return numbers.length === 0 ? null : Math.max(...numbers);
}
