import type { OutgoingRow } from '../../../shared/domain/flow-outgoing.ts';
import type { OutgoingFields } from '../../../shared/features/outgoing-process.ts';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import type { AuditEntry } from '../../db/audit.ts';
import type { OutgoingFactTable } from '../../db/outgoing-schema.ts';
import type { Change } from '../../db/transaction.ts';
import { refuse } from '../handling/refuse.ts';
import type { StoredOutgoing } from './store.ts';

/** One action on one document, in its transaction. */
export interface Act extends StoredOutgoing {
  readonly change: Change;
  readonly transition: OutgoingRow;
  readonly fields: OutgoingFields;
  /** `YYYY-MM-DD` on this computer. */
  readonly today: string;
}

export type FactPatch = Partial<Omit<OutgoingFactTable, 'outgoingId' | 'urgency'>>;

/** What an action does besides leading to the state of its row. */
export interface Effect {
  readonly fact?: FactPatch;
  /** The document as the action leaves it. */
  readonly document?: Gongwen;
  readonly voidReason?: string | null;
  /** Chinese, for the history. */
  readonly summary: string;
  /** Who decided and in which words, for the steps; the one who records it when left out. */
  readonly personName?: string;
  readonly opinion?: string;
  readonly decidedOn?: string;
  /** The text as it stands is what was signed. */
  readonly signs?: boolean;
  readonly detail?: AuditEntry['detail'];
  readonly hints?: readonly string[];
}

export type Effects<A extends string> = Readonly<Record<A, (act: Act) => Effect | Promise<Effect>>>;

/** @throws AppError INVALID_INPUT when a day is still to come */
export function refuseFuture(act: Pick<Act, 'today'>, field: string, label: string, on: string): void {
  if (on > act.today) refuse(field, `${label}${on}还没有到，请核对。`);
}
