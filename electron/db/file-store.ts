import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { writeFileDurably } from './durable-file.ts';

/** Name of a stored file: SHA-256 of its content and its kind. Nothing else is ever looked up. */
const NAME = /^[0-9a-f]{64}\.(?:png|jpg)$/u;

/** Stores a file once, by its content; answers its name in the folder. */
export async function storeFile(
  folder: string,
  bytes: Uint8Array,
  extension: 'png' | 'jpg',
): Promise<string> {
  const name = `${createHash('sha256').update(bytes).digest('hex')}.${extension}`;
  const file = path.join(folder, name);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    await writeFileDurably(file, bytes);
  }
  return name;
}

export function isStoredName(name: string): boolean {
  return NAME.test(name);
}

/** Full path of a stored file; undefined for anything that is not the name of one. */
export function storedFile(folder: string, name: string): string | undefined {
  return isStoredName(name) ? path.join(folder, name) : undefined;
}
