import { z } from 'zod';
import type { ListName } from '../../../shared/domain/exchange/export-lists.ts';
import type { LayoutColumn } from '../../../shared/domain/exchange/export-list.ts';
import { columnsOf, EXPORT_LISTS } from '../../../shared/domain/exchange/export-lists.ts';
import { layoutColumnSchema } from '../../../shared/features/exchange-export.ts';
import type { ExportLayout } from '../../../shared/features/exchange-export.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { ExportLayoutTable } from '../../db/exchange-schema.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';

const storedColumns = z.array(layoutColumnSchema);

/** Layouts of a list, the default one first. A column that a later version no longer has is left out. */
export async function readLayouts(read: Reader, list: ListName): Promise<ExportLayout[]> {
  const rows = await read
    .selectFrom('exportLayout')
    .selectAll()
    .where('list', '=', list)
    .where('active', '=', 1)
    .orderBy('isDefault', 'desc')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const known = new Set(columnsOf(list).map(({ key }) => key));
  return rows.map((row) => ({
    id: row.id,
    rowVersion: row.rowVersion,
    name: row.name,
    isDefault: row.isDefault === 1,
    columns: storedColumns.parse(JSON.parse(row.columns)).filter(({ key }) => known.has(key)),
  }));
}

interface Saved {
  readonly id?: string | undefined;
  readonly rowVersion?: number | undefined;
  readonly list: ListName;
  readonly name: string;
  readonly isDefault: boolean;
  readonly columns: readonly LayoutColumn[];
}

/** @throws AppError INVALID_INPUT for a name taken or unknown columns; CONFLICT */
export async function saveLayout(change: Change, layout: Saved): Promise<{ id: string; rowVersion: number }> {
  checkColumns(layout.list, layout.columns);
  await checkName(change, layout);
  if (layout.isDefault) await takeDefaultAway(change, layout.list, layout.id);
  const { list, name } = layout;
  const isDefault = layout.isDefault ? 1 : 0;
  const values = { list, name, columns: JSON.stringify(layout.columns), isDefault, active: 1 } as const;
  const summary = `导出版式“${name}”（${EXPORT_LISTS[list].title}，${layout.columns.length} 列）`;
  if (layout.id === undefined) {
    const stamps = change.stampNew();
    await change.tx
      .insertInto('exportLayout')
      .values({ ...stamps, ...values })
      .execute();
    await change.audit({ entity: 'exportLayout', entityId: stamps.id, summary: `新增${summary}` });
    return { id: stamps.id, rowVersion: 1 };
  }
  const row = await readForChange(change, layout.id, layout.rowVersion);
  const stamps = change.stampChanged(row.rowVersion);
  await change.tx
    .updateTable('exportLayout')
    .set({ ...values, ...stamps })
    .where('id', '=', row.id)
    .execute();
  await change.audit({ entity: 'exportLayout', entityId: row.id, summary: `修改${summary}` });
  return { id: row.id, rowVersion: stamps.rowVersion };
}

export async function removeLayout(
  change: Change,
  target: { readonly id: string; readonly rowVersion: number },
): Promise<void> {
  const row = await readForChange(change, target.id, target.rowVersion);
  await change.tx
    .updateTable('exportLayout')
    .set({ active: 0, isDefault: 0, ...change.stampChanged(row.rowVersion) })
    .where('id', '=', row.id)
    .execute();
  await change.audit({ entity: 'exportLayout', entityId: row.id, summary: `移除导出版式“${row.name}”` });
}

/** @throws AppError INVALID_INPUT */
export function checkColumns(list: ListName, columns: readonly LayoutColumn[]): void {
  const known = new Set(columnsOf(list).map(({ key }) => key));
  const keys = columns.map(({ key }) => key);
  if (keys.every((key) => known.has(key)) && new Set(keys).size === keys.length) return;
  const message = '所选的列有重复或已不存在，没有改动。请重新选择要导出的列。';
  throw new AppError('INVALID_INPUT', message, { fields: { columns: message } });
}

async function checkName(change: Change, { id, list, name }: Saved): Promise<void> {
  const same = await change.read
    .selectFrom('exportLayout')
    .select('id')
    .where('list', '=', list)
    .where('name', '=', name)
    .where('active', '=', 1)
    .executeTakeFirst();
  if (same === undefined || same.id === id) return;
  const message = `已有名为“${name}”的版式，没有保存。请换一个名称，或选中那个版式后再改。`;
  throw new AppError('INVALID_INPUT', message, { fields: { name: message } });
}

async function takeDefaultAway(change: Change, list: ListName, exceptId: string | undefined): Promise<void> {
  const rows = await change.read
    .selectFrom('exportLayout')
    .select(['id', 'rowVersion'])
    .where('list', '=', list)
    .where('isDefault', '=', 1)
    .execute();
  for (const row of rows.filter(({ id }) => id !== exceptId)) {
    await change.tx
      .updateTable('exportLayout')
      .set({ isDefault: 0, ...change.stampChanged(row.rowVersion) })
      .where('id', '=', row.id)
      .execute();
  }
}

async function readForChange(
  change: Change,
  id: string,
  rowVersion: number | undefined,
): Promise<ExportLayoutTable> {
  const row = await change.read
    .selectFrom('exportLayout')
    .selectAll()
    .where('id', '=', id)
    .where('active', '=', 1)
    .executeTakeFirst();
  if (row === undefined)
    throw new AppError('NOT_FOUND', '找不到这个导出版式，它可能已被移除。请刷新后重试。');
  if (row.rowVersion !== rowVersion) {
    throw new AppError('CONFLICT', '这个导出版式已在别处改动，没有覆盖。请重新打开后再改。');
  }
  return row;
}
