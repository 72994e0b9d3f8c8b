import { INCOMING_FLOW } from '../../../shared/domain/flow-incoming.ts';
import type { IncomingAction, IncomingState } from '../../../shared/domain/flow-incoming.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { readIncoming, updateIncoming } from './store.ts';
import type { StoredRow } from './store.ts';
import { compareSnapshots, putPartsBack, stepChangesSchema, takeSnapshot } from './undo-changes.ts';
import type { Snapshot, StepChanges } from './undo-changes.ts';

/** Taking the last step back: by the person who took it, while nothing else has happened to the item since. */

/** Steps are kept so long, in ms; afterwards what is done is done. */
const KEPT_MS = 30 * 86_400_000;
const ENTITY = 'incoming';

export interface Before {
  readonly snapshot: Snapshot;
  readonly sequence: number;
}

/** How the item stands before a step; to be handed to `recordStep` after it. */
export async function beforeStep(read: Reader, row: StoredRow): Promise<Before> {
  return { snapshot: await takeSnapshot(read, row), sequence: await lastSequence(read, row.id) };
}

/** Keeps what a step has changed, when the flow allows to take it back. Call it after the step's audit event. */
export async function recordStep(
  change: Change,
  before: Before,
  step: { readonly action: IncomingAction; readonly label: string },
): Promise<void> {
  const { id } = before.snapshot.item;
  const { row } = await readIncoming(change.read, id);
  const after = await takeSnapshot(change.read, row);
  await change.tx
    .deleteFrom('undoStep')
    .where('createdAt', '<', change.at - KEPT_MS)
    .execute();
  await change.tx
    .insertInto('undoStep')
    .values({
      ...change.stampNew(),
      entity: ENTITY,
      entityId: id,
      ...step,
      sequenceBefore: before.sequence,
      sequence: await lastSequence(change.read, id),
      versionBefore: before.snapshot.item.rowVersion,
      version: row.rowVersion,
      changes: JSON.stringify(compareSnapshots(before.snapshot, after)),
      undoneAt: null,
    })
    .execute();
}

/** 修改 of what was registered is a step like any other. */
export async function withEditStep(
  change: Change,
  id: string,
  save: () => Promise<{ rowVersion: number }>,
): Promise<{ rowVersion: number }> {
  const { row } = await readIncoming(change.read, id);
  const before = await beforeStep(change.read, row);
  const saved = await save();
  if (saved.rowVersion !== row.rowVersion)
    await recordStep(change, before, { action: 'edit', label: '修改' });
  return saved;
}

interface Undoable {
  readonly id: string;
  readonly rowVersion: number;
  readonly label: string;
  readonly createdAt: number;
  readonly sequence: number;
  readonly sequenceBefore: number;
  readonly versionBefore: number;
  readonly changes: StepChanges;
  readonly summary: string;
}

/** The step that `actorId` may take back, or why there is none, as a sentence. */
export async function findUndo(
  read: Reader,
  row: Pick<StoredRow, 'id' | 'rowVersion'>,
  actorId: string,
): Promise<Undoable | string> {
  const last = await read
    .selectFrom('auditEvent')
    .select(['sequence', 'summary', 'actorName', 'action', 'detail'])
    .where('entity', '=', ENTITY)
    .where('entityId', '=', row.id)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const step = await read
    .selectFrom('undoStep')
    .selectAll()
    .where('entity', '=', ENTITY)
    .where('entityId', '=', row.id)
    .where('undoneAt', 'is', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return '没有可以撤销的操作。';
  if (step === undefined || step.sequence !== last.sequence || step.version !== row.rowVersion) {
    const standing = await standingEvent(read, row.id, last);
    return whyLasting(standing) ?? `上一步（${standing.summary}）不能撤销，没有改动。`;
  }
  if (step.createdBy !== actorId) return `上一步是${last.actorName}做的，只能由本人撤销，没有改动。`;
  const { summary } = await read
    .selectFrom('auditEvent')
    .select('summary')
    .where('entity', '=', ENTITY)
    .where('entityId', '=', row.id)
    .where('sequence', '>', step.sequenceBefore)
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { ...step, summary, changes: stepChangesSchema.parse(JSON.parse(step.changes)) };
}

interface Event {
  readonly action: string;
  readonly summary: string;
  readonly detail: string;
}

/** The last thing that happened and was not taken back: an undo leads back to what was before the step it undid. */
async function standingEvent(read: Reader, id: string, last: Event): Promise<Event> {
  let event = last;
  for (;;) {
    const { backTo } = JSON.parse(event.detail) as { backTo?: unknown };
    if (typeof backTo !== 'number') return event;
    event = await read
      .selectFrom('auditEvent')
      .select(['summary', 'action', 'detail'])
      .where('entity', '=', ENTITY)
      .where('entityId', '=', id)
      .where('sequence', '=', backTo)
      .executeTakeFirstOrThrow();
  }
}

/** The flow's own words, where the last thing that happened is a step that lasts. */
function whyLasting(event: Event): string | undefined {
  if (event.action === 'incoming.link') return '上一步是建立关联。不要的关联请在“关联”中取消。';
  const { action } = JSON.parse(event.detail) as { action?: unknown };
  const name = event.action === 'incoming.register' ? 'register' : action;
  // The column is the same in every row of an action.
  const undo = INCOMING_FLOW.find((row) => row.action === name)?.undo;
  return typeof undo === 'string' ? undo : undefined;
}

/**
 * Takes the last step back; the undo is an event of its own.
 * @throws AppError CONFLICT when the item has changed since the caller read it; NOT_ALLOWED_IN_STATE with the reason
 */
export async function undoLast(
  change: Change,
  target: { readonly id: string; readonly rowVersion: number },
): Promise<{ rowVersion: number; state: IncomingState; label: string }> {
  const { row } = await readIncoming(change.read, target.id);
  if (row.rowVersion !== target.rowVersion) {
    throw new AppError('CONFLICT', '这件收文已在别处改动，没有撤销。请查看最新内容后再决定。');
  }
  const step = await findUndo(change.read, row, change.actor.id);
  if (typeof step === 'string') throw new AppError('NOT_ALLOWED_IN_STATE', step);
  await putPartsBack(change, step.changes, step.label);
  // Columns of the item as they stood; `updateIncoming` makes the derived ones anew.
  const rowVersion = await updateIncoming(change, row, step.changes.item);
  await change.audit({
    entity: ENTITY,
    entityId: row.id,
    summary: `撤销“${step.label}”（${step.summary}）`,
    detail: { undone: step.label, backTo: step.sequenceBefore },
  });
  const sequence = await lastSequence(change.read, row.id);
  await change.tx
    .updateTable('undoStep')
    .set({ undoneAt: change.at, ...change.stampChanged(step.rowVersion) })
    .where('id', '=', step.id)
    .execute();
  // The step before it stands again as the last one.
  await change.tx
    .updateTable('undoStep')
    .set({ sequence, version: rowVersion, updatedAt: change.at, updatedBy: change.actor.id })
    .where('entity', '=', ENTITY)
    .where('entityId', '=', row.id)
    .where('undoneAt', 'is', null)
    .where('sequence', '=', step.sequenceBefore)
    .where('version', '=', step.versionBefore)
    .execute();
  const { state } = await readIncoming(change.read, row.id);
  return { rowVersion, state, label: step.label };
}

async function lastSequence(read: Reader, id: string): Promise<number> {
  const { sequence } = await read
    .selectFrom('auditEvent')
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .where('entity', '=', ENTITY)
    .where('entityId', '=', id)
    .executeTakeFirstOrThrow();
  return sequence ?? 0;
}
