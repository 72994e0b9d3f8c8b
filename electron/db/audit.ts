import type { Transaction } from 'kysely';
import type { Schema } from './schema.ts';
import { uuidv7 } from './uuid.ts';

/** Who does something. */
export interface Actor {
  readonly id: string;
  readonly name: string;
}

export interface AuditEntry {
  /** Table of the thing that changed, and its id. */
  readonly entity: keyof Schema;
  readonly entityId: string;
  /** Chinese, shown in the history of the item. */
  readonly summary: string;
  /** What changed, by column; never the text of a document. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Appends one event in the caller's transaction: the change and its trace stand or fall together. */
export async function appendAuditEvent(
  tx: Transaction<Schema>,
  actor: Actor,
  action: string,
  at: number,
  entry: AuditEntry,
): Promise<void> {
  await appendAuditEvents(tx, actor, action, at, [entry]);
}

/** So many events in one statement. */
const PER_INSERT = 200;

/** The same for many rows that one command has changed alike. */
export async function appendAuditEvents(
  tx: Transaction<Schema>,
  actor: Actor,
  action: string,
  at: number,
  entries: readonly AuditEntry[],
): Promise<void> {
  const newest = await tx
    .selectFrom('auditEvent')
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .executeTakeFirst();
  const events = entries.map((entry, index) => ({
    id: uuidv7(at),
    sequence: (newest?.sequence ?? 0) + 1 + index,
    createdAt: at,
    createdBy: actor.id,
    actorName: actor.name,
    action,
    entity: entry.entity,
    entityId: entry.entityId,
    summary: entry.summary,
    detail: JSON.stringify(entry.detail ?? {}),
    previousHash: null,
    hash: null,
  }));
  for (let offset = 0; offset < events.length; offset += PER_INSERT) {
    await tx
      .insertInto('auditEvent')
      .values(events.slice(offset, offset + PER_INSERT))
      .execute();
  }
}
