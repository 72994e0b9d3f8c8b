import type { z } from 'zod';
import type { Template, templatesContract } from '../../../shared/features/templates.ts';
import { templateContentSchema } from '../../../shared/gongwen/template.ts';
import type { TemplateContent } from '../../../shared/gongwen/template.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Reader, TemplateTable } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';

type SaveInput = z.output<(typeof templatesContract.save)['input']>;
interface Target {
  readonly id: string;
  readonly rowVersion: number;
}

const asTemplate = (row: TemplateTable): Template => ({
  id: row.id,
  rowVersion: row.rowVersion,
  name: row.name,
  content: templateContentSchema.parse(JSON.parse(row.content)),
  voidReason: row.voidReason,
  updatedAt: row.updatedAt,
});

/** Those in use by name, then the voided ones, the newest first. */
export async function listTemplates(read: Reader): Promise<Template[]> {
  const rows = (await read.selectFrom('template').selectAll().orderBy('id').execute()).map(asTemplate);
  const byName = new Intl.Collator('zh-CN', { numeric: true });
  return [
    ...rows
      .filter(({ voidReason }) => voidReason === null)
      .toSorted((a, b) => byName.compare(a.name, b.name)),
    ...rows.filter(({ voidReason }) => voidReason !== null).toSorted((a, b) => b.updatedAt - a.updatedAt),
  ];
}

/** @throws AppError NOT_FOUND */
export async function readTemplate(read: Reader, id: string): Promise<Template> {
  const row = await read.selectFrom('template').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', '找不到这个红头模板，没有改动。请刷新后重试。');
  return asTemplate(row);
}

/** @throws AppError CONFLICT when it has changed since the caller read it */
async function takeTemplate(change: Change, target: Target): Promise<Template> {
  const template = await readTemplate(change.read, target.id);
  if (template.rowVersion !== target.rowVersion) {
    throw new AppError(
      'CONFLICT',
      `模板“${template.name}”已在别处改动，您的修改没有覆盖它。请重新打开后再改。`,
    );
  }
  return template;
}

/** @throws AppError INVALID_INPUT when another template in use has the name */
async function refuseTakenName(change: Change, name: string, ownId?: string): Promise<void> {
  if ((await freeName(change.read, name, ownId)) === name) return;
  const message = `已有名为“${name}”的模板，没有保存。请换一个名称。`;
  throw new AppError('INVALID_INPUT', message, { fields: { name: message } });
}

/** The name itself while it is free, else the first free `名称（副本）`, `名称（副本2）` … */
export async function freeName(read: Reader, name: string, ownId?: string): Promise<string> {
  const rows = await read
    .selectFrom('template')
    .select(['id', 'name'])
    .where('voidReason', 'is', null)
    .execute();
  const taken = new Set(rows.filter(({ id }) => id !== ownId).map((row) => row.name));
  if (!taken.has(name)) return name;
  for (let copy = 1; ; copy += 1) {
    const ending = copy === 1 ? '（副本）' : `（副本${copy}）`;
    const proposed = `${Array.from(name)
      .slice(0, 40 - ending.length)
      .join('')}${ending}`;
    if (!taken.has(proposed)) return proposed;
  }
}

/** Adds or changes a template, in the caller's transaction. */
export async function saveTemplate(change: Change, input: SaveInput): Promise<Template> {
  const { id, name, content, imported = false } = input;
  if (id === undefined) {
    await refuseTakenName(change, name);
    const summary = imported ? `导入红头模板“${name}”` : `新建红头模板“${name}”`;
    return insertTemplate(change, name, content, summary);
  }
  const stored = await takeTemplate(change, { id, rowVersion: input.rowVersion ?? 0 });
  if (stored.voidReason !== null) {
    throw new AppError('NOT_ALLOWED_IN_STATE', `模板“${stored.name}”已作废，不能修改。请先恢复使用。`);
  }
  await refuseTakenName(change, name, id);
  const text = JSON.stringify(content);
  if (stored.name === name && JSON.stringify(stored.content) === text) return stored;
  await updateTemplate(change, stored, { name, content: text });
  const renamed = stored.name === name ? '' : `，原名“${stored.name}”`;
  await change.audit({
    entity: 'template',
    entityId: id,
    summary: `修改红头模板“${name}”${renamed}`,
    detail: changedFields(stored.content, content),
  });
  return readTemplate(change.read, id);
}

async function insertTemplate(
  change: Change,
  name: string,
  content: TemplateContent,
  summary: string,
): Promise<Template> {
  const stamps = change.stampNew();
  await change.tx
    .insertInto('template')
    .values({ ...stamps, name, content: JSON.stringify(content), voidReason: null })
    .execute();
  await change.audit({ entity: 'template', entityId: stamps.id, summary });
  return readTemplate(change.read, stamps.id);
}

/** What stood in the fields that change, so that the trail can answer what the header was before. */
function changedFields(before: TemplateContent, after: TemplateContent): Record<string, string> {
  const old = new Map(Object.entries(before).map(([key, value]) => [key, JSON.stringify(value)]));
  const next = new Map(Object.entries(after).map(([key, value]) => [key, JSON.stringify(value)]));
  const keys = new Set([...old.keys(), ...next.keys()]);
  return Object.fromEntries(
    [...keys].filter((key) => old.get(key) !== next.get(key)).map((key) => [key, old.get(key) ?? '']),
  );
}

async function updateTemplate(
  change: Change,
  { id, rowVersion }: Target,
  values: Partial<Pick<TemplateTable, 'name' | 'content' | 'voidReason'>>,
): Promise<void> {
  await change.tx
    .updateTable('template')
    .set({ ...values, ...change.stampChanged(rowVersion) })
    .where('id', '=', id)
    .where('rowVersion', '=', rowVersion)
    .execute();
}

/** Takes a template out of use; documents made with it keep their header. */
export async function voidTemplate(change: Change, target: Target, reason: string): Promise<Template> {
  const stored = await takeTemplate(change, target);
  if (stored.voidReason !== null) {
    throw new AppError('NOT_ALLOWED_IN_STATE', `模板“${stored.name}”已经作废，没有再次作废。`);
  }
  await updateTemplate(change, stored, { voidReason: reason });
  await change.audit({
    entity: 'template',
    entityId: stored.id,
    summary: `作废红头模板“${stored.name}”：${reason}`,
    detail: { reason },
  });
  return readTemplate(change.read, stored.id);
}

/** Puts a voided template back into use. @throws AppError INVALID_INPUT when its name is taken by now */
export async function restoreTemplate(change: Change, target: Target): Promise<Template> {
  const stored = await takeTemplate(change, target);
  if (stored.voidReason === null) return stored;
  if ((await freeName(change.read, stored.name)) !== stored.name) {
    throw new AppError(
      'INVALID_INPUT',
      `在用的模板里已有“${stored.name}”，没有恢复。请先给那一个改名，再恢复这一个。`,
    );
  }
  await updateTemplate(change, stored, { voidReason: null });
  await change.audit({
    entity: 'template',
    entityId: stored.id,
    summary: `恢复使用红头模板“${stored.name}”`,
  });
  return readTemplate(change.read, stored.id);
}
