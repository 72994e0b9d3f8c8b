import { copyFileSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { APPLICATION_ID, migrate, newestVersion } from '../../electron/db/migrate.ts';
import { MIGRATIONS } from '../../electron/db/migrations/all.ts';
import { openRaw } from '../../electron/db/native-binding.ts';
import { addDepartment, addDepartments, departments, newPlace, openAt, tamper } from './support.ts';

describe('opening', () => {
  it('really sets what keeps the data safe', async () => {
    const database = await openAt(newPlace(), { create: true });
    const pragmas = await database.exclusively((raw) =>
      Object.fromEntries(
        [
          'journal_mode',
          'synchronous',
          'foreign_keys',
          'trusted_schema',
          'locking_mode',
          'busy_timeout',
          'application_id',
          'user_version',
        ].map((name) => [name, raw.pragma(name, { simple: true })]),
      ),
    );
    expect(pragmas).toEqual({
      journal_mode: 'wal',
      // 2 is FULL: a commit survives power loss.
      synchronous: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      locking_mode: 'exclusive',
      busy_timeout: 5000,
      application_id: APPLICATION_ID,
      user_version: newestVersion(MIGRATIONS),
    });
  });

  it('keeps a second program out, even from reading', async () => {
    const place = newPlace();
    await openAt(place, { create: true });
    const other = openRaw(place.file, { readonly: true, mustExist: true });
    other.pragma('busy_timeout = 0');
    expect(() => other.prepare('SELECT count(*) FROM office').get()).toThrow(/locked/u);
    other.close();
  });

  it('a file that has vanished is not replaced by an empty one', async () => {
    const place = newPlace();
    await expect(openAt(place)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(existsSync(place.file)).toBe(false);
  });

  it('opens what was written before', async () => {
    const place = newPlace();
    const first = await openAt(place, { create: true });
    await addDepartment(first, '办公室');
    await first.close();
    expect(readdirSync(place.folder)).toEqual(['gongwentai.db']);
    expect(await departments(await openAt(place))).toEqual(['办公室']);
  });

  it('is folded up some time after the last command', async () => {
    const place = newPlace();
    const database = await openAt(place, { create: true, foldAfter: 20 });
    await addDepartment(database, '办公室');
    const walSize = () => statSync(`${place.file}-wal`).size;
    expect(walSize()).toBeGreaterThan(0);
    await expect.poll(walSize).toBe(0);
    expect(await departments(database)).toEqual(['办公室']);
  });

  it('closing twice is closing once', async () => {
    const database = await openAt(newPlace(), { create: true });
    await Promise.all([database.close(), database.close()]);
    await expect(database.read.selectFrom('office').selectAll().execute()).rejects.toThrow();
  });
});

describe('files that are not opened', () => {
  it('a newer one: refused, not a byte changed', async () => {
    const place = newPlace();
    await (await openAt(place, { create: true })).close();
    tamper(place.file, 'PRAGMA user_version = 990');
    const before = readFileSync(place.file);
    await expect(openAt(place)).rejects.toMatchObject({
      code: 'VERSION_TOO_NEW',
      message: '数据文件由更新版本的公文台建立，本版本打不开，文件没有改动。请安装新版本后再打开。',
    });
    expect(readFileSync(place.file).equals(before)).toBe(true);
    expect(existsSync(place.backupFolder)).toBe(false);
  });

  it('one of another program: refused, not a byte changed', async () => {
    const place = newPlace();
    const raw = openRaw(place.file, { readonly: false, mustExist: false });
    raw.exec('CREATE TABLE theirs (a); INSERT INTO theirs VALUES (1)');
    raw.close();
    const before = readFileSync(place.file);
    for (const create of [false, true]) {
      await expect(openAt(place, { create })).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
    }
    expect(readFileSync(place.file).equals(before)).toBe(true);
  });

  it('no database at all: refused, not a byte changed', async () => {
    const place = newPlace();
    writeFileSync(place.file, '这不是数据库'.repeat(100));
    const before = readFileSync(place.file);
    await expect(openAt(place)).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
    expect(readFileSync(place.file).equals(before)).toBe(true);
  });

  it('a damaged page: reported although reading by another way still works; the file is kept', async () => {
    const place = newPlace();
    const database = await openAt(place, { create: true });
    await addDepartments(database, 200);
    await database.close();
    const bytes = readFileSync(place.file);
    // The last leaf of the tables: wiped as by a bad sector.
    bytes.fill(0xa5, bytes.length - 4096 * 3 + 8, bytes.length - 4096 * 2);
    writeFileSync(place.file, bytes);
    await expect(openAt(place)).rejects.toMatchObject({
      code: 'DATABASE_DAMAGED',
      message: expect.stringContaining('原文件原样保留'),
    });
    expect(readFileSync(place.file).equals(bytes)).toBe(true);
  });

  it('killed before anything was folded up: opened with all that was committed', async () => {
    // What a kill right after the first commits leaves: one page in the file, the rest in the WAL.
    const copy = newPlace();
    const raw = openRaw(copy.file, { readonly: false, mustExist: false });
    raw.pragma('journal_mode = WAL');
    raw.pragma('wal_autocheckpoint = 0');
    migrate(raw, MIGRATIONS, 1);
    const killed = newPlace();
    copyFileSync(copy.file, killed.file);
    copyFileSync(`${copy.file}-wal`, `${killed.file}-wal`);
    raw.close();
    expect(readFileSync(killed.file).readUInt32BE(68)).toBe(0);
    const reopened = await openAt(killed);
    await addDepartment(reopened, '办公室');
    expect(await departments(reopened)).toEqual(['办公室']);
    await reopened.close();
    expect(readFileSync(killed.file).readUInt32BE(68)).toBe(APPLICATION_ID);
  });

  it('killed before the first commit: only a first run may use it', async () => {
    const place = newPlace();
    const raw = openRaw(place.file, { readonly: false, mustExist: false });
    raw.pragma('journal_mode = WAL');
    raw.close();
    await expect(openAt(place)).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
    const database = await openAt(place, { create: true });
    await addDepartment(database, '办公室');
    expect(await departments(database)).toEqual(['办公室']);
  });

  it('one whose migration was another one: refused', async () => {
    const place = newPlace();
    await (await openAt(place, { create: true })).close();
    tamper(place.file, "UPDATE migration SET hash = 'other'");
    await expect(openAt(place)).rejects.toMatchObject({ code: 'VERSION_TOO_NEW' });
  });
});
