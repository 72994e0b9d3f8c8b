import { AppError } from '../../shared/ipc/errors.ts';
import type { Stamped } from './schema.ts';
import type { Change } from './transaction.ts';

/** What a form says of the row it changes; a new one has neither. */
export interface SaveTarget {
  readonly id?: string | undefined;
  readonly rowVersion?: number | undefined;
}

interface RowAccess {
  readonly find: (id: string) => Promise<{ readonly rowVersion: number } | undefined>;
  readonly insert: (stamps: Stamped) => Promise<unknown>;
  readonly update: (
    id: string,
    stamps: Pick<Stamped, 'rowVersion' | 'updatedAt' | 'updatedBy'>,
  ) => Promise<unknown>;
}

/**
 * Adds a row, or changes the one the form was opened with when it is still the same. Returns its id.
 * @param what the thing in Chinese, for the messages
 * @throws AppError NOT_FOUND; CONFLICT when the row has changed since the caller read it
 */
export async function saveRow(
  change: Change,
  target: SaveTarget,
  what: string,
  rows: RowAccess,
): Promise<string> {
  if (target.id === undefined) {
    const stamps = change.stampNew();
    await rows.insert(stamps);
    return stamps.id;
  }
  const row = await rows.find(target.id);
  if (row === undefined) throw new AppError('NOT_FOUND', `找不到这项${what}，没有保存。请刷新后重试。`);
  checkVersion(row, target.rowVersion, what);
  await rows.update(target.id, change.stampChanged(row.rowVersion));
  return target.id;
}

/** @throws AppError CONFLICT when the row has changed since the caller read it */
export function checkVersion(
  row: { readonly rowVersion: number },
  expected: number | undefined,
  what: string,
): void {
  if (row.rowVersion !== expected) {
    throw new AppError('CONFLICT', `${what}已在别处改动，您的修改没有覆盖它。请刷新后重新修改。`);
  }
}
