import { z } from 'zod';
import { OFFICIAL_REDS } from './red.ts';

/**
 * The one model of a 公文: the editor, the database, the command line and the tests all speak it.
 * Lengths are mm, dates `YYYY-MM-DD`, texts NFC. Unknown keys are errors.
 *
 * Two strengths of the same shape:
 * - `gongwenDraftSchema` accepts what a drafter has typed so far (empty title, no date);
 *   layout and preview take this type, so that a page can always be shown.
 * - what a finished document must have on top of the shape is checked by `findFaults` in `faults.ts`.
 */

/** 文种: the fifteen of 《党政机关公文处理工作条例》第八条. */
export const GENRES = [
  '决议',
  '决定',
  '命令（令）',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
] as const;
export type Genre = (typeof GENRES)[number];

/** 通用格式 · 信函格式 · 命令（令）格式 · 纪要格式 (GB/T 9704-2012, 7 and 10). */
export const FORMATS = ['document', 'letter', 'order', 'minutes'] as const;
export type Format = (typeof FORMATS)[number];

export const SECRECY_LEVELS = ['绝密', '机密', '秘密'] as const;
export const URGENCIES = ['特急', '加急'] as const;
export const SEALINGS = ['seal', 'none', 'stamp'] as const;

/**
 * 字高 and 字宽 of the 发文机关标志 that can be asked for, mm. The standard of 2012 gives no limit (H-11); the one of
 * 1999 had 22 × 15, and characters of more than 30 mm leave no room for a name.
 */
export const MARK_HEIGHT = { min: 5, max: 30 } as const;
export const MARK_WIDTH = { min: 3, max: 30 } as const;

const text = z.string().transform((value) => value.normalize('NFC'));
const isoDate = z.iso.date();

const paragraphSchema = z.strictObject({ type: z.literal('paragraph'), text });
const headingSchema = z.strictObject({
  type: z.literal('heading'),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  text,
});
const tableSchema = z.strictObject({
  type: z.literal('table'),
  caption: text.optional(),
  /** Header rows, repeated on every page the table runs over. */
  header: z.array(z.array(text)).optional(),
  rows: z.array(z.array(text)),
  /** Column widths in mm; their sum must not pass the type area (156 mm, landscape 225 mm). */
  widths: z.array(z.number().positive()).optional(),
  landscape: z.boolean().optional(),
  /**
   * Merged cells: `row` and `column` of the first place, counted from 0, the 表头 rows before the others.
   * The other places are empty texts of `header` or `rows`.
   */
  spans: z
    .array(
      z.strictObject({
        row: z.int().min(0),
        column: z.int().min(0),
        rows: z.int().min(1).optional(),
        columns: z.int().min(1).optional(),
      }),
    )
    .optional(),
});
const imageSchema = z.strictObject({
  type: z.literal('image'),
  file: z.string(),
  width: z.number().positive(),
});
const pageBreakSchema = z.strictObject({ type: z.literal('pageBreak') });

export const blockSchema = z.discriminatedUnion('type', [
  paragraphSchema,
  headingSchema,
  tableSchema,
  imageSchema,
  pageBreakSchema,
]);
export type Block = z.output<typeof blockSchema>;
export type HeadingBlock = z.output<typeof headingSchema>;
export type TableBlock = z.output<typeof tableSchema>;
export type ImageBlock = z.output<typeof imageSchema>;

export const blocksSchema = z.array(blockSchema);

/** 发文字号: 机关代字＋年份＋顺序号 · 令号 (第×号) · 期号 (第×期). */
export const documentNumberSchema = z.union([
  z.strictObject({
    issuerCode: text,
    year: z.int().min(1949).max(9999),
    serial: z.int().min(1),
  }),
  z.strictObject({ orderNo: z.int().min(1) }),
  z.strictObject({ issueNo: z.int().min(1) }),
]);
export type DocumentNumber = z.output<typeof documentNumberSchema>;

export const attendanceGroupSchema = z.strictObject({ unit: text.optional(), names: z.array(text) });

/** Keys in the order a reader of the document meets them. */
export const gongwenDraftSchema = z.strictObject({
  format: z.enum(FORMATS).default('document'),
  genre: z.enum(GENRES),
  issuers: z.array(text),
  issuerMark: z
    .strictObject({
      names: z.array(text).optional(),
      suffix: text.optional(),
      /** Ink of the tallest and of the widest character of the mark in mm; automatic when absent. */
      charHeight: z.number().min(MARK_HEIGHT.min).max(MARK_HEIGHT.max).optional(),
      charWidth: z.number().min(MARK_WIDTH.min).max(MARK_WIDTH.max).optional(),
      /** The red of mark and rules; `OFFICIAL_RED` when absent. */
      color: z.enum(OFFICIAL_REDS).optional(),
    })
    .optional(),
  copyNumber: z.string().optional(),
  secrecy: z.enum(SECRECY_LEVELS).optional(),
  secrecyTerm: text.optional(),
  urgency: z.enum(URGENCIES).optional(),
  documentNumber: documentNumberSchema.optional(),
  signatories: z.array(z.strictObject({ name: text, issuer: text.optional() })).default([]),
  /** `\n` forces a line break; without it the title is broken by meaning. */
  title: text.default(''),
  addressees: z.array(text).default([]),
  body: blocksSchema,
  attachments: z
    .array(
      z.strictObject({ title: text, body: blocksSchema.default([]), separate: z.boolean().default(false) }),
    )
    .default([]),
  enclosures: z.array(z.strictObject({ title: text, body: blocksSchema })).default([]),
  sealing: z.enum(SEALINGS).default('seal'),
  seals: z
    .array(z.strictObject({ diameter: z.number().positive().default(42), image: z.string().optional() }))
    .default([]),
  stamps: z.array(z.strictObject({ office: text, name: text, image: z.string().optional() })).default([]),
  issuedOn: isoDate.optional(),
  /** 附注, without its brackets. */
  annotation: text.optional(),
  attendance: z
    .strictObject({
      present: z.array(attendanceGroupSchema).optional(),
      leave: z.array(attendanceGroupSchema).optional(),
      observers: z.array(attendanceGroupSchema).optional(),
    })
    .optional(),
  /** 抄送机关, a line per group. */
  copyTo: z.array(z.array(text)).default([]),
  printingOffice: text.optional(),
  printedOn: isoDate.optional(),
  options: z
    .strictObject({
      imprintOnEvenPage: z.boolean().default(true),
      mirrorMargins: z.boolean().default(false),
      addresseesInImprint: z.union([z.literal('auto'), z.boolean()]).default('auto'),
    })
    .default({ imprintOnEvenPage: true, mirrorMargins: false, addresseesInImprint: 'auto' }),
});

/** The normalised document: bodies are blocks, every default is filled in. */
export type Gongwen = z.output<typeof gongwenDraftSchema>;
export type Attachment = Gongwen['attachments'][number];
export type Enclosure = Gongwen['enclosures'][number];
