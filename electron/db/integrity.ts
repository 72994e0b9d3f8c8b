import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { OfficeDatabase } from './open.ts';
import { writeFileDurably } from './durable-file.ts';

/** The last full check of the file. */
export interface IntegrityResult {
  /** Epoch ms. */
  readonly at: number;
  readonly ok: boolean;
}

const WEEK = 7 * 86_400_000;
const OPEN_FLAG = 'gongwentai.open';
const RESULT = 'gongwentai.check.json';

/**
 * Marks the data folder as in use.
 * @returns true when the mark of last time is still there: the program did not end properly
 */
export function markOpen(folder: string): boolean {
  const file = path.join(folder, OPEN_FLAG);
  const unclean = existsSync(file);
  writeFileSync(file, '');
  return unclean;
}

export function markClosed(folder: string): void {
  rmSync(path.join(folder, OPEN_FLAG), { force: true });
}

/** Undefined before the first check, and when the note of it cannot be read. */
export function lastCheck(folder: string): IntegrityResult | undefined {
  try {
    const note: unknown = JSON.parse(readFileSync(path.join(folder, RESULT), 'utf8'));
    if (typeof note !== 'object' || note === null || !('at' in note) || !('ok' in note)) return undefined;
    return typeof note.at === 'number' && typeof note.ok === 'boolean'
      ? { at: note.at, ok: note.ok }
      : undefined;
  } catch {
    return undefined;
  }
}

/** A full check is due once a week, after an unclean end, and after one that failed. */
export function isCheckDue(last: IntegrityResult | undefined, unclean: boolean, now: number): boolean {
  return unclean || last === undefined || !last.ok || now - last.at >= WEEK || last.at > now;
}

/**
 * Reads every page and index of the file in a thread of its own. The open connection lets nobody else in, so the
 * thread reads a copy, made while nothing is written.
 * @param workerFile `dist/main/integrity.js` in the program, `electron/db/integrity-worker.ts` under Node 24
 */
export async function checkIntegrity(
  database: OfficeDatabase,
  folder: string,
  workerFile: string,
  now: number,
): Promise<IntegrityResult> {
  const copy = path.join(folder, 'gongwentai.checking.tmp');
  try {
    await database.exclusively(async (raw) => {
      raw.pragma('wal_checkpoint(TRUNCATE)');
      await copyFile(database.file, copy);
    });
    const result: IntegrityResult = { at: now, ok: (await askWorker(workerFile, copy)) === 'ok' };
    await writeFileDurably(path.join(folder, RESULT), Buffer.from(JSON.stringify(result)));
    return result;
  } finally {
    for (const suffix of ['', '-wal', '-shm']) await rm(copy + suffix, { force: true });
  }
}

function askWorker(workerFile: string, file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: { file } });
    worker.once('message', (answer: unknown) => resolve(String(answer)));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the integrity check ended without an answer')));
  });
}
