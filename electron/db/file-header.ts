import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../shared/ipc/errors.ts';
import { APPLICATION_ID } from './migrate.ts';

/** What the file looks like from outside. `unsettled`: its first commits may still lie in the WAL. */
export type Header = 'missing' | 'unsettled' | 'ours';

/**
 * Reads the first 100 bytes without opening the database, so that a file which is not ours or too new is not
 * touched at all (https://www.sqlite.org/fileformat.html, 1.3).
 */
export function readHeader(file: string, newest: number): Header {
  if (!existsSync(file)) return 'missing';
  const header = Buffer.alloc(100);
  const descriptor = openSync(file, 'r');
  try {
    if (readSync(descriptor, header, 0, 100, 0) === 0) return 'unsettled';
  } finally {
    closeSync(descriptor);
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw damaged('文件开头不是数据库');
  const application = header.readUInt32BE(68);
  const inWalMode = header.readUInt8(18) === 2;
  // Killed before the first checkpoint: the id is in the WAL, the file itself has none yet.
  if (application === 0 && inWalMode) return 'unsettled';
  if (application !== APPLICATION_ID) throw notOurs();
  if (header.readUInt32BE(60) > newest) throw tooNew();
  return 'ours';
}

export function vanished(file: string): AppError {
  return new AppError(
    'NOT_FOUND',
    `数据文件不见了：${path.basename(file)}。它可能被移动或删除。请把它放回原处，或用最近的备份恢复。`,
  );
}

export function damaged(what: string): AppError {
  return new AppError(
    'DATABASE_DAMAGED',
    `数据文件有损坏（${what}）。程序没有改动它，原文件原样保留。请用最近的备份恢复。`,
  );
}

export function notOurs(): AppError {
  return new AppError('DATABASE_DAMAGED', '这个数据文件不是公文台建立的，程序没有改动它。请检查数据文件夹。');
}

export function tooNew(): AppError {
  return new AppError(
    'VERSION_TOO_NEW',
    '数据文件由更新版本的公文台建立，本版本打不开，文件没有改动。请安装新版本后再打开。',
  );
}
