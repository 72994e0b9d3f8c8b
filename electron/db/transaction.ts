import type BetterSqlite3 from 'better-sqlite3';
import type { Kysely, Transaction } from 'kysely';
import { appendAuditEvent, appendAuditEvents } from './audit.ts';
import type { Actor, AuditEntry } from './audit.ts';
import { asReader } from './schema.ts';
import type { Reader, Schema, Stamped } from './schema.ts';
import { indexDue } from './search-index.ts';
import { uuidv7 } from './uuid.ts';

/** What a command works with: one transaction, one actor, one moment. */
export interface Change {
  readonly tx: Transaction<Schema>;
  /** The same transaction for functions that only read. */
  readonly read: Reader;
  readonly actor: Actor;
  /** Epoch milliseconds; the same for every row of the transaction. */
  readonly at: number;
  /** Appends to the audit trail, in this transaction. */
  readonly audit: (entry: AuditEntry) => Promise<void>;
  /** The same for many rows at once: an import has thousands. */
  readonly auditAll: (entries: readonly AuditEntry[]) => Promise<void>;
  /** Key, version and stamps of a new row. */
  readonly stampNew: () => Stamped;
  /** Version and stamps of a row that changes from `rowVersion`. */
  readonly stampChanged: (rowVersion: number) => Pick<Stamped, 'rowVersion' | 'updatedAt' | 'updatedBy'>;
}

export interface ChangeInfo {
  readonly actor: Actor;
  /** `slice.procedure`, for the audit trail. */
  readonly action: string;
  readonly at: number;
}

/**
 * Runs a command in one `BEGIN IMMEDIATE` transaction. Kysely's connection mutex keeps everything else waiting
 * from begin to commit. Two things are refused, with a rollback, because they are mistakes of the program:
 * - rows changed and no audit event appended;
 * - `work` waited for anything but the database (a file, a timer, the reader outside of the transaction, which
 *   would wait for ever): SQLite answers within the same turn of the event loop, so a transaction that outlives
 *   its turn would keep the whole office waiting.
 */
export async function inTransaction<T>(
  kysely: Kysely<Schema>,
  raw: BetterSqlite3.Database,
  info: ChangeInfo,
  work: (change: Change) => Promise<T>,
): Promise<T> {
  return kysely.transaction().execute(async (tx) => {
    const before = totalChanges(raw);
    let audited = 0;
    const change: Change = {
      tx,
      read: asReader(tx),
      actor: info.actor,
      at: info.at,
      audit: async (entry) => {
        audited += 1;
        await appendAuditEvent(tx, info.actor, info.action, info.at, entry);
      },
      auditAll: async (entries) => {
        audited += entries.length;
        await appendAuditEvents(tx, info.actor, info.action, info.at, entries);
      },
      stampNew: () => ({
        id: uuidv7(info.at),
        rowVersion: 1,
        createdAt: info.at,
        createdBy: info.actor.id,
        updatedAt: info.at,
        updatedBy: info.actor.id,
      }),
      stampChanged: (rowVersion) => ({
        rowVersion: rowVersion + 1,
        updatedAt: info.at,
        updatedBy: info.actor.id,
      }),
    };
    const result = await withinOneTurn(work(change), info.action);
    if (audited === 0 && totalChanges(raw) !== before) {
      throw new Error(`${info.action} changed rows without an audit event`);
    }
    indexDue(raw);
    return result;
  });
}

function totalChanges(raw: BetterSqlite3.Database): number {
  return Number(raw.prepare('SELECT total_changes()').pluck().get());
}

/** Rejects when the promise is still open after the microtasks of this turn have run. */
async function withinOneTurn<T>(work: Promise<T>, action: string): Promise<T> {
  let alarm: NodeJS.Immediate | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    alarm = setImmediate(() => {
      reject(new Error(`${action} waited inside its transaction for something that is not the database`));
    });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearImmediate(alarm);
  }
}
