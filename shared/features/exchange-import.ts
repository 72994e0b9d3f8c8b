import { z } from 'zod';
import { PAPER_KEYS } from '../domain/exchange/incoming-import.ts';
import { IMPORT_STATES } from '../domain/exchange/ledger-paper.ts';
import type { PaperKey } from '../domain/exchange/ledger-paper.ts';
import { MARK_CODES } from '../domain/exchange/reading.ts';
import { command, query } from '../ipc/define.ts';

/** Old ledgers from Excel: read, shown with every fault, put in as a whole, taken back as a whole. */

const id = z.string().max(40);
const index = z.int().min(0).max(100_000);
const paperKeySchema = z.enum(PAPER_KEYS as readonly [PaperKey, ...PaperKey[]]);
const mappingSchema = z.partialRecord(paperKeySchema, index);
const reason = z.string().trim().min(2, '请写明理由（至少两个字）').max(200, '理由不超过200字');

/** What of the ledger's rows is looked at. */
export const ROW_VIEWS = ['all', 'faults', 'warnings', 'changes', 'left'] as const;
export type RowView = (typeof ROW_VIEWS)[number];

/** What becomes of a row: put in, or left out for a reason. */
export const ROW_FATES = ['paper', 'skipped', 'classified', 'total', 'heading', 'note'] as const;

/** Papers of this year without a 收文号 stay without one, or take the next numbers of the book. */
export const NUMBERLESS = ['none', 'next'] as const;
export type Numberless = (typeof NUMBERLESS)[number];

export const previewRowSchema = z.strictObject({
  id: z.string(),
  /** As the spreadsheet counts, from 1. */
  row: z.int(),
  fate: z.enum(ROW_FATES),
  /** Why the person left it out. */
  reason: z.string(),
  cells: z.partialRecord(
    paperKeySchema,
    z.strictObject({
      /** As it will be put in. */
      text: z.string(),
      /** As the ledger has it. */
      original: z.string(),
      marks: z.array(
        z.strictObject({
          kind: z.enum(['fault', 'warning', 'change']),
          code: z.enum(MARK_CODES),
          message: z.string(),
        }),
      ),
    }),
  ),
});
export type PreviewRow = z.output<typeof previewRowSchema>;

export const importStateSchema = z.strictObject({
  id: z.string(),
  source: z.enum(['file', 'paste']),
  fileName: z.string(),
  /** e.g. GB18030; null for a workbook. */
  encoding: z.string().nullable(),
  sheets: z.array(z.strictObject({ name: z.string(), rows: z.int() })),
  sheet: z.int(),
  /** Zero-based; -1 when the ledger has none, null while none were found. */
  headingRow: z.int().nullable(),
  headingHeight: z.union([z.literal(1), z.literal(2)]),
  /** The first rows of the sheet, so that the headings can be pointed at. */
  head: z.array(z.array(z.string())),
  headings: z.array(z.string()),
  /** An example of each column from the first rows of data. */
  examples: z.array(z.string()),
  mapping: mappingSchema,
  /** The mapping was used for these headings before. */
  remembered: z.boolean(),
  /** Needed fields that no column is given to. */
  unmapped: z.array(paperKeySchema),
  year: z.int().nullable(),
  plainState: z.enum(IMPORT_STATES),
  numberless: z.enum(NUMBERLESS),
  counts: z.strictObject({
    papers: z.int(),
    /** Rows, not cells. */
    faults: z.int(),
    faultCells: z.int(),
    warnings: z.int(),
    changes: z.int(),
    skipped: z.int(),
    classified: z.int(),
    /** Totals, repeated headings and remarks. */
    furniture: z.int(),
  }),
  /** What the numbers of the ledger do to the book, one sentence a year. */
  numbers: z.array(z.string()),
  /** When and by whom the very same file was imported before. */
  importedBefore: z.string().nullable(),
});
export type ImportState = z.output<typeof importStateSchema>;

export const importBatchSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  at: z.number(),
  by: z.string(),
  source: z.enum(['file', 'paste']),
  fileName: z.string(),
  sheetName: z.string(),
  imported: z.int(),
  skipped: z.int(),
  classified: z.int(),
  undoneAt: z.number().nullable(),
  undoneBy: z.string(),
  undoReason: z.string(),
  removed: z.int(),
  voided: z.int(),
});
export type ImportBatch = z.output<typeof importBatchSchema>;

const pastedCell = z.string().max(5000).nullable();
const session = z.strictObject({ id: z.string() });

export const importContract = {
  /** Asks for a file; null when the person cancels. */
  importFile: command(z.void(), session.nullable(), ['importSession']),
  /** Cells copied from a spreadsheet; merged ones as zero-based ranges. */
  importPasted: command(
    z.strictObject({
      rows: z.array(z.array(pastedCell).max(200)).min(1).max(20_000),
      merges: z
        .array(z.strictObject({ top: index, left: index, bottom: index, right: index }))
        .max(20_000)
        .default([]),
    }),
    session,
    ['importSession'],
  ),
  /** Null when the program was started anew since: the file has to be chosen again. */
  importState: query(z.strictObject({ id }), importStateSchema.nullable(), ['importSession']),
  /** Another sheet begins anew; headings, columns, year and state may be given alone. */
  setUpImport: command(
    z.strictObject({
      id,
      sheet: index.optional(),
      /** -1: there are none, the first row is data. */
      headingRow: z.int().min(-1).max(1000).optional(),
      headingHeight: z.union([z.literal(1), z.literal(2)]).optional(),
      mapping: mappingSchema.optional(),
      year: z.int().min(1949).max(2099).nullable().optional(),
      plainState: z.enum(IMPORT_STATES).optional(),
      numberless: z.enum(NUMBERLESS).optional(),
    }),
    z.void(),
    ['importSession'],
  ),
  importRows: query(
    z.strictObject({
      id,
      view: z.enum(ROW_VIEWS),
      offset: index,
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({ total: z.int(), rows: z.array(previewRowSchema) }),
    ['importSession'],
  ),
  /** The next row with a fault after this one (from 1), wherever it stands; its place among all rows. */
  nextFault: query(
    z.strictObject({
      id,
      view: z.enum(ROW_VIEWS),
      after: z.int(),
      step: z.union([z.literal(1), z.literal(-1)]),
    }),
    z.strictObject({ place: z.int(), key: paperKeySchema }).nullable(),
    ['importSession'],
  ),
  /** Types over a cell; null takes the correction back. */
  correctCell: command(
    z.strictObject({ id, row: z.int().min(1), key: paperKeySchema, text: z.string().max(5000).nullable() }),
    z.void(),
    ['importSession'],
  ),
  /** Leaves rows out, with the reason that is recorded; an empty reason takes them in again. */
  skipRows: command(
    z.strictObject({
      id,
      rows: z.array(z.int().min(1)).min(1).max(20_000),
      reason: z.string().trim().max(200, '理由不超过200字'),
    }),
    z.void(),
    ['importSession'],
  ),
  /** All rows that still have a fault are left out for one reason. */
  skipFaulty: command(z.strictObject({ id, reason }), z.strictObject({ rows: z.int() }), ['importSession']),
  /** Everything in one transaction. Refused while a fault is left, or classified rows are not acknowledged. */
  runImport: command(
    z.strictObject({ id, job: z.string().min(1).max(60), classifiedAcknowledged: z.boolean() }),
    z.strictObject({ batchId: z.string(), imported: z.int() }),
    ['importSession', 'importBatch', 'incoming', 'correspondent'],
  ),
  discardImport: command(z.strictObject({ id }), z.void(), ['importSession']),
  /** Newest first. */
  imports: query(z.void(), z.array(importBatchSchema), ['importBatch', 'incoming']),
  /** What has been done to the rows of an import since. */
  checkUndo: query(
    z.strictObject({ id }),
    z.strictObject({
      rows: z.int(),
      changed: z.int(),
      /** The first of them. */
      examples: z.array(
        z.strictObject({ id: z.string(), number: z.string(), title: z.string(), what: z.string() }),
      ),
    }),
    ['importBatch', 'incoming', 'auditEvent', 'attachment'],
  ),
  /**
   * Takes an import back as a whole. Where rows have been worked on since, `changed` decides: nothing is done, or those
   * are voided and all others removed.
   */
  undoImport: command(
    z.strictObject({ id, rowVersion: z.int(), reason, changed: z.enum(['refuse', 'void']) }),
    z.strictObject({ removed: z.int(), voided: z.int() }),
    ['importBatch', 'incoming', 'correspondent'],
  ),
} as const;
