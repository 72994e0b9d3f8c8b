import { INCOMING_STATE_NAMES } from '../../../shared/domain/flow-incoming.ts';
import type { IncomingAction } from '../../../shared/domain/flow-incoming.ts';
import { because, given, refuse } from '../handling/refuse.ts';
import { shiftDeadlines } from '../handling/suspension.ts';
import { insertUrging, urgedAssignment } from '../handling/urging.ts';
import type { Act, Effects } from './act.ts';
import { assignmentColumns } from './assignments.ts';
import { readersOf } from './effects-circulation.ts';

type StandingAction = Extract<
  IncomingAction,
  'edit' | 'move' | 'suspend' | 'resume' | 'void' | 'restore' | 'urge'
>;

/** What may be done at nearly any time. */
export const standingEffects: Effects<StandingAction> = {
  // Fields are changed by `incoming.save`, which checks the same row of the table.
  edit: () => refuse('action', '修改请用“保存”，没有改动。'),
  move: ({ fields, row }) => ({
    patch: { location: given(fields.location) },
    summary: `实体去向：${row.location} → ${given(fields.location)}`,
  }),
  suspend: ({ change, fields, state }) => ({
    patch: { suspendedFrom: state, suspendedAt: change.at },
    summary: `挂起，期间不计时限${because(fields.reason)}`,
  }),
  resume: async (act) => {
    const { change, transition, row, today } = act;
    const hints = await shiftDeadlines(change, { kind: 'incoming', id: row.id }, row.suspendedAt, today);
    const columns = await assignmentColumns(change, row);
    return {
      patch: { ...(transition.to === 'handling' ? columns : {}), suspendedFrom: null, suspendedAt: null },
      summary: `恢复为“${INCOMING_STATE_NAMES[transition.to]}”`,
      hints,
    };
  },
  void: ({ fields, row, state }) => ({
    patch: { voidedFrom: state, voidReason: given(fields.reason) },
    summary: `作废${row.number === '' ? '' : ` ${row.number}，收文号不再使用`}（${given(
      fields.approvedBy,
    )}批准）${because(fields.reason)}`,
  }),
  restore: ({ fields, transition }) => ({
    patch: { voidedFrom: null, voidReason: null },
    summary: `撤销作废，恢复为“${INCOMING_STATE_NAMES[transition.to]}”（${given(
      fields.approvedBy,
    )}批准）${because(fields.reason)}`,
  }),
  urge: async (act) => {
    const { change, fields, row } = act;
    const { assignmentId, target } = await urged(act);
    const level = given(fields.urgeLevel);
    const method = given(fields.urgeMethod);
    const owner = { kind: 'incoming', id: row.id } as const;
    await insertUrging(change, owner, { assignmentId, target, level, method, note: fields.reason ?? '' });
    return { summary: `催办${target}（${level}，${method}）${because(fields.reason)}` };
  },
};

/** Whom an urging is for: the chosen 承办 or reader, else 主办 or everybody who has not read. */
async function urged(act: Act): Promise<{ readonly assignmentId: string | null; readonly target: string }> {
  const { change, fields, row, state } = act;
  if (state === 'handling') {
    return urgedAssignment(change, { kind: 'incoming', id: row.id }, fields.assignmentId);
  }
  const waiting = (await readersOf(change, row.id)).filter(({ status }) => status === 'waiting');
  const chosen = waiting.filter(({ id }) => fields.readerId === undefined || id === fields.readerId);
  if (chosen.length === 0) refuse('readerId', '没有还未阅的传阅人，没有催办。');
  return { assignmentId: null, target: chosen.map(({ personName }) => personName).join('、') };
}
