import type { IncomingFields } from '../../../shared/features/incoming.ts';
import type { AuditEntry } from '../../db/audit.ts';
import type { Change } from '../../db/transaction.ts';
import {
  changeAssignment,
  changeDeadline,
  checkAssistDue,
  currentAssignment,
  currentAssignments,
  deadlineHints,
  handlingColumns,
  insertAssignment,
  leadAssignment,
} from './assignments.ts';
import type { Assignment, HandlingColumns, Owner } from './assignments.ts';
import { officeCalendar } from '../../db/office-calendar.ts';
import { because, given, refuse } from './refuse.ts';

/** What an action on the 承办 of an item may carry. */
export type HandlingFields = Pick<
  IncomingFields,
  | 'signerName'
  | 'reason'
  | 'leadDepartmentId'
  | 'leadPersonId'
  | 'dueOn'
  | 'assists'
  | 'basis'
  | 'assignmentId'
  | 'departmentId'
  | 'personId'
  | 'approvedBy'
  | 'result'
  | 'forceReason'
>;

/** One action on the 承办 of a 收文 or a 承办件, in its transaction. */
export interface HandlingAct {
  readonly change: Change;
  readonly owner: Owner;
  readonly item: { readonly urgency: string; readonly dueOn: string | null; readonly rejections: number };
  readonly fields: HandlingFields;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface HandlingEffect {
  /** Columns of the item that follow from it. */
  readonly columns?: HandlingColumns;
  readonly result?: string;
  readonly rejections?: number;
  readonly summary: string;
  readonly detail?: AuditEntry['detail'];
  readonly hints?: readonly string[];
}

export const HANDLING_ACTIONS = [
  'assign',
  'assignDirectly',
  'acceptAssignment',
  'report',
  'transfer',
  'addAssist',
  'removeAssist',
  'extend',
  'rejectAssignment',
  'completeHandling',
  'reopen',
] as const;
export type HandlingAction = (typeof HANDLING_ACTIONS)[number];

/** 承办 in its forms: 主办 (exactly one), 会办, 转办, 延期, 退回. */
export const HANDLING: Readonly<Record<HandlingAction, (act: HandlingAct) => Promise<HandlingEffect>>> = {
  assign: (act) => assignAll(act, '分办'),
  assignDirectly: (act) =>
    assignAll(act, `免批直接分办（依据：${given(act.fields.basis)}，${given(act.fields.approvedBy)}批准）`),
  acceptAssignment: async (act) => {
    const assignment = await chosen(act);
    if (assignment.acceptedAt !== null) {
      refuse('assignmentId', `${assignment.departmentName}已由${assignment.acceptedBy}签收，没有改动。`);
    }
    const acceptedBy = given(act.fields.signerName);
    await changeAssignment(act.change, assignment, { acceptedAt: act.change.at, acceptedBy });
    return { summary: `${assignment.departmentName}承办签收（${acceptedBy}）` };
  },
  report: async (act) => {
    const assignment = await chosen(act);
    const result = given(act.fields.result);
    if (assignment.role === 'lead') {
      refuse('assignmentId', '主办单位的结果请用“承办完成”登记，没有改动。');
    }
    await changeAssignment(act.change, assignment, {
      status: 'reported',
      result,
      reportedAt: act.change.at,
    });
    return { summary: `${assignment.departmentName}反馈：${result}` };
  },
  transfer: async (act) => {
    const { change, fields, owner } = act;
    const from = fields.assignmentId === undefined ? await leadOf(act) : await chosen(act);
    const departmentId = given(fields.departmentId);
    if (from.departmentId === departmentId) {
      refuse('departmentId', `“${from.departmentName}”正在承办，不能转给自己，没有改动。`);
    }
    await changeAssignment(change, from, { status: 'transferred', reason: given(fields.reason) });
    const dueOn = fields.dueOn ?? from.dueOn;
    const to = await insertAssignment(change, owner, {
      role: from.role,
      departmentId,
      personId: fields.personId,
      dueOn,
    });
    if (from.role === 'lead') await checkAssistsOf(act, dueOn);
    return {
      columns: await columnsOf(act),
      summary: `转办：${from.departmentName} → ${to}${because(fields.reason)}`,
      detail: { from: from.departmentName, to, dueOn },
      hints: dueOn === null ? [] : await hintsOf(act, dueOn),
    };
  },
  addAssist: async (act) => {
    const { change, fields, owner } = act;
    const lead = await leadOf(act);
    const name = await insertAssignment(change, owner, {
      role: 'assist',
      departmentId: given(fields.departmentId),
      personId: fields.personId,
      dueOn: fields.dueOn ?? lead.dueOn,
    });
    return { columns: await columnsOf(act), summary: `增加会办：${name}${because(fields.reason)}` };
  },
  removeAssist: async (act) => {
    const { change, fields, owner } = act;
    const assignment = await currentAssignment(change.read, owner, given(fields.assignmentId));
    if (assignment.role === 'lead') {
      refuse('assignmentId', '主办单位不能减去，没有改动。要换主办请用“转办”或“退回”。');
    }
    await changeAssignment(change, assignment, { status: 'removed', reason: given(fields.reason) });
    return {
      columns: await columnsOf(act),
      summary: `减少会办：${assignment.departmentName}${because(fields.reason)}`,
    };
  },
  extend: async (act) => {
    const { change, fields } = act;
    const assignment = await chosen(act);
    const dueOn = given(fields.dueOn);
    if (assignment.dueOn !== null && dueOn <= assignment.dueOn) {
      refuse('dueOn', `新时限应晚于现行时限（${assignment.dueOn}），没有改动。`);
    }
    if (assignment.role === 'assist') checkAssistDue(dueOn, (await leadOf(act)).dueOn);
    await changeDeadline(change, assignment, dueOn, given(fields.approvedBy), given(fields.reason));
    return {
      columns: await columnsOf(act),
      summary: `${assignment.departmentName}延期：${assignment.dueOn ?? '未定'} → ${dueOn}（${given(
        fields.approvedBy,
      )}批准）${because(fields.reason)}`,
      detail: { oldDueOn: assignment.dueOn, newDueOn: dueOn },
      hints: await hintsOf(act, dueOn),
    };
  },
  rejectAssignment: async (act) => {
    const { change, fields, item, owner } = act;
    const lead = await leadOf(act);
    const reason = given(fields.reason);
    for (const assignment of await currentAssignments(change.read, owner)) {
      await changeAssignment(change, assignment, {
        status: assignment.role === 'lead' ? 'rejected' : 'removed',
        reason: assignment.role === 'lead' ? reason : `主办${lead.departmentName}退回`,
      });
    }
    const rejections = item.rejections + 1;
    return {
      columns: await columnsOf(act),
      rejections,
      summary: `${lead.departmentName}退回（不属本部门）${because(reason)}`,
      hints:
        rejections >= 2 ? [`这件${KIND_NAMES[owner.kind]}已被退回${rejections}次，请主任协调主办部门。`] : [],
    };
  },
  completeHandling: async (act) => {
    const { change, fields, owner } = act;
    const present = await currentAssignments(change.read, owner);
    const missing = present.filter(({ role, status }) => role === 'assist' && status === 'active');
    const names = missing.map((assist) => assist.departmentName).join('、');
    if (missing.length > 0 && (fields.forceReason ?? '') === '') {
      refuse('forceReason', `会办单位${names}还没有反馈，不能办结，没有改动。确需办结请写明理由。`);
    }
    const lead = await leadOf(act);
    const result = given(fields.result);
    await changeAssignment(change, lead, { status: 'reported', result, reportedAt: change.at });
    const forced = missing.length === 0 ? '' : `（${names}未反馈，理由：${fields.forceReason ?? ''}）`;
    return { result, summary: `承办完成：${result}${forced}` };
  },
  reopen: async (act) => {
    const { change, fields, owner } = act;
    const why = `重启（${given(fields.approvedBy)}批准）${because(fields.reason)}`;
    const lead = (await currentAssignments(change.read, owner)).find(({ role }) => role === 'lead');
    if (lead === undefined) return assignAll(act, why);
    await changeAssignment(change, lead, { status: 'active', reportedAt: null });
    if (fields.dueOn !== undefined && fields.dueOn !== lead.dueOn) {
      const current = { ...lead, rowVersion: lead.rowVersion + 1 };
      await changeDeadline(change, current, fields.dueOn, given(fields.approvedBy), given(fields.reason));
    }
    return { columns: await columnsOf(act), summary: `${why}，${lead.departmentName}续办` };
  },
};

const KIND_NAMES = { incoming: '收文', matter: '承办件' } as const;

/** Gives the item to one 主办 and the 会办. */
async function assignAll(act: HandlingAct, label: string): Promise<HandlingEffect> {
  const { change, fields, owner } = act;
  const { leadDepartmentId, dueOn } = fields;
  if (leadDepartmentId === undefined) return refuse('leadDepartmentId', '请填写主办部门，没有改动。');
  if (dueOn === undefined) return refuse('dueOn', '请填写办理时限，没有改动。');
  const lead = await insertAssignment(change, owner, {
    role: 'lead',
    departmentId: leadDepartmentId,
    personId: fields.leadPersonId,
    dueOn,
  });
  const assists: string[] = [];
  for (const assist of fields.assists ?? []) {
    assists.push(
      await insertAssignment(change, owner, {
        role: 'assist',
        departmentId: assist.departmentId,
        personId: assist.personId,
        dueOn: assist.dueOn ?? dueOn,
      }),
    );
  }
  const others = assists.length === 0 ? '' : `，${assists.join('、')}会办`;
  return {
    columns: await columnsOf(act),
    summary: `${label}：${lead}主办${others}，${dueOn}前办结`,
    hints: await hintsOf(act, dueOn),
  };
}

/** The 承办 the person chose, still at work. */
async function chosen({ change, fields, owner }: HandlingAct): Promise<Assignment> {
  const assignment = await currentAssignment(change.read, owner, given(fields.assignmentId));
  if (assignment.status !== 'active') {
    refuse('assignmentId', `${assignment.departmentName}已反馈结果，没有改动。`);
  }
  return assignment;
}

const leadOf = ({ change, owner }: HandlingAct) => leadAssignment(change.read, owner);
const columnsOf = ({ change, owner, item }: HandlingAct) => handlingColumns(change.read, owner, item.dueOn);

async function hintsOf({ change, item, today }: HandlingAct, dueOn: string): Promise<string[]> {
  return deadlineHints(await officeCalendar(change.read), item, dueOn, today);
}

async function checkAssistsOf({ change, owner }: HandlingAct, leadDueOn: string | null): Promise<void> {
  for (const { role, dueOn } of await currentAssignments(change.read, owner)) {
    if (role === 'assist') checkAssistDue(dueOn, leadDueOn);
  }
}
