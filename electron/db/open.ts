import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type BetterSqlite3 from 'better-sqlite3';
import { Kysely } from 'kysely';
import { makeBackup } from './backup.ts';
import { OneConnectionDialect } from './dialect.ts';
import { faultsOfTables } from './check-pages.ts';
import { damaged, notOurs, readHeader, tooNew, vanished } from './file-header.ts';
import { APPLICATION_ID, checkMigrationHashes, migrate, newestVersion } from './migrate.ts';
import type { Migration } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { openRaw } from './native-binding.ts';
import { asReader } from './schema.ts';
import type { Reader, Schema } from './schema.ts';
import { settleIndex } from './search-index.ts';
import { mergeIndexes } from './search-merge.ts';
import { asStorageError } from './sqlite-errors.ts';
import { inTransaction } from './transaction.ts';
import type { Change, ChangeInfo } from './transaction.ts';

export interface OpenOptions {
  readonly file: string;
  readonly backupFolder: string;
  /** True at first run only: a file that has vanished must never be replaced by an empty one. */
  readonly create: boolean;
  readonly migrations?: readonly Migration[];
  readonly now?: () => number;
  /** How long after the last command the WAL is folded into the file; milliseconds. */
  readonly foldAfter?: number;
}

/** The one open file of the office. */
export interface OfficeDatabase {
  readonly file: string;
  /** Queries outside a transaction; they wait while one is open. */
  readonly read: Reader;
  /** One command: one immediate transaction with its audit events. */
  readonly write: <T>(info: Omit<ChangeInfo, 'at'>, work: (change: Change) => Promise<T>) => Promise<T>;
  /** Whole-file work (backup, checkpoint) with nothing else running. */
  readonly exclusively: <T>(work: (raw: BetterSqlite3.Database) => T | Promise<T>) => Promise<T>;
  /** Optimises, folds the WAL into the file and closes it. */
  readonly close: () => Promise<void>;
}

/** 3.7.0 to 3.51.2 can corrupt a WAL file when two connections write and checkpoint at the same moment. */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** As long as the WAL is short, a copy of the file alone misses little, and the next start is quick. */
const FOLD_AFTER = 30_000;

/**
 * A larger file is not read through before the first list (2 GB take seconds): the backup of the day reads every page
 * of it and so does the full check, both behind the first list. Bytes.
 */
const CHECKED_AT_ONCE = 128 * 2 ** 20;

/** A person who pauses that long after a command does not notice what is tidied up meanwhile, in steps; ms. */
const TIDY_AFTER = 2000;
const TIDY_PAUSE = 10;

/**
 * Opens the file in the order that loses nothing: look at the header without writing, lock, set, check, back up, migrate.
 * @throws AppError VERSION_TOO_NEW, DATABASE_DAMAGED, DATABASE_BUSY, DATA_FOLDER_REFUSED, NOT_FOUND
 */
export async function openDatabase(options: OpenOptions): Promise<OfficeDatabase> {
  const migrations = options.migrations ?? MIGRATIONS;
  const now = options.now ?? Date.now;
  const newest = newestVersion(migrations);
  const header = readHeader(options.file, newest);
  if (header === 'missing' && !options.create) throw vanished(options.file);
  let raw: BetterSqlite3.Database | undefined;
  try {
    raw = openRaw(options.file, { readonly: false, mustExist: header !== 'missing' });
    checkSqliteVersion(raw);
    setPragmas(raw);
    const empty = isEmpty(raw, options.create, newest);
    if (!empty && statSync(options.file).size <= CHECKED_AT_ONCE) checkPages(raw);
    const due = Number(raw.pragma('user_version', { simple: true })) < newest;
    if (due && !empty) await makeBackup(raw, options.backupFolder, 'pre-migration', now());
    migrate(raw, migrations, now());
    checkMigrationHashes(raw, migrations);
    settleIndex(raw);
    // Id and version belong in the file itself, where the next start looks for them first.
    if (due) foldUp(raw);
  } catch (error) {
    raw?.close();
    if (header === 'missing') await removeUnfinished(options.file);
    throw asStorageError(error) ?? error;
  }
  return office(raw, options.file, now, options.foldAfter ?? FOLD_AFTER);
}

function office(
  raw: BetterSqlite3.Database,
  file: string,
  now: () => number,
  foldAfter: number,
): OfficeDatabase {
  const kysely = new Kysely<Schema>({ dialect: new OneConnectionDialect(raw) });
  let closing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let tidying: NodeJS.Timeout | undefined;
  const exclusively: OfficeDatabase['exclusively'] = (work) =>
    kysely.connection().execute(async () => work(raw));
  const foldWhenIdle = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void exclusively(foldUp).catch(() => undefined), foldAfter).unref();
  };
  const tidyAfter = (milliseconds: number) => {
    clearTimeout(tidying);
    tidying = setTimeout(() => {
      exclusively((open) => {
        if (closing === undefined && mergeIndexes(open)) tidyAfter(TIDY_PAUSE);
        // What an index cannot do now it does after the next command; a damaged one is made anew when it is searched.
      }).catch(() => undefined);
    }, milliseconds).unref();
  };
  tidyAfter(TIDY_AFTER);
  return {
    file,
    read: asReader(kysely),
    write: async (info, work) => {
      const result = await inTransaction(kysely, raw, { ...info, at: now() }, work);
      if (closing === undefined) {
        foldWhenIdle();
        tidyAfter(TIDY_AFTER);
      }
      return result;
    },
    exclusively,
    close: () => {
      clearTimeout(timer);
      clearTimeout(tidying);
      closing ??= exclusively(() => {
        try {
          raw.pragma('optimize');
          foldUp(raw);
        } catch {
          // A full disk or a damaged page: what cannot be folded in now stays in the WAL for the next start.
        } finally {
          raw.close();
        }
      });
      return closing;
    },
  };
}

/** Writes what lies in the WAL into the file and empties the WAL. */
function foldUp(raw: BetterSqlite3.Database): void {
  raw.pragma('wal_checkpoint(TRUNCATE)');
}

/**
 * The version gate on the opened file.
 * @returns true when there is nothing in it yet
 */
function isEmpty(raw: BetterSqlite3.Database, create: boolean, newest: number): boolean {
  const version = Number(raw.pragma('user_version', { simple: true }));
  const application = raw.pragma('application_id', { simple: true });
  const objects = Number(raw.prepare('SELECT count(*) FROM sqlite_schema').pluck().get());
  if (create && application === 0 && version === 0 && objects === 0) return true;
  if (application !== APPLICATION_ID) throw notOurs();
  if (version > newest) throw tooNew();
  return false;
}

function checkSqliteVersion(raw: BetterSqlite3.Database): void {
  const version = String(raw.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  for (const [index, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > oldest) return;
    if (part < oldest) throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
  }
}

function setPragmas(raw: BetterSqlite3.Database): void {
  // Before WAL: no second process can even read, and no shared memory file is needed.
  raw.pragma('locking_mode = EXCLUSIVE');
  const mode = raw.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal') throw new Error(`journal mode is ${String(mode)}, not wal`);
  // NORMAL never corrupts, but a commit can be gone after power loss; an issued number must not be.
  raw.pragma('synchronous = FULL');
  if (process.platform === 'darwin') raw.pragma('checkpoint_fullfsync = ON');
  raw.pragma('foreign_keys = ON');
  raw.pragma('trusted_schema = OFF');
  raw.pragma('busy_timeout = 5000');
  raw.pragma('temp_store = MEMORY');
  // KiB; with the 2 MB of the default a list of a large office reads its pages again and again.
  raw.pragma('cache_size = -32768');
}

function checkPages(raw: BetterSqlite3.Database): void {
  if (faultsOfTables(raw, 'quick_check').length > 0) throw damaged('页面检查没有通过');
}

async function removeUnfinished(file: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(file + suffix, { force: true });
}
