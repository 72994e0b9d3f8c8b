import { z } from 'zod';
import { DUPLEX_MODES, MAX_COPIES, MAX_COPY_NUMBER, MAX_OFFSET } from '../domain/print.ts';
import { command, query } from '../ipc/define.ts';

/** Printing a 公文: choice of the printer, copies with counted 份号, position on the paper. */

const id = z.string().max(40);
const job = z.string().min(1).max(40);
const printer = z.string().min(1).max(300);
const duplexSchema = z.enum(DUPLEX_MODES);
const pageNumber = z.int().min(1).max(99_999);

/** Pages counted from 1; none means all. */
export const pageRangesSchema = z
  .array(
    z.strictObject({ from: pageNumber, to: pageNumber }).refine(({ from, to }) => from <= to, '页码前大后小'),
  )
  .max(100);

/** mm; right and down are positive. */
export const printOffsetSchema = z.strictObject({
  x: z.number().min(-MAX_OFFSET).max(MAX_OFFSET),
  y: z.number().min(-MAX_OFFSET).max(MAX_OFFSET),
});

export const printerSchema = z.strictObject({
  /** As the system knows it. */
  name: z.string(),
  displayName: z.string(),
  description: z.string(),
  /** How this computer last printed on it, and how far it moves the page. */
  duplex: duplexSchema,
  offset: printOffsetSchema,
});
export type PrinterChoice = z.output<typeof printerSchema>;

export const printOptionsSchema = z.strictObject({
  printers: z.array(printerSchema),
  /** The printer used last on this computer, when it is still there. */
  lastPrinter: z.string().nullable(),
  /** The highest 份号 this document was printed with. */
  lastCopyNumber: z.int().nullable(),
});
export type PrintOptions = z.output<typeof printOptionsSchema>;

export const printToSchema = z
  .strictObject({
    id,
    /** Name of the job for progress and cancelling, chosen by the caller. */
    job,
    printer,
    copies: z.int().min(1).max(MAX_COPIES),
    duplex: duplexSchema,
    ranges: pageRangesSchema,
    /** 份号 of the first copy; each further copy gets the next one. Absent: all copies are alike. */
    firstCopyNumber: z.int().min(1).max(MAX_COPY_NUMBER).optional(),
    /** The person knows that the document is void and its pages bear no mark of it. */
    voidedAcknowledged: z.boolean().optional(),
  })
  .refine(({ copies, firstCopyNumber }) => (firstCopyNumber ?? 1) + copies - 1 <= MAX_COPY_NUMBER, {
    path: ['firstCopyNumber'],
    message: '份号超过了 999999，请减少份数或改小起始份号。',
  });

export const printResultSchema = z.strictObject({
  outcome: z.enum(['printed', 'cancelled']),
  /** Copies that went to the printer, also when it was cancelled on the way. */
  copies: z.int(),
});

export const printContract = {
  printOptions: query(z.strictObject({ id }), printOptionsSchema, ['auditEvent']),
  /** Prints without a further question; progress by event under the name of the job. */
  printTo: command(printToSchema, printResultSchema, ['auditEvent']),
  /** No further copy goes to the printer. */
  cancelPrint: command(z.strictObject({ job }), z.void(), []),
  /** Kept on this computer under the printer's name. */
  saveOffset: command(z.strictObject({ printer, offset: printOffsetSchema }), z.void(), []),
  /** A page with lines at known places; `corrected` applies what is kept, to see whether it is right. */
  printCalibration: command(z.strictObject({ printer, corrected: z.boolean() }), z.void(), []),
} as const;
