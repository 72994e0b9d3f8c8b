import { INCOMING_STATE_NAMES } from '../flow-incoming.ts';
import type { IncomingState } from '../flow-incoming.ts';
import type { ExportList } from './export-list.ts';

/** What of a 收文 goes into a sheet. */
export interface IncomingSheetRow {
  readonly number: string;
  readonly state: IncomingState;
  readonly receivedAt: number | null;
  readonly receivedOn: string | null;
  readonly senderName: string;
  readonly documentNumber: string;
  readonly title: string;
  readonly genre: string;
  readonly secrecy: string;
  readonly secrecyTerm: string;
  readonly urgency: string;
  readonly copyNumber: string;
  readonly copies: number;
  readonly attachmentCount: number;
  readonly pageCount: number;
  readonly channel: string;
  readonly issuedOn: string | null;
  readonly signerName: string;
  readonly opinion: string;
  readonly instructedBy: string;
  readonly instruction: string;
  readonly leadName: string;
  readonly assistNames: string;
  readonly dueOn: string | null;
  readonly acceptedBy: string;
  readonly result: string;
  readonly replyNumber: string;
  readonly repliedOn: string | null;
  /** 已阅 3/5; empty without 传阅. */
  readonly circulation: string;
  readonly location: string;
  readonly archiveNumber: string;
  readonly remark: string;
}

/**
 * 收文登记簿: the columns of the book in its order (office-domain a3). All of them on one A4 sheet could not be read:
 * those that are seldom filled are chosen when they are wanted.
 */
export const INCOMING_LIST: ExportList<IncomingSheetRow> = {
  title: '收文登记簿',
  day: (row) => row.receivedOn,
  workSecret: (row) => row.secrecy === '工作秘密',
  columns: [
    { key: 'number', heading: '收文号', width: 14, type: 'text', value: (row) => row.number },
    { key: 'receivedOn', heading: '收文日期', width: 11, type: 'date', value: (row) => row.receivedOn },
    {
      key: 'receivedAt',
      heading: '收文时间',
      width: 17,
      type: 'moment',
      extra: true,
      value: (row) => row.receivedAt,
    },
    { key: 'senderName', heading: '来文单位', width: 18, type: 'text', value: (row) => row.senderName },
    {
      key: 'documentNumber',
      heading: '来文字号',
      width: 20,
      type: 'text',
      value: (row) => row.documentNumber,
    },
    { key: 'title', heading: '文件标题', width: 36, type: 'text', value: (row) => row.title },
    { key: 'genre', heading: '文种', width: 7, type: 'text', extra: true, value: (row) => row.genre },
    { key: 'secrecy', heading: '密级', width: 8, type: 'text', value: (row) => row.secrecy },
    {
      key: 'secrecyTerm',
      heading: '保密期限',
      width: 9,
      type: 'text',
      extra: true,
      value: (row) => row.secrecyTerm,
    },
    { key: 'urgency', heading: '紧急程度', width: 8, type: 'text', value: (row) => row.urgency },
    {
      key: 'copyNumber',
      heading: '份号',
      width: 8,
      type: 'text',
      extra: true,
      value: (row) => row.copyNumber,
    },
    { key: 'copies', heading: '份数', width: 5, type: 'number', value: (row) => row.copies },
    {
      key: 'attachmentCount',
      heading: '附件数',
      width: 7,
      type: 'number',
      extra: true,
      value: (row) => row.attachmentCount,
    },
    {
      key: 'pageCount',
      heading: '页数',
      width: 5,
      type: 'number',
      extra: true,
      value: (row) => row.pageCount,
    },
    { key: 'channel', heading: '来文方式', width: 8, type: 'text', extra: true, value: (row) => row.channel },
    {
      key: 'issuedOn',
      heading: '成文日期',
      width: 11,
      type: 'date',
      extra: true,
      value: (row) => row.issuedOn,
    },
    { key: 'signerName', heading: '签收人', width: 8, type: 'text', value: (row) => row.signerName },
    {
      key: 'opinion',
      heading: '拟办意见',
      width: 22,
      type: 'text',
      extra: true,
      value: (row) => row.opinion,
    },
    { key: 'instructedBy', heading: '批示人', width: 8, type: 'text', value: (row) => row.instructedBy },
    { key: 'instruction', heading: '批示内容', width: 22, type: 'text', value: (row) => row.instruction },
    { key: 'leadName', heading: '主办', width: 10, type: 'text', value: (row) => row.leadName },
    {
      key: 'assistNames',
      heading: '会办',
      width: 12,
      type: 'text',
      extra: true,
      value: (row) => row.assistNames,
    },
    { key: 'dueOn', heading: '办理时限', width: 11, type: 'date', value: (row) => row.dueOn },
    {
      key: 'acceptedBy',
      heading: '承办签收',
      width: 9,
      type: 'text',
      extra: true,
      value: (row) => row.acceptedBy,
    },
    { key: 'result', heading: '办理结果', width: 20, type: 'text', value: (row) => row.result },
    {
      key: 'replyNumber',
      heading: '答复文号',
      width: 18,
      type: 'text',
      extra: true,
      value: (row) => row.replyNumber,
    },
    {
      key: 'repliedOn',
      heading: '答复日期',
      width: 11,
      type: 'date',
      extra: true,
      value: (row) => row.repliedOn,
    },
    {
      key: 'circulation',
      heading: '传阅情况',
      width: 10,
      type: 'text',
      extra: true,
      value: (row) => row.circulation,
    },
    {
      key: 'state',
      heading: '办理状态',
      width: 8,
      type: 'text',
      value: (row) => INCOMING_STATE_NAMES[row.state],
    },
    { key: 'location', heading: '实体去向', width: 10, type: 'text', value: (row) => row.location },
    {
      key: 'archiveNumber',
      heading: '归档号',
      width: 16,
      type: 'text',
      extra: true,
      value: (row) => row.archiveNumber,
    },
    { key: 'remark', heading: '备注', width: 10, type: 'text', value: (row) => row.remark },
  ],
};
