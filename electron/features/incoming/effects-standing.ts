import { INCOMING_STATE_NAMES } from '../../../shared/domain/flow-incoming.ts';
import type { IncomingAction } from '../../../shared/domain/flow-incoming.ts';
import {
  addWorkdays,
  createCalendar,
  dateOf,
  unknownYearsWarning,
  workdaysBetween,
} from '../../../shared/domain/workdays.ts';
import { because, given, refuse } from './act.ts';
import type { Act, Effects } from './act.ts';
import { assignmentColumns, changeDeadline, currentAssignment, currentAssignments } from './assignments.ts';
import { readersOf } from './effects-circulation.ts';
import { leadOf } from './effects-handling.ts';

type StandingAction = Extract<
  IncomingAction,
  'edit' | 'move' | 'suspend' | 'resume' | 'void' | 'restore' | 'urge'
>;

const calendar = createCalendar();

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
    const { transition, row } = act;
    const hints = await shiftDeadlines(act);
    const { location: _location, ...columns } = await assignmentColumns(act.change, row);
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
    const target = await urged(act);
    const level = given(fields.urgeLevel);
    const method = given(fields.urgeMethod);
    await change.tx
      .insertInto('urging')
      .values({
        ...change.stampNew(),
        incomingId: row.id,
        target,
        level,
        method,
        note: fields.reason ?? '',
      })
      .execute();
    return { summary: `催办${target}（${level}，${method}）${because(fields.reason)}` };
  },
};

/** Whom an urging is for: the chosen 承办 or reader, else 主办 or everybody who has not read. */
async function urged(act: Act): Promise<string> {
  const { change, fields, row, state } = act;
  if (state === 'handling') {
    const assignment =
      fields.assignmentId === undefined
        ? await leadOf(act)
        : await currentAssignment(change.read, row.id, fields.assignmentId);
    return assignment.departmentName;
  }
  const waiting = (await readersOf(change, row.id)).filter(({ status }) => status === 'waiting');
  const chosen = waiting.filter(({ id }) => fields.readerId === undefined || id === fields.readerId);
  if (chosen.length === 0) refuse('readerId', '没有还未阅的传阅人，没有催办。');
  return chosen.map(({ personName }) => personName).join('、');
}

/** The time of suspension does not count: deadlines move by as many workdays, the old ones are kept. */
async function shiftDeadlines({ change, row, today }: Act): Promise<string[]> {
  if (row.suspendedAt === null) return [];
  const days = workdaysBetween(calendar, dateOf(row.suspendedAt), today);
  if (days.value <= 0) return [];
  const unknown = new Set(days.unknownYears);
  for (const assignment of await currentAssignments(change.read, row.id)) {
    if (assignment.status !== 'active' || assignment.dueOn === null) continue;
    const due = addWorkdays(calendar, assignment.dueOn, days.value);
    for (const year of due.unknownYears) unknown.add(year);
    await changeDeadline(change, assignment, due.value, change.actor.name, `挂起${days.value}个工作日不计时`);
  }
  const warning = unknownYearsWarning([...unknown]);
  return warning === undefined ? [] : [warning];
}
