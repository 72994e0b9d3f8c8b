import { findTransition, INCOMING_STATES, refusalOf } from '../../../shared/domain/flow-incoming.ts';
import type {
  IncomingAction,
  IncomingFacts,
  IncomingRow,
  IncomingState,
} from '../../../shared/domain/flow-incoming.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { IncomingTable } from '../../db/incoming-schema.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { derivedColumns } from './columns.ts';

export type StoredRow = Omit<IncomingTable, 'rowNumber'> & { readonly rowNumber: number };
/** What may be changed of a row; sort and search columns follow by themselves. */
export type IncomingPatch = Partial<
  Omit<
    StoredRow,
    | 'id'
    | 'rowNumber'
    | 'rowVersion'
    | 'createdAt'
    | 'createdBy'
    | 'updatedAt'
    | 'updatedBy'
    | 'titleOrder'
    | 'senderOrder'
    | 'duplicateKey'
    | 'searchText'
  >
>;

export interface StoredIncoming {
  readonly row: StoredRow;
  readonly state: IncomingState;
  readonly facts: IncomingFacts;
}

export function asState(text: string): IncomingState {
  const state = INCOMING_STATES.find((candidate) => candidate === text);
  if (state === undefined) throw new Error(`unknown state ${text}`);
  return state;
}

/** @throws AppError NOT_FOUND */
export async function readIncoming(read: Reader, id: string): Promise<StoredIncoming> {
  const row = await read.selectFrom('incoming').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', '找不到这件收文，它可能已随导入撤销。请刷新列表。');
  return {
    row,
    state: asState(row.state),
    facts: {
      replyRequired: row.replyRequired === 1,
      suspendedFrom: row.suspendedFrom === null ? null : asState(row.suspendedFrom),
      voidedFrom: row.voidedFrom === null ? null : asState(row.voidedFrom),
    },
  };
}

/**
 * The item and the row of the table that allows the action on it.
 * @throws AppError CONFLICT when it has changed since the caller read it; NOT_ALLOWED_IN_STATE
 */
export async function takeForAction(
  change: Change,
  target: { readonly id: string; readonly rowVersion: number },
  action: IncomingAction,
): Promise<StoredIncoming & { readonly transition: IncomingRow }> {
  const stored = await readIncoming(change.read, target.id);
  if (stored.row.rowVersion !== target.rowVersion) {
    throw new AppError(
      'CONFLICT',
      '这件收文已在别处改动，您的修改没有覆盖它。请查看最新内容，再决定保留哪一份。',
    );
  }
  const transition = findTransition(stored.state, action, stored.facts);
  if (transition === undefined) throw new AppError('NOT_ALLOWED_IN_STATE', refusalOf(stored.state, action));
  return { ...stored, transition };
}

/** Writes the changed columns under the next version; returns it. */
export async function updateIncoming(change: Change, row: StoredRow, patch: IncomingPatch): Promise<number> {
  const stamps = change.stampChanged(row.rowVersion);
  const result = await change.tx
    .updateTable('incoming')
    .set({ ...patch, ...derivedColumns({ ...row, ...patch }), ...stamps })
    .where('id', '=', row.id)
    .where('rowVersion', '=', row.rowVersion)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error('the row changed inside its own transaction');
  return stamps.rowVersion;
}
