import type { ExportList } from './export-list.ts';

/** What of an urging goes into a sheet. */
export interface UrgingSheetRow {
  readonly at: number;
  readonly on: string;
  readonly number: string;
  readonly title: string;
  readonly secrecy: string;
  readonly target: string;
  readonly level: string;
  readonly method: string;
  readonly note: string;
  readonly dueOn: string | null;
  readonly urgedBy: string;
  readonly answeredBy: string;
  readonly answeredAt: number | null;
  readonly answer: string;
}

/** 催办登记簿: of 收文 and 承办件 alike. */
export const URGING_LIST: ExportList<UrgingSheetRow> = {
  title: '催办登记簿',
  day: (row) => row.on,
  workSecret: (row) => row.secrecy === '工作秘密',
  columns: [
    { key: 'at', heading: '催办时间', width: 17, type: 'moment', value: (row) => row.at },
    { key: 'number', heading: '编号', width: 14, type: 'text', value: (row) => row.number },
    { key: 'title', heading: '文件或事项', width: 34, type: 'text', value: (row) => row.title },
    { key: 'target', heading: '催办对象', width: 14, type: 'text', value: (row) => row.target },
    { key: 'level', heading: '催办级别', width: 10, type: 'text', value: (row) => row.level },
    { key: 'method', heading: '催办方式', width: 10, type: 'text', value: (row) => row.method },
    { key: 'dueOn', heading: '办理时限', width: 11, type: 'date', value: (row) => row.dueOn },
    { key: 'note', heading: '催办内容', width: 24, type: 'text', value: (row) => row.note },
    { key: 'urgedBy', heading: '催办人', width: 8, type: 'text', value: (row) => row.urgedBy },
    { key: 'answeredBy', heading: '答复人', width: 8, type: 'text', value: (row) => row.answeredBy },
    { key: 'answeredAt', heading: '答复时间', width: 17, type: 'moment', value: (row) => row.answeredAt },
    { key: 'answer', heading: '答复内容', width: 28, type: 'text', value: (row) => row.answer },
  ],
};
