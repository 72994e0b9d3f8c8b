import { findMatterTransition, MATTER_STATES, matterRefusal } from '../../../shared/domain/flow-matter.ts';
import type {
  MatterAction,
  MatterFacts,
  MatterRow,
  MatterState,
} from '../../../shared/domain/flow-matter.ts';
import { showsStateSecret, STATE_SECRETS, stateSecretAdvice } from '../../../shared/domain/state-secret.ts';
import type { MatterDraft, MatterFields } from '../../../shared/features/matter.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { MatterTable } from '../../db/matter-schema.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { refuse } from '../handling/refuse.ts';
import { derivedColumns } from './columns.ts';

export type StoredMatterRow = Omit<MatterTable, 'rowNumber'> & { readonly rowNumber: number };
/** What may be changed of a row; sort and search columns follow by themselves. */
export type MatterPatch = Partial<
  Omit<
    StoredMatterRow,
    | 'id'
    | 'rowNumber'
    | 'rowVersion'
    | 'year'
    | 'serial'
    | 'number'
    | 'createdAt'
    | 'createdBy'
    | 'updatedAt'
    | 'updatedBy'
    | 'titleOrder'
    | 'searchText'
  >
>;

export interface StoredMatter {
  readonly row: StoredMatterRow;
  readonly state: MatterState;
  readonly facts: MatterFacts;
}

export function asMatterState(text: string): MatterState {
  const state = MATTER_STATES.find((candidate) => candidate === text);
  if (state === undefined) throw new Error(`unknown state ${text}`);
  return state;
}

/** @throws AppError NOT_FOUND */
export async function readMatter(read: Reader, id: string): Promise<StoredMatter> {
  const row = await read.selectFrom('matter').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('NOT_FOUND', '找不到这件承办件。请刷新列表。');
  return {
    row,
    state: asMatterState(row.state),
    facts: {
      replyRequired: row.replyRequired === 1,
      suspendedFrom: row.suspendedFrom === null ? null : asMatterState(row.suspendedFrom),
      voidedFrom: row.voidedFrom === null ? null : asMatterState(row.voidedFrom),
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
  action: MatterAction,
): Promise<StoredMatter & { readonly transition: MatterRow }> {
  const stored = await readMatter(change.read, target.id);
  if (stored.row.rowVersion !== target.rowVersion) {
    throw new AppError(
      'CONFLICT',
      '这件承办件已在别处改动，您的修改没有覆盖它。请查看最新内容，再决定保留哪一份。',
    );
  }
  const transition = findMatterTransition(stored.state, action, stored.facts);
  if (transition === undefined) {
    throw new AppError('NOT_ALLOWED_IN_STATE', matterRefusal(stored.state, action));
  }
  return { ...stored, transition };
}

/** Writes the changed columns under the next version; returns it. */
export async function updateMatter(
  change: Change,
  row: StoredMatterRow,
  patch: MatterPatch,
): Promise<number> {
  const stamps = change.stampChanged(row.rowVersion);
  const result = await change.tx
    .updateTable('matter')
    .set({ ...patch, ...derivedColumns({ ...row, ...patch }), ...stamps })
    .where('id', '=', row.id)
    .where('rowVersion', '=', row.rowVersion)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error('the row changed inside its own transaction');
  return stamps.rowVersion;
}

/**
 * Refuses 秘密 and above, chosen or marked in any of the words; the message never says what stood there.
 * @throws AppError INVALID_INPUT
 */
export function refuseStateSecret(input: MatterDraft | MatterFields): void {
  const advice = stateSecretAdvice('这次登记');
  if ('secrecy' in input && STATE_SECRETS.some((level) => level === input.secrecy)) {
    refuse('secrecy', `所选密级属于国家秘密。${advice}`);
  }
  for (const [field, value] of Object.entries(input)) {
    if (value !== undefined && showsStateSecret(JSON.stringify(value))) {
      refuse(field, `文字中出现密级标志（如“机密★”）。${advice}`);
    }
  }
}
