import { OUTGOING_STATE_NAMES } from '../flow-outgoing.ts';
import type { OutgoingState } from '../flow-outgoing.ts';
import type { ExportList } from './export-list.ts';

/** What of a 发文 goes into a sheet. */
export interface OutgoingSheetRow {
  readonly documentNumber: string;
  readonly title: string;
  readonly genre: string;
  readonly state: OutgoingState;
  readonly departmentName: string;
  readonly drafterName: string;
  readonly checkedBy: string;
  readonly countersigned: string;
  readonly signatories: string;
  readonly signedOn: string | null;
  readonly issuedOn: string | null;
  readonly urgency: string;
  readonly addressees: string;
  readonly copyTo: string;
  readonly attachments: string;
  readonly printCopies: number | null;
  readonly printedOn: string | null;
  readonly sealedOn: string | null;
  readonly distributedOn: string | null;
  readonly disclosure: string;
  readonly archiveNumber: string;
  readonly createdAt: number;
  readonly voidReason: string;
  readonly remark: string;
}

/** 发文登记簿: the columns of the book in its order (office-domain b2). */
export const OUTGOING_LIST: ExportList<OutgoingSheetRow> = {
  title: '发文登记簿',
  day: (row) => row.issuedOn,
  workSecret: () => false,
  columns: [
    {
      key: 'documentNumber',
      heading: '发文字号',
      width: 20,
      type: 'text',
      value: (row) => row.documentNumber,
    },
    { key: 'title', heading: '文件标题', width: 36, type: 'text', value: (row) => row.title },
    { key: 'genre', heading: '文种', width: 7, type: 'text', value: (row) => row.genre },
    {
      key: 'departmentName',
      heading: '拟稿部门',
      width: 12,
      type: 'text',
      value: (row) => row.departmentName,
    },
    { key: 'drafterName', heading: '拟稿人', width: 8, type: 'text', value: (row) => row.drafterName },
    { key: 'checkedBy', heading: '审核人', width: 8, type: 'text', value: (row) => row.checkedBy },
    {
      key: 'countersigned',
      heading: '会签部门',
      width: 14,
      type: 'text',
      extra: true,
      value: (row) => row.countersigned,
    },
    { key: 'signatories', heading: '签发人', width: 9, type: 'text', value: (row) => row.signatories },
    { key: 'signedOn', heading: '签发日期', width: 11, type: 'date', value: (row) => row.signedOn },
    { key: 'issuedOn', heading: '成文日期', width: 11, type: 'date', value: (row) => row.issuedOn },
    { key: 'urgency', heading: '紧急程度', width: 8, type: 'text', value: (row) => row.urgency },
    { key: 'addressees', heading: '主送', width: 22, type: 'text', value: (row) => row.addressees },
    { key: 'copyTo', heading: '抄送', width: 18, type: 'text', value: (row) => row.copyTo },
    {
      key: 'attachments',
      heading: '附件',
      width: 18,
      type: 'text',
      extra: true,
      value: (row) => row.attachments,
    },
    { key: 'printCopies', heading: '印数', width: 5, type: 'number', value: (row) => row.printCopies },
    { key: 'printedOn', heading: '印发日期', width: 11, type: 'date', value: (row) => row.printedOn },
    {
      key: 'sealedOn',
      heading: '用印日期',
      width: 11,
      type: 'date',
      extra: true,
      value: (row) => row.sealedOn,
    },
    {
      key: 'distributedOn',
      heading: '分发日期',
      width: 11,
      type: 'date',
      extra: true,
      value: (row) => row.distributedOn,
    },
    {
      key: 'disclosure',
      heading: '公开属性',
      width: 10,
      type: 'text',
      extra: true,
      value: (row) => row.disclosure,
    },
    {
      key: 'state',
      heading: '办理状态',
      width: 8,
      type: 'text',
      value: (row) => OUTGOING_STATE_NAMES[row.state],
    },
    {
      key: 'archiveNumber',
      heading: '归档号',
      width: 16,
      type: 'text',
      extra: true,
      value: (row) => row.archiveNumber,
    },
    {
      key: 'createdAt',
      heading: '拟稿时间',
      width: 17,
      type: 'moment',
      extra: true,
      value: (row) => row.createdAt,
    },
    {
      key: 'voidReason',
      heading: '作废原因',
      width: 18,
      type: 'text',
      extra: true,
      value: (row) => row.voidReason,
    },
    { key: 'remark', heading: '备注', width: 10, type: 'text', value: (row) => row.remark },
  ],
};
