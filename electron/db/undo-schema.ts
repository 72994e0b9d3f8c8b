import type { Stamped } from './schema.ts';

/** Steps that can be taken back. The person is `createdBy`; rows older than a month are let go. */
export interface UndoStepTable extends Stamped {
  /** Table of the item. */
  entity: string;
  entityId: string;
  /** Name of the step in its flow, and as it is read. */
  action: string;
  label: string;
  /** The item's last audit event before the step and after it. */
  sequenceBefore: number;
  sequence: number;
  /** The item's version before the step and after it. */
  versionBefore: number;
  version: number;
  /** What the step changed, before and after, as JSON. */
  changes: string;
  /** Epoch ms; null while it stands. */
  undoneAt: number | null;
}

export interface UndoSchema {
  undoStep: UndoStepTable;
}
