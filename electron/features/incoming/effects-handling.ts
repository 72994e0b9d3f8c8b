import type { IncomingAction } from '../../../shared/domain/flow-incoming.ts';
import { because, given, refuse } from './act.ts';
import type { Act, Effect, Effects } from './act.ts';
import {
  assignmentColumns,
  changeAssignment,
  changeDeadline,
  checkAssistDue,
  currentAssignment,
  currentAssignments,
  deadlineHints,
  insertAssignment,
  OFFICE,
} from './assignments.ts';
import type { Assignment } from './assignments.ts';

type HandlingAction = Extract<
  IncomingAction,
  | 'assign'
  | 'assignDirectly'
  | 'acceptAssignment'
  | 'report'
  | 'transfer'
  | 'addAssist'
  | 'removeAssist'
  | 'extend'
  | 'rejectAssignment'
  | 'completeHandling'
  | 'reopen'
>;

/** 承办 in its forms: 主办 (exactly one), 会办, 转办, 延期, 退回. */
export const handlingEffects: Effects<HandlingAction> = {
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
    const { change, fields, row, today } = act;
    const from = fields.assignmentId === undefined ? await leadOf(act) : await chosen(act);
    const departmentId = given(fields.departmentId);
    if (from.departmentId === departmentId) {
      refuse('departmentId', `“${from.departmentName}”正在承办，不能转给自己，没有改动。`);
    }
    await changeAssignment(change, from, { status: 'transferred', reason: given(fields.reason) });
    const dueOn = fields.dueOn ?? from.dueOn;
    const to = await insertAssignment(change, row.id, {
      role: from.role,
      departmentId,
      personId: fields.personId,
      dueOn,
    });
    if (from.role === 'lead') await checkAssistsOf(act, dueOn);
    return {
      patch: await assignmentColumns(change, row),
      summary: `转办：${from.departmentName} → ${to}${because(fields.reason)}`,
      detail: { from: from.departmentName, to, dueOn },
      hints: dueOn === null ? [] : deadlineHints(row, dueOn, today),
    };
  },
  addAssist: async (act) => {
    const { change, fields, row } = act;
    const lead = await leadOf(act);
    const name = await insertAssignment(change, row.id, {
      role: 'assist',
      departmentId: given(fields.departmentId),
      personId: fields.personId,
      dueOn: fields.dueOn ?? lead.dueOn,
    });
    return {
      patch: await assignmentColumns(change, row),
      summary: `增加会办：${name}${because(fields.reason)}`,
    };
  },
  removeAssist: async (act) => {
    const { change, fields, row } = act;
    const assignment = await currentAssignment(change.read, row.id, given(fields.assignmentId));
    if (assignment.role === 'lead') {
      refuse('assignmentId', '主办单位不能减去，没有改动。要换主办请用“转办”或“退回”。');
    }
    await changeAssignment(change, assignment, { status: 'removed', reason: given(fields.reason) });
    return {
      patch: await assignmentColumns(change, row),
      summary: `减少会办：${assignment.departmentName}${because(fields.reason)}`,
    };
  },
  extend: async (act) => {
    const { change, fields, row, today } = act;
    const assignment = await chosen(act);
    const dueOn = given(fields.dueOn);
    if (assignment.dueOn !== null && dueOn <= assignment.dueOn) {
      refuse('dueOn', `新时限应晚于现行时限（${assignment.dueOn}），没有改动。`);
    }
    if (assignment.role === 'assist') checkAssistDue(dueOn, (await leadOf(act)).dueOn);
    await changeDeadline(change, assignment, dueOn, given(fields.approvedBy), given(fields.reason));
    return {
      patch: await assignmentColumns(change, row),
      summary: `${assignment.departmentName}延期：${assignment.dueOn ?? '未定'} → ${dueOn}（${given(
        fields.approvedBy,
      )}批准）${because(fields.reason)}`,
      detail: { oldDueOn: assignment.dueOn, newDueOn: dueOn },
      hints: deadlineHints(row, dueOn, today),
    };
  },
  rejectAssignment: async (act) => {
    const { change, fields, row } = act;
    const lead = await leadOf(act);
    const reason = given(fields.reason);
    for (const assignment of await currentAssignments(change.read, row.id)) {
      await changeAssignment(change, assignment, {
        status: assignment.role === 'lead' ? 'rejected' : 'removed',
        reason: assignment.role === 'lead' ? reason : `主办${lead.departmentName}退回`,
      });
    }
    const rejections = row.rejections + 1;
    return {
      patch: { ...(await assignmentColumns(change, row)), rejections, location: OFFICE },
      summary: `${lead.departmentName}退回（不属本部门）${because(reason)}`,
      hints: rejections >= 2 ? [`这件收文已被退回${rejections}次，请主任协调主办部门。`] : [],
    };
  },
  completeHandling: async (act) => {
    const { change, fields, row } = act;
    const present = await currentAssignments(change.read, row.id);
    const missing = present.filter(({ role, status }) => role === 'assist' && status === 'active');
    const names = missing.map((assist) => assist.departmentName).join('、');
    if (missing.length > 0 && (fields.forceReason ?? '') === '') {
      refuse('forceReason', `会办单位${names}还没有反馈，不能办结，没有改动。确需办结请写明理由。`);
    }
    const lead = await leadOf(act);
    const result = given(fields.result);
    await changeAssignment(change, lead, { status: 'reported', result, reportedAt: change.at });
    const forced = missing.length === 0 ? '' : `（${names}未反馈，理由：${fields.forceReason ?? ''}）`;
    return { patch: { result, location: OFFICE }, summary: `承办完成：${result}${forced}` };
  },
  reopen: async (act) => {
    const { change, fields, row } = act;
    const why = `重启（${given(fields.approvedBy)}批准）${because(fields.reason)}`;
    const lead = (await currentAssignments(change.read, row.id)).find(({ role }) => role === 'lead');
    if (lead === undefined) return assignAll(act, why);
    await changeAssignment(change, lead, { status: 'active', reportedAt: null });
    if (fields.dueOn !== undefined && fields.dueOn !== lead.dueOn) {
      const current = { ...lead, rowVersion: lead.rowVersion + 1 };
      await changeDeadline(change, current, fields.dueOn, given(fields.approvedBy), given(fields.reason));
    }
    return { patch: await assignmentColumns(change, row), summary: `${why}，${lead.departmentName}续办` };
  },
};

/** Gives the item to one 主办 and the 会办. */
async function assignAll(act: Act, label: string): Promise<Effect> {
  const { change, fields, row, today } = act;
  const { leadDepartmentId, dueOn } = fields;
  if (leadDepartmentId === undefined) return refuse('leadDepartmentId', '请填写主办部门，没有改动。');
  if (dueOn === undefined) return refuse('dueOn', '请填写办理时限，没有改动。');
  const lead = await insertAssignment(change, row.id, {
    role: 'lead',
    departmentId: leadDepartmentId,
    personId: fields.leadPersonId,
    dueOn,
  });
  const assists: string[] = [];
  for (const assist of fields.assists ?? []) {
    assists.push(
      await insertAssignment(change, row.id, {
        role: 'assist',
        departmentId: assist.departmentId,
        personId: assist.personId,
        dueOn: assist.dueOn ?? dueOn,
      }),
    );
  }
  const others = assists.length === 0 ? '' : `，${assists.join('、')}会办`;
  return {
    patch: await assignmentColumns(change, row),
    summary: `${label}：${lead}主办${others}，${dueOn}前办结`,
    hints: deadlineHints(row, dueOn, today),
  };
}

/** The 承办 the person chose, still at work. */
async function chosen({ change, fields, row }: Act): Promise<Assignment> {
  const assignment = await currentAssignment(change.read, row.id, given(fields.assignmentId));
  if (assignment.status !== 'active') {
    refuse('assignmentId', `${assignment.departmentName}已反馈结果，没有改动。`);
  }
  return assignment;
}

export async function leadOf({ change, row }: Pick<Act, 'change' | 'row'>): Promise<Assignment> {
  const lead = (await currentAssignments(change.read, row.id)).find(({ role }) => role === 'lead');
  if (lead === undefined) throw new Error('an item in 承办 has no 主办');
  return lead;
}

async function checkAssistsOf({ change, row }: Act, leadDueOn: string | null): Promise<void> {
  for (const { role, dueOn } of await currentAssignments(change.read, row.id)) {
    if (role === 'assist') checkAssistDue(dueOn, leadDueOn);
  }
}
