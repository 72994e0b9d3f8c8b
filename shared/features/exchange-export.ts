import { z } from 'zod';
import { LIST_NAMES } from '../domain/exchange/export-lists.ts';
import { command, query } from '../ipc/define.ts';
import { exportedFileSchema } from './document.ts';
import { INCOMING_SORT_KEYS, incomingFilterSchema } from './incoming.ts';
import { MATTER_SORT_KEYS, matterFilterSchema } from './matter.ts';
import { OUTGOING_SORT_KEYS, outgoingFilterSchema } from './outgoing.ts';

/** Lists to Excel: what is exported, and the layouts an office keeps. */

const id = z.string().max(40);
export const listSchema = z.enum(LIST_NAMES);
const direction = z.enum(['asc', 'desc']);

export const layoutColumnSchema = z.strictObject({
  key: z.string().max(40),
  heading: z.string().trim().min(1, '请填写列名').max(30, '列名不超过30字'),
  /** Characters of the default font. */
  width: z.number('列宽应为数字').min(2, '列宽至少为2').max(100, '列宽不超过100'),
});
const columns = z.array(layoutColumnSchema).min(1, '请至少选一列').max(60);
const layoutName = z.string().trim().min(1, '请填写版式名称').max(30, '版式名称不超过30字');

export const layoutSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  name: z.string(),
  isDefault: z.boolean(),
  columns: z.array(layoutColumnSchema),
});
export type ExportLayout = z.output<typeof layoutSchema>;

const incomingSource = z.strictObject({
  list: z.literal('incoming'),
  filter: incomingFilterSchema,
  sort: z.strictObject({ key: z.enum(INCOMING_SORT_KEYS), direction }),
});
const outgoingSource = z.strictObject({
  list: z.literal('outgoing'),
  filter: outgoingFilterSchema,
  sort: z.strictObject({ key: z.enum(OUTGOING_SORT_KEYS), direction }),
});

/** The two books: which rows in which order, by the filter and the sort of the list on the screen. */
export const exportSourceSchema = z.discriminatedUnion('list', [incomingSource, outgoingSource]);
export type ExportSource = z.output<typeof exportSourceSchema>;

/** The same of every list that can be exported. */
export const listSourceSchema = z.discriminatedUnion('list', [
  incomingSource,
  outgoingSource,
  z.strictObject({
    list: z.literal('matter'),
    filter: matterFilterSchema,
    sort: z.strictObject({ key: z.enum(MATTER_SORT_KEYS), direction }),
  }),
  z.strictObject({
    list: z.literal('urging'),
    filter: z.strictObject({ waiting: z.boolean() }),
    /** The ledger has one order: newest first. */
    sort: z.strictObject({}),
  }),
  z.strictObject({
    list: z.literal('sealUse'),
    filter: z.strictObject({
      year: z.int().optional(),
      sealId: id.optional(),
      text: z.string().max(100).optional(),
    }),
    sort: z.strictObject({}),
  }),
]);
export type ListSource = z.output<typeof listSourceSchema>;

export const EXPORT_FORMATS = ['xlsx', 'csv-gb18030', 'csv-utf8'] as const;

export const exportContract = {
  /** Saved layouts of a list, the default one first. */
  layouts: query(z.strictObject({ list: listSchema }), z.array(layoutSchema), ['exportLayout']),
  /** Without an id a new one. The default of a list is one: the others stop being it. */
  saveLayout: command(
    z.strictObject({
      id: id.optional(),
      rowVersion: z.int().optional(),
      list: listSchema,
      name: layoutName,
      isDefault: z.boolean(),
      columns,
    }),
    z.strictObject({ id: z.string(), rowVersion: z.int() }),
    ['exportLayout'],
  ),
  removeLayout: command(z.strictObject({ id, rowVersion: z.int() }), z.void(), ['exportLayout']),
  /** Asks where to save; null when the person cancels there. Progress and `cancelJob` by the name of the job. */
  exportList: command(
    z.strictObject({
      job: z.string().min(1).max(60),
      source: listSourceSchema,
      columns,
      format: z.enum(EXPORT_FORMATS),
    }),
    z
      .strictObject({
        file: exportedFileSchema,
        rows: z.int(),
        /** Rows of 工作秘密 among them. */
        workSecrets: z.int(),
      })
      .nullable(),
    ['auditEvent'],
  ),
  /** Stops a running export or import; one that has ended meanwhile is no error. */
  cancelJob: command(z.strictObject({ job: z.string().max(60) }), z.void(), []),
} as const;
