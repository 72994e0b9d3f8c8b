import type { RegisterColumn } from './sheet.ts';

/**
 * 收文登记簿 and 发文登记簿 as data: the columns in the order of the paper book, divided where the open book is folded:
 * what is registered on the left page, what became of it on the right. Widths are relative.
 */

export const REGISTER_KEYS = ['incoming', 'outgoing'] as const;
export type RegisterKey = (typeof REGISTER_KEYS)[number];

/** 对开: all columns on two facing pages. 简表: the main ones on one page. */
export const REGISTER_SIZES = ['full', 'brief'] as const;
export type RegisterSize = (typeof REGISTER_SIZES)[number];

export interface RegisterDeclaration {
  readonly name: string;
  readonly left: readonly RegisterColumn[];
  readonly right: readonly RegisterColumn[];
  /** Keys of the brief one, in the order of the book. */
  readonly brief: readonly string[];
}

const center = { align: 'center' } as const;
const column = (
  key: string,
  heading: string,
  width: number,
  extra: { align?: 'center' } = {},
): RegisterColumn => ({
  key,
  heading,
  width,
  ...extra,
});

const INCOMING: RegisterDeclaration = {
  name: '收文登记簿',
  left: [
    column('number', '收文序号', 25, center),
    column('received', '收文日期', 21, center),
    column('sender', '来文单位', 33),
    column('documentNumber', '来文字号', 32),
    column('title', '文件标题', 68),
    column('genre', '文种', 11, center),
    column('secrecy', '密级', 11, center),
    column('secrecyTerm', '保密期限', 11, center),
    column('urgency', '紧急程度', 11, center),
    column('copyNumber', '份号', 14, center),
    column('copies', '份数', 9, center),
    column('attachments', '附件数', 9, center),
    column('pages', '页数', 9, center),
    column('channel', '来文方式', 11, center),
    column('signer', '签收人', 15, center),
  ],
  right: [
    column('number', '收文序号', 25, center),
    column('proposal', '拟办意见', 32),
    column('instructor', '批示人', 15, center),
    column('instruction', '批示内容摘要', 34),
    column('lead', '主办', 17),
    column('assists', '会办', 18),
    column('dueOn', '办理时限', 20, center),
    column('accepted', '承办签收', 17, center),
    column('result', '承办结果', 30),
    column('reply', '答复文号、日期', 25),
    column('circulation', '传阅情况', 18),
    column('location', '实体去向', 16, center),
    column('archiveNumber', '归档号', 19, center),
    column('remark', '备注', 24),
  ],
  brief: [
    'number',
    'received',
    'sender',
    'documentNumber',
    'title',
    'urgency',
    'copies',
    'lead',
    'dueOn',
    'result',
    'location',
    'remark',
  ],
};

const OUTGOING: RegisterDeclaration = {
  name: '发文登记簿',
  left: [
    column('position', '发文序号', 12, center),
    column('documentNumber', '发文字号', 34),
    column('title', '文件标题', 74),
    column('genre', '文种', 12, center),
    column('department', '拟稿部门', 24),
    column('drafter', '拟稿人', 16, center),
    column('checker', '审核人', 16, center),
    column('countersigns', '会签单位', 26),
    column('approver', '签发人', 16, center),
    column('approvedOn', '签发日期', 21, center),
    column('issuedOn', '成文日期', 21, center),
  ],
  right: [
    column('position', '发文序号', 12, center),
    column('secrecy', '密级、期限', 15, center),
    column('urgency', '紧急程度', 12, center),
    column('addressees', '主送', 40),
    column('copyTo', '抄送', 34),
    column('attachments', '附件', 12, center),
    column('printedCopies', '印数', 12, center),
    column('copyNumbers', '起止份号', 18, center),
    column('printedOn', '印发日期', 21, center),
    column('sealedOn', '用印日期', 21, center),
    column('publicity', '公开属性', 16, center),
    column('distribution', '分发明细', 30),
    column('archiveNumber', '归档号', 19, center),
    column('remark', '备注', 20),
  ],
  brief: [
    'position',
    'documentNumber',
    'title',
    'genre',
    'department',
    'drafter',
    'approver',
    'issuedOn',
    'addressees',
    'printedCopies',
    'remark',
  ],
};

export const REGISTERS: Readonly<Record<RegisterKey, RegisterDeclaration>> = {
  incoming: INCOMING,
  outgoing: OUTGOING,
};

/** The columns page by page. */
export function registerPanels(register: RegisterKey, size: RegisterSize): (readonly RegisterColumn[])[] {
  const { left, right, brief } = REGISTERS[register];
  if (size === 'full') return [left, right];
  const all = [...left, ...right.slice(1)];
  return [all.filter(({ key }) => brief.includes(key))];
}
