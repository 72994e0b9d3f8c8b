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
  /** Self-contained SVG text: glyph outlines, no external font, viewBox in mm. */
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
    }),
  ),
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

export const previewSchema = z.strictObject({
  pages: z.array(previewPageSchema),
  notes: z.array(z.strictObject({ code: z.string(), message: z.string(), path: z.string() })),
  faults: z.array(faultSchema),
  /** 例：仿宋 用 Noto Serif SC 代替. */
  standIns: z.array(z.string()),
  milliseconds: z.number(),
});
export type Preview = z.output<typeof previewSchema>;

export const exportedFileSchema = z.strictObject({ token: z.string(), name: z.string(), folder: z.string() });

export const documentContract = {
  /** Lays out in the worker; a newer call for the same editor makes an older one answer CANCELLED. */
  preview: query(
    z.strictObject({ document: gongwenDraftSchema, editor: z.string().max(40) }),
    previewSchema,
    [],
  ),
  /** Asks where to save, writes atomically, answers the files; null when cancelled. */
  exportFiles: command(
    z.strictObject({ id: z.string().max(40), kinds: z.array(z.enum(['docx', 'pdf'])).min(1) }),
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
    z.strictObject({ id: z.string().max(40), ranges: pageRangesSchema.default([]) }),
    z.strictObject({ outcome: z.enum(['printed', 'cancelled']) }),
    ['auditEvent'],
  ),
} as const;
