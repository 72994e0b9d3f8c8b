import type { ExportList } from './export-list.ts';

/** What of a use of a seal goes into a sheet. */
export interface SealUseSheetRow {
  readonly ledgerNumber: string;
  readonly usedOn: string;
  readonly sealName: string;
  readonly departmentName: string;
  readonly documentNumber: string;
  readonly title: string;
  readonly addressees: string;
  readonly copies: number;
  readonly count: number;
  readonly crossPageCount: number;
  readonly approvedBy: string;
  readonly operatorName: string;
  readonly note: string;
}

/** 用印登记簿. */
export const SEAL_USE_LIST: ExportList<SealUseSheetRow> = {
  title: '用印登记簿',
  day: (row) => row.usedOn,
  workSecret: () => false,
  columns: [
    { key: 'ledgerNumber', heading: '用印号', width: 11, type: 'text', value: (row) => row.ledgerNumber },
    { key: 'usedOn', heading: '用印日期', width: 11, type: 'date', value: (row) => row.usedOn },
    { key: 'sealName', heading: '印章名称', width: 18, type: 'text', value: (row) => row.sealName },
    {
      key: 'departmentName',
      heading: '用印部门',
      width: 14,
      type: 'text',
      value: (row) => row.departmentName,
    },
    { key: 'documentNumber', heading: '文号', width: 20, type: 'text', value: (row) => row.documentNumber },
    { key: 'title', heading: '文件标题', width: 38, type: 'text', value: (row) => row.title },
    { key: 'addressees', heading: '送往单位', width: 20, type: 'text', value: (row) => row.addressees },
    { key: 'copies', heading: '份数', width: 5, type: 'number', value: (row) => row.copies },
    { key: 'count', heading: '用印数', width: 6, type: 'number', value: (row) => row.count },
    { key: 'crossPageCount', heading: '骑缝', width: 5, type: 'number', value: (row) => row.crossPageCount },
    { key: 'approvedBy', heading: '批准人', width: 9, type: 'text', value: (row) => row.approvedBy },
    { key: 'operatorName', heading: '用印人', width: 9, type: 'text', value: (row) => row.operatorName },
    { key: 'note', heading: '备注', width: 14, type: 'text', value: (row) => row.note },
  ],
};
