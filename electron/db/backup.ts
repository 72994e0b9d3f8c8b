import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../shared/ipc/errors.ts';
import { faultsOfTables } from './check-pages.ts';
import { fsyncFile, fsyncFolder, replaceFile } from './durable-file.ts';
import { APPLICATION_ID } from './migrate.ts';
import { openRaw } from './native-binding.ts';

export type BackupKind = 'daily' | 'manual' | 'pre-migration' | 'pre-restore';

export interface Backup {
  /** File name, unique within the folder. */
  readonly id: string;
  /** Epoch ms, to the second. */
  readonly at: number;
  readonly bytes: number;
  readonly kind: BackupKind;
}

const NAME =
  /^gongwentai-(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)(\d\d)(?:-\d+)?-(daily|manual|pre-migration|pre-restore)\.db$/;

const two = (value: number) => String(value).padStart(2, '0');
const day = (at: number) => new Date(at).toDateString();
const month = (at: number) => `${new Date(at).getFullYear()}-${new Date(at).getMonth()}`;

/** Local time on purpose: a person looks for "yesterday evening" in the folder. */
function backupName(at: number, kind: BackupKind, copy: number): string {
  const date = new Date(at);
  const on = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
  return `gongwentai-${on}-${time}${copy === 0 ? '' : `-${copy}`}-${kind}.db`;
}

/** Time and kind that a backup's name carries; undefined for any other file. */
function parseBackupName(name: string): { at: number; kind: BackupKind } | undefined {
  const match = NAME.exec(name);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  if (year === undefined || month === undefined) return undefined;
  const at = new Date(year, month - 1, day, hour, minute, second).getTime();
  // The pattern admits no other word in the last group.
  return { at, kind: match[7] as BackupKind };
}

/** All verified backups in the folder, newest first. Unfinished ones (`.tmp`) are not listed. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((id) => {
      const parsed = parseBackupName(id);
      return parsed === undefined ? [] : [{ id, ...parsed, bytes: statSync(path.join(folder, id)).size }];
    })
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

/**
 * Reads a whole database file and its indexes.
 * @throws AppError DATABASE_DAMAGED when it is not one of ours or not intact
 */
export function verifyDatabaseFile(file: string): void {
  const raw = openRaw(file, { readonly: true, mustExist: true });
  try {
    const faults = faultsOfTables(raw, 'integrity_check');
    const application = raw.pragma('application_id', { simple: true });
    if (faults.length > 0 || application !== APPLICATION_ID) {
      throw new AppError('DATABASE_DAMAGED', '备份文件没有通过完整性检查，没有采用。请改用另一个备份。');
    }
  } finally {
    raw.close();
  }
}

/**
 * Copies the open database with `VACUUM INTO` (which reads every page, so a damaged file cannot pass),
 * checks the copy, forces it to disk, and only then gives it its name.
 */
export async function makeBackup(
  raw: BetterSqlite3.Database,
  folder: string,
  kind: BackupKind,
  at: number,
): Promise<Backup> {
  mkdirSync(folder, { recursive: true });
  let copy = 0;
  while (existsSync(path.join(folder, backupName(at, kind, copy)))) copy += 1;
  const id = backupName(at, kind, copy);
  const file = path.join(folder, id);
  const temporary = `${file}.tmp`;
  await rm(temporary, { force: true });
  try {
    raw.prepare('VACUUM INTO ?').run(temporary);
    verifyDatabaseFile(temporary);
    fsyncFile(temporary);
    await replaceFile(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { id, at, kind, bytes: statSync(file).size };
}

const DAY = 86_400_000;

/**
 * Which backups may go: of the daily and manual ones three of today, the last of each of seven days and of each
 * of twelve months stay; of those made before a migration or a restore, the last five of each kind.
 */
export function expendableBackups(backups: readonly Backup[], now: number): Backup[] {
  const keep = new Set<string>();
  const newestFirst = backups.toSorted((a, b) => b.at - a.at);
  const regular = newestFirst.filter(({ kind }) => kind === 'daily' || kind === 'manual');
  for (const { id } of regular.filter(({ at }) => day(at) === day(now)).slice(0, 3)) keep.add(id);
  keepFirstOfEach(
    regular.filter(({ at }) => at > now - 7 * DAY),
    day,
    keep,
  );
  keepFirstOfEach(
    regular.filter(({ at }) => at > now - 366 * DAY),
    month,
    keep,
  );
  // However old, the newest one always stays.
  for (const { id } of regular.slice(0, 1)) keep.add(id);
  for (const kind of ['pre-migration', 'pre-restore'] as const) {
    for (const { id } of newestFirst.filter((backup) => backup.kind === kind).slice(0, 5)) keep.add(id);
  }
  return newestFirst.filter(({ id }) => !keep.has(id));
}

function keepFirstOfEach(backups: readonly Backup[], group: (at: number) => string, keep: Set<string>): void {
  const seen = new Set<string>();
  for (const { id, at } of backups) {
    if (!seen.has(group(at))) keep.add(id);
    seen.add(group(at));
  }
}

/** Deletes what `expendableBackups` names, and unfinished backups of an earlier run. */
export async function pruneBackups(folder: string, now: number): Promise<void> {
  for (const { id } of expendableBackups(listBackups(folder), now)) await rm(path.join(folder, id));
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (/^gongwentai-.*\.db\.tmp(?:-journal|-wal|-shm)?$/.test(name)) await rm(path.join(folder, name));
  }
}

/**
 * Puts a verified backup in the place of a closed database. The present file is moved aside under `aside`,
 * never deleted; its WAL and SHM go with it, or they would be replayed onto the restored file.
 */
export async function restoreFile(backupFile: string, databaseFile: string, aside: string): Promise<void> {
  const temporary = `${databaseFile}.restoring`;
  await rm(temporary, { force: true });
  await copyFile(backupFile, temporary);
  verifyDatabaseFile(temporary);
  fsyncFile(temporary);
  await putInPlace(temporary, databaseFile, aside);
}

/** Moves the present file aside with its WAL and SHM, and a finished one to its place. */
export async function putInPlace(finished: string, databaseFile: string, aside: string): Promise<void> {
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(databaseFile + suffix)) await rename(databaseFile + suffix, aside + suffix);
  }
  await replaceFile(finished, databaseFile);
  fsyncFolder(path.dirname(databaseFile));
}
