import { AppError } from '../../../shared/ipc/errors.ts';

/** @throws AppError INVALID_INPUT at one field */
export function refuse(field: string, message: string): never {
  throw new AppError('INVALID_INPUT', message, { fields: { [field]: message } });
}

/** A field the table requires: it was checked before the action began. */
export function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a required field was not checked');
  return value;
}

/** 「：理由」 or nothing. */
export function because(reason: string | undefined): string {
  return reason === undefined || reason === '' ? '' : `：${reason}`;
}
