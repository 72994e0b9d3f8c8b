import { describe, expect, it } from 'vitest';
import { verifyDatabaseFile } from '../../electron/db/backup.ts';
import { MIGRATIONS } from '../../electron/db/migrations/all.ts';
import { openRaw } from '../../electron/db/native-binding.ts';
import type { OfficeDatabase } from '../../electron/db/open.ts';
import { salvage } from '../../electron/db/salvage.ts';
import { listIncoming } from '../../electron/features/incoming/list.ts';
import { registerIncoming } from '../../electron/features/incoming/register.ts';
import { incomingDraftSchema } from '../../shared/features/incoming-items.ts';
import { ACTOR, addDepartment, newPlace, openAt } from './support.ts';
import type { Place } from './support.ts';

const upTo = (number: number) => MIGRATIONS.filter((step) => step.number <= number);

function dump(place: Place): Record<string, unknown[]> {
  const raw = openRaw(place.file, { readonly: true, mustExist: true });
  const tables = raw
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all();
  const rows = Object.fromEntries(
    tables.map(({ name }) => [name, raw.prepare(`SELECT * FROM "${name}" ORDER BY 1`).all()]),
  );
  raw.close();
  return rows;
}

const register = (database: OfficeDatabase, title: string) =>
  database.write({ actor: ACTOR, action: 'incoming.register' }, (change) =>
    registerIncoming(change, incomingDraftSchema.parse({ title, senderName: '江州市财政局' }), {}),
  );

const find = async (database: OfficeDatabase, text: string) =>
  (
    await listIncoming(database, {
      filter: { text },
      sort: { key: 'number', direction: 'asc' },
      offset: 0,
      limit: 100,
    })
  ).rows.map(({ title }) => title);

describe('the step to 收文 (30)', () => {
  it('adds its tables to a file of step 20 and leaves every old row as it was', async () => {
    const place = newPlace();
    const old = await openAt(place, { create: true, migrations: upTo(20) });
    await addDepartment(old, '办公室');
    await old.write({ actor: ACTOR, action: 'test' }, async (change) => {
      await change.tx
        .insertInto('template')
        .values({ ...change.stampNew(), name: '局文件', content: '{}', voidReason: null })
        .execute();
      await change.audit({ entity: 'template', entityId: 't', summary: '建立' });
    });
    await old.close();
    const { migration: _before, ...before } = dump(place);
    expect(before['department']).toHaveLength(1);

    const database = await openAt(place, { migrations: upTo(30) });
    await database.close();
    const after = dump(place);
    for (const [table, rows] of Object.entries(before)) expect([table, after[table]]).toEqual([table, rows]);
    for (const table of ['incoming', 'assignment', 'circulationReader', 'instruction', 'itemLink'])
      expect([table, after[table]]).toEqual([table, []]);
    verifyDatabaseFile(place.file);
  });
});

describe('the book in the file', () => {
  it('gives a number back when the transaction fails after taking it', async () => {
    const database = await openAt(newPlace(), { create: true });
    await register(database, '第一件');
    const draft = incomingDraftSchema.parse({ title: '第二件', senderName: '某局' });
    await expect(
      database.write({ actor: ACTOR, action: 'incoming.register' }, async (change) => {
        await registerIncoming(change, draft, {});
        throw new Error('after the number was taken');
      }),
    ).rejects.toThrow('after the number was taken');
    expect(await register(database, '第三件')).toMatchObject({
      number: expect.stringMatching(/0002$/u) as string,
    });
  });

  it.each([
    ['a serial is skipped', 'UPDATE incomingSeries SET last = last + 2'],
    ['the series goes back', 'UPDATE incomingSeries SET last = last - 1'],
    ['the start is moved later', 'UPDATE incomingSeries SET first = first + 1'],
    ['the series is deleted', 'DELETE FROM incomingSeries'],
    ['a number is changed', 'UPDATE incoming SET serial = 9 WHERE serial = 1'],
    ['a number is taken away', "UPDATE incoming SET serial = NULL, number = '' WHERE serial = 1"],
    ['an item is deleted', 'DELETE FROM incoming'],
    ['an item is replaced', 'INSERT OR REPLACE INTO incoming SELECT * FROM incoming'],
    ['国家秘密 is stored', "UPDATE incoming SET secrecy = '秘密'"],
    ['an item is nowhere', "UPDATE incoming SET location = ''"],
    ['an item is voided without its state', "UPDATE incoming SET state = 'voided'"],
  ])('refuses by itself that %s', async (_what, statement) => {
    const database = await openAt(newPlace(), { create: true });
    for (const title of ['甲', '乙', '丙']) await register(database, title);
    await database.exclusively((raw) => {
      expect(() => raw.exec(statement)).toThrow(/series|number|item|CHECK/u);
    });
    expect(await register(database, '丁')).toMatchObject({
      number: expect.stringMatching(/0004$/u) as string,
    });
  });

  it('is searched alike after a backup was put in its place, and after salvage', async () => {
    const place = newPlace();
    const database = await openAt(place, { create: true });
    for (const title of ['关于防汛的通知', '关于植树的通知', '关于防火的通知'])
      await register(database, title);
    const copy = newPlace();
    await database.exclusively((raw) => raw.prepare('VACUUM INTO ?').run(copy.file));
    await database.close();
    const restored = await openAt(copy);
    expect(await find(restored, '防')).toEqual(['关于防汛的通知', '关于防火的通知']);

    const target = newPlace();
    salvage(place.file, target.file, 1);
    verifyDatabaseFile(target.file);
    const salvaged = await openAt(target);
    expect(await find(salvaged, '防')).toEqual(['关于防汛的通知', '关于防火的通知']);
    await register(salvaged, '关于防疫的通知');
    expect(await find(salvaged, '防')).toHaveLength(3);
    expect(await find(salvaged, 'gyzs')).toEqual(['关于植树的通知']);
  });
});
