import type { Change } from '../../db/transaction.ts';
import { handlingColumns } from '../handling/assignments.ts';
import type { HandlingColumns } from '../handling/assignments.ts';
import type { IncomingPatch, StoredRow } from './store.ts';

export const OFFICE = '办公室';

/** With 承办 the paper goes to 主办, without it back to the office. */
export function withLocation(columns: HandlingColumns): IncomingPatch {
  return { ...columns, location: columns.leadName === '' ? OFFICE : columns.leadName };
}

/** Columns of the item that tell who has it, after its 承办 have changed. */
export function assignmentColumns(change: Change, row: StoredRow): Promise<HandlingColumns> {
  return handlingColumns(change.read, { kind: 'incoming', id: row.id }, row.dueOn);
}
