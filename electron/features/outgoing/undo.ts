import { z } from 'zod';
import type { OutgoingAction, OutgoingState } from '../../../shared/domain/flow-outgoing.ts';
import { OUTGOING_FLOW } from '../../../shared/domain/flow-outgoing.ts';
import { gongwenDraftSchema } from '../../../shared/gongwen/model.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { OutgoingTable, Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { asState, readOutgoing, readStored, updateOutgoing } from './store.ts';
import type { StoredOutgoing } from './store.ts';

/** Taking the last step back: by the person who took it, while nothing else has happened to the document since. */

/** Steps are kept so long, in ms; afterwards what is done is done. */
const KEPT_MS = 30 * 86_400_000;
const ENTITY = 'outgoing';

const columnsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const changesSchema = z.strictObject({
  state: z.string(),
  voidReason: z.string().nullable(),
  /** The text before the step, where the step changed it. */
  document: z.string().nullable(),
  fact: columnsSchema,
  /** Departments the step asked, and what those asked before it had answered. */
  asked: z.array(z.string()),
  answers: z.array(z.strictObject({ id: z.string(), before: columnsSchema })),
});
type Changes = z.output<typeof changesSchema>;

export interface Before {
  readonly stored: StoredOutgoing;
  readonly countersigns: readonly (object & { readonly id: string })[];
  readonly sequence: number;
}

const readCountersigns = (read: Reader, id: string) =>
  read.selectFrom('countersign').selectAll().where('outgoingId', '=', id).execute();

/** How the document stands before a step; to be handed to `recordStep` after it. */
export async function beforeStep(read: Reader, stored: StoredOutgoing): Promise<Before> {
  const { id } = stored.row;
  return {
    stored,
    countersigns: await readCountersigns(read, id),
    sequence: await lastSequence(read, id),
  };
}

/** Stamps go on, also when content goes back. */
const STAMPS: ReadonlySet<string> = new Set(['rowVersion', 'updatedAt', 'updatedBy']);

function columnsBefore(before: object, after: object): Record<string, string | number | null> {
  const later: Readonly<Record<string, unknown>> = { ...after };
  return columnsSchema.parse(
    Object.fromEntries(
      Object.entries(before).filter(([name, value]) => !STAMPS.has(name) && later[name] !== value),
    ),
  );
}

/** Keeps what a step has changed, when the flow allows to take it back. Call it after the step's audit event. */
export async function recordStep(
  change: Change,
  before: Before,
  step: { readonly action: OutgoingAction; readonly label: string },
): Promise<void> {
  const { row, fact } = before.stored;
  const after = await readStored(change.read, row.id);
  const known = new Map(before.countersigns.map((one) => [one.id, one]));
  const present = await readCountersigns(change.read, row.id);
  const changes: Changes = {
    state: row.state,
    voidReason: row.voidReason,
    document: after.row.document === row.document ? null : row.document,
    fact: columnsBefore(fact, after.fact),
    asked: present.filter(({ id }) => !known.has(id)).map(({ id }) => id),
    answers: present
      .map((one) => ({ id: one.id, before: columnsBefore(known.get(one.id) ?? one, one) }))
      .filter((answer) => Object.keys(answer.before).length > 0),
  };
  await change.tx
    .deleteFrom('undoStep')
    .where('entity', '=', ENTITY)
    .where('createdAt', '<', change.at - KEPT_MS)
    .execute();
  await change.tx
    .insertInto('undoStep')
    .values({
      ...change.stampNew(),
      entity: ENTITY,
      entityId: row.id,
      ...step,
      sequenceBefore: before.sequence,
      sequence: await lastSequence(change.read, row.id),
      versionBefore: row.rowVersion,
      version: after.row.rowVersion,
      changes: JSON.stringify(changes),
      undoneAt: null,
    })
    .execute();
}

interface Undoable {
  readonly id: string;
  readonly rowVersion: number;
  readonly label: string;
  readonly action: string;
  readonly createdAt: number;
  readonly sequenceBefore: number;
  readonly versionBefore: number;
  readonly changes: Changes;
  readonly summary: string;
}

/** The step that `actorId` may take back, or why there is none, as a sentence. */
export async function findUndo(
  read: Reader,
  row: Pick<OutgoingTable, 'id' | 'rowVersion'>,
  actorId: string,
): Promise<Undoable | string> {
  const last = await read
    .selectFrom('auditEvent')
    .select(['sequence', 'summary', 'actorName', 'detail'])
    .where('entity', '=', ENTITY)
    .where('entityId', '=', row.id)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return '没有可以撤销的操作。';
  const step = await read
    .selectFrom('undoStep')
    .selectAll()
    .where('entity', '=', ENTITY)
    .where('entityId', '=', row.id)
    .where('undoneAt', 'is', null)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (step === undefined || step.sequence !== last.sequence || step.version !== row.rowVersion) {
    return whyLasting(last.detail) ?? `上一步（${last.summary}）不能撤销，没有改动。`;
  }
  if (step.createdBy !== actorId) return `上一步是${last.actorName}做的，只能由本人撤销，没有改动。`;
  return { ...step, summary: last.summary, changes: changesSchema.parse(JSON.parse(step.changes)) };
}

/** The flow's own words, where the last thing that happened is a step that lasts. */
function whyLasting(detail: string): string | undefined {
  const { action } = JSON.parse(detail) as { action?: unknown };
  // The column is the same in every row of an action.
  const undo = OUTGOING_FLOW.find((row) => row.action === action)?.undo;
  return typeof undo === 'string' ? undo : undefined;
}

/**
 * Takes the last step back; the undo is a step and an event of its own.
 * @throws AppError CONFLICT when it has changed since the caller read it; NOT_ALLOWED_IN_STATE with the reason
 */
export async function undoLast(
  change: Change,
  target: { readonly id: string; readonly rowVersion: number },
): Promise<{ rowVersion: number; state: OutgoingState; label: string }> {
  const { row, state } = await readOutgoing(change.read, target.id);
  if (row.rowVersion !== target.rowVersion) {
    throw new AppError('CONFLICT', '这件公文已在别处改动，没有撤销。请查看最新内容后再决定。');
  }
  const step = await findUndo(change.read, row, change.actor.id);
  if (typeof step === 'string') throw new AppError('NOT_ALLOWED_IN_STATE', step);
  const { changes, label } = step;
  await putCountersignsBack(change, changes);
  const document =
    changes.document === null ? undefined : gongwenDraftSchema.parse(JSON.parse(changes.document));
  const rowVersion = await updateOutgoing(
    change,
    row,
    { state: changes.state, voidReason: changes.voidReason },
    document,
    // Columns of the same table as they stood.
    changes.fact,
  );
  const back = asState(changes.state);
  await change.tx
    .insertInto('outgoingStep')
    .values({
      ...change.stampNew(),
      outgoingId: row.id,
      action: step.action,
      label: `撤销“${label}”`,
      fromState: state,
      toState: back,
      personName: '',
      opinion: '',
      decidedOn: null,
    })
    .execute();
  await change.audit({
    entity: ENTITY,
    entityId: row.id,
    summary: `撤销“${label}”（${step.summary}）`,
    detail: { undone: label },
  });
  await closeStep(change, row.id, step, rowVersion);
  return { rowVersion, state: back, label };
}

async function putCountersignsBack(change: Change, { asked, answers }: Changes): Promise<void> {
  // Asked a moment ago and not answered: the steps tell that they were asked.
  if (asked.length > 0) await change.tx.deleteFrom('countersign').where('id', 'in', asked).execute();
  for (const { id, before } of answers) {
    await change.tx.updateTable('countersign').set(before).where('id', '=', id).execute();
  }
}

/** The step is undone; the one before it stands again as the last one. */
async function closeStep(change: Change, id: string, step: Undoable, version: number): Promise<void> {
  const sequence = await lastSequence(change.read, id);
  await change.tx
    .updateTable('undoStep')
    .set({ undoneAt: change.at, ...change.stampChanged(step.rowVersion) })
    .where('id', '=', step.id)
    .execute();
  await change.tx
    .updateTable('undoStep')
    .set({ sequence, version, updatedAt: change.at, updatedBy: change.actor.id })
    .where('entity', '=', ENTITY)
    .where('entityId', '=', id)
    .where('undoneAt', 'is', null)
    .where('sequence', '=', step.sequenceBefore)
    .where('version', '=', step.versionBefore)
    .execute();
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
