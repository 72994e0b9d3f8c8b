import type { OutgoingAction } from './flow-outgoing.ts';

/** What the steps of 发文 ask for: names of fields, and the words to choose from. */

/** What a person fills in for an action; the names are those of the input of `outgoing.act`. */
export const OUTGOING_FIELDS = {
  title: '标题',
  departmentName: '拟稿部门',
  disclosure: '公开属性',
  reason: '理由',
  opinion: '意见',
  reviewedBy: '部门审核人',
  countersignDepartments: '会签部门',
  countersignId: '会签部门',
  verdict: '会签结论',
  countersignedBy: '会签人',
  conclusion: '协调结论',
  approvedBy: '批准人',
  checkedBy: '核稿人',
  signatory: '签发人',
  signedOn: '签发日期',
  issuedOn: '成文日期',
  recheckedBy: '复核人',
  countersignText: '会签情况',
  issuerCode: '机关代字',
  year: '年份',
  printCopies: '印制份数',
  copyNumberFrom: '起始份号',
  copyNumberTo: '终止份号',
  proofreads: '校对记录',
  sealUses: '印章与用印数',
  sealedOn: '用印日期',
  distribution: '分发单位',
  distributedOn: '分发日期',
  archiveItems: '归档材料',
  missingReason: '材料不全的原因',
  archiveNumber: '归档号',
} as const;
export type OutgoingField = keyof typeof OUTGOING_FIELDS;

/** Where a field means something else than its usual name says. */
const LABELS: Partial<Record<OutgoingAction, Partial<Record<OutgoingField, string>>>> = {
  sign: { opinion: '签发意见' },
  recordPaperApproval: { opinion: '签发意见' },
  countersign: { opinion: '会签意见' },
  recordDistribution: { distribution: '分发与签收' },
  useSeal: { opinion: '备注', approvedBy: '用印批准人' },
  sendToPrint: { opinion: '印制要求' },
};

/** What a field of an action's form is called. */
export function outgoingFieldLabel(action: OutgoingAction, field: OutgoingField): string {
  return LABELS[action]?.[field] ?? OUTGOING_FIELDS[field];
}

/** 公开属性 (政府信息公开条例 第十五、二十七条). */
export const DISCLOSURES = ['主动公开', '依申请公开', '不予公开'] as const;
export const COUNTERSIGN_VERDICTS = ['同意', '有意见', '不同意'] as const;
export type CountersignVerdict = (typeof COUNTERSIGN_VERDICTS)[number];
export const PROOF_ROUNDS = ['一校', '二校', '三校'] as const;
export const DISTRIBUTION_METHODS = ['公文交换', '机要', '邮寄', '专送', '电子', '自取', '存档'] as const;
/** 归档材料 of a document (归档文件整理规则 5.1: 正本与定稿为一件, 正本与发文稿纸为一件). */
export const ARCHIVE_ITEMS = ['定稿', '正本', '发文稿纸'] as const;
export const SEAL_CATEGORIES = ['行政', '党委', '工会', '合同', '财务', '专用', '签名章'] as const;
