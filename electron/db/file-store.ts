import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../shared/ipc/errors.ts';
import { replaceFile, writeFileDurably } from './durable-file.ts';

/**
 * Name of a stored file: SHA-256 of its content and its kind; pictures of documents by what they are, attachments
 * all alike. Nothing else is ever looked up.
 */
const NAME = /^[0-9a-f]{64}\.(?:png|jpg|bin)$/u;
/** The process that wrote it is part of its name: one at work now is left alone. */
const UNFINISHED = /^[0-9a-f]{64}\.(?:png|jpg|bin)\.(\d+)-\w+\.tmp$/u;

/** Stores a file once, by its content; answers its name in the folder. */
export async function storeFile(
  folder: string,
  bytes: Uint8Array,
  extension: 'png' | 'jpg' | 'bin',
): Promise<string> {
  const name = `${createHash('sha256').update(bytes).digest('hex')}.${extension}`;
  const file = path.join(folder, name);
  if (!isStored(file, bytes.length)) {
    mkdirSync(folder, { recursive: true });
    await writeFileDurably(file, bytes);
  }
  return name;
}

export interface CopyOptions {
  /** Told the bytes of each piece. */
  readonly progress?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Stores a file of any size once, in pieces, by the hash that was taken of it before.
 * @throws AppError FILE_IN_USE when it is another content by now
 */
export async function storeCopy(
  folder: string,
  source: string,
  expected: { readonly hash: string; readonly size: number },
  options: CopyOptions = {},
): Promise<string> {
  const name = attachedName(expected.hash);
  const file = path.join(folder, name);
  if (isStored(file, expected.size)) return name;
  mkdirSync(folder, { recursive: true });
  if (!(await copyVerified(source, file, expected.hash, options))) {
    throw new AppError(
      'FILE_IN_USE',
      '这个文件正在改变（可能还在扫描或保存），没有添加。请等它写完后再添加。',
    );
  }
  return name;
}

/**
 * Copies a file in pieces and gives the copy its name only when its content has the hash, forced onto the disk.
 * @returns false when the content is another one; nothing is left of the copy then
 */
export async function copyVerified(
  from: string,
  to: string,
  hash: string,
  { progress, signal }: CopyOptions = {},
): Promise<boolean> {
  const temporary = `${to}.${process.pid}-${Date.now().toString(36)}.tmp`;
  const actual = createHash('sha256');
  try {
    const handle = await open(temporary, 'wx');
    try {
      for await (const piece of createReadStream(from, { highWaterMark: 1 << 20 })) {
        signal?.throwIfAborted();
        // A stream without an encoding gives bytes.
        const bytes = piece as Buffer;
        actual.update(bytes);
        await handle.write(bytes);
        progress?.(bytes.length);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (actual.digest('hex') !== hash) return false;
    await replaceFile(temporary, to);
    return true;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** SHA-256 of a file, in pieces. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** Whole: a shorter file of that name was damaged from outside, and is written anew. */
function isStored(file: string, size: number): boolean {
  return statSync(file, { throwIfNoEntry: false })?.size === size;
}

export function isStoredName(name: string): boolean {
  return NAME.test(name);
}

/** Name of an attachment in the folder. */
export function attachedName(hash: string): string {
  return `${hash}.bin`;
}

/** Full path of a stored file; undefined for anything that is not the name of one. */
export function storedFile(folder: string, name: string): string | undefined {
  return isStoredName(name) ? path.join(folder, name) : undefined;
}

/** Removes what an earlier run of the program did not finish writing. Before anything else is stored. */
export async function removeUnfinished(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const writer = UNFINISHED.exec(name)?.[1];
    if (writer !== undefined && Number(writer) !== process.pid)
      await rm(path.join(folder, name), { force: true });
  }
}
