import { z } from 'zod';

/** Closed set of error codes that cross IPC. The message is Chinese and complete: what happened, what was kept, what to do. */
export const ERROR_CODES = [
  'INVALID_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'FORBIDDEN',
  'NOT_ALLOWED_IN_STATE',
  'NOT_SET_UP',
  'DATA_FOLDER_REFUSED',
  'VERSION_TOO_NEW',
  'DATABASE_DAMAGED',
  'DATABASE_BUSY',
  'DISK_FULL',
  'FILE_IN_USE',
  'FILE_REFUSED',
  'CANCELLED',
  'SHUTTING_DOWN',
  'INTERNAL',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export const appErrorSchema = z.strictObject({
  code: z.enum(ERROR_CODES),
  message: z.string(),
  /** Fault per field, keyed by model path. */
  fields: z.record(z.string(), z.string()).optional(),
  /** Number the user can quote; the log carries the same. */
  ref: z.string(),
});
export type AppErrorData = z.output<typeof appErrorSchema>;

export type Envelope<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppErrorData };

/** Thrown by handlers on one side and by the client proxy on the other; crosses IPC only as an envelope. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, string>> | undefined;
  readonly ref: string | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    details: { fields?: Readonly<Record<string, string>>; ref?: string; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? {} : { cause: details.cause });
    this.code = code;
    this.fields = details.fields;
    this.ref = details.ref;
  }
}
