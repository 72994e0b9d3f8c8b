import { z } from 'zod';
import { FORMATS, GENRES, gongwenDraftSchema } from '../gongwen/model.ts';
import { OUTGOING_ACTIONS, OUTGOING_STATES } from '../domain/flow-outgoing.ts';
import { command, query } from '../ipc/define.ts';
import { comparisonSchema } from '../gongwen/comparison.ts';
import { imagesContract } from './outgoing-images.ts';
import { outgoingFactsSchema, outgoingFieldsSchema, outgoingProcessShape } from './outgoing-process.ts';
import { sealsContract } from './outgoing-seals.ts';

/** 发文: list, draft, autosave, every step of the flow, versions. */

const id = z.string().max(40);
const target = { id, rowVersion: z.int() };

export const outgoingRowSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  /** As printed, e.g. 湖卫健发〔2023〕1号; empty before numbering. */
  documentNumber: z.string(),
  title: z.string(),
  genre: z.enum(GENRES),
  format: z.enum(FORMATS),
  state: z.enum(OUTGOING_STATES),
  drafterName: z.string(),
  addressees: z.string(),
  issuedOn: z.string().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
  sample: z.boolean(),
  /** Of the paper register. */
  departmentName: z.string(),
  urgency: z.string(),
  disclosure: z.string(),
  signatory: z.string(),
  signedOn: z.string().nullable(),
  printCopies: z.int().nullable(),
  /** Units that have received their copies, of all; null before 分发. */
  received: z.strictObject({ done: z.int(), all: z.int() }).nullable(),
  archiveNumber: z.string(),
});
export type OutgoingRow = z.output<typeof outgoingRowSchema>;

export const OUTGOING_SORT_KEYS = [
  'documentNumber',
  'title',
  'genre',
  'state',
  'drafterName',
  'issuedOn',
  'createdAt',
  'updatedAt',
] as const;

export const outgoingFilterSchema = z.strictObject({
  /** Words of title, number, addressees; several words must all occur. */
  text: z.string().max(100).optional(),
  states: z.array(z.enum(OUTGOING_STATES)).optional(),
  genres: z.array(z.enum(GENRES)).optional(),
  /** Year of 成文日期, or of creation while there is none. */
  year: z.int().optional(),
  drafterId: id.optional(),
});
export type OutgoingFilter = z.output<typeof outgoingFilterSchema>;

export const outgoingDetailSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  state: z.enum(OUTGOING_STATES),
  document: gongwenDraftSchema,
  drafterId: z.string(),
  drafterName: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
  voidReason: z.string().nullable(),
  sample: z.boolean(),
  ...outgoingProcessShape,
});
export type OutgoingDetail = z.output<typeof outgoingDetailSchema>;

export const historyEventSchema = z.strictObject({
  at: z.number(),
  actorName: z.string(),
  /** Chinese, e.g. 编号：湖卫健发〔2026〕3号. */
  summary: z.string(),
});

export const inputFaultSchema = z.strictObject({ path: z.string(), message: z.string() });

export const outgoingContract = {
  list: query(
    z.strictObject({
      filter: outgoingFilterSchema,
      sort: z.strictObject({ key: z.enum(OUTGOING_SORT_KEYS), direction: z.enum(['asc', 'desc']) }),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({
      total: z.int(),
      /** A search found more than `total`; the newest are listed. */
      more: z.literal(true).optional(),
      rows: z.array(outgoingRowSchema),
    }),
    ['outgoing', 'issuedNumber', 'person'],
  ),
  /** How many there are in each state, the recycle bin included; of one drafter only, when named. */
  counts: query(
    z.strictObject({ drafterId: id.optional() }),
    z.partialRecord(z.enum(OUTGOING_STATES), z.int()),
    ['outgoing'],
  ),
  get: query(z.strictObject({ id }), outgoingDetailSchema, ['outgoing', 'issuedNumber', 'incoming', 'seal']),
  create: command(
    /** `templateId`: the 红头模板 a new document starts with; a copy keeps its own header. */
    z.strictObject({
      genre: z.enum(GENRES),
      copyOf: id.optional(),
      templateId: id.optional(),
      /** The 来文 it answers or passes on: linked, and proposed in addressees, title and first paragraph. */
      replyTo: z.strictObject({ incomingId: id, relation: z.enum(['reply', 'forward']) }).optional(),
    }),
    z.strictObject({ id: z.string() }),
    ['outgoing', 'incoming'],
  ),
  /** Autosave and save. A stale rowVersion answers CONFLICT and changes nothing. */
  save: command(
    z.strictObject({ ...target, document: gongwenDraftSchema }),
    z.strictObject({ rowVersion: z.int(), savedAt: z.number() }),
    ['outgoing'],
  ),
  /** The number that would be issued now; not reserved. */
  peekNumber: query(
    z.strictObject({ issuerCode: z.string().max(20), year: z.int() }),
    z.strictObject({ serial: z.int(), display: z.string() }),
    ['issuedNumber'],
  ),
  saveFacts: command(
    z.strictObject({ ...target, facts: outgoingFactsSchema }),
    z.strictObject({ rowVersion: z.int() }),
    ['outgoing'],
  ),
  /**
   * Any step of the flow table; refused with the table's reason, or with what is missing by field. 编号 takes the next
   * serial of 机关代字 and year inside the transaction: never twice, never skipped, and kept when it is voided.
   */
  act: command(
    z.strictObject({ ...target, action: z.enum(OUTGOING_ACTIONS), fields: outgoingFieldsSchema }),
    z.strictObject({
      rowVersion: z.int(),
      state: z.enum(OUTGOING_STATES),
      documentNumber: z.string(),
      /** Said once, for the person to act on. */
      hints: z.array(z.string()),
    }),
    ['outgoing', 'issuedNumber', 'seal'],
  ),
  /** Takes the last step back, where the flow allows it and nothing else has happened since. */
  undo: command(
    z.strictObject(target),
    z.strictObject({ rowVersion: z.int(), state: z.enum(OUTGOING_STATES), label: z.string() }),
    ['outgoing'],
  ),
  /** A kept version, or the present text when `versionId` is left out. */
  version: query(
    z.strictObject({ id, versionId: id.optional() }),
    z.strictObject({ document: gongwenDraftSchema }),
    ['outgoing'],
  ),
  /** Word by word; `to` left out is the present text. */
  compare: query(z.strictObject({ id, from: id, to: id.optional() }), comparisonSchema, ['outgoing']),
  history: query(z.strictObject({ id }), z.array(historyEventSchema), ['auditEvent', 'outgoing']),
  /** How a stored document will be printed, one page as a picture `widthPx` wide: for the list. */
  pageImage: query(
    z.strictObject({
      id,
      /** 1-based. */
      page: z.int().min(1).max(9999),
      widthPx: z.int().min(100).max(2000),
    }),
    z.strictObject({ dataUrl: z.string(), pages: z.int() }),
    ['outgoing', 'issuedNumber'],
  ),
  ...imagesContract,
  ...sealsContract,
  /** Opens a document in the JSON of `gongwen-input`; null when cancelled. Faults change nothing. */
  importFile: command(
    z.void(),
    z
      .union([
        z.strictObject({ id: z.string() }),
        z.strictObject({ fileName: z.string(), faults: z.array(inputFaultSchema) }),
      ])
      .nullable(),
    ['outgoing'],
  ),
} as const;
