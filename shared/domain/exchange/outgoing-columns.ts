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
  readonly signatories: string;
  readonly issuedOn: string | null;
  readonly urgency: string;
  readonly addressees: string;
  readonly copyTo: string;
  readonly attachments: string;
  readonly printedOn: string | null;
  readonly secrecy: string;
  readonly checkedBy: string;
  /** Departments of the last round of 会签. */
  readonly countersigns: string;
  readonly signedOn: string | null;
  readonly printCopies: number | null;
  /** 起止份号: 000001—000020. */
  readonly copyNumbers: string;
  readonly sealedOn: string | null;
  readonly disclosure: string;
  /** Units with copies: 市财政局2份. */
  readonly distribution: string;
  readonly archiveNumber: string;
  readonly remark: string;
  readonly createdAt: number;
  readonly voidReason: string;
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
    { key: 'title', heading: '文件标题', width: 38, type: 'text', value: (row) => row.title },
    { key: 'genre', heading: '文种', width: 7, type: 'text', value: (row) => row.genre },
    {
      key: 'departmentName',
      heading: '拟稿部门',
      width: 12,
      type: 'text',
      value: (row) => row.departmentName,
    },
    { key: 'drafterName', heading: '拟稿人', width: 8, type: 'text', value: (row) => row.drafterName },
    { key: 'signatories', heading: '签发人', width: 9, type: 'text', value: (row) => row.signatories },
    { key: 'issuedOn', heading: '成文日期', width: 11, type: 'date', value: (row) => row.issuedOn },
    { key: 'urgency', heading: '紧急程度', width: 8, type: 'text', value: (row) => row.urgency },
    { key: 'addressees', heading: '主送', width: 24, type: 'text', value: (row) => row.addressees },
    { key: 'copyTo', heading: '抄送', width: 22, type: 'text', value: (row) => row.copyTo },
    { key: 'attachments', heading: '附件', width: 20, type: 'text', value: (row) => row.attachments },
    { key: 'printedOn', heading: '印发日期', width: 11, type: 'date', value: (row) => row.printedOn },
    {
      key: 'state',
      heading: '办理状态',
      width: 8,
      type: 'text',
      value: (row) => OUTGOING_STATE_NAMES[row.state],
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
      width: 20,
      type: 'text',
      extra: true,
      value: (row) => row.voidReason,
    },
    { key: 'secrecy', heading: '密级', width: 9, type: 'text', extra: true, value: (row) => row.secrecy },
    {
      key: 'checkedBy',
      heading: '审核人',
      width: 9,
      type: 'text',
      extra: true,
      value: (row) => row.checkedBy,
    },
    {
      key: 'countersigns',
      heading: '会签单位',
      width: 20,
      type: 'text',
      extra: true,
      value: (row) => row.countersigns,
    },
    {
      key: 'signedOn',
      heading: '签发日期',
      width: 11,
      type: 'date',
      extra: true,
      value: (row) => row.signedOn,
    },
    {
      key: 'printCopies',
      heading: '印数',
      width: 7,
      type: 'number',
      extra: true,
      value: (row) => row.printCopies,
    },
    {
      key: 'copyNumbers',
      heading: '起止份号',
      width: 16,
      type: 'text',
      extra: true,
      value: (row) => row.copyNumbers,
    },
    {
      key: 'sealedOn',
      heading: '用印日期',
      width: 11,
      type: 'date',
      extra: true,
      value: (row) => row.sealedOn,
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
      key: 'distribution',
      heading: '分发明细',
      width: 30,
      type: 'text',
      extra: true,
      value: (row) => row.distribution,
    },
    {
      key: 'archiveNumber',
      heading: '归档号',
      width: 18,
      type: 'text',
      extra: true,
      value: (row) => row.archiveNumber,
    },
    { key: 'remark', heading: '备注', width: 18, type: 'text', extra: true, value: (row) => row.remark },
  ],
};
