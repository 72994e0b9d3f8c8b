import { z } from 'zod';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import type { Owner } from './assignments.ts';

/** What a step changed of an item and of the rows that hang on it: enough to put everything back. */

const columnsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type Columns = z.output<typeof columnsSchema>;
const rowsSchema = z.strictObject({
  /** Rows that the step made, by their id. */
  added: z.array(z.string()),
  /** Columns before the step, of rows that were there. */
  changed: z.array(z.strictObject({ id: z.string(), before: columnsSchema })),
});
type RowChanges = z.output<typeof rowsSchema>;

const PARTS = ['assignments', 'readers', 'links'] as const;
type Part = (typeof PARTS)[number];
export const stepChangesSchema = z.strictObject({
  item: columnsSchema,
  assignments: rowsSchema,
  readers: rowsSchema,
  links: rowsSchema,
});
export type StepChanges = z.output<typeof stepChangesSchema>;

type PartRow = Columns & { readonly id: string };
/** A 收文 or a 承办件 as it is stored. */
export type ItemRow = object & { readonly id: string; readonly rowVersion: number };
export interface Snapshot {
  readonly item: ItemRow;
  readonly parts: Readonly<Record<Part, readonly PartRow[]>>;
}

// Rows of SQLite hold texts, numbers and nulls only.
const asParts = (rows: readonly object[]) => rows as readonly PartRow[];

/** The item and what hangs on it as they stand; `row` is the item itself, read in the same transaction. */
export async function takeSnapshot(read: Reader, kind: Owner['kind'], row: ItemRow): Promise<Snapshot> {
  const { id } = row;
  const assignments = await read
    .selectFrom('assignment')
    .selectAll()
    .where('ownerKind', '=', kind)
    .where('ownerId', '=', id)
    .execute();
  // Only papers are read in turn; a 承办件 has none.
  const readers = await read
    .selectFrom('circulationReader')
    .selectAll()
    .where('incomingId', '=', id)
    .execute();
  const links = await read
    .selectFrom('itemLink')
    .selectAll()
    .where((where) =>
      where.or([
        where.and([where('fromKind', '=', kind), where('fromId', '=', id)]),
        where.and([where('toKind', '=', kind), where('toId', '=', id)]),
      ]),
    )
    .execute();
  return {
    item: row,
    parts: { assignments: asParts(assignments), readers: asParts(readers), links: asParts(links) },
  };
}

/** Stamps say when and by whom; they go on, also when content goes back. */
const STAMPS: ReadonlySet<string> = new Set(['rowVersion', 'updatedAt', 'updatedBy']);

function columnsBefore(before: object, after: object): Columns {
  const later: Readonly<Record<string, unknown>> = { ...after };
  return columnsSchema.parse(
    Object.fromEntries(
      Object.entries(before).filter(([name, value]) => !STAMPS.has(name) && later[name] !== value),
    ),
  );
}

function compareRows(before: readonly PartRow[], after: readonly PartRow[]): RowChanges {
  const old = new Map(before.map((row) => [row.id, row]));
  const changes: RowChanges = { added: [], changed: [] };
  for (const row of after) {
    const was = old.get(row.id);
    if (was === undefined) changes.added.push(row.id);
    else {
      const columns = columnsBefore(was, row);
      if (Object.keys(columns).length > 0) changes.changed.push({ id: row.id, before: columns });
    }
  }
  return changes;
}

export function compareSnapshots(before: Snapshot, after: Snapshot): StepChanges {
  return {
    item: columnsBefore(before.item, after.item),
    assignments: compareRows(before.parts.assignments, after.parts.assignments),
    readers: compareRows(before.parts.readers, after.parts.readers),
    links: compareRows(before.parts.links, after.parts.links),
  };
}

/**
 * Puts the rows that hang on the item back. 承办 that the step made are ended, not deleted, so that the trail shows
 * them; readers and links that it made go, the history names them.
 */
export async function putPartsBack(change: Change, changes: StepChanges, label: string): Promise<void> {
  const { tx } = change;
  if (changes.links.added.length > 0) {
    await tx.deleteFrom('itemLink').where('id', 'in', changes.links.added).execute();
  }
  if (changes.readers.added.length > 0) {
    await tx.deleteFrom('circulationReader').where('id', 'in', changes.readers.added).execute();
  }
  // Before the old ones are put back: at no moment may there be two 主办.
  for (const id of changes.assignments.added) {
    await putRowBack(change, 'assignment', id, { status: 'removed', reason: `已撤销“${label}”` });
  }
  for (const { id, before } of changes.assignments.changed) {
    await putRowBack(change, 'assignment', id, before);
  }
  for (const { id, before } of changes.readers.changed) {
    await putRowBack(change, 'circulationReader', id, before);
  }
}

async function putRowBack(
  change: Change,
  table: 'assignment' | 'circulationReader',
  id: string,
  columns: Columns,
): Promise<void> {
  const { rowVersion } = await change.tx
    .selectFrom(table)
    .select('rowVersion')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await change.tx
    .updateTable(table)
    // Columns of this very table, as `columnsBefore` found them.
    .set({ ...(columns as object), ...change.stampChanged(rowVersion) })
    .where('id', '=', id)
    .execute();
}
