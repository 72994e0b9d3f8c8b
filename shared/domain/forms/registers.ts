import type { RegisterColumn } from './sheet.ts';

/**
 * 收文登记簿 and 发文登记簿 as data: the columns in the order of the paper book, divided where the open book is folded:
 * what is registered on the left page, what became of it on the right. Their keys are those of the Excel sheet of the
 * same list; a column that the list does not know yet is left empty for the pen.
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
const words = { flexible: true } as const;
const column = (key: string, heading: string, width: number, extra: object = {}): RegisterColumn => ({
  key,
  heading,
  width,
  ...extra,
});

const INCOMING: RegisterDeclaration = {
  name: '收文登记簿',
  left: [
    column('number', '收文序号', 27, center),
    column('receivedAt', '收文日期', 19, center),
    column('senderName', '来文单位', 33, words),
    column('documentNumber', '来文字号', 36),
    column('title', '文件标题', 60, words),
    column('genre', '文种', 9, center),
    column('secrecy', '密级', 9, center),
    column('secrecyTerm', '保密期限', 9, center),
    column('urgency', '紧急程度', 9, center),
    column('copyNumber', '份号', 12, center),
    column('copies', '份数', 9, center),
    column('attachmentCount', '附件\n数', 9, center),
    column('pageCount', '页数', 9, center),
    column('channel', '来文方式', 9, center),
    column('signerName', '签收人', 13, center),
  ],
  right: [
    column('number', '收文序号', 27, center),
    column('opinion', '拟办意见', 32, words),
    column('instructedBy', '批示人', 13, center),
    column('instruction', '批示内容摘要', 34, words),
    column('leadName', '主办', 16, words),
    column('assistNames', '会办', 17, words),
    column('dueOn', '办理时限', 19, center),
    column('acceptedBy', '承办\n签收', 14, center),
    column('result', '承办结果', 30, words),
    column('replyNumber', '答复文号、日期', 26, { ...words, also: 'repliedOn' }),
    column('circulation', '传阅情况', 16, center),
    column('location', '实体\n去向', 14, center),
    column('archiveNumber', '归档号', 19, center),
    column('remark', '备注', 20, words),
  ],
  brief: [
    'number',
    'receivedAt',
    'senderName',
    'documentNumber',
    'title',
    'urgency',
    'copies',
    'leadName',
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
    column('documentNumber', '发文字号', 36),
    column('title', '文件标题', 60, words),
    column('genre', '文种', 9, center),
    column('departmentName', '拟稿部门', 20, words),
    column('drafterName', '拟稿人', 13, center),
    column('checkedBy', '审核人', 13, center),
    column('countersigns', '会签单位', 26, words),
    column('signatories', '签发人', 13, center),
    column('signedOn', '签发日期', 19, center),
    column('issuedOn', '成文日期', 19, center),
  ],
  right: [
    column('position', '发文序号', 12, center),
    column('secrecy', '密级、\n期限', 13, center),
    column('urgency', '紧急程度', 9, center),
    column('addressees', '主送', 40, words),
    column('copyTo', '抄送', 34, words),
    column('attachments', '附件', 9, center),
    column('printCopies', '印数', 10, center),
    column('copyNumbers', '起止份号', 18, center),
    column('printedOn', '印发日期', 19, center),
    column('sealedOn', '用印日期', 19, center),
    column('disclosure', '公开\n属性', 14, center),
    column('distribution', '分发明细', 30, words),
    column('archiveNumber', '归档号', 19, center),
    column('remark', '备注', 20, words),
  ],
  brief: [
    'position',
    'documentNumber',
    'title',
    'genre',
    'departmentName',
    'drafterName',
    'signatories',
    'issuedOn',
    'addressees',
    'printCopies',
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
