import { existsSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type {
  ColumnType,
  ExportList,
  LayoutColumn,
  SheetValue,
} from '../../../shared/domain/exchange/export-list.ts';
import { dayRange, EXPORT_LISTS } from '../../../shared/domain/exchange/export-lists.ts';
import type { ListName, SheetRows } from '../../../shared/domain/exchange/export-lists.ts';
import { dateOf } from '../../../shared/domain/workdays.ts';
import type { exportContract } from '../../../shared/features/exchange-export.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { OutCell, OutRow, SheetFrame } from '../../exchange/messages.ts';
import { writeChosenFile } from '../../db/write-chosen-file.ts';
import type { Ctx } from '../context.ts';
import { listedIds, runJob } from '../links-exchange.ts';
import { giveWay, stopWhenCancelled } from './jobs.ts';
import { checkColumns } from './layouts.ts';
import { ROW_SOURCES } from './sources.ts';

type Order = z.output<typeof exportContract.exportList.input>;
type Exported = z.input<typeof exportContract.exportList.output>;

const CANCELLED = '已取消导出，没有写文件，登记内容没有改动。';
/** Rows read from the file of the office at a time. */
const SLICE = 250;

/** Asks where to save, writes the rows of the list in slices, and records the export. Null when cancelled in the dialog. */
export function exportRows(ctx: Ctx, order: Order): Promise<Exported> {
  const { list } = order.source;
  checkColumns(list, order.columns);
  // The list's name fixes the type of its rows; TypeScript cannot follow that through a union.
  const declared = EXPORT_LISTS[list] as ExportList<SheetRows[ListName]>;
  return runJob(order.job, (signal) => exportDeclared(ctx, order, declared, signal));
}

async function exportDeclared(
  ctx: Ctx,
  order: Order,
  declared: ExportList<SheetRows[ListName]>,
  signal: AbortSignal,
): Promise<Exported> {
  const { list } = order.source;
  const { dialogs, device, paths, program, spreadsheets, progress, now } = ctx.services;
  const office = await ctx.read.selectFrom('office').select('name').executeTakeFirstOrThrow();
  const extension = order.format === 'xlsx' ? 'xlsx' : 'csv';
  const remembered = device.get('exportFolder');
  const folder = remembered !== null && existsSync(remembered) ? remembered : program.documentsFolder;
  const proposal = path.join(folder, `${declared.title} ${dateOf(now())}.${extension}`);
  const chosen = await dialogs.saveFile(`导出${declared.title}`, proposal, extension);
  if (chosen === null) return null;
  const read = await readRows(ctx, order, declared, signal);
  if (read.rows.length === 0) {
    throw new AppError('NOT_FOUND', '按现在的筛选没有可以导出的内容，没有写文件。请放宽筛选后再导出。');
  }
  const writer = await spreadsheets.write(frameOf(order, declared, office.name, read, now()));
  let bytes: Uint8Array;
  try {
    for (let offset = 0; offset < read.rows.length; offset += SLICE) {
      stopWhenCancelled(signal, CANCELLED);
      await writer.add(read.rows.slice(offset, offset + SLICE));
      progress({
        job: order.job,
        done: read.rows.length + offset,
        total: read.rows.length * 2,
        label: '正在写表格',
      });
    }
    stopWhenCancelled(signal, CANCELLED);
    bytes = await writer.finish();
    stopWhenCancelled(signal, CANCELLED);
  } finally {
    await writer.abandon();
  }
  await writeChosenFile(chosen, bytes);
  device.set('exportFolder', path.dirname(chosen));
  const secret = read.workSecrets > 0 ? `，其中工作秘密 ${read.workSecrets} 件` : '';
  await ctx.write((change) =>
    change.audit({
      entity: ROW_SOURCES[list].entity,
      entityId: 'export',
      summary: `导出${declared.title} ${read.rows.length} 件（${extension}${secret}）`,
      detail: { rows: read.rows.length, workSecrets: read.workSecrets, file: path.basename(chosen) },
    }),
  );
  return {
    file: { token: paths.issue(chosen), name: path.basename(chosen), folder: path.dirname(chosen) },
    rows: read.rows.length,
    workSecrets: read.workSecrets,
  };
}

interface ReadRows {
  readonly rows: readonly OutRow[];
  readonly workSecrets: number;
  readonly first: string | null;
  readonly last: string | null;
}

async function readRows(
  ctx: Ctx,
  order: Order,
  declared: ExportList<SheetRows[ListName]>,
  signal: AbortSignal,
): Promise<ReadRows> {
  const source = ROW_SOURCES[order.source.list];
  const columns = order.columns.flatMap(
    ({ key }) => declared.columns.find((column) => column.key === key) ?? [],
  );
  const ids: string[] = [];
  for await (const slice of listedIds(order.source, ctx)) {
    ids.push(...slice);
    await giveWay();
    stopWhenCancelled(signal, CANCELLED);
  }
  const rows: OutRow[] = [];
  let workSecrets = 0;
  let first: string | null = null;
  let last: string | null = null;
  for (let offset = 0; offset < ids.length; offset += SLICE) {
    for (const row of await source.read(ctx.read, ids.slice(offset, offset + SLICE))) {
      const marked = declared.workSecret(row);
      if (marked) workSecrets += 1;
      const day = declared.day(row);
      if (day !== null && (first === null || day < first)) first = day;
      if (day !== null && (last === null || day > last)) last = day;
      rows.push({ cells: columns.map(({ type, value }) => cellOf(type, value(row))), marked });
    }
    ctx.services.progress({
      job: order.job,
      done: rows.length,
      total: ids.length * 2,
      label: '正在取登记内容',
    });
    await giveWay();
    stopWhenCancelled(signal, CANCELLED);
  }
  return { rows, workSecrets, first, last };
}

function frameOf(
  order: Order,
  declared: ExportList<SheetRows[ListName]>,
  office: string,
  read: ReadRows,
  now: number,
): SheetFrame {
  const range = dayRange(read.first, read.last);
  const secret = read.workSecrets > 0 ? `　含工作秘密 ${read.workSecrets} 件（黄底），按工作秘密管理` : '';
  return {
    format: order.format,
    sheetName: declared.title,
    title: `${office}${declared.title}`,
    subtitle: `${range === '' ? '' : `${range}　`}共 ${read.rows.length} 件　${dateOf(now)} 导出${secret}`,
    footer: `${office}${declared.title}`,
    columns: order.columns.map((column) => ({
      heading: column.heading,
      width: column.width,
      type: typeOf(declared, column),
    })),
    author: office,
    madeAt: now,
  };
}

function typeOf(declared: ExportList<SheetRows[ListName]>, { key }: LayoutColumn): ColumnType {
  return declared.columns.find((column) => column.key === key)?.type ?? 'text';
}

/** Days from 1899-12-30, where spreadsheets begin to count, to 1970-01-01. */
const DAYS_TO_1970 = 25_569;
const DAY = 86_400_000;

function cellOf(type: ColumnType, value: SheetValue): OutCell {
  if (value === null || value === '') return null;
  if (type === 'date' && typeof value === 'string')
    return { day: Date.parse(`${value}T00:00:00Z`) / DAY + DAYS_TO_1970 };
  if (type === 'moment' && typeof value === 'number') {
    const at = new Date(value);
    const local = Date.UTC(at.getFullYear(), at.getMonth(), at.getDate(), at.getHours(), at.getMinutes());
    return { moment: local / DAY + DAYS_TO_1970 };
  }
  return type === 'text' ? String(value) : value;
}
