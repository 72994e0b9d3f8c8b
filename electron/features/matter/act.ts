import { MATTER_FIELDS, MATTER_STATE_NAMES } from '../../../shared/domain/flow-matter.ts';
import type { MatterAction, MatterRow, MatterState } from '../../../shared/domain/flow-matter.ts';
import { dateOf } from '../../../shared/domain/workdays.ts';
import type { MatterFields } from '../../../shared/features/matter.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { AuditEntry } from '../../db/audit.ts';
import type { Change } from '../../db/transaction.ts';
import { handlingColumns } from '../handling/assignments.ts';
import type { Owner } from '../handling/assignments.ts';
import { HANDLING } from '../handling/effects.ts';
import type { HandlingAction } from '../handling/effects.ts';
import { because, given, refuse } from '../handling/refuse.ts';
import { shiftDeadlines } from '../handling/suspension.ts';
import { insertUrging, urgedAssignment } from '../handling/urging.ts';
import { refuseStateSecret, takeForAction, updateMatter } from './store.ts';
import type { MatterPatch, StoredMatter } from './store.ts';
import { beforeStep, recordStep } from './undo.ts';

/** One action on one item, in its transaction. */
interface Act extends StoredMatter {
  readonly change: Change;
  readonly transition: MatterRow;
  readonly fields: MatterFields;
  readonly today: string;
  readonly owner: Owner;
}

/** What an action does besides leading to the state of its row. */
interface Effect {
  readonly patch?: MatterPatch;
  readonly summary: string;
  readonly detail?: AuditEntry['detail'];
  readonly hints?: readonly string[];
}

/** One entry per action of the table; a missing one does not compile. */
const EFFECTS: Readonly<Record<MatterAction, (act: Act) => Effect | Promise<Effect>>> = {
  // Fields are changed by `matter.save`, which checks the same row of the table.
  edit: () => refuse('action', '修改请用“保存”，没有改动。'),
  assign: async (act) => {
    const effect = await handle(act, 'assign');
    return { ...effect, summary: effect.summary.replace(/^分办/u, '交办') };
  },
  acceptAssignment: (act) => handle(act, 'acceptAssignment'),
  report: (act) => handle(act, 'report'),
  transfer: (act) => handle(act, 'transfer'),
  addAssist: (act) => handle(act, 'addAssist'),
  removeAssist: (act) => handle(act, 'removeAssist'),
  extend: (act) => handle(act, 'extend'),
  rejectAssignment: (act) => handle(act, 'rejectAssignment'),
  completeHandling: (act) => handle(act, 'completeHandling'),
  reopen: (act) => handle(act, 'reopen'),
  urge: async ({ change, fields, owner }) => {
    const { assignmentId, target } = await urgedAssignment(change, owner, fields.assignmentId);
    const level = given(fields.urgeLevel);
    const method = given(fields.urgeMethod);
    await insertUrging(change, owner, { assignmentId, target, level, method, note: fields.reason ?? '' });
    return { summary: `催办${target}（${level}，${method}）${because(fields.reason)}` };
  },
  reply: ({ fields, row }) => ({
    patch: { replyMethod: given(fields.replyMethod), repliedOn: given(fields.repliedOn) },
    summary: `答复${row.orderedBy}（${given(fields.replyMethod)}，${given(fields.repliedOn)}）`,
  }),
  suspend: ({ change, fields, state }) => ({
    patch: { suspendedFrom: state, suspendedAt: change.at },
    summary: `挂起，期间不计时限${because(fields.reason)}`,
  }),
  resume: async ({ change, owner, row, today, transition }) => {
    const hints = await shiftDeadlines(change, owner, row.suspendedAt, today);
    const columns = transition.to === 'handling' ? await handlingColumns(change.read, owner, row.dueOn) : {};
    return {
      patch: { ...columns, suspendedFrom: null, suspendedAt: null },
      summary: `恢复为“${MATTER_STATE_NAMES[transition.to]}”`,
      hints,
    };
  },
  void: ({ fields, row, state }) => ({
    patch: { voidedFrom: state, voidReason: given(fields.reason) },
    summary: `作废 ${row.number}，编号不再使用（${given(fields.approvedBy)}批准）${because(fields.reason)}`,
  }),
  restore: ({ fields, transition }) => ({
    patch: { voidedFrom: null, voidReason: null },
    summary: `撤销作废，恢复为“${MATTER_STATE_NAMES[transition.to]}”（${given(
      fields.approvedBy,
    )}批准）${because(fields.reason)}`,
  }),
};

async function handle({ change, fields, owner, row, today }: Act, action: HandlingAction): Promise<Effect> {
  const effect = await HANDLING[action]({ change, owner, item: row, fields, today });
  const { columns, result, rejections, summary } = effect;
  return {
    patch: {
      ...columns,
      ...(result === undefined ? {} : { result }),
      ...(rejections === undefined ? {} : { rejections }),
    },
    summary,
    ...(effect.detail === undefined ? {} : { detail: effect.detail }),
    ...(effect.hints === undefined ? {} : { hints: effect.hints }),
  };
}

/** Runs one row of the flow table on an item: required fields, effect, state, history, in one transaction. */
export async function runMatterAction(
  change: Change,
  target: { readonly id: string; readonly rowVersion: number },
  action: MatterAction,
  fields: MatterFields,
): Promise<{ rowVersion: number; state: MatterState; hints: string[] }> {
  const taken = await takeForAction(change, target, action);
  refuseStateSecret(fields);
  const owner: Owner = { kind: 'matter', id: target.id };
  const act: Act = { ...taken, change, fields, owner, today: dateOf(change.at) };
  checkRequired(act);
  const before = await beforeStep(change.read, taken.row);
  const effect = await EFFECTS[action](act);
  const { to, label, undo } = taken.transition;
  const rowVersion = await updateMatter(change, taken.row, {
    ...effect.patch,
    state: to,
    closedAt: closedAt(act),
  });
  await change.audit({
    entity: 'matter',
    entityId: target.id,
    summary: effect.summary,
    detail: { action, from: taken.state, to, ...effect.detail },
  });
  if (undo === true) await recordStep(change, before, { action, label });
  return { rowVersion, state: to, hints: [...(effect.hints ?? [])] };
}

/** When it was closed; 作废 and its undoing leave that as it was. */
function closedAt({ change, row, state, transition }: Act): number | null {
  const { to } = transition;
  if (to === 'voided' || state === 'voided') return row.closedAt;
  if (to !== 'closed') return null;
  return state === 'closed' ? row.closedAt : change.at;
}

/** @throws AppError INVALID_INPUT naming every field that is missing */
function checkRequired({ transition, fields }: Act): void {
  const missing = transition.requires.filter((field) => {
    const value: unknown = fields[field];
    return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  });
  if (missing.length === 0) return;
  const names = missing.map((field) => MATTER_FIELDS[field]).join('、');
  throw new AppError('INVALID_INPUT', `“${transition.label}”还缺：${names}。没有改动。`, {
    fields: Object.fromEntries(missing.map((field) => [field, `请填写${MATTER_FIELDS[field]}`])),
  });
}
