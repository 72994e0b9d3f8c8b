import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { OfferedFile } from '../../../shared/features/attachment.ts';
import type { FileSource } from '../../attach/read-file.ts';
import type { PathTokens } from '../context.ts';

interface HeldFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What was pasted and is not added yet, in memory only: it has not been looked at for marks. */
const held = new Map<string, HeldFile>();
/** All together; the oldest goes first. */
const MOST_BYTES = 200 * 1024 * 1024;

export function holdBytes(name: string, bytes: Uint8Array): OfferedFile {
  const token = randomUUID();
  held.set(token, { name, bytes });
  let total = 0;
  for (const [key, file] of [...held].toReversed()) {
    total += file.bytes.length;
    if (total > MOST_BYTES) held.delete(key);
  }
  return { token, name, size: bytes.length };
}

export function forgetHeld(token: string): void {
  held.delete(token);
}

export interface FoundFile {
  readonly name: string;
  readonly source: FileSource;
}

/** The file behind a token; undefined when it is not known any more. */
export function findFile(paths: PathTokens, token: string): FoundFile | undefined {
  const bytes = held.get(token);
  if (bytes !== undefined) return { name: bytes.name, source: { bytes: bytes.bytes } };
  const file = paths.find(token);
  return file === undefined ? undefined : { name: path.basename(file), source: { path: file } };
}

/** A token for each file; null for what is no file that can be read, a folder for example. */
export function offerEach(paths: PathTokens, files: readonly string[]): Promise<(OfferedFile | null)[]> {
  return Promise.all(
    files.map(async (file) => {
      const entry = file === '' ? null : await stat(file).catch(() => null);
      if (entry?.isFile() !== true) return null;
      return { token: paths.issue(file), name: path.basename(file), size: entry.size };
    }),
  );
}

/** As `offerEach`, without what is no file. */
export async function offerPaths(paths: PathTokens, files: readonly string[]): Promise<OfferedFile[]> {
  return (await offerEach(paths, files)).filter((file) => file !== null);
}
