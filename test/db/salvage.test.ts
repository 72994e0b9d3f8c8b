import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { verifyDatabaseFile } from '../../electron/db/backup.ts';
import { openRaw } from '../../electron/db/native-binding.ts';
import { salvage } from '../../electron/db/salvage.ts';
import { ACTOR, addDepartment, addDepartments, departments, newPlace, openAt } from './support.ts';

it('takes everything out of a file that is whole', async () => {
  const place = newPlace();
  const database = await openAt(place, { create: true });
  await addDepartments(database, 50);
  await database.close();
  const target = newPlace();
  const report = salvage(place.file, target.file, 1);
  expect(report.find(({ table }) => table === 'department')).toEqual({
    table: 'department',
    rows: 50,
    lost: 0,
  });
  expect(report.find(({ table }) => table === 'auditEvent')).toMatchObject({ rows: 50, lost: 0 });
  verifyDatabaseFile(target.file);
  const salvaged = await openAt(target);
  // Works like any other file, guards and all.
  await addDepartment(salvaged, '之后');
  expect(await departments(salvaged)).toHaveLength(51);
  await salvaged.exclusively((raw) =>
    expect(() => raw.exec('DELETE FROM auditEvent')).toThrow('append-only'),
  );
});

it('takes out of a damaged file what its other pages hold, and counts what is lost', async () => {
  const place = newPlace();
  const database = await openAt(place, { create: true });
  await addDepartments(database, 400);
  await database.close();
  const raw = openRaw(place.file, { readonly: true, mustExist: true });
  const [leaf] = raw
    .prepare<[], { pageno: number }>(
      "SELECT pageno FROM dbstat WHERE name = 'department' AND pagetype = 'leaf' LIMIT 1 OFFSET 2",
    )
    .all();
  raw.close();
  const bytes = readFileSync(place.file);
  const page = leaf?.pageno ?? 0;
  expect(page).toBeGreaterThan(1);
  bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(place.file, bytes);
  await expect(openAt(place)).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });

  const target = newPlace();
  const report = salvage(place.file, target.file, 1);
  const saved = report.find(({ table }) => table === 'department');
  expect(saved?.lost).toBeGreaterThan(0);
  expect((saved?.rows ?? 0) + (saved?.lost ?? 0)).toBe(400);
  expect(report.find(({ table }) => table === 'auditEvent')).toMatchObject({ rows: 400, lost: 0 });
  verifyDatabaseFile(target.file);
  // The damaged file is not touched.
  expect(readFileSync(place.file).equals(bytes)).toBe(true);
  const salvaged = await openAt(target);
  expect(await departments(salvaged)).toHaveLength(saved?.rows ?? 0);
  await salvaged.write({ actor: ACTOR, action: 'office.saveDepartment' }, async (change) => {
    await change.audit({ entity: 'office', entityId: 'x', summary: '抢救之后' });
  });
});

it('of what is no database gives up and says so', () => {
  const place = newPlace();
  writeFileSync(place.file, '不是数据库'.repeat(500));
  const target = newPlace();
  expect(() => salvage(place.file, target.file, 1)).toThrow();
  expect(existsSync(path.join(place.folder, 'gongwentai.db-wal'))).toBe(false);
});
