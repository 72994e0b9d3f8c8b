import type { IncomingRow } from '../../../shared/domain/flow-incoming.ts';
import type { IncomingFields } from '../../../shared/features/incoming.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { AuditEntry } from '../../db/audit.ts';
import type { Change } from '../../db/transaction.ts';
import type { IncomingPatch, StoredIncoming } from './store.ts';

/** One action on one item, in its transaction. */
export interface Act extends StoredIncoming {
  readonly change: Change;
  readonly transition: IncomingRow;
  readonly fields: IncomingFields;
  /** `YYYY-MM-DD` on this computer. */
  readonly today: string;
}

/** What an action does besides leading to the state of its row. */
export interface Effect {
  readonly patch?: IncomingPatch;
  /** Chinese, for the history. */
  readonly summary: string;
  readonly detail?: AuditEntry['detail'];
  readonly hints?: readonly string[];
}

export type Effects<A extends string> = Readonly<Record<A, (act: Act) => Effect | Promise<Effect>>>;

/** @throws AppError INVALID_INPUT at one field */
export function refuse(field: string, message: string): never {
  throw new AppError('INVALID_INPUT', message, { fields: { [field]: message } });
}

/** A field the table requires: it was checked before the action began. */
export function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a required field was not checked');
  return value;
}

/** 「理由：…」 or nothing. */
export function because(reason: string | undefined): string {
  return reason === undefined || reason === '' ? '' : `：${reason}`;
}
