import { AppError } from '../../../shared/ipc/errors.ts';

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
