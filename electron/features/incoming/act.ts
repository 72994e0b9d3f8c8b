import type { IncomingRow } from '../../../shared/domain/flow-incoming.ts';
import type { IncomingFields } from '../../../shared/features/incoming.ts';
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
