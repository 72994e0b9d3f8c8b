import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  expendableBackups,
  listBackups,
  makeBackup,
  pruneBackups,
  restoreFile,
  verifyDatabaseFile,
} from '../../electron/db/backup.ts';
import type { Backup } from '../../electron/db/backup.ts';
import { OfficeSession } from '../../electron/db/session.ts';
import { addDepartment, addDepartments, atEnd, departments, newPlace, openAt } from './support.ts';

const at = new Date(2026, 10, 22, 8, 12, 3).getTime();

describe('a backup', () => {
  it('holds what was committed, also what still lies in the WAL', async () => {
    const place = newPlace();
    const database = await openAt(place, { create: true });
    await addDepartment(database, '办公室');
    const backup = await database.exclusively((raw) => makeBackup(raw, place.backupFolder, 'manual', at));
    expect(backup.id).toBe('gongwentai-2026-11-22-081203-manual.db');
    expect(readdirSync(place.backupFolder)).toEqual([backup.id]);
    await addDepartment(database, '后来的');
    await database.close();
    const copy = { ...newPlace(), file: path.join(place.backupFolder, backup.id) };
    expect(await departments(await openAt(copy))).toEqual(['办公室']);
  });

  it('made twice in a second keeps both', async () => {
    const place = newPlace();
    const database = await openAt(place, { create: true });
    for (let index = 0; index < 2; index += 1) {
      await database.exclusively((raw) => makeBackup(raw, place.backupFolder, 'manual', at));
    }
    expect(listBackups(place.backupFolder)).toHaveLength(2);
  });

  it('of a damaged file fails and leaves nothing that looks like one', async () => {
    const place = newPlace();
    const database = await openAt(place, { create: true });
    await addDepartments(database, 300);
    await database.exclusively((raw) => {
      raw.pragma('wal_checkpoint(TRUNCATE)');
      raw.pragma('cache_size = 0');
      raw.pragma('shrink_memory');
    });
    const bytes = readFileSync(place.file);
    for (let page = 20; page < bytes.length / 4096 - 1; page += 1)
      bytes.fill(0xa5, page * 4096, page * 4096 + 200);
    writeFileSync(place.file, bytes);
    await expect(
      database.exclusively((raw) => makeBackup(raw, place.backupFolder, 'daily', at)),
    ).rejects.toThrow();
    expect(readdirSync(place.backupFolder)).toEqual([]);
  });

  it('that is not intact is not restored, and the present file stays', async () => {
    const place = newPlace();
    const database = await openAt(place, { create: true });
    await addDepartment(database, '现在的');
    await addDepartments(database, 200);
    const backup = await database.exclusively((raw) => makeBackup(raw, place.backupFolder, 'manual', at));
    await database.close();
    const file = path.join(place.backupFolder, backup.id);
    const bytes = readFileSync(file);
    bytes.fill(0xa5, bytes.length - 4096 * 3, bytes.length - 4096);
    writeFileSync(file, bytes);
    expect(() => verifyDatabaseFile(file)).toThrow();
    await expect(restoreFile(file, place.file, `${place.file}.aside`)).rejects.toThrow();
    expect(await departments(await openAt(place))).toContain('现在的');
  });
});

describe('restoring', () => {
  it('brings back the backup, keeps the present file aside and no WAL behind', async () => {
    const place = newPlace();
    const session = new OfficeSession();
    atEnd(() => session.close());
    await session.open(place.folder, true);
    await addDepartment(session.database, '备份里的');
    const backup = await session.backUp('manual');
    await addDepartment(session.database, '备份以后的');
    await session.restore(backup.id);
    expect(existsSync(`${place.file}-wal`)).toBe(false);
    const restored = new OfficeSession();
    atEnd(() => restored.close());
    await restored.open(place.folder, false);
    expect(await departments(restored.database)).toEqual(['备份里的']);
    // Twice safe: a verified backup of what was replaced, and the replaced file itself.
    const before = restored.backups().find(({ kind }) => kind === 'pre-restore');
    await restored.close();
    const preRestore = { ...newPlace(), file: path.join(place.backupFolder, before?.id ?? '') };
    expect((await departments(await openAt(preRestore))).toSorted()).toEqual(
      ['备份以后的', '备份里的'].toSorted(),
    );
    const aside = readdirSync(place.folder).find((name) => name.includes('.replaced-'));
    const kept = { ...newPlace(), file: path.join(place.folder, aside ?? '') };
    expect(await departments(await openAt(kept))).toHaveLength(2);
  });

  it('works when the present file cannot be opened, and keeps that file', async () => {
    const place = newPlace();
    const session = new OfficeSession();
    await session.open(place.folder, true);
    await addDepartment(session.database, '备份里的');
    const backup = await session.backUp('daily');
    await session.close();
    writeFileSync(place.file, '坏了'.repeat(3000));
    const broken = new OfficeSession();
    await expect(broken.open(place.folder, false)).rejects.toMatchObject({ code: 'DATABASE_DAMAGED' });
    broken.fail({ code: 'DATABASE_DAMAGED', message: '坏了', ref: 'AAAAAA' });
    await broken.restore(backup.id);
    const restored = new OfficeSession();
    atEnd(() => restored.close());
    await restored.open(place.folder, false);
    expect(await departments(restored.database)).toEqual(['备份里的']);
    const aside = readdirSync(place.folder).find((name) => name.includes('.replaced-'));
    expect(readFileSync(path.join(place.folder, aside ?? ''), 'utf8')).toBe('坏了'.repeat(3000));
  });

  it('of an unknown name changes nothing', async () => {
    const place = newPlace();
    const session = new OfficeSession();
    atEnd(() => session.close());
    await session.open(place.folder, true);
    await expect(session.restore('../../etc/passwd')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(session.phase).toBe('ready');
  });
});

const kept = (backups: Backup[]) => {
  const gone = new Set(expendableBackups(backups, at).map(({ id }) => id));
  return backups.filter(({ id }) => !gone.has(id)).map(({ id }) => id);
};

describe('old backups', () => {
  const DAY = 86_400_000;
  const made = (ageDays: number, kind: Backup['kind'] = 'daily', minute = 0): Backup => {
    const time = at - ageDays * DAY + minute * 60_000;
    return { id: `${kind}-${ageDays}-${minute}`, at: time, bytes: 1, kind };
  };
  it('are thinned: three of today, one a day for a week, one a month for a year', () => {
    const backups = [
      ...[0, 1, 2, 3, 4].map((minute) => made(0, 'manual', -minute)),
      ...[1, 2, 3, 4, 5, 6].flatMap((day) => [made(day), made(day, 'manual', -5)]),
      ...[20, 21, 40, 41, 70, 71, 400].map((day) => made(day)),
    ];
    expect(kept(backups)).toEqual([
      'manual-0-0',
      'manual-0--1',
      'manual-0--2',
      ...[1, 2, 3, 4, 5, 6].map((day) => `daily-${day}-0`),
      // 22 November back: 2 November, 13 October, 13 September; the November one is that of today.
      'daily-40-0',
      'daily-70-0',
    ]);
  });

  it('the only one stays, however old', () => {
    expect(kept([made(4000)])).toEqual(['daily-4000-0']);
  });

  it('five before migrations and five before restores stay', () => {
    const backups = [0, 1, 2, 3, 4, 5, 6].flatMap((day) => [
      made(day * 100, 'pre-migration'),
      made(day * 100, 'pre-restore'),
    ]);
    expect(kept(backups)).toHaveLength(10);
  });

  it('an unfinished one is swept away, files of people are not touched', async () => {
    const place = newPlace();
    mkdirSync(place.backupFolder);
    const names = ['gongwentai-2026-11-22-081203-daily.db.tmp', '我的笔记.txt', 'gongwentai.db'];
    for (const name of names) writeFileSync(path.join(place.backupFolder, name), 'x');
    expect(listBackups(place.backupFolder)).toEqual([]);
    await pruneBackups(place.backupFolder, at);
    expect(readdirSync(place.backupFolder).toSorted()).toEqual(['gongwentai.db', '我的笔记.txt'].toSorted());
  });

  it('one is made a day, no more', async () => {
    const place = newPlace();
    let now = at;
    const session = new OfficeSession(() => now);
    atEnd(() => session.close());
    await session.open(place.folder, true);
    expect(await session.backUpDaily()).toMatchObject({ kind: 'daily' });
    expect(await session.backUpDaily()).toBeUndefined();
    now += DAY;
    expect(await session.backUpDaily()).toMatchObject({ kind: 'daily' });
  });
});
