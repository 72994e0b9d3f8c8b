import { z } from 'zod';
import {
  CHANNELS_OF_RECEIPT,
  INCOMING_ACTIONS,
  INCOMING_FIELD_NAMES,
  INCOMING_STATES,
  URGENCIES,
} from '../domain/flow-incoming.ts';
import { STATE_SECRETS } from '../domain/state-secret.ts';

/** 收文 as it is registered and shown. */

export const text = (label: string, max: number) => z.string().trim().max(max, `${label}不超过${max}字`);
export const needed = (label: string, max: number) => text(label, max).min(1, `请填写${label}`);
export const count = (label: string, max: number) =>
  z.int(`${label}应为整数`).min(0, `${label}不能为负`).max(max, `${label}不超过${max}`);
/** `YYYY-MM-DD` of a day that exists, within the life of an office. */
export const date = z.iso
  .date('日期不对，请按 2026-03-05 填写')
  .refine((on) => on >= '1949-10-01' && on < '2100-01-01', '日期不对，请核对年份');

/** 秘密 and above are offered by no screen; they are accepted here only to be refused with what to do instead. */
export const INCOMING_SECRECY = ['', '内部', '工作秘密'] as const;
export const LINK_KINDS = ['incoming', 'outgoing', 'matter'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
export const LINK_RELATIONS = ['reply', 'forward', 'resubmission', 'related', 'order'] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];
export const LINK_RELATION_NAMES: Readonly<Record<LinkRelation, string>> = {
  reply: '答复',
  forward: '转发',
  resubmission: '再次来文',
  related: '相关',
  order: '交办',
};

/** What a clerk registers of a paper. */
export const incomingDraftSchema = z.strictObject({
  title: needed('文件标题', 300),
  senderName: needed('来文单位', 100),
  /** 来文字号 as typed; normalised when stored, empty is 无文号. */
  documentNumber: text('来文字号', 60).default(''),
  genre: text('文种', 20).default(''),
  secrecy: z.enum([...INCOMING_SECRECY, ...STATE_SECRETS]).default(''),
  secrecyTerm: text('保密期限', 20).default(''),
  urgency: z.enum(URGENCIES).default('平件'),
  copyNumber: text('份号', 20).default(''),
  copies: count('份数', 9999).min(1, '份数至少为1').default(1),
  attachmentCount: count('附件数', 999).default(0),
  pageCount: count('页数', 99_999).default(0),
  channel: z.enum(CHANNELS_OF_RECEIPT).default('邮寄'),
  issuedOn: date.nullable().default(null),
  /** 来文要求答复: it is closed only after the reply. */
  replyRequired: z.boolean().default(false),
  dueOn: date.nullable().default(null),
  remark: text('备注', 500).default(''),
});
export type IncomingDraft = z.output<typeof incomingDraftSchema>;

export const incomingRowSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  /** 收〔2026〕0001; empty before 登记. */
  number: z.string(),
  state: z.enum(INCOMING_STATES),
  receivedAt: z.number().nullable(),
  senderName: z.string(),
  documentNumber: z.string(),
  title: z.string(),
  genre: z.string(),
  secrecy: z.enum(INCOMING_SECRECY),
  urgency: z.enum(URGENCIES),
  copies: z.int(),
  dueOn: z.string().nullable(),
  leadName: z.string(),
  assistNames: z.string(),
  location: z.string(),
  replyRequired: z.boolean(),
  updatedAt: z.number(),
  sample: z.boolean(),
});
export type IncomingListRow = z.output<typeof incomingRowSchema>;

export const incomingAssignmentSchema = z.strictObject({
  id: z.string(),
  role: z.enum(['lead', 'assist']),
  departmentId: z.string(),
  departmentName: z.string(),
  personName: z.string(),
  status: z.enum(['active', 'reported', 'transferred', 'rejected', 'removed']),
  originalDueOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  acceptedAt: z.number().nullable(),
  acceptedBy: z.string(),
  result: z.string(),
  reportedAt: z.number().nullable(),
  reason: z.string(),
  /** Deadlines before the present one, oldest first. */
  deadlines: z.array(
    z.strictObject({
      oldDueOn: z.string().nullable(),
      newDueOn: z.string(),
      approvedBy: z.string(),
      reason: z.string(),
      at: z.number(),
    }),
  ),
});

export const circulationReaderSchema = z.strictObject({
  id: z.string(),
  position: z.int(),
  personId: z.string().nullable(),
  personName: z.string(),
  status: z.enum(['waiting', 'read', 'exempt']),
  opinion: z.string(),
  endedAt: z.number().nullable(),
});

/** How the numbers of a book are written: 收〔2026〕0001. */
export const bookNumberSchema = z.strictObject({
  prefix: needed('字头', 10),
  digits: z.int().min(1).max(6),
});
export type BookNumberSetting = z.output<typeof bookNumberSchema>;

/** A link to take away again: seen from the item `id`. */
export const linkRemovalSchema = z.strictObject({
  id: z.string().max(40),
  kind: z.enum(LINK_KINDS),
  otherId: z.string().max(40),
  relation: z.enum(LINK_RELATIONS),
});

/** An urging of a 收文 or a 承办件, with what was answered; oldest first. */
export const itemUrgingSchema = z.strictObject({
  id: z.string(),
  target: z.string(),
  level: z.string(),
  method: z.string(),
  note: z.string(),
  at: z.number(),
  answers: z.array(z.strictObject({ personName: z.string(), text: z.string(), at: z.number() })),
});
export type ItemUrging = z.output<typeof itemUrgingSchema>;

/** A link of an item of any kind. */
export const itemLinkSchema = z.strictObject({
  kind: z.enum(LINK_KINDS),
  id: z.string(),
  relation: z.enum(LINK_RELATIONS),
  /** From this item to the other, or the other way round. */
  direction: z.enum(['to', 'from']),
  label: z.string(),
});

/** The step that may be taken back, with its line of the history. */
export const undoableStepSchema = z.strictObject({
  label: z.string(),
  summary: z.string(),
  at: z.number(),
});

export const incomingDetailSchema = z.strictObject({
  ...incomingRowSchema.shape,
  ...incomingDraftSchema.shape,
  secrecy: z.enum(INCOMING_SECRECY),
  title: z.string(),
  senderName: z.string(),
  signerName: z.string(),
  suspendedFrom: z.enum(INCOMING_STATES).nullable(),
  voidedFrom: z.enum(INCOMING_STATES).nullable(),
  voidReason: z.string().nullable(),
  returnReason: z.string(),
  opinion: z.string(),
  suggestedLeadId: z.string().nullable(),
  instructedBy: z.string(),
  instruction: z.string(),
  result: z.string(),
  rejections: z.int(),
  circulation: z.enum(['', 'serial', 'parallel']),
  replyMethod: z.string(),
  repliedOn: z.string().nullable(),
  replyNumber: z.string(),
  archiveNumber: z.string(),
  createdAt: z.number(),
  assignments: z.array(incomingAssignmentSchema),
  readers: z.array(circulationReaderSchema),
  instructions: z.array(
    z.strictObject({
      kind: z.enum(['proposal', 'instruction']),
      personName: z.string(),
      text: z.string(),
      givenOn: z.string(),
      at: z.number(),
    }),
  ),
  urgings: z.array(itemUrgingSchema),
  links: z.array(itemLinkSchema),
  /** What may be done now, with the fields to fill in; straight from the flow table. */
  actions: z.array(
    z.strictObject({
      action: z.enum(INCOMING_ACTIONS),
      label: z.string(),
      requires: z.array(z.enum(INCOMING_FIELD_NAMES)),
      offers: z.array(z.enum(INCOMING_FIELD_NAMES)),
      who: z.enum(['clerk', 'director']),
      rare: z.boolean(),
      undoable: z.boolean(),
    }),
  ),
  /** The step that the caller may take back now, with its line of the history; null when there is none. */
  undo: undoableStepSchema.nullable(),
});
export type IncomingDetail = z.output<typeof incomingDetailSchema>;
