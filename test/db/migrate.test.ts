import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBackups, verifyDatabaseFile } from '../../electron/db/backup.ts';
import { migrationHash } from '../../electron/db/migrate.ts';
import type { Migration } from '../../electron/db/migrate.ts';
import { MIGRATIONS } from '../../electron/db/migrations/all.ts';
import { openRaw } from '../../electron/db/native-binding.ts';
import { addDepartment, departments, newPlace, openAt } from './support.ts';

const next: Migration = {
  number: 9000,
  name: 'test',
  statements: ['ALTER TABLE department ADD COLUMN phone TEXT', "UPDATE department SET phone = '0571'"],
};

function columns(file: string): string[] {
  const raw = openRaw(file, { readonly: true, mustExist: true });
  const rows = raw.prepare<[], { name: string }>("SELECT name FROM pragma_table_info('department')").all();
  raw.close();
  return rows.map(({ name }) => name);
}

describe('migrations', () => {
  it('are numbered by five, in order, each once', () => {
    const numbers = MIGRATIONS.map(({ number }) => number);
    expect(numbers.every((number) => number % 5 === 0)).toBe(true);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  });

  it('that were shipped never change', () => {
    // A red line here means: write a new migration, do not edit this one.
    expect(Object.fromEntries(MIGRATIONS.map((step) => [step.number, migrationHash(step)]))).toEqual({
      10: 'cfa127eb6cab6150fa05a70be38cdf5e86cd8cf629d83b14fb175ba7c84a46ad',
      20: '0c337a21ce3beb8e433100e8664a664fdc7e166c0d30fd2f91484235ef844a5f',
      25: 'd8fedfac66f4bbb40712c3ced5d58db9f30358e795dba6761aea4d73fa143466',
      30: 'add286702ac7dc6662f751b642da6a05ec47a3c0835646a7e69ef4f9e3e74eef',
      35: 'a80cab4d08baac64670c16644850ce608871504f1d3e48adae950483efb54e66',
      40: '271004f7385687fa0ce07277c8254b010125008b9b78281f770c4f55508bcb27',
      45: '33f745dabc2209d64da39075540def31194e2e6c016761b5484ec10e3f5bc5c7',
      50: 'fac65f72263bd359d15d72b0c9606b258ece889c8c6859cd48d233f75082cfef',
      60: '8007ec6076ec30b0de8cdded8a95a4d6f1efc6dda68d4bad3cd11126eec1c105',
      70: '1520d762c344b1ace011d09e23a56fd7b86b0666c131ec9f997c851d04a747e6',
      80: 'a7039fe501d500e7f5172ee179d72c318792e870e72dd708e3655f05a9965877',
      90: 'c1bda0078b33a6091a168f6c3ecbf5f28e3c48827b542f8ba894441fbb980cb7',
    });
  });

  it('run on an old file after a verified backup of it', async () => {
    const place = newPlace();
    const old = await openAt(place, { create: true });
    await addDepartment(old, '办公室');
    await old.close();
    const database = await openAt(place, { migrations: [...MIGRATIONS, next] });
    expect(await departments(database)).toEqual(['办公室']);
    await database.close();
    expect(columns(place.file)).toContain('phone');
    const [backup, ...others] = listBackups(place.backupFolder);
    expect(others).toEqual([]);
    expect(backup?.kind).toBe('pre-migration');
    const file = path.join(place.backupFolder, backup?.id ?? '');
    verifyDatabaseFile(file);
    expect(columns(file)).not.toContain('phone');
    // The migrated file is now too new for the program that made it.
    await expect(openAt(place)).rejects.toMatchObject({ code: 'VERSION_TOO_NEW' });
  });

  it('that fail in the middle leave the file as it was', async () => {
    const place = newPlace();
    const old = await openAt(place, { create: true });
    await addDepartment(old, '办公室');
    await old.close();
    const failing: Migration = {
      number: 9010,
      name: 'fails',
      statements: ['DROP TABLE setting', 'INSERT INTO nowhere VALUES (1)'],
    };
    await expect(openAt(place, { migrations: [...MIGRATIONS, next, failing] })).rejects.toThrow(/nowhere/u);
    expect(columns(place.file)).not.toContain('phone');
    const database = await openAt(place);
    expect(await departments(database)).toEqual(['办公室']);
    expect(await database.read.selectFrom('setting').selectAll().execute()).toEqual([]);
  });

  it('that break references are undone', async () => {
    const place = newPlace();
    const old = await openAt(place, { create: true });
    await old.close();
    const breaking: Migration = {
      number: 9000,
      name: 'breaks',
      statements: [
        `INSERT INTO person (id, rowVersion, createdAt, createdBy, updatedAt, updatedBy, name, nameOrder, departmentId, post, phone, role, active, sample)
         VALUES ('p', 1, 0, 'p', 0, 'p', '某人', '', 'no such department', '', '', 'clerk', 1, 0)`,
      ],
    };
    await expect(openAt(place, { migrations: [...MIGRATIONS, breaking] })).rejects.toMatchObject({
      code: 'DATABASE_DAMAGED',
    });
    const database = await openAt(place);
    expect(await database.read.selectFrom('person').selectAll().execute()).toEqual([]);
  });

  it('of a first run that failed leave no file behind', async () => {
    const place = newPlace();
    const failing: Migration = {
      number: 9000,
      name: 'fails',
      statements: ['INSERT INTO nowhere VALUES (1)'],
    };
    await expect(openAt(place, { create: true, migrations: [...MIGRATIONS, failing] })).rejects.toThrow(
      /nowhere/u,
    );
    expect(readdirSync(place.folder)).toEqual([]);
  });

  it('do not start when the backup before them cannot be made', async () => {
    const place = newPlace();
    await (await openAt(place, { create: true })).close();
    writeFileSync(place.backupFolder, 'a file where the folder should be');
    const before = readFileSync(place.file);
    await expect(openAt(place, { migrations: [...MIGRATIONS, next] })).rejects.toThrow();
    expect(readFileSync(place.file).equals(before)).toBe(true);
    expect(existsSync(`${place.file}-wal`)).toBe(false);
  });
});
