import { z } from 'zod';
import {
  INCOMING_ACTIONS,
  INCOMING_STATES,
  RETURN_REASONS,
  URGE_LEVELS,
  URGENCIES,
} from '../domain/flow-incoming.ts';
import { command, query } from '../ipc/define.ts';
import {
  bookNumberSchema,
  count,
  date,
  incomingDetailSchema,
  incomingDraftSchema,
  incomingRowSchema,
  LINK_RELATIONS,
  linkRemovalSchema,
  needed,
  text,
} from './incoming-items.ts';
import { historyEventSchema } from './outgoing.ts';

/** 收文: register, list, every step of the flow, 承办 and 传阅, completion of senders and people. */

const id = z.string().max(40);
const target = { id, rowVersion: z.int() };
const moment = z.int().min(0).max(4_102_444_800_000);

export const INCOMING_SORT_KEYS = [
  'number',
  'receivedAt',
  'senderName',
  'title',
  'state',
  'dueOn',
  'updatedAt',
] as const;

export const incomingFilterSchema = z.strictObject({
  /** Words of numbers, title, sender, people, or pinyin initials; all must occur. */
  text: z.string().max(100).optional(),
  states: z.array(z.enum(INCOMING_STATES)).optional(),
  year: z.int().optional(),
  senderId: id.optional(),
  leadDepartmentId: id.optional(),
  urgencies: z.array(z.enum(URGENCIES)).optional(),
  /** Still with somebody, and due by this day. */
  dueBy: date.optional(),
});
export type IncomingFilter = z.output<typeof incomingFilterSchema>;

const assistSchema = z.strictObject({
  departmentId: id,
  personId: id.optional(),
  dueOn: date.optional(),
});

/** What actions may carry; the flow table says which of them an action needs. */
export const incomingFieldsSchema = z.strictObject({
  signerName: text('签收人', 30).optional(),
  receivedAt: moment.optional(),
  copies: count('份数', 9999).min(1, '份数至少为1').optional(),
  reason: text('理由', 300).optional(),
  returnReason: z.enum(RETURN_REASONS).optional(),
  opinion: text('拟办意见', 1000).optional(),
  leadDepartmentId: id.optional(),
  leadPersonId: id.optional(),
  dueOn: date.optional(),
  assists: z.array(assistSchema).max(50).optional(),
  basis: text('分办依据', 200).optional(),
  instructedBy: text('批示人', 30).optional(),
  instructedOn: date.optional(),
  instruction: text('批示内容', 2000).optional(),
  readers: z
    .array(z.strictObject({ personId: id.optional(), name: needed('传阅人', 30) }))
    .max(200)
    .optional(),
  circulation: z.enum(['serial', 'parallel']).optional(),
  assignmentId: id.optional(),
  departmentId: id.optional(),
  personId: id.optional(),
  approvedBy: text('批准人', 30).optional(),
  result: text('办理结果', 2000).optional(),
  /** Closes although a 会办 has not reported, or archives or ends a circulation with something missing: why. */
  forceReason: text('理由', 300).optional(),
  readerId: id.optional(),
  replyMethod: text('答复方式', 30).optional(),
  repliedOn: date.optional(),
  replyNumber: text('答复文号', 60).optional(),
  /** The 发文 that is the reply. */
  replyOutgoingId: id.optional(),
  urgeLevel: z.enum(URGE_LEVELS).optional(),
  urgeMethod: text('催办方式', 30).optional(),
  location: text('实体去向', 60).optional(),
  archiveNumber: text('归档号', 60).optional(),
});
export type IncomingFields = z.output<typeof incomingFieldsSchema>;

const saved = z.strictObject({ rowVersion: z.int() });
const suggestion = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Department and post of a person; empty for units. */
  note: z.string(),
  useCount: z.int(),
});

export const incomingContract = {
  list: query(
    z.strictObject({
      filter: incomingFilterSchema,
      sort: z.strictObject({ key: z.enum(INCOMING_SORT_KEYS), direction: z.enum(['asc', 'desc']) }),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    z.strictObject({
      total: z.int(),
      /** `total` is a lower bound: there are more. */
      more: z.boolean(),
      rows: z.array(incomingRowSchema),
    }),
    ['incoming'],
  ),
  get: query(z.strictObject({ id }), incomingDetailSchema, [
    'incoming',
    'outgoing',
    'matter',
    'department',
    'person',
  ]),
  /** 签收 and 登记 in one: the number is taken inside the transaction. */
  register: command(
    z.strictObject({
      draft: incomingDraftSchema,
      signerName: text('签收人', 30).optional(),
      receivedAt: moment.optional(),
      location: text('实体去向', 60).optional(),
      /** The paper that was returned and has come again. */
      resubmissionOf: id.optional(),
    }),
    z.strictObject({
      id: z.string(),
      rowVersion: z.int(),
      number: z.string(),
      /** How 来文字号 was put right; null when it was not. */
      numberChange: z.string().nullable(),
    }),
    ['incoming', 'correspondent'],
  ),
  /** A paper announced but not here yet: 待签收, without a number. */
  expect: command(
    z.strictObject({ draft: incomingDraftSchema }),
    z.strictObject({ id: z.string(), rowVersion: z.int() }),
    ['incoming', 'correspondent'],
  ),
  /** A stale rowVersion answers CONFLICT and changes nothing. */
  save: command(z.strictObject({ ...target, draft: incomingDraftSchema }), saved, [
    'incoming',
    'correspondent',
  ]),
  /** Any step of the flow table; refused with the table's reason, or with what is missing by field. */
  act: command(
    z.strictObject({ ...target, action: z.enum(INCOMING_ACTIONS), fields: incomingFieldsSchema }),
    z.strictObject({
      rowVersion: z.int(),
      state: z.enum(INCOMING_STATES),
      number: z.string(),
      /** What was done, as the history has it. */
      summary: z.string(),
      /** Said once, for the person to act on: estimated deadlines, a second rejection. */
      hints: z.array(z.string()),
    }),
    ['incoming', 'correspondent'],
  ),
  /** Takes back the last step, by the person who took it, while nothing else has happened to the item since. */
  undo: command(
    z.strictObject(target),
    z.strictObject({ rowVersion: z.int(), state: z.enum(INCOMING_STATES), label: z.string() }),
    ['incoming', 'correspondent'],
  ),
  /** 同上一件 and 复制为新件: what a new paper starts with. Without an id, the paper registered last. */
  copy: query(z.strictObject({ id: id.optional() }), incomingDraftSchema.nullable(), ['incoming']),
  /** Papers registered before with the same sender and number, or a near-equal title; nearest first. */
  findDuplicates: query(
    z.strictObject({
      senderName: z.string().max(100),
      documentNumber: z.string().max(60),
      title: z.string().max(300),
      exceptId: id.optional(),
    }),
    z.array(
      z.strictObject({
        id: z.string(),
        number: z.string(),
        senderName: z.string(),
        documentNumber: z.string(),
        title: z.string(),
        receivedAt: z.number().nullable(),
        why: z.enum(['number', 'title']),
        /** 1 for the same number; else the likeness of the titles. */
        likeness: z.number(),
      }),
    ),
    ['incoming'],
  ),
  peekNumber: query(z.void(), z.strictObject({ serial: z.int(), number: z.string() }), [
    'incoming',
    'office',
  ]),
  /** The book goes on where the paper one stopped; possible until the first number of the year. */
  startSeries: command(
    z.strictObject({ year: z.int().min(1949).max(2099), first: z.int().min(1).max(999_999) }),
    z.strictObject({ number: z.string() }),
    ['incoming', 'office'],
  ),
  numberSetting: query(z.void(), bookNumberSchema, ['office']),
  saveNumberSetting: command(bookNumberSchema, bookNumberSchema, ['office']),
  /** By part of the name or pinyin initials, the most used first; the most used ones for an empty text. */
  completeSender: query(z.strictObject({ text: z.string().max(50) }), z.array(suggestion), ['correspondent']),
  completePerson: query(z.strictObject({ text: z.string().max(50) }), z.array(suggestion), [
    'person',
    'incoming',
  ]),
  completeDepartment: query(z.strictObject({ text: z.string().max(50) }), z.array(suggestion), [
    'department',
    'incoming',
  ]),
  link: command(
    z.strictObject({
      id,
      toKind: z.enum(['incoming', 'outgoing']),
      toId: id,
      relation: z.enum(LINK_RELATIONS),
    }),
    z.void(),
    ['incoming'],
  ),
  /** Takes a link away again; the history keeps that it was there. */
  unlink: command(linkRemovalSchema, z.void(), ['incoming']),
  history: query(z.strictObject({ id }), z.array(historyEventSchema), ['auditEvent', 'incoming']),
} as const;
