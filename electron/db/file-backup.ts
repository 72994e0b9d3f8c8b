import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeFileDurably } from './durable-file.ts';
import { isStoredName } from './file-store.ts';
import { openRaw } from './native-binding.ts';

/**
 * Images lie in `files/` under the SHA-256 of their content, and again in `backups/files/`. Every backup shares that
 * one copy: a name stands for one content for ever, so what is there once need never be copied or changed again.
 * Nothing is deleted from it: some backup, or one that a person has carried away, may still name it.
 */

/**
 * Copies what is missing in `to`, each file checked against its name. A damaged one is left out.
 * @returns names of the files whose content is not what their name says
 */
export async function copyMissingFiles(from: string, to: string): Promise<string[]> {
  const damaged: string[] = [];
  const present = new Set(existsSync(to) ? readdirSync(to) : []);
  const missing = (existsSync(from) ? readdirSync(from) : []).filter(
    (name) => isStoredName(name) && !present.has(name),
  );
  if (missing.length > 0) mkdirSync(to, { recursive: true });
  for (const name of missing) {
    const bytes = await readFile(path.join(from, name));
    if (createHash('sha256').update(bytes).digest('hex') === name.slice(0, 64)) {
      await writeFileDurably(path.join(to, name), bytes);
    } else damaged.push(name);
  }
  return damaged;
}

/** Names of the images that a closed database file speaks of and `folder` has not. */
export function absentFiles(databaseFile: string, folder: string): string[] {
  const raw = openRaw(databaseFile, { readonly: true, mustExist: true });
  try {
    const present = new Set(existsSync(folder) ? readdirSync(folder) : []);
    const texts = raw
      .prepare<[], string>(
        "SELECT document FROM outgoing WHERE document LIKE '%.png\"%' OR document LIKE '%.jpg\"%' UNION ALL SELECT content FROM template",
      )
      .pluck()
      .iterate();
    const absent = new Set<string>();
    for (const text of texts) {
      for (const [name] of text.matchAll(/[0-9a-f]{64}\.(?:png|jpg)/gu))
        if (!present.has(name)) absent.add(name);
    }
    return [...absent];
  } finally {
    raw.close();
  }
}
