import type { CHANNELS_OF_RECEIPT, URGENCIES } from '../flow-incoming.ts';
import { readDay, readMoment, showMoment } from './read-date.ts';
import { countOf, readBookNumber, readSenderNumber, textOf, wordOf } from './read-values.ts';
import type { BookNumber } from './read-values.ts';
import type { ImportField } from './reading.ts';

/** States a paper of an old ledger may come in with. */
export const IMPORT_STATES = ['registered', 'closed', 'archived'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
type Urgency = (typeof URGENCIES)[number];
type Channel = (typeof CHANNELS_OF_RECEIPT)[number];

/** A 收文 as an old ledger has it. */
export interface LedgerPaper {
  readonly number: BookNumber | null;
  /** `YYYY-MM-DDTHH:mm`. */
  readonly receivedAt: string | null;
  readonly senderName: string;
  readonly documentNumber: string;
  readonly title: string;
  readonly genre: string;
  readonly secrecy: '' | '内部' | '工作秘密';
  readonly secrecyTerm: string;
  readonly urgency: Urgency;
  readonly copyNumber: string;
  readonly copies: number;
  readonly attachmentCount: number;
  readonly pageCount: number;
  readonly channel: Channel;
  readonly issuedOn: string | null;
  readonly signerName: string;
  readonly opinion: string;
  readonly instructedBy: string;
  readonly instruction: string;
  readonly leadName: string;
  readonly assistNames: string;
  readonly dueOn: string | null;
  readonly result: string;
  readonly replyNumber: string;
  readonly repliedOn: string | null;
  /** Empty when the ledger does not say. */
  readonly state: ImportState | '';
  readonly location: string;
  readonly archiveNumber: string;
  readonly remark: string;
}
export type PaperKey = keyof LedgerPaper;

const asIs = (value: string) => value;
const counted = (value: number) => String(value);
const day = (value: string | null) => value ?? '';
const STATE_WORDS: Readonly<Record<ImportState | '', string>> = {
  '': '',
  registered: '已登记',
  closed: '已办结',
  archived: '已归档',
};

const text = (
  label: string,
  max: number,
  synonyms: readonly string[],
  options: { lines?: true } = {},
): ImportField<string> => ({ label, synonyms, read: textOf(label, max, options), show: asIs });

/** Fields in the order of the book, with the headings under which real ledgers have them. */
export const INCOMING_FIELDS: { readonly [K in PaperKey]: ImportField<LedgerPaper[K]> } = {
  number: {
    label: '收文号',
    synonyms: [
      '收文号',
      '收文编号',
      '收文序号',
      '收文登记号',
      '登记号',
      '登记编号',
      '收文顺序号',
      '来文编号',
      '编号',
      '流水号',
      '顺序号',
      '序号',
      '号数',
    ],
    read: readBookNumber,
    show: (value) =>
      value === null ? '' : `${value.year === null ? '' : `〔${value.year}〕`}${value.serial}`,
  },
  receivedAt: {
    label: '收文日期',
    synonyms: [
      '收文日期',
      '收到日期',
      '收文时间',
      '收到时间',
      '收文日期时间',
      '签收日期',
      '签收时间',
      '登记日期',
      '收件日期',
      '来文日期',
      '来文时间',
      '日期',
      '时间',
      '年月日',
      '月日',
    ],
    read: readMoment,
    show: showMoment,
  },
  senderName: {
    label: '来文单位',
    synonyms: [
      '来文单位',
      '来文机关',
      '发文单位',
      '发文机关',
      '来件单位',
      '送文单位',
      '来文单位名称',
      '来文部门',
      '发文部门',
      '发文单位名称',
      '来源',
      '单位',
    ],
    required: true,
    read: textOf('来文单位', 100, { required: true }),
    show: asIs,
  },
  documentNumber: {
    label: '来文字号',
    synonyms: [
      '来文字号',
      '文号',
      '来文文号',
      '发文字号',
      '文件字号',
      '公文字号',
      '文件文号',
      '原文号',
      '来文号',
      '发文文号',
      '发文号',
      '文件编号',
      '文件号',
      '字号',
    ],
    read: readSenderNumber,
    show: asIs,
  },
  title: {
    label: '文件标题',
    synonyms: [
      '文件标题',
      '标题',
      '来文标题',
      '公文标题',
      '文件题名',
      '题名',
      '文件名称',
      '来文名称',
      '公文名称',
      '名称',
      '事由',
      '文件内容',
      '来文内容',
      '内容摘要',
      '内容',
      '摘要',
    ],
    required: true,
    read: textOf('文件标题', 300, { required: true }),
    show: asIs,
  },
  genre: text('文种', 20, ['文种', '公文种类', '文件种类', '公文类型', '文件类型', '类别', '种类']),
  secrecy: {
    label: '密级',
    synonyms: ['密级', '秘密等级', '文件密级', '保密等级'],
    read: wordOf(
      '密级',
      '',
      {
        '': ['无', '普通', '一般', '非密', '公开', '平', '/', '-', '—', '／'],
        内部: ['内部资料', '内部文件', '内部使用', '限内部'],
        工作秘密: ['工作密', '工秘'],
      },
      'fault',
    ),
    show: asIs,
  },
  secrecyTerm: text('保密期限', 20, ['保密期限', '密期']),
  urgency: {
    label: '紧急程度',
    synonyms: ['紧急程度', '缓急程度', '急缓程度', '急缓', '缓急', '紧急', '急件', '等级'],
    read: wordOf(
      '紧急程度',
      '平件',
      {
        平件: ['平', '普通', '一般', '常规', '普件', '无', '否', '/', '-', '—', '／'],
        加急: ['急', '急件', '紧急', '加急件', '较急', '是'],
        特急: ['特急件', '十分紧急'],
        平急: ['平急件'],
        特提: ['特提件'],
      },
      'fault',
    ),
    show: asIs,
  },
  copyNumber: text('份号', 20, ['份号']),
  copies: {
    label: '份数',
    synonyms: ['份数', '收文份数', '来文份数', '件数', '数量', '文件份数'],
    read: countOf('份数', 1, 1, 9999),
    show: counted,
  },
  attachmentCount: {
    label: '附件数',
    synonyms: ['附件数', '附件份数', '附件个数', '附件'],
    read: countOf('附件数', 0, 0, 999),
    show: counted,
  },
  pageCount: {
    label: '页数',
    synonyms: ['页数', '张数', '页码数'],
    read: countOf('页数', 0, 0, 99_999),
    show: counted,
  },
  channel: {
    label: '来文方式',
    synonyms: ['来文方式', '收文方式', '来文渠道', '送达方式', '递送方式', '接收方式', '收文渠道'],
    read: wordOf(
      '来文方式',
      '邮寄',
      {
        邮寄: ['邮局', '邮政', '快递', 'EMS', '信函', '挂号', '挂号信', '邮件', '邮'],
        面交: ['直送', '送达', '专人', '专人送达', '当面', '自取', '现场', '面送', '送'],
        电子: [
          'OA',
          '网络',
          '邮箱',
          '电子邮件',
          '电子公文',
          '公文系统',
          '电子公文系统',
          '政务网',
          '网上',
          '系统',
        ],
        传真: ['电传', 'FAX'],
        电话: ['来电', '电话通知'],
        机要: ['机要交换', '机要通信', '机要局', '交换', '交换站', '机要交换站', '机要件'],
      },
      'note',
    ),
    show: asIs,
  },
  issuedOn: {
    label: '成文日期',
    synonyms: ['成文日期', '发文日期', '文件日期', '印发日期', '发文时间', '成文时间'],
    read: readDay,
    show: day,
  },
  signerName: text('签收人', 30, ['签收人', '收文人', '收件人', '登记人', '经手人', '经办人']),
  opinion: text('拟办意见', 1000, ['拟办意见', '拟办', '拟办情况'], { lines: true }),
  instructedBy: text('批示人', 30, ['批示人', '批示领导', '批办人', '阅批领导', '签批人', '批阅领导']),
  instruction: text(
    '批示内容',
    2000,
    ['批示内容', '批示意见', '领导批示', '批办意见', '批示内容摘要', '领导批示意见', '批示', '批阅意见'],
    { lines: true },
  ),
  leadName: text('主办', 60, [
    '主办',
    '主办部门',
    '主办单位',
    '主办科室',
    '承办部门',
    '承办单位',
    '承办科室',
    '办理部门',
    '责任部门',
    '承办人',
    '承办',
    '分送部门',
  ]),
  assistNames: text('会办', 200, [
    '会办',
    '会办部门',
    '会办单位',
    '协办',
    '协办部门',
    '协办单位',
    '配合部门',
  ]),
  dueOn: {
    label: '办理时限',
    synonyms: [
      '办理时限',
      '办结时限',
      '承办时限',
      '限办日期',
      '限办时间',
      '完成时限',
      '办理期限',
      '要求时限',
      '时限',
    ],
    read: readDay,
    show: day,
  },
  result: text(
    '办理结果',
    2000,
    ['办理结果', '承办结果', '办理情况', '处理结果', '处理情况', '承办情况', '落实情况', '结果'],
    { lines: true },
  ),
  replyNumber: text('答复文号', 60, ['答复文号', '复文字号', '复文号', '回复文号']),
  repliedOn: {
    label: '答复日期',
    synonyms: ['答复日期', '复文日期', '回复日期', '答复时间'],
    read: readDay,
    show: day,
  },
  state: {
    label: '办理状态',
    synonyms: ['办理状态', '状态', '办结情况', '是否办结', '办结状态', '归档情况', '是否归档'],
    read: wordOf(
      '办理状态',
      '',
      {
        '': ['/', '-', '—'],
        registered: ['已登记', '登记', '在办', '办理中', '未办结', '未办', '承办中', '否', '待办', '未完成'],
        closed: ['已办结', '办结', '已办', '办毕', '已完成', '完成', '已阅', '阅毕', '是', '√', '已结', '结'],
        archived: ['已归档', '归档', '已存档', '存档'],
      },
      'note',
    ),
    show: (value) => STATE_WORDS[value],
  },
  location: text('实体去向', 60, ['实体去向', '文件去向', '去向', '存放位置', '存放地点', '现存何处']),
  archiveNumber: text('归档号', 60, ['归档号', '档号', '归档编号', '案卷号', '卷号', '归档件号']),
  remark: text('备注', 500, ['备注', '说明', '附注', '备考'], { lines: true }),
};

/** In the order of the book. */
export const PAPER_KEYS = Object.keys(INCOMING_FIELDS) as readonly PaperKey[];
