import { z } from 'zod';
import {
  MATTER_ACTIONS,
  MATTER_FIELD_NAMES,
  MATTER_SOURCES,
  MATTER_STATES,
  MATTER_URGENCIES,
} from '../domain/flow-matter.ts';
import { URGE_LEVELS } from '../domain/flow-incoming.ts';
import { STATE_SECRETS } from '../domain/state-secret.ts';
import { command, query } from '../ipc/define.ts';
import {
  bookNumberSchema,
  date,
  incomingAssignmentSchema,
  itemLinkSchema,
  itemUrgingSchema,
  INCOMING_SECRECY,
  linkRemovalSchema,
  needed,
  text,
  undoableStepSchema,
} from './incoming-items.ts';
import { historyEventSchema } from './outgoing.ts';

/** 承办件: what was ordered by word of mouth, by 批示 or otherwise, and given to departments to do. */

const id = z.string().max(40);
const target = { id, rowVersion: z.int() };

/** What a clerk writes down of an order: who, when, the very words. */
export const matterDraftSchema = z.strictObject({
  title: needed('事项', 200),
  source: z.enum(MATTER_SOURCES).default('spoken'),
  orderedBy: needed('交办人', 60),
  orderedOn: date,
  orderedTime: z
    .string()
    .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/u, '时间不对，请按 09:30 填写')
    .default(''),
  words: text('交办原话', 2000).default(''),
  secrecy: z.enum([...INCOMING_SECRECY, ...STATE_SECRETS]).default(''),
  urgency: z.enum(MATTER_URGENCIES).default('平件'),
  /** 须答复交办人: it is closed only after the reply. */
  replyRequired: z.boolean().default(false),
  /** Until 交办 the deadline asked for; then that of 主办. */
  dueOn: date.nullable().default(null),
  remark: text('备注', 500).default(''),
});
export type MatterDraft = z.output<typeof matterDraftSchema>;

export const matterRowSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  number: z.string(),
  state: z.enum(MATTER_STATES),
  source: z.enum(MATTER_SOURCES),
  orderedBy: z.string(),
  orderedOn: z.string(),
  title: z.string(),
  secrecy: z.enum(INCOMING_SECRECY),
  urgency: z.enum(MATTER_URGENCIES),
  leadName: z.string(),
  assistNames: z.string(),
  dueOn: z.string().nullable(),
  updatedAt: z.number(),
  sample: z.boolean(),
});
export type MatterListRow = z.output<typeof matterRowSchema>;

export const MATTER_VIEWS = ['open', 'overdue', 'today', 'closed', 'voided', 'all'] as const;
export type MatterView = (typeof MATTER_VIEWS)[number];
export const MATTER_SORT_KEYS = [
  'number',
  'title',
  'orderedOn',
  'state',
  'leadName',
  'dueOn',
  'updatedAt',
] as const;

export const matterFilterSchema = z.strictObject({
  view: z.enum(MATTER_VIEWS),
  /** Words of number, title, words of the order, people, departments, or pinyin initials; all must occur. */
  text: z.string().max(100).optional(),
  leadDepartmentId: id.optional(),
  source: z.enum(MATTER_SOURCES).optional(),
  state: z.enum(MATTER_STATES).optional(),
});
export type MatterFilter = z.output<typeof matterFilterSchema>;

/** What actions may carry; the flow table says which of them an action needs. */
export const matterFieldsSchema = z.strictObject({
  leadDepartmentId: id.optional(),
  leadPersonId: id.optional(),
  dueOn: date.optional(),
  assists: z
    .array(z.strictObject({ departmentId: id, personId: id.optional(), dueOn: date.optional() }))
    .max(50)
    .optional(),
  assignmentId: id.optional(),
  departmentId: id.optional(),
  personId: id.optional(),
  signerName: text('签收人', 30).optional(),
  result: text('办理结果', 2000).optional(),
  reason: text('理由', 300).optional(),
  approvedBy: text('批准人', 30).optional(),
  /** Closes although a 会办 has not reported: why. */
  forceReason: text('理由', 300).optional(),
  replyMethod: text('答复方式', 30).optional(),
  repliedOn: date.optional(),
  urgeLevel: z.enum(URGE_LEVELS).optional(),
  urgeMethod: text('催办方式', 30).optional(),
});
export type MatterFields = z.output<typeof matterFieldsSchema>;

export const matterDetailSchema = z.strictObject({
  ...matterRowSchema.shape,
  ...matterDraftSchema.shape,
  secrecy: z.enum(INCOMING_SECRECY),
  title: z.string(),
  orderedBy: z.string(),
  result: z.string(),
  rejections: z.int(),
  replyMethod: z.string(),
  repliedOn: z.string().nullable(),
  suspendedFrom: z.enum(MATTER_STATES).nullable(),
  voidedFrom: z.enum(MATTER_STATES).nullable(),
  voidReason: z.string().nullable(),
  createdAt: z.number(),
  closedAt: z.number().nullable(),
  assignments: z.array(incomingAssignmentSchema),
  urgings: z.array(itemUrgingSchema),
  links: z.array(itemLinkSchema),
  /** What may be done now, with the fields to fill in; straight from the flow table. */
  actions: z.array(
    z.strictObject({
      action: z.enum(MATTER_ACTIONS),
      label: z.string(),
      requires: z.array(z.enum(MATTER_FIELD_NAMES)),
      offers: z.array(z.enum(MATTER_FIELD_NAMES)),
      who: z.enum(['clerk', 'director']),
      rare: z.boolean(),
      undoable: z.boolean(),
    }),
  ),
  /** The last step, where the person asking may take it back. */
  undo: undoableStepSchema.nullable(),
});
export type MatterDetail = z.output<typeof matterDetailSchema>;

/** A line of 催办台账. */
export const urgingRowSchema = z.strictObject({
  id: z.string(),
  at: z.number(),
  kind: z.enum(['incoming', 'matter']),
  itemId: z.string(),
  number: z.string(),
  title: z.string(),
  secrecy: z.string(),
  dueOn: z.string().nullable(),
  /** State of the item in words. */
  stateName: z.string(),
  target: z.string(),
  level: z.string(),
  method: z.string(),
  note: z.string(),
  urgedBy: z.string(),
  /** The last answer; null while there is none. */
  answer: z.strictObject({ personName: z.string(), text: z.string(), at: z.number() }).nullable(),
  /** The urged one has reported, or the item is closed: nobody waits for an answer any more. */
  settled: z.boolean(),
});
export type UrgingRow = z.output<typeof urgingRowSchema>;

const created = z.strictObject({ id: z.string(), rowVersion: z.int(), number: z.string() });

export const matterContract = {
  list: query(
    z.strictObject({
      filter: matterFilterSchema,
      sort: z.strictObject({ key: z.enum(MATTER_SORT_KEYS), direction: z.enum(['asc', 'desc']) }),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({
      total: z.int(),
      /** A search found more than is listed; `total` is a lower bound then. */
      more: z.boolean(),
      rows: z.array(matterRowSchema),
    }),
    ['matter'],
  ),
  get: query(z.strictObject({ id }), matterDetailSchema, [
    'matter',
    'incoming',
    'outgoing',
    'department',
    'person',
  ]),
  /** Writes an order down under the next number; with a lead department it is given to it at once. */
  create: command(
    z.strictObject({
      draft: matterDraftSchema,
      leadDepartmentId: id.optional(),
      assistDepartmentIds: z.array(id).max(50).optional(),
    }),
    z.strictObject({ ...created.shape, hints: z.array(z.string()) }),
    ['matter'],
  ),
  /** A stale rowVersion answers CONFLICT and changes nothing. */
  save: command(
    z.strictObject({ ...target, draft: matterDraftSchema }),
    z.strictObject({ rowVersion: z.int() }),
    ['matter'],
  ),
  /** Any step of the flow table; refused with the table's reason, or with what is missing by field. */
  act: command(
    z.strictObject({ ...target, action: z.enum(MATTER_ACTIONS), fields: matterFieldsSchema }),
    z.strictObject({ rowVersion: z.int(), state: z.enum(MATTER_STATES), hints: z.array(z.string()) }),
    ['matter'],
  ),
  /** Takes back the last step, by the person who took it, while nothing else has happened to the item since. */
  undo: command(
    z.strictObject(target),
    z.strictObject({ rowVersion: z.int(), state: z.enum(MATTER_STATES), label: z.string() }),
    ['matter'],
  ),
  /** From a 批示 on a 收文 (the last one, or the one of that person) a 承办件 linked to it. */
  createFrom: command(
    z.strictObject({ incomingId: id, instructedBy: z.string().max(30).optional() }),
    created,
    ['matter', 'incoming'],
  ),
  /** Links a paper or another 承办件 by its number as typed. */
  link: command(z.strictObject({ id, number: needed('编号', 60) }), z.strictObject({ label: z.string() }), [
    'matter',
    'incoming',
  ]),
  /** Takes a link away again; the history keeps that it was there. */
  unlink: command(linkRemovalSchema, z.void(), ['matter', 'incoming']),
  history: query(z.strictObject({ id }), z.array(historyEventSchema), ['auditEvent', 'matter']),
  peekNumber: query(z.void(), z.strictObject({ number: z.string() }), ['matter', 'office']),
  numberSetting: query(z.void(), bookNumberSchema, ['office']),
  saveNumberSetting: command(bookNumberSchema, bookNumberSchema, ['office']),
  /** The book goes on where the paper one stopped; possible until the first number of the year. */
  startSeries: command(
    z.strictObject({ year: z.int().min(1949).max(2099), first: z.int().min(1).max(999_999) }),
    z.strictObject({ number: z.string() }),
    ['matter', 'office'],
  ),
  /** 催办台账 of 收文 and 承办件, newest first. */
  urgings: query(
    z.strictObject({
      /** Only those without an answer whose item is still open. */
      waiting: z.boolean(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({ total: z.int(), rows: z.array(urgingRowSchema) }),
    ['matter', 'incoming', 'person'],
  ),
  answerUrging: command(
    z.strictObject({ urgingId: id, personName: needed('答复人', 30), text: needed('答复内容', 500) }),
    z.void(),
    ['matter', 'incoming'],
  ),
} as const;
