import type { z } from 'zod';
import { choosePages, formatCopyNumber, NO_OFFSET } from '../../../shared/domain/print.ts';
import type { printResultSchema, printToSchema } from '../../../shared/features/document-print.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Ctx, PrintPage, PrintTarget } from '../context.ts';
import { readDocument } from '../links.ts';
import { stemOf } from './file-names.ts';
import { runJob } from './running-jobs.ts';
import { refuseUnlessKnown } from './voided.ts';

type Order = z.output<typeof printToSchema>;
type Result = z.output<typeof printResultSchema>;

/** One send-off to the printer: several equal copies, or a single one with its own 份号. */
interface Batch {
  readonly copies: number;
  readonly copyNumber?: string;
}

/**
 * Prints a document on a named printer. With 份号 every copy is laid out by itself and sent as a job of its own,
 * so that no copy begins on the back of another. What went out is written down also when a later copy fails.
 * @throws AppError NOT_FOUND without the document or the printer; INVALID_INPUT for pages that do not exist;
 *   FILE_REFUSED when the printer takes no job;
 *   NOT_ALLOWED_IN_STATE for a voided document that the person was not told of
 */
export function printTo(order: Order, ctx: Ctx): Promise<Result> {
  return runJob(order.job, async (signal) => {
    const { printer } = ctx.services;
    const known = await printer.printers();
    const found = known.find(({ name }) => name === order.printer);
    if (found === undefined) throw printerGone(order.printer);
    const stored = await readDocument(ctx.read, ctx.services.session, order.id);
    const { document, voided } = stored;
    refuseUnlessKnown(voided, order.voidedAcknowledged);
    const kept = remember(ctx, order);
    const jobName = stemOf(stored);
    const target = { printer: order.printer, duplex: order.duplex, offset: kept };
    let done = 0;
    let sides = 0;
    try {
      for (const batch of batchesOf(order)) {
        if (signal.aborted) break;
        tellProgress(ctx, order, done, batch);
        const own = batch.copyNumber === undefined ? document : { ...document, copyNumber: batch.copyNumber };
        const pages = chosenPages(await ctx.services.docgen.printPages(own), order);
        // Asked again: laying out took its time.
        if (signal.aborted) break;
        await printer.printTo(pages, jobNameOf(jobName, batch), { ...target, copies: batch.copies });
        sides = pages.length;
        done += batch.copies;
      }
    } finally {
      if (done > 0) await writeDown(ctx, order, { copies: done, sides, printer: found.displayName, voided });
    }
    return { outcome: done === order.copies ? 'printed' : 'cancelled', copies: done };
  });
}

function batchesOf({ copies, firstCopyNumber }: Order): Batch[] {
  if (firstCopyNumber === undefined) return [{ copies }];
  return Array.from({ length: copies }, (_, index) => ({
    copies: 1,
    copyNumber: formatCopyNumber(firstCopyNumber + index),
  }));
}

function chosenPages(pages: readonly PrintPage[], { ranges }: Order): PrintPage[] {
  const chosen = choosePages(pages, ranges);
  const last = ranges.at(-1)?.to ?? 0;
  if (chosen.length === 0 || last > pages.length) {
    const message = `没有第 ${last} 页：本件共 ${pages.length} 页。没有打印，请改页码范围。`;
    throw new AppError('INVALID_INPUT', message, { fields: { ranges: message } });
  }
  return chosen;
}

function tellProgress(ctx: Ctx, { job, copies }: Order, done: number, { copyNumber }: Batch): void {
  const label = copyNumber === undefined ? '正在送往打印机' : `正在送往打印机：份号 ${copyNumber}`;
  ctx.services.progress({ job, done, total: copies, label });
}

function jobNameOf(name: string, { copyNumber }: Batch): string {
  return copyNumber === undefined ? name : `${copyNumber} ${name}`;
}

/** Keeps the choice for the next time and answers how far this printer moves the page. */
function remember({ services: { device } }: Ctx, { printer, duplex }: Order): PrintTarget['offset'] {
  const { printers } = device.get('printing');
  const offset = printers[printer]?.offset ?? NO_OFFSET;
  device.set('printing', { last: printer, printers: { ...printers, [printer]: { duplex, offset } } });
  return offset;
}

interface Done {
  readonly copies: number;
  readonly sides: number;
  readonly printer: string;
  readonly voided: boolean;
}

async function writeDown(ctx: Ctx, order: Order, { copies, sides, printer, voided }: Done): Promise<void> {
  const first = order.firstCopyNumber;
  const last = first === undefined ? undefined : first + copies - 1;
  const numbers =
    first === undefined || last === undefined ? '' : `，份号 ${copyNumbersText({ first, last })}`;
  await ctx.write(async (change) => {
    await change.audit({
      entity: 'outgoing',
      entityId: order.id,
      summary: `打印${voided ? '作废件' : ''} ${copies} 份，每份 ${sides} 面${numbers}（${printer}）`,
      detail: {
        copies,
        pages: sides,
        printer: order.printer,
        duplex: order.duplex,
        ...(first === undefined || last === undefined
          ? {}
          : { firstCopyNumber: first, lastCopyNumber: last }),
      },
    });
  });
}

function copyNumbersText({ first, last }: { readonly first: number; readonly last: number }): string {
  return first === last ? formatCopyNumber(first) : `${formatCopyNumber(first)}—${formatCopyNumber(last)}`;
}

export function printerGone(name: string): AppError {
  return new AppError(
    'NOT_FOUND',
    `找不到打印机“${name}”，没有打印。请检查它是否开机、连好，或另选一台；也可以先导出 PDF。`,
  );
}
