import { randomInt } from 'node:crypto';
import type { z } from 'zod';
import { AppError } from '../../shared/ipc/errors.ts';
import type { AppErrorData } from '../../shared/ipc/errors.ts';
import { asStorageError } from '../db/sqlite-errors.ts';

/** Letters that cannot be misread over the telephone. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A number a user can quote, e.g. `7K3F9Q`; the log carries the same. */
export function newReference(): string {
  return Array.from({ length: 6 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}

/** Faults of an input by field path; the first one of a field counts. */
export function fieldFaults(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    const key = issue.path.map(String).join('.');
    fields[key] ??= issue.message;
  }
  return fields;
}

/**
 * Any error as plain data. Built field by field: an error object with members that cannot be cloned
 * would make the reply itself fail, and a stack or a path is nobody's business in the page.
 */
export function toErrorData(error: unknown): AppErrorData {
  const known = error instanceof AppError ? error : asStorageError(error);
  if (known === undefined) {
    const ref = newReference();
    return {
      code: 'INTERNAL',
      message: `程序出了错，这次操作没有完成，已存入的内容不受影响。请重试；若仍出现，请把编号 ${ref} 告诉维护人员。`,
      ref,
    };
  }
  return {
    code: known.code,
    message: known.message,
    ref: known.ref ?? newReference(),
    ...(known.fields === undefined ? {} : { fields: { ...known.fields } }),
  };
}

/** INVALID_INPUT with the faults per field. */
export function invalidInput(error: z.ZodError): AppError {
  const fields = fieldFaults(error);
  const first = Object.values(fields)[0] ?? '';
  return new AppError('INVALID_INPUT', `填写的内容有误，没有保存。${first}`, { fields });
}
