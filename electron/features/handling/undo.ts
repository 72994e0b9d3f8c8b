import { AppError } from '../../../shared/ipc/errors.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import type { Owner } from './assignments.ts';
import { compareSnapshots, putPartsBack, stepChangesSchema, takeSnapshot } from './undo-changes.ts';
import type { Columns, ItemRow, Snapshot, StepChanges } from './undo-changes.ts';

/**
 * Taking the last step on a 收文 or a 承办件 back: by the person who took it, while nothing else has happened to the
 * item since.
 */

/** Steps are kept so long, in ms; afterwards what is done is done. */
const KEPT_MS = 30 * 86_400_000;

/** What undoing has to know of a kind of item. */
export interface UndoKind<Row extends ItemRow, State extends string> {
  /** Its table, and the entity of its audit events. */
  readonly kind: Owner['kind'];
  /** As a sentence names it: 收文. */
  readonly name: string;
  /** Its flow: which steps can be taken back; why not and what to do instead. */
  readonly flow: readonly { readonly action: string; readonly undo: true | string }[];
  /** Commands besides the steps of the flow that cannot be taken back, with the reason. */
  readonly lasting: Readonly<Record<string, string | undefined>>;
  readonly read: (read: Reader, id: string) => Promise<{ readonly row: Row; readonly state: State }>;
  /** Writes columns of the item as they stood, makes the derived ones anew; returns the next version. */
  readonly update: (change: Change, row: Row, columns: Columns) => Promise<number>;
}

/** How an item stood before a step. */
export interface Before {
  readonly snapshot: Snapshot;
  readonly sequence: number;
}

interface Step {
  readonly action: string;
  readonly label: string;
}

/** How the item stands before a step; to be handed to `recordStep` after it. */
async function beforeStep(read: Reader, kind: Owner['kind'], row: ItemRow): Promise<Before> {
  return { snapshot: await takeSnapshot(read, kind, row), sequence: await lastSequence(read, kind, row.id) };
}

/** Keeps what a step has changed, when the flow allows to take it back. Call it after the step's audit event. */
async function recordStep<Row extends ItemRow, State extends string>(
  of: UndoKind<Row, State>,
  change: Change,
  before: Before,
  step: Step,
): Promise<void> {
  const { id } = before.snapshot.item;
  const { row } = await of.read(change.read, id);
  const after = await takeSnapshot(change.read, of.kind, row);
  await change.tx
    .deleteFrom('undoStep')
    .where('createdAt', '<', change.at - KEPT_MS)
    .execute();
  await change.tx
    .insertInto('undoStep')
    .values({
      ...change.stampNew(),
      entity: of.kind,
      entityId: id,
      ...step,
      sequenceBefore: before.sequence,
      sequence: await lastSequence(change.read, of.kind, id),
      versionBefore: before.snapshot.item.rowVersion,
      version: row.rowVersion,
      changes: JSON.stringify(compareSnapshots(before.snapshot, after)),
      undoneAt: null,
    })
    .execute();
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
async function findUndo<Row extends ItemRow, State extends string>(
  of: UndoKind<Row, State>,
  read: Reader,
  row: ItemRow,
  actorId: string,
): Promise<Undoable | string> {
  const last = await read
    .selectFrom('auditEvent')
    .select(['sequence', 'summary', 'actorName', 'action', 'detail'])
    .where('entity', '=', of.kind)
    .where('entityId', '=', row.id)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const step = await read
    .selectFrom('undoStep')
    .selectAll()
    .where('entity', '=', of.kind)
    .where('entityId', '=', row.id)
    .where('undoneAt', 'is', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return '没有可以撤销的操作。';
  if (step === undefined || step.sequence !== last.sequence || step.version !== row.rowVersion) {
    const standing = await standingEvent(read, of.kind, row.id, last);
    return whyLasting(of, standing) ?? `上一步（${standing.summary}）不能撤销，没有改动。`;
  }
  if (step.createdBy !== actorId) return `上一步是${last.actorName}做的，只能由本人撤销，没有改动。`;
  const { summary } = await read
    .selectFrom('auditEvent')
    .select('summary')
    .where('entity', '=', of.kind)
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
async function standingEvent(read: Reader, kind: Owner['kind'], id: string, last: Event): Promise<Event> {
  let event = last;
  for (;;) {
    const { backTo } = JSON.parse(event.detail) as { backTo?: unknown };
    if (typeof backTo !== 'number') return event;
    event = await read
      .selectFrom('auditEvent')
      .select(['summary', 'action', 'detail'])
      .where('entity', '=', kind)
      .where('entityId', '=', id)
      .where('sequence', '=', backTo)
      .executeTakeFirstOrThrow();
  }
}

/** The flow's own words, where the last thing that happened is a step that lasts. */
function whyLasting<Row extends ItemRow, State extends string>(
  of: UndoKind<Row, State>,
  event: Event,
): string | undefined {
  const { action } = JSON.parse(event.detail) as { action?: unknown };
  const said = of.lasting[event.action];
  if (said !== undefined) return said;
  // The column is the same in every row of an action.
  const undo = of.flow.find((row) => row.action === action)?.undo;
  return typeof undo === 'string' ? undo : undefined;
}

/**
 * Takes the last step back; the undo is an event of its own.
 * @throws AppError CONFLICT when the item has changed since the caller read it; NOT_ALLOWED_IN_STATE with the reason
 */
async function undoLast<Row extends ItemRow, State extends string>(
  of: UndoKind<Row, State>,
  change: Change,
  target: { readonly id: string; readonly rowVersion: number },
): Promise<{ rowVersion: number; state: State; label: string }> {
  const { row } = await of.read(change.read, target.id);
  if (row.rowVersion !== target.rowVersion) {
    throw new AppError('CONFLICT', `这件${of.name}已在别处改动，没有撤销。请查看最新内容后再决定。`);
  }
  const step = await findUndo(of, change.read, row, change.actor.id);
  if (typeof step === 'string') throw new AppError('NOT_ALLOWED_IN_STATE', step);
  await putPartsBack(change, step.changes, step.label);
  const rowVersion = await of.update(change, row, step.changes.item);
  await change.audit({
    entity: of.kind,
    entityId: row.id,
    summary: `撤销“${step.label}”（${step.summary}）`,
    detail: { undone: step.label, backTo: step.sequenceBefore },
  });
  const sequence = await lastSequence(change.read, of.kind, row.id);
  await change.tx
    .updateTable('undoStep')
    .set({ undoneAt: change.at, ...change.stampChanged(step.rowVersion) })
    .where('id', '=', step.id)
    .execute();
  // The step before it stands again as the last one.
  await change.tx
    .updateTable('undoStep')
    .set({ sequence, version: rowVersion, updatedAt: change.at, updatedBy: change.actor.id })
    .where('entity', '=', of.kind)
    .where('entityId', '=', row.id)
    .where('undoneAt', 'is', null)
    .where('sequence', '=', step.sequenceBefore)
    .where('version', '=', step.versionBefore)
    .execute();
  const { state } = await of.read(change.read, row.id);
  return { rowVersion, state, label: step.label };
}

async function lastSequence(read: Reader, kind: Owner['kind'], id: string): Promise<number> {
  const { sequence } = await read
    .selectFrom('auditEvent')
    .select(({ fn }) => fn.max('sequence').as('sequence'))
    .where('entity', '=', kind)
    .where('entityId', '=', id)
    .executeTakeFirstOrThrow();
  return sequence ?? 0;
}

/** Undoing for one kind of item. */
export function undoOf<Row extends ItemRow, State extends string>(of: UndoKind<Row, State>) {
  const before = (read: Reader, row: Row) => beforeStep(read, of.kind, row);
  const record = (change: Change, was: Before, step: Step) => recordStep(of, change, was, step);
  return {
    beforeStep: before,
    recordStep: record,
    /** 修改 of what was written down is a step like any other. */
    withEditStep: async (
      change: Change,
      id: string,
      save: () => Promise<{ rowVersion: number }>,
    ): Promise<{ rowVersion: number }> => {
      const { row } = await of.read(change.read, id);
      const was = await before(change.read, row);
      const saved = await save();
      if (saved.rowVersion !== row.rowVersion) await record(change, was, { action: 'edit', label: '修改' });
      return saved;
    },
    /** What the detail of an item says of its last step; null when it is not for `actorId` to take back. */
    offered: async (read: Reader, row: Row, actorId: string | undefined): Promise<OfferedUndo | null> => {
      const undo = actorId === undefined ? '' : await findUndo(of, read, row, actorId);
      return typeof undo === 'string'
        ? null
        : { label: undo.label, summary: undo.summary, at: undo.createdAt };
    },
    undoLast: (change: Change, target: { readonly id: string; readonly rowVersion: number }) =>
      undoLast(of, change, target),
  };
}

interface OfferedUndo {
  readonly label: string;
  readonly summary: string;
  /** Epoch ms. */
  readonly at: number;
}
