import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import { copyVerified, isStoredName } from './file-store.ts';
import { openRaw } from './native-binding.ts';

/**
 * Images and attachments lie in `files/` under the SHA-256 of their content, and again in `backups/files/`. Every backup shares that
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
    if (!(await copyVerified(path.join(from, name), path.join(to, name), name.slice(0, 64))))
      damaged.push(name);
  }
  return damaged;
}

/** Names of the images and attachments that a closed database file speaks of and `folder` has not. */
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
    for (const name of attachmentsOf(raw)) if (!present.has(name)) absent.add(name);
    return [...absent];
  } finally {
    raw.close();
  }
}

/** A backup may be older than the table. Quarantined files are away on purpose. */
function attachmentsOf(raw: BetterSqlite3.Database): IterableIterator<string> {
  const table = raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'attachmentVersion'").get();
  if (table === undefined) return [].values();
  return raw
    .prepare<[], string>(
      `SELECT DISTINCT version.fileHash || '.bin' FROM attachmentVersion version
        JOIN attachment ON attachment.id = version.attachmentId WHERE attachment.state <> 'quarantined'`,
    )
    .pluck()
    .iterate();
}
