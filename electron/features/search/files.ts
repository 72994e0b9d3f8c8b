import type BetterSqlite3 from 'better-sqlite3';
import type { ItemKind } from '../../../shared/features/search.ts';

/** From the texts of files to the items that carry them, and back. Raw SQL: row numbers of indexes, in one question. */

const PLACES: Readonly<Record<ItemKind, string>> = {
  incoming: 'rowNumber',
  outgoing: 'rowid',
  matter: 'rowNumber',
};

/** Row numbers of the items of a kind that carry any of these files, by row number of the text. */
export function ownersOfTexts(
  raw: BetterSqlite3.Database,
  kind: ItemKind,
  texts: readonly number[],
): number[] {
  if (texts.length === 0) return [];
  return raw
    .prepare<[string, string], number>(
      `SELECT DISTINCT item.${PLACES[kind]} FROM json_each(?) AS found
       CROSS JOIN fileText INDEXED BY fileTextPlace ON fileText.rowNumber = found.value
       CROSS JOIN attachment ON attachment.fileHash = fileText.fileHash
         AND attachment.state = 'active' AND attachment.ownerKind = ?
       CROSS JOIN ${kind} AS item ON item.id = attachment.ownerId`,
    )
    .pluck()
    .all(JSON.stringify(texts), kind);
}

/** Row numbers of the items of a kind that carry any of these attachments, by row number of the attachment. */
export function ownersOfNames(
  raw: BetterSqlite3.Database,
  kind: ItemKind,
  attachments: readonly number[],
): number[] {
  if (attachments.length === 0) return [];
  return raw
    .prepare<[string, string], number>(
      `SELECT DISTINCT item.${PLACES[kind]} FROM json_each(?) AS found
       CROSS JOIN attachment ON attachment.rowid = found.value AND attachment.ownerKind = ?
       CROSS JOIN ${kind} AS item ON item.id = attachment.ownerId`,
    )
    .pluck()
    .all(JSON.stringify(attachments), kind);
}

/** Those of the items that have an attachment, or that have none. */
export function withAttachment(
  raw: BetterSqlite3.Database,
  kind: ItemKind,
  places: Iterable<number>,
  wanted: boolean,
): number[] {
  return raw
    .prepare<[string, string], number>(
      `SELECT item.${PLACES[kind]} FROM json_each(?) AS found
       CROSS JOIN ${kind} AS item ON item.${PLACES[kind]} = found.value
       WHERE ${wanted ? '' : 'NOT'} EXISTS (SELECT 1 FROM attachment
         WHERE ownerKind = ? AND ownerId = item.id AND state = 'active')`,
    )
    .pluck()
    .all(JSON.stringify([...places]), kind);
}

export interface FileOfItem {
  readonly name: string;
  readonly text: string;
}

/** Attachments of an item with their text, in their order. */
export function filesOf(raw: BetterSqlite3.Database, kind: ItemKind, id: string): FileOfItem[] {
  return raw
    .prepare<[string, string], FileOfItem>(
      `SELECT attachment.name, coalesce(fileText.text, '') AS text FROM attachment
       LEFT JOIN fileText ON fileText.fileHash = attachment.fileHash
       WHERE ownerKind = ? AND ownerId = ? AND attachment.state = 'active' ORDER BY position, attachment.id`,
    )
    .all(kind, id);
}

/** Row numbers of the attachments of an item and of their texts. */
export function placesOfFiles(
  raw: BetterSqlite3.Database,
  kind: ItemKind,
  place: number,
): { readonly names: number[]; readonly texts: number[] } {
  const rows = raw
    .prepare<[number, string], { name: number; text: number | null }>(
      `SELECT attachment.rowid AS name, fileText.rowNumber AS text FROM ${kind} AS item
       CROSS JOIN attachment ON attachment.ownerId = item.id AND attachment.state = 'active'
       LEFT JOIN fileText ON fileText.fileHash = attachment.fileHash
       WHERE item.${PLACES[kind]} = ? AND attachment.ownerKind = ?`,
    )
    .all(place, kind);
  return { names: rows.map(({ name }) => name), texts: rows.flatMap(({ text }) => text ?? []) };
}
