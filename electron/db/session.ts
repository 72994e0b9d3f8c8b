import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../shared/ipc/errors.ts';
import type { ErrorCode } from '../../shared/ipc/errors.ts';
import {
  listBackups,
  makeBackup,
  pruneBackups,
  putInPlace,
  restoreFile,
  verifyDatabaseFile,
} from './backup.ts';
import type { Backup, BackupKind } from './backup.ts';
import { absentFiles, copyMissingFiles } from './file-backup.ts';
import { removeUnfinished } from './file-store.ts';
import { checkIntegrity, isCheckDue, lastCheck, markClosed, markOpen } from './integrity.ts';
import type { IntegrityResult } from './integrity.ts';
import { openDatabase } from './open.ts';
import type { OfficeDatabase } from './open.ts';
import { salvage } from './salvage.ts';

const FILE_NAME = 'gongwentai.db';
const BACKUP_FOLDER = 'backups';
const FILES_FOLDER = 'files';

export type Phase = 'first-run' | 'ready' | 'failed';

export interface SessionFailure {
  readonly code: ErrorCode;
  readonly message: string;
  readonly ref: string;
}

/** True when the folder already holds the data of an office. */
export function holdsOffice(folder: string): boolean {
  return existsSync(path.join(folder, FILE_NAME));
}

/** The open office, or why there is none. One per program. */
export class OfficeSession {
  #folder: string | null = null;
  #database: OfficeDatabase | null = null;
  #failure: SessionFailure | null = null;
  /** The program did not end properly last time. */
  #unclean = false;
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  get phase(): Phase {
    if (this.#failure !== null) return 'failed';
    return this.#database === null ? 'first-run' : 'ready';
  }

  get failure(): SessionFailure | null {
    return this.#failure;
  }

  get folder(): string | null {
    return this.#folder;
  }

  get backupFolder(): string | null {
    return this.#folder === null ? null : path.join(this.#folder, BACKUP_FOLDER);
  }

  /** Images of documents and attachments, by SHA-256. @throws AppError NOT_SET_UP */
  get filesFolder(): string {
    if (this.#folder === null) throw new AppError('NOT_SET_UP', '还没有完成首次设置，请先填写单位信息。');
    return path.join(this.#folder, FILES_FOLDER);
  }

  /** Why no office is open; undefined when one is. */
  whyClosed(): AppError | undefined {
    if (this.#failure !== null) {
      return new AppError(this.#failure.code, this.#failure.message, { ref: this.#failure.ref });
    }
    if (this.#database !== null) return undefined;
    return new AppError('NOT_SET_UP', '还没有完成首次设置，请先填写单位信息。');
  }

  /** @throws AppError NOT_SET_UP, or the failure that keeps the file closed */
  get database(): OfficeDatabase {
    const reason = this.whyClosed();
    if (this.#database === null || reason !== undefined) throw reason ?? new Error('closed without a reason');
    return this.#database;
  }

  /** Opens the office in a folder; `create` only at first run. */
  async open(folder: string, create: boolean): Promise<void> {
    if (this.#database !== null) throw new Error('an office is open already');
    this.#folder = folder;
    if (create) mkdirSync(folder, { recursive: true });
    this.#database = await openDatabase({
      file: path.join(folder, FILE_NAME),
      backupFolder: path.join(folder, BACKUP_FOLDER),
      create,
      now: this.#now,
    });
    this.#failure = null;
    this.#unclean = markOpen(folder);
  }

  /** From here on every call is refused until a restart; the file stays as it is. */
  fail(failure: SessionFailure): void {
    this.#failure ??= failure;
  }

  backups(): Backup[] {
    return this.backupFolder === null ? [] : listBackups(this.backupFolder);
  }

  /** A verified backup now; old ones are thinned out afterwards. */
  async backUp(kind: BackupKind): Promise<Backup> {
    const { database, backupFolder: folder } = this;
    if (folder === null) throw new AppError('NOT_SET_UP', '还没有完成首次设置。');
    const backup = await database.exclusively((raw) => makeBackup(raw, folder, kind, this.#now()));
    await copyMissingFiles(this.filesFolder, path.join(folder, FILES_FOLDER));
    await pruneBackups(folder, this.#now());
    return backup;
  }

  /** The last full check of the file; null before the first one. */
  get integrity(): IntegrityResult | null {
    return (this.#folder === null ? undefined : lastCheck(this.#folder)) ?? null;
  }

  /** The full check, in a thread, when it is due: weekly, or after the program did not end properly. */
  async checkIntegrity(workerFile: string): Promise<IntegrityResult | undefined> {
    const { database } = this;
    const folder = this.#folder;
    if (folder === null || !isCheckDue(lastCheck(folder), this.#unclean, this.#now())) return undefined;
    const result = await checkIntegrity(database, folder, workerFile, this.#now());
    this.#unclean = false;
    return result;
  }

  /** Brings back files that are missing beside the database and lie among the backups. */
  async recoverFiles(): Promise<void> {
    const { backupFolder } = this;
    await removeUnfinished(this.filesFolder);
    if (backupFolder !== null)
      await copyMissingFiles(path.join(backupFolder, FILES_FOLDER), this.filesFolder);
  }

  /** The backup of the day, unless there is one; undefined then. */
  async backUpDaily(): Promise<Backup | undefined> {
    const today = new Date(this.#now()).toDateString();
    const done = this.backups().some(
      ({ at, kind }) => kind === 'daily' && new Date(at).toDateString() === today,
    );
    return done ? undefined : this.backUp('daily');
  }

  /**
   * Puts a backup in place of the present file. A readable present file is backed up first; the file itself is
   * moved aside in any case; images that are missing come back with it. The program has to start anew afterwards.
   * @returns names of the images that its documents show and that are nowhere
   */
  async restore(id: string): Promise<string[]> {
    const { folder, backupFolder } = this;
    const backup = this.backups().find((candidate) => candidate.id === id);
    if (folder === null || backupFolder === null || backup === undefined) {
      throw new AppError('NOT_FOUND', '找不到这个备份，现在的数据没有改动。请刷新备份列表。');
    }
    const file = path.join(backupFolder, backup.id);
    verifyDatabaseFile(file);
    if (this.phase === 'ready') await this.backUp('pre-restore');
    if (this.#database !== null) await this.close();
    await restoreFile(file, path.join(folder, FILE_NAME), this.#aside(folder, 'replaced'));
    await this.recoverFiles();
    return absentFiles(path.join(folder, FILE_NAME), this.filesFolder);
  }

  /**
   * Takes what is readable out of a damaged file into a fresh one, which takes its place; the damaged file is
   * kept aside. The program has to start anew afterwards.
   * @returns rows saved, and rows lost at most
   */
  async salvage(): Promise<{ rows: number; lost: number }> {
    const { folder, backupFolder } = this;
    if (this.#failure?.code !== 'DATABASE_DAMAGED' || folder === null || backupFolder === null) {
      throw new AppError('NOT_ALLOWED_IN_STATE', '数据文件没有损坏，不需要抢救，没有改动。');
    }
    if (this.#database !== null) await this.close();
    const file = path.join(folder, FILE_NAME);
    const fresh = `${file}.salvaging`;
    const tables = salvage(file, fresh, this.#now());
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const lost = tables.reduce((sum, table) => sum + table.lost, 0);
    if (tables.find(({ table }) => table === 'office')?.rows !== 1) {
      throw new AppError('DATABASE_DAMAGED', '损坏太重，抢救不出单位信息；原文件没有改动。请用备份恢复。');
    }
    const opened = await openDatabase({ file: fresh, backupFolder, create: false, now: this.#now });
    await opened.write({ actor: { id: 'program', name: '程序' }, action: 'system.salvage' }, (change) =>
      change.audit({
        entity: 'office',
        entityId: 'salvage',
        summary: `从损坏的数据文件中抢救出 ${rows} 行，至多丢失 ${lost} 行`,
        detail: { rows, lost },
      }),
    );
    await opened.close();
    verifyDatabaseFile(fresh);
    await putInPlace(fresh, file, this.#aside(folder, 'damaged'));
    return { rows, lost };
  }

  #aside(folder: string, why: string): string {
    const time = new Date(this.#now()).toISOString().replaceAll(/[-:]|\.\d+Z/g, '');
    return path.join(folder, `gongwentai.${why}-${time}.db`);
  }

  async close(): Promise<void> {
    const database = this.#database;
    this.#database = null;
    await database?.close();
    if (database !== null && this.#folder !== null) markClosed(this.#folder);
  }
}
