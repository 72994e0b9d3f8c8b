import type { OutgoingAction, OutgoingRow } from './flow-outgoing.ts';
import type { OutgoingField } from './outgoing-fields.ts';

/** What is the same of a step wherever it is taken: further columns of the flow table. */

/** What an action may carry besides what it must. */
export const OFFERS: Partial<Record<OutgoingAction, readonly OutgoingField[]>> = {
  submit: ['opinion'],
  passDepartmentReview: ['opinion'],
  countersign: ['opinion'],
  passOfficeReview: ['opinion'],
  sign: ['opinion', 'issuedOn'],
  passRecheck: ['opinion'],
  recordPaperApproval: ['countersignText', 'issuedOn', 'opinion'],
  sendToPrint: ['opinion'],
  useSeal: ['opinion'],
  distribute: ['distributedOn'],
  distributeUnsealed: ['distributedOn'],
  archive: ['missingReason', 'archiveNumber'],
};

export const RARE: ReadonlySet<OutgoingAction> = new Set([
  'edit',
  'withdraw',
  'addCountersign',
  'removeCountersign',
  'returnToRecheck',
  'returnToPrint',
  'reopen',
  'voidNumbered',
  'discard',
]);

/** What stays once it is done: words on record, numbers, seals, papers that have left the house. */
export const LASTING: Partial<Record<OutgoingAction, string>> = {
  countersign: '会签意见已按原话入册，不能撤销。意见有变的，请请该部门再会签一次。',
  finishCountersign: '会签结论已经入册，不能撤销。需要重新会签的，请在办公室审核时“退回会签”。',
  sign: '签发已经入册，不能撤销。需要改动的，请用“退签发人复审”或“退回修改”。',
  recordPaperApproval: '纸面审签已经入册，不能撤销。记错的请用“退回修改”，再补记一次。',
  assignNumber: '文号已经取用，不能退回。用错了只能作废，号码留痕、不再使用。',
  useSeal: '用印已记入用印登记簿，不能撤销。用错印的请在备注中写明，并作废重发。',
  distribute: '公文已经发出，不能撤销。要收回的请另行通知各单位，并作废重发。',
  distributeUnsealed: '公文已经发出，不能撤销。要收回的请另行通知各单位，并作废重发。',
  recordDistribution: '签收已经入册，不能撤销。记错的请直接改分发表。',
  voidNumbered: '作废已经批准，号码留痕、不再使用，不能撤销。需要时请复制为新件重新办理。',
};

/** Every submission and every return keeps the text as it was. */
const ALWAYS_KEPT: ReadonlySet<OutgoingAction> = new Set([
  'submit',
  'withdraw',
  'returnToDraft',
  'returnToDepartment',
  'returnToCountersign',
  'returnToOffice',
  'sign',
  'passRecheck',
  'returnToSignatory',
  'recordPaperApproval',
  'returnToRecheck',
  'returnToPrint',
]);
const NEVER_KEPT: ReadonlySet<OutgoingAction> = new Set(['edit', 'discard', 'restore', 'recordDistribution']);

export function versionOf(action: OutgoingAction): OutgoingRow['version'] {
  if (ALWAYS_KEPT.has(action)) return 'always';
  return NEVER_KEPT.has(action) ? 'never' : 'changed';
}
