import {
  findTransition,
  OUTGOING_STATE_NAMES,
  OUTGOING_STATES,
} from '../../../shared/domain/flow-outgoing.ts';
import type { OutgoingAction, OutgoingState } from '../../../shared/domain/flow-outgoing.ts';
import { gongwenDraftSchema } from '../../../shared/gongwen/model.ts';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { OutgoingTable, Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { documentColumns } from './columns.ts';

/** A row with its document parsed and its state known. */
export interface StoredOutgoing {
  readonly row: OutgoingTable;
  readonly state: OutgoingState;
  readonly document: Gongwen;
}

export function asState(text: string): OutgoingState {
  const state = OUTGOING_STATES.find((candidate) => candidate === text);
  if (state === undefined) throw new Error(`unknown state ${text}`);
  return state;
}

/** @throws AppError NOT_FOUND */
export async function readOutgoing(read: Reader, id: string): Promise<StoredOutgoing> {
  const row = await read.selectFrom('outgoing').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', '找不到这件公文，它可能已随示例移除。请刷新列表。');
  return { row, state: asState(row.state), document: gongwenDraftSchema.parse(JSON.parse(row.document)) };
}

/**
 * The row that an action may be done on.
 * @throws AppError CONFLICT when it has changed since the caller read it; NOT_ALLOWED_IN_STATE
 */
export async function takeForAction(
  change: Change,
  target: { readonly id: string; readonly rowVersion: number },
  action: OutgoingAction,
): Promise<StoredOutgoing & { readonly to: OutgoingState }> {
  const stored = await readOutgoing(change.read, target.id);
  if (stored.row.rowVersion !== target.rowVersion) {
    throw new AppError(
      'CONFLICT',
      '这件公文已在别处改动，您的修改没有覆盖它。请查看最新内容，再决定保留哪一份。',
    );
  }
  const transition = findTransition(stored.state, action);
  if (transition === undefined) {
    throw new AppError(
      'NOT_ALLOWED_IN_STATE',
      `“${OUTGOING_STATE_NAMES[stored.state]}”的公文不能${ACTION_NAMES[action]}，没有改动。`,
    );
  }
  return { ...stored, to: transition.to };
}

const ACTION_NAMES: Readonly<Record<OutgoingAction, string>> = {
  edit: '修改',
  assignNumber: '编号',
  voidNumbered: '作废',
  discard: '删除',
  restore: '还原',
};

/** Writes the changed columns under the next version; returns it. */
export async function updateOutgoing(
  change: Change,
  row: OutgoingTable,
  values: Partial<Pick<OutgoingTable, 'state' | 'voidReason'>>,
  document?: Gongwen,
): Promise<number> {
  const stamps = change.stampChanged(row.rowVersion);
  const result = await change.tx
    .updateTable('outgoing')
    .set({
      ...values,
      ...(document === undefined ? {} : documentColumns(document, row.createdAt)),
      ...stamps,
    })
    .where('id', '=', row.id)
    .where('rowVersion', '=', row.rowVersion)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error('the row changed inside its own transaction');
  return stamps.rowVersion;
}
