import type { z } from 'zod';
import { choosePages, DEFAULT_DUPLEX, formatCopyNumber, NO_OFFSET } from '../../../shared/domain/print.ts';
import type { Duplex, PageRange } from '../../../shared/domain/print.ts';
import type { PrinterChoice, printResultSchema } from '../../../shared/features/document-print.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { AuditEntry } from '../../db/audit.ts';
import type { Ctx, PrintPage, PrintTarget } from '../context.ts';
import { runJob } from './running-jobs.ts';

/** Sending pages to a printer: the one way for documents, forms and registers. */

type Result = z.output<typeof printResultSchema>;

export interface PrintOrder {
  readonly job: string;
  readonly printer: string;
  readonly copies: number;
  readonly duplex: Duplex;
  readonly ranges: readonly PageRange[];
  readonly firstCopyNumber?: number | undefined;
  /** False where the sides are those of this kind of paper, not the person's habit with documents. */
  readonly keepDuplex?: boolean;
}

export interface Printable {
  readonly entity: AuditEntry['entity'];
  readonly entityId: string;
  readonly jobName: string;
  /** What the history calls it, after 打印: 作废件, 文件处理单; empty for the document itself. */
  readonly called: string;
  readonly detail?: AuditEntry['detail'];
  /** All its pages; with a 份号, those of that copy. */
  readonly pages: (copyNumber?: string) => Promise<readonly PrintPage[]>;
}

/** One send-off to the printer: several equal copies, or a single one with its own 份号. */
interface Batch {
  readonly copies: number;
  readonly copyNumber?: string;
}

/**
 * Prints on a named printer. With 份号 every copy is laid out by itself and sent as a job of its own, so that no copy
 * begins on the back of another. What went out is written down also when a later copy fails.
 * @throws AppError NOT_FOUND without the printer; INVALID_INPUT for pages that do not exist; FILE_REFUSED when the
 *   printer takes no job; whatever `find` throws
 */
export function printCopies(ctx: Ctx, order: PrintOrder, find: () => Promise<Printable>): Promise<Result> {
  return runJob(order.job, async (signal) => {
    const { printer } = ctx.services;
    const known = await printer.printers();
    const found = known.find(({ name }) => name === order.printer);
    if (found === undefined) throw printerGone(order.printer);
    const item = await find();
    const kept = remember(ctx, order);
    const target = { printer: order.printer, duplex: order.duplex, offset: kept };
    let done = 0;
    let sides = 0;
    try {
      for (const batch of batchesOf(order)) {
        if (signal.aborted) break;
        tellProgress(ctx, order, done, batch);
        const pages = chosenPages(await item.pages(batch.copyNumber), order);
        // Asked again: laying out took its time.
        if (signal.aborted) break;
        await printer.printTo(pages, jobNameOf(item.jobName, batch), { ...target, copies: batch.copies });
        sides = pages.length;
        done += batch.copies;
      }
    } finally {
      if (done > 0) await writeDown(ctx, order, item, { copies: done, sides, printer: found.displayName });
    }
    return { outcome: done === order.copies ? 'printed' : 'cancelled', copies: done };
  });
}

/**
 * Prints through the system's own dialog.
 * @throws AppError INVALID_INPUT when no page is left to print
 */
export async function printByDialog(
  ctx: Ctx,
  item: Printable,
  ranges: readonly PageRange[],
): Promise<{ outcome: 'printed' | 'cancelled' }> {
  const pages = choosePages(await item.pages(), ranges);
  if (pages.length === 0) throw new AppError('INVALID_INPUT', '没有要打印的页，请改页码范围。');
  const outcome = await ctx.services.printer.print(pages, item.jobName);
  if (outcome === 'printed') {
    await ctx.write(async (change) => {
      await change.audit({
        entity: item.entity,
        entityId: item.entityId,
        summary: `打印${item.called} ${pages.length} 面`,
        detail: { ...item.detail, pages: pages.length },
      });
    });
  }
  return { outcome };
}

/** The printers of this computer, how each was last used, and which one. */
export async function printerChoices({
  services: { device, printer },
}: Ctx): Promise<{ printers: PrinterChoice[]; lastPrinter: string | null }> {
  const { last, printers: kept } = device.get('printing');
  const printers = (await printer.printers()).map(({ name, displayName, description }) => ({
    name,
    displayName,
    description,
    duplex: kept[name]?.duplex ?? DEFAULT_DUPLEX,
    offset: kept[name]?.offset ?? NO_OFFSET,
  }));
  return { printers, lastPrinter: printers.some(({ name }) => name === last) ? last : null };
}

function batchesOf({ copies, firstCopyNumber }: PrintOrder): Batch[] {
  if (firstCopyNumber === undefined) return [{ copies }];
  return Array.from({ length: copies }, (_, index) => ({
    copies: 1,
    copyNumber: formatCopyNumber(firstCopyNumber + index),
  }));
}

function chosenPages(pages: readonly PrintPage[], { ranges }: PrintOrder): PrintPage[] {
  const chosen = choosePages(pages, ranges);
  const last = ranges.at(-1)?.to ?? 0;
  if (chosen.length === 0 || last > pages.length) {
    const message = `没有第 ${last} 页：本件共 ${pages.length} 页。没有打印，请改页码范围。`;
    throw new AppError('INVALID_INPUT', message, { fields: { ranges: message } });
  }
  return chosen;
}

function tellProgress(ctx: Ctx, { job, copies }: PrintOrder, done: number, { copyNumber }: Batch): void {
  const label = copyNumber === undefined ? '正在送往打印机' : `正在送往打印机：份号 ${copyNumber}`;
  ctx.services.progress({ job, done, total: copies, label });
}

function jobNameOf(name: string, { copyNumber }: Batch): string {
  return copyNumber === undefined ? name : `${copyNumber} ${name}`;
}

/** Keeps the choice for the next time and answers how far this printer moves the page. */
function remember(
  { services: { device } }: Ctx,
  { printer, duplex, keepDuplex = true }: PrintOrder,
): PrintTarget['offset'] {
  const { printers } = device.get('printing');
  const known = printers[printer];
  const offset = known?.offset ?? NO_OFFSET;
  const kept = keepDuplex ? duplex : (known?.duplex ?? DEFAULT_DUPLEX);
  device.set('printing', {
    last: printer,
    printers: { ...printers, [printer]: { duplex: kept, offset } },
  });
  return offset;
}

interface Done {
  readonly copies: number;
  readonly sides: number;
  readonly printer: string;
}

async function writeDown(
  ctx: Ctx,
  order: PrintOrder,
  item: Printable,
  { copies, sides, printer }: Done,
): Promise<void> {
  const first = order.firstCopyNumber;
  const last = first === undefined ? undefined : first + copies - 1;
  const numbers =
    first === undefined || last === undefined ? '' : `，份号 ${copyNumbersText({ first, last })}`;
  await ctx.write(async (change) => {
    await change.audit({
      entity: item.entity,
      entityId: item.entityId,
      summary: `打印${item.called} ${copies} 份，每份 ${sides} 面${numbers}（${printer}）`,
      detail: {
        ...item.detail,
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
