import { MATTER_SOURCE_NAMES, MATTER_STATE_NAMES } from '../flow-matter.ts';
import type { MatterSource, MatterState } from '../flow-matter.ts';
import type { ExportList } from './export-list.ts';

/** What of a 承办件 goes into a sheet. */
export interface MatterSheetRow {
  readonly number: string;
  readonly state: MatterState;
  readonly source: MatterSource;
  readonly orderedBy: string;
  readonly orderedOn: string;
  readonly title: string;
  readonly words: string;
  readonly secrecy: string;
  readonly urgency: string;
  readonly leadName: string;
  readonly assistNames: string;
  readonly dueOn: string | null;
  readonly result: string;
  readonly repliedOn: string | null;
  readonly closedAt: number | null;
  readonly remark: string;
}

/** 承办件登记簿. */
export const MATTER_LIST: ExportList<MatterSheetRow> = {
  title: '承办件登记簿',
  day: (row) => row.orderedOn,
  workSecret: (row) => row.secrecy === '工作秘密',
  columns: [
    { key: 'number', heading: '承办号', width: 14, type: 'text', value: (row) => row.number },
    { key: 'orderedOn', heading: '交办日期', width: 11, type: 'date', value: (row) => row.orderedOn },
    { key: 'orderedBy', heading: '交办人', width: 10, type: 'text', value: (row) => row.orderedBy },
    {
      key: 'source',
      heading: '来源',
      width: 9,
      type: 'text',
      value: (row) => MATTER_SOURCE_NAMES[row.source],
    },
    { key: 'title', heading: '事项', width: 32, type: 'text', value: (row) => row.title },
    { key: 'words', heading: '交办原话', width: 28, type: 'text', extra: true, value: (row) => row.words },
    { key: 'secrecy', heading: '密级', width: 8, type: 'text', value: (row) => row.secrecy },
    { key: 'urgency', heading: '紧急程度', width: 8, type: 'text', value: (row) => row.urgency },
    { key: 'leadName', heading: '主办', width: 12, type: 'text', value: (row) => row.leadName },
    { key: 'assistNames', heading: '会办', width: 16, type: 'text', value: (row) => row.assistNames },
    { key: 'dueOn', heading: '办理时限', width: 11, type: 'date', value: (row) => row.dueOn },
    { key: 'result', heading: '办理结果', width: 28, type: 'text', value: (row) => row.result },
    { key: 'repliedOn', heading: '答复日期', width: 11, type: 'date', value: (row) => row.repliedOn },
    {
      key: 'closedAt',
      heading: '办结时间',
      width: 17,
      type: 'moment',
      extra: true,
      value: (row) => row.closedAt,
    },
    {
      key: 'state',
      heading: '办理状态',
      width: 8,
      type: 'text',
      value: (row) => MATTER_STATE_NAMES[row.state],
    },
    { key: 'remark', heading: '备注', width: 14, type: 'text', value: (row) => row.remark },
  ],
};
