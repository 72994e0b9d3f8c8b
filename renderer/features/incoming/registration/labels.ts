import type { RegistrationKey } from './registration.ts';

/** What a field is called on the form and wherever it is spoken of. */
export const REGISTRATION_LABELS: Readonly<Record<RegistrationKey, string>> = {
  senderName: '来文单位',
  documentNumber: '来文字号',
  title: '标题',
  genre: '文种',
  secrecy: '密级',
  urgency: '急缓',
  channel: '来文方式',
  copies: '份数',
  attachmentCount: '附件数',
  pageCount: '页数',
  issuedOn: '成文日期',
  dueOn: '办理时限',
  replyRequired: '答复',
  copyNumber: '份号',
  secrecyTerm: '保密期限',
  receivedAt: '签收时间',
  signerName: '签收人',
  location: '实体去向',
  remark: '备注',
};
