import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Atomic writing: a reader sees the old file or the whole new one, also after a power failure. */

function writeWhole(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'wx');
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes the renames themselves durable; Windows has no such call for folders and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Makes a folder and what is missing above it, one level at a time. Node's own recursive mkdir never returns
 * where a folder exists but refuses children with ENOENT, as under /proc.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    throw new Error(`不能建文件夹“${folder}”，请换一个能写入的位置`, { cause: error });
  }
}

/**
 * Writes several files of one document: all temporary files first, then the renames, so that a full disk
 * leaves none of them behind. Folders are made when missing.
 * @throws the error of the file system; nothing temporary stays.
 */
export function writeFilesAtomically(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): void {
  const moves: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const { path, bytes } of files) {
      makeFolder(dirname(path));
      const from = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
      rmSync(from, { force: true });
      moves.push({ from, to: path });
      writeWhole(from, bytes);
    }
    for (const { from, to } of moves) renameSync(from, to);
    for (const folder of new Set(files.map(({ path }) => dirname(path)))) syncFolder(folder);
  } finally {
    for (const { from } of moves) rmSync(from, { force: true });
  }
}
