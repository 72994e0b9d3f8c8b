import type { Change } from '../../db/transaction.ts';
import { currentAssignment, leadAssignment } from './assignments.ts';
import type { Owner } from './assignments.ts';

export interface NewUrging {
  readonly assignmentId: string | null;
  readonly target: string;
  readonly level: string;
  readonly method: string;
  readonly note: string;
}

/** One line of the ledger of urgings; it is only ever added to. */
export async function insertUrging(change: Change, owner: Owner, urging: NewUrging): Promise<void> {
  await change.tx
    .insertInto('urging')
    .values({ ...change.stampNew(), ownerKind: owner.kind, ownerId: owner.id, ...urging })
    .execute();
}

/** The 承办 an urging is for: the chosen one, else 主办. */
export async function urgedAssignment(
  change: Change,
  owner: Owner,
  assignmentId: string | undefined,
): Promise<{ readonly assignmentId: string; readonly target: string }> {
  const { id, departmentName } =
    assignmentId === undefined
      ? await leadAssignment(change.read, owner)
      : await currentAssignment(change.read, owner, assignmentId);
  return { assignmentId: id, target: departmentName };
}
