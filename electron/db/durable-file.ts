import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Forces what was written to a file onto the disk. */
export function fsyncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes a rename in the folder survive power loss. Windows cannot open folders; NTFS journals the rename itself. */
export function fsyncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

const HELD_OPEN = new Set(['EPERM', 'EACCES', 'EBUSY']);

/**
 * Renames over an existing file. On Windows a virus scanner or an open Word window makes that fail for a
 * moment: tried again for about a second before the error is given back.
 */
export async function replaceFile(from: string, to: string, platform = process.platform): Promise<void> {
  const attempts = platform === 'win32' ? 6 : 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      fsyncFolder(path.dirname(to));
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (attempt >= attempts || !HELD_OPEN.has(code)) throw error;
      await wait(40 * attempt);
    }
  }
}

/** Writes a file whole or not at all: beside the target, forced to disk, then renamed over it. */
export async function writeFileDurably(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}-${Date.now().toString(36)}.tmp`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await replaceFile(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
