import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../electron/db/migrations/all.ts';
import { openRaw } from '../../electron/db/native-binding.ts';
import { ACTOR, addDepartment, newPlace, openAt } from './support.ts';
import type { Place } from './support.ts';

const upTo = (number: number) => MIGRATIONS.filter((step) => step.number <= number);

/** Every row of every table of the file, past the program. */
function dump(place: Place): Record<string, unknown[]> {
  const raw = openRaw(place.file, { readonly: true, mustExist: true });
  const tables = raw
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .all();
  const rows = Object.fromEntries(
    tables.map(({ name }) => [name, raw.prepare(`SELECT * FROM "${name}" ORDER BY 1`).all()]),
  );
  raw.close();
  return rows;
}

const stamps = {
  rowVersion: 1,
  createdAt: 1,
  createdBy: ACTOR.id,
  updatedAt: 1,
  updatedBy: ACTOR.id,
} as const;

describe('the step to templates (20)', () => {
  it('adds its table to a file of step 10 and leaves every old row as it was', async () => {
    const place = newPlace();
    const old = await openAt(place, { create: true, migrations: upTo(10) });
    await addDepartment(old, '办公室');
    await old.write({ actor: ACTOR, action: 'test' }, async (change) => {
      await change.tx
        .insertInto('office')
        .values({ id: 'o', ...stamps, singleton: 1, name: '某局', printingOffice: '某局办公室' })
        .execute();
      await change.tx
        .insertInto('issuerCode')
        .values({
          id: 'c',
          ...stamps,
          code: '某发',
          issuers: '["某局"]',
          markSuffix: '文件',
          active: 1,
          sample: 0,
        })
        .execute();
      await change.audit({ entity: 'office', entityId: 'o', summary: '建立' });
    });
    await old.close();
    const before = dump(place);
    expect(Object.keys(before)).not.toContain('template');

    const database = await openAt(place, { migrations: upTo(20) });
    expect(await database.read.selectFrom('template').selectAll().execute()).toEqual([]);
    await database.close();
    const { template, migration, ...after } = dump(place);
    const { migration: firstStep, ...kept } = before;
    expect(template).toEqual([]);
    expect(migration).toMatchObject([...(firstStep ?? []), { number: 20, name: 'templates' }]);
    expect(after).toEqual(kept);
  });

  it('keeps templates: no deletion, no second one of the same name in use', async () => {
    const place = newPlace();
    const database = await openAt(place, { create: true, migrations: upTo(20) });
    const insert = (id: string, name: string, voidReason: string | null) =>
      database.write({ actor: ACTOR, action: 'test' }, async (change) => {
        await change.tx
          .insertInto('template')
          .values({ id, ...stamps, name, content: '{}', voidReason })
          .execute();
        await change.audit({ entity: 'template', entityId: id, summary: '建立' });
      });
    await insert('a', '局文件', null);
    await expect(insert('b', '局文件', null)).rejects.toThrow();
    await expect(insert('a', '别的', null)).rejects.toThrow(/once/u);
    await insert('b', '局文件', '重复');
    await expect(insert('c', '局函', '')).rejects.toThrow();
    await expect(
      database.write({ actor: ACTOR, action: 'test' }, async (change) => {
        await change.tx.deleteFrom('template').where('id', '=', 'a').execute();
      }),
    ).rejects.toThrow(/voided, not deleted/u);
    const rows = await database.read.selectFrom('template').select(['id', 'name']).orderBy('id').execute();
    expect(rows).toEqual([
      { id: 'a', name: '局文件' },
      { id: 'b', name: '局文件' },
    ]);
  });
});
