import { z } from 'zod';
import { gongwenDraftSchema } from '../gongwen/model.ts';
import { command, query } from '../ipc/define.ts';
import { pageRangesSchema, printContract } from './document-print.ts';

/** The page itself: preview, faults, export, print. All of it drawn from the one layout. */

export const previewPageSchema = z.strictObject({
  index: z.int(),
  pageNumber: z.int().optional(),
  /** mm. */
  width: z.number(),
  height: z.number(),
  /**
   * Self-contained SVG text: glyph outlines, no external font, viewBox in mm. Empty for a page of a long
   * document that lies outside of the asked window; `previewPages` draws it.
   */
  svg: z.string(),
  /** Bounding boxes in mm of each element on the page, for highlight and jump. */
  boxes: z.array(
    z.strictObject({
      element: z.string(),
      path: z.string(),
      x: z.number(),
      y: z.number(),
      width: z.number(),
      height: z.number(),
      /** Largest text of the element, pt. */
      sizePt: z.number().optional(),
      /** Box of the ink, where the standard measures ink. */
      ink: z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
      /** The rules the element consists of; `y` is the centre. */
      rules: z
        .array(z.strictObject({ x: z.number(), y: z.number(), length: z.number(), thickness: z.number() }))
        .readonly()
        .optional(),
    }),
  ),
  /** 版心, mm from the upper left corner of the paper. */
  typeArea: z.strictObject({ left: z.number(), top: z.number(), right: z.number(), bottom: z.number() }),
  /** 28 × 22 characters: pitch of the lines and height of a character in mm; null on a turned page. */
  grid: z.strictObject({ columns: z.int(), rows: z.int(), pitch: z.number(), height: z.number() }).nullable(),
});
export type PreviewPage = z.output<typeof previewPageSchema>;

export const faultSchema = z.strictObject({
  /** Model path of the field, e.g. `addressees.0`. */
  path: z.string(),
  /** Chinese: what is wrong and what to do. */
  message: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  /** Clause, e.g. GB/T 9704-2012 7.3.1; absent where it is not the standard's word. */
  clause: z.string().optional(),
});
export type DocumentFault = z.output<typeof faultSchema>;

/** Pages to draw, 1-based, both ends included. */
export const pageWindowSchema = z.strictObject({ from: z.int().min(1), to: z.int().min(1) });
export type PageWindow = z.output<typeof pageWindowSchema>;

export const previewSchema = z.strictObject({
  pages: z.array(previewPageSchema),
  /** Names these pages to `previewPages`. */
  version: z.int(),
  notes: z.array(z.strictObject({ code: z.string(), message: z.string(), path: z.string() })),
  faults: z.array(faultSchema),
  /** 例：仿宋 用 Noto Serif SC 代替. */
  standIns: z.array(z.string()),
  milliseconds: z.number(),
});
export type Preview = z.output<typeof previewSchema>;

export const exportedFileSchema = z.strictObject({ token: z.string(), name: z.string(), folder: z.string() });

/** A voided document leaves the program only when the person has been told that its pages bear no mark of it. */
const voidedAcknowledged = z.boolean().optional();

export const documentContract = {
  /** Lays out in the worker; a newer call for the same editor makes an older one answer CANCELLED. */
  preview: query(
    z.strictObject({
      document: gongwenDraftSchema,
      editor: z.string().max(40),
      /** The stored document that is being edited: what is compared with others is not compared with it. */
      id: z.string().max(40).optional(),
      /** Of a long document only these pages are drawn; all of them when absent. */
      window: pageWindowSchema.optional(),
    }),
    previewSchema,
    [],
  ),
  /** Further pages of the editor's newest preview; null when the engine has others by now: ask anew. */
  previewPages: query(
    z.strictObject({ editor: z.string().max(40), version: z.int(), window: pageWindowSchema }),
    z.strictObject({ pages: z.array(previewPageSchema) }).nullable(),
    [],
  ),
  /** Asks where to save, writes atomically, answers the files; null when cancelled. */
  exportFiles: command(
    z.strictObject({
      id: z.string().max(40),
      kinds: z.array(z.enum(['docx', 'pdf'])).min(1),
      voidedAcknowledged,
    }),
    z.strictObject({ files: z.array(exportedFileSchema) }).nullable(),
    ['auditEvent'],
  ),
  openExported: command(
    z.strictObject({ token: z.string().max(100), how: z.enum(['open', 'reveal']) }),
    z.void(),
    [],
  ),
  ...printContract,
  /** The system's print dialog with exactly these pages, all of them when no ranges are given. */
  print: command(
    z.strictObject({ id: z.string().max(40), ranges: pageRangesSchema.default([]), voidedAcknowledged }),
    z.strictObject({ outcome: z.enum(['printed', 'cancelled']) }),
    ['auditEvent'],
  ),
} as const;
