import { z } from 'zod';
import { OUTGOING_ACTIONS, OUTGOING_STATES } from '../domain/flow-outgoing.ts';
import {
  ARCHIVE_ITEMS,
  COUNTERSIGN_VERDICTS,
  DISCLOSURES,
  DISTRIBUTION_METHODS,
  PROOF_ROUNDS,
} from '../domain/outgoing-fields.ts';
import {
  count,
  date,
  LINK_KINDS,
  LINK_RELATIONS,
  needed,
  text,
  undoableStepSchema,
} from './incoming-items.ts';

/** The road of a 发文: what its steps carry, and what is known of it besides its text. */

const id = z.string().max(40);

/** One unit of the 分发 list. */
export const recipientSchema = z.strictObject({
  unit: needed('分发单位', 60),
  copies: count('份数', 9999).default(1),
  method: z.enum(DISTRIBUTION_METHODS).default('公文交换'),
  copyNumbers: text('份号', 40).default(''),
  receiver: text('签收人', 30).default(''),
  receivedOn: date.nullable().default(null),
  /** 免签收: why. */
  waiver: text('免签收原因', 60).default(''),
  note: text('备注', 100).default(''),
});
export type Recipient = z.output<typeof recipientSchema>;

export const proofreadSchema = z.strictObject({
  round: z.enum(PROOF_ROUNDS),
  personName: needed('校对人', 30),
  on: date,
  /** Faults found and put right. */
  corrections: count('改正处数', 9999).default(0),
});

const departments = z.array(needed('会签部门', 40)).max(50, '会签部门不超过50个');

/** What actions may carry; the flow table says which of them an action needs. */
export const outgoingFieldsSchema = z.strictObject({
  departmentName: text('拟稿部门', 40).optional(),
  disclosure: z.enum(DISCLOSURES).optional(),
  reason: text('理由', 300).optional(),
  opinion: text('意见', 1000).optional(),
  reviewedBy: text('部门审核人', 30).optional(),
  countersignDepartments: departments.optional(),
  countersignId: id.optional(),
  verdict: z.enum(COUNTERSIGN_VERDICTS).optional(),
  countersignedBy: text('会签人', 30).optional(),
  conclusion: text('协调结论', 500).optional(),
  approvedBy: text('批准人', 30).optional(),
  checkedBy: text('核稿人', 30).optional(),
  signatory: text('签发人', 30).optional(),
  signedOn: date.optional(),
  issuedOn: date.optional(),
  recheckedBy: text('复核人', 30).optional(),
  countersignText: text('会签情况', 500).optional(),
  issuerCode: z.string().trim().max(20).optional(),
  year: z.int('请填写年份').min(1949, '年份不对，请核对').max(9999, '年份不对，请核对').optional(),
  printCopies: count('印制份数', 99_999).min(1, '印制份数至少为1').optional(),
  copyNumberFrom: text('起始份号', 20).optional(),
  copyNumberTo: text('终止份号', 20).optional(),
  proofreads: z.array(proofreadSchema).max(3).optional(),
  sealUses: z
    .array(
      z.strictObject({
        sealId: id.min(1, '请选择印章'),
        /** 用印数, those across the page edges included. */
        count: count('用印数', 99_999).min(1, '用印数至少为1'),
        crossPageCount: count('骑缝', 99_999).default(0),
      }),
    )
    .max(20)
    .optional(),
  sealedOn: date.optional(),
  distribution: z.array(recipientSchema).max(500, '分发单位不超过500个').optional(),
  distributedOn: date.optional(),
  archiveItems: z.array(z.enum(ARCHIVE_ITEMS)).optional(),
  missingReason: text('材料不全的原因', 200).optional(),
  archiveNumber: text('归档号', 60).optional(),
});
export type OutgoingFields = z.output<typeof outgoingFieldsSchema>;

/** What the drafter and the office fill in beside the document. */
export const outgoingFactsSchema = z.strictObject({
  departmentName: text('拟稿部门', 40),
  phone: text('联系电话', 40),
  disclosure: z.enum(['', ...DISCLOSURES]),
  printCopies: count('印制份数', 99_999).min(1, '印制份数至少为1').nullable(),
  countersignNeeded: z.boolean(),
  countersignPlan: departments,
  remark: text('备注', 500),
});
export type OutgoingFactsInput = z.output<typeof outgoingFactsSchema>;

export const outgoingStepSchema = z.strictObject({
  id: z.string(),
  at: z.number(),
  /** Who recorded it. */
  actorName: z.string(),
  action: z.enum(OUTGOING_ACTIONS),
  label: z.string(),
  from: z.enum(OUTGOING_STATES),
  to: z.enum(OUTGOING_STATES),
  /** Who decided; empty where it is the one who recorded it. */
  personName: z.string(),
  opinion: z.string(),
  decidedOn: z.string().nullable(),
});

export const outgoingVersionSchema = z.strictObject({
  id: z.string(),
  sequence: z.int(),
  at: z.number(),
  actorName: z.string(),
  state: z.enum(OUTGOING_STATES),
  /** Chinese: the step it was kept for, with its reason. */
  reason: z.string(),
  /** The one that was signed and still holds. */
  signed: z.boolean(),
});

export const countersignSchema = z.strictObject({
  id: z.string(),
  round: z.int(),
  departmentName: z.string(),
  status: z.enum(['waiting', 'answered', 'exempt']),
  verdict: z.enum(['', ...COUNTERSIGN_VERDICTS]),
  opinion: z.string(),
  personName: z.string(),
  answeredAt: z.number().nullable(),
});

export const sealUseSchema = z.strictObject({
  id: z.string(),
  /** Ledger number: 2026-0001. */
  ledgerNumber: z.string(),
  usedOn: z.string(),
  sealName: z.string(),
  departmentName: z.string(),
  outgoingId: z.string().nullable(),
  documentNumber: z.string(),
  title: z.string(),
  addressees: z.string(),
  copies: z.int(),
  count: z.int(),
  crossPageCount: z.int(),
  approvedBy: z.string(),
  operatorName: z.string(),
  note: z.string(),
});
export type SealUse = z.output<typeof sealUseSchema>;

/** What may be done now, with the fields of its form; straight from the flow table. */
export const outgoingActionSchema = z.strictObject({
  action: z.enum(OUTGOING_ACTIONS),
  label: z.string(),
  requires: z.array(z.string()),
  offers: z.array(z.string()),
  who: z.enum(['clerk', 'drafter', 'director']),
  rare: z.boolean(),
  undoable: z.boolean(),
  /** What stands in the form at first; nothing of it is stored before the person confirms. */
  proposed: outgoingFieldsSchema,
});

export const outgoingProcessShape = {
  ...outgoingFactsSchema.shape,
  urgency: z.string(),
  approvalPath: z.enum(['', 'program', 'paper']),
  reviewedBy: z.string(),
  checkedBy: z.string(),
  signatory: z.string(),
  signedOn: z.string().nullable(),
  recheckedBy: z.string(),
  copyNumberFrom: z.string(),
  copyNumberTo: z.string(),
  proofreads: z.array(proofreadSchema),
  sealedOn: z.string().nullable(),
  distributedOn: z.string().nullable(),
  archiveNumber: z.string(),
  /** How far it may be changed now. */
  edits: z.enum(['all', 'formal', 'none']),
  actions: z.array(outgoingActionSchema),
  /** The last step, when it can be taken back by the one who asks. */
  undo: undoableStepSchema.nullable(),
  /** Oldest first. */
  steps: z.array(outgoingStepSchema),
  versions: z.array(outgoingVersionSchema),
  countersigns: z.array(countersignSchema),
  signatures: z.array(
    z.strictObject({
      round: z.int(),
      position: z.int(),
      issuer: z.string(),
      signatory: z.string(),
      signedOn: z.string(),
      opinion: z.string(),
    }),
  ),
  distribution: z.array(z.strictObject({ ...recipientSchema.shape, id: z.string() })),
  sealUses: z.array(sealUseSchema),
  links: z.array(
    z.strictObject({
      kind: z.enum(LINK_KINDS),
      id: z.string(),
      relation: z.enum(LINK_RELATIONS),
      direction: z.enum(['to', 'from']),
      label: z.string(),
      /** The 来文 waits for this reply to be registered. */
      awaitsReply: z.boolean(),
    }),
  ),
} as const;
