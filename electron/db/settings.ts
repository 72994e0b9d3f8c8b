import type { Reader } from './schema.ts';
import type { Change } from './transaction.ts';

/** Settings of the office: JSON by name. What they mean, and their schema, is the caller's. */

/** The parsed JSON, or undefined when it was never set. */
export async function readSetting(read: Reader, name: string): Promise<unknown> {
  const row = await read.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
  return row === undefined ? undefined : JSON.parse(row.value);
}

/** @param summary what is said of it in the audit trail, in Chinese */
export async function writeSetting(
  change: Change,
  name: string,
  value: unknown,
  summary: string,
): Promise<void> {
  const text = JSON.stringify(value);
  const row = await change.tx
    .selectFrom('setting')
    .select(['id', 'rowVersion'])
    .where('name', '=', name)
    .executeTakeFirst();
  const stamps = change.stampNew();
  if (row === undefined) {
    await change.tx
      .insertInto('setting')
      .values({ ...stamps, name, value: text })
      .execute();
  } else {
    await change.tx
      .updateTable('setting')
      .set({ value: text, ...change.stampChanged(row.rowVersion) })
      .where('id', '=', row.id)
      .execute();
  }
  await change.audit({ entity: 'setting', entityId: row?.id ?? stamps.id, summary });
}
