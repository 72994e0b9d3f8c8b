import { URGENT } from '../../../shared/domain/flow-incoming.ts';
import { unknownYearsWarning } from '../../../shared/domain/workdays.ts';
import type { WorkCalendar } from '../../../shared/domain/workdays.ts';
import type { AssignmentTable, OwnerKind } from '../../db/incoming-schema.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { countUse } from '../incoming/completion.ts';
import { refuse } from './refuse.ts';

/** 承办 in the file, the same for a 收文 and a 承办件. */

/** What is given to departments to do. */
export interface Owner {
  readonly kind: OwnerKind;
  readonly id: string;
}

export interface Assignment extends AssignmentTable {
  readonly departmentName: string;
}

/** 承办 that count now: at work or reported; 主办 first. */
export async function currentAssignments(read: Reader, owner: Owner): Promise<Assignment[]> {
  const rows = await read
    .selectFrom('assignment')
    .innerJoin('department', 'department.id', 'assignment.departmentId')
    .selectAll('assignment')
    .select('department.name as departmentName')
    .where('assignment.ownerId', '=', owner.id)
    .where('assignment.ownerKind', '=', owner.kind)
    .where('assignment.status', 'in', ['active', 'reported'])
    .orderBy('assignment.role', 'desc')
    .orderBy('assignment.createdAt')
    .orderBy('assignment.id')
    .execute();
  return rows;
}

/** @throws AppError INVALID_INPUT when the item has no such current 承办 */
export async function currentAssignment(read: Reader, owner: Owner, id: string): Promise<Assignment> {
  const found = (await currentAssignments(read, owner)).find((assignment) => assignment.id === id);
  return found ?? refuse('assignmentId', '找不到这个承办单位，它可能已转办或减去，没有改动。请刷新后重试。');
}

export async function leadAssignment(read: Reader, owner: Owner): Promise<Assignment> {
  const lead = (await currentAssignments(read, owner)).find(({ role }) => role === 'lead');
  if (lead === undefined) throw new Error('an item in 承办 has no 主办');
  return lead;
}

export async function departmentName(read: Reader, id: string, field: string): Promise<string> {
  const row = await read.selectFrom('department').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? refuse(field, '找不到这个部门，没有改动。请先在“设置”中添加部门。');
}

export interface NewAssignment {
  readonly role: 'lead' | 'assist';
  readonly departmentId: string;
  readonly personId?: string | undefined;
  readonly dueOn: string | null;
}

/** @throws AppError INVALID_INPUT for an unknown department or person, or one that has the item already */
export async function insertAssignment(
  change: Change,
  owner: Owner,
  assignment: NewAssignment,
): Promise<string> {
  const { role, departmentId, personId, dueOn } = assignment;
  const field = role === 'lead' ? 'leadDepartmentId' : 'assists';
  const name = await departmentName(change.read, departmentId, field);
  const present = await currentAssignments(change.read, owner);
  if (present.some((other) => other.departmentId === departmentId)) {
    refuse(field, `“${name}”已在承办单位中，不能重复交办，没有改动。`);
  }
  if (personId !== undefined) {
    const person = await change.read
      .selectFrom('person')
      .select('id')
      .where('id', '=', personId)
      .executeTakeFirst();
    if (person === undefined) refuse(field, '找不到这个承办人，没有改动。请刷新后重试。');
    await countUse(change, 'person', personId);
  }
  const lead = present.find((other) => other.role === 'lead');
  if (role === 'assist') checkAssistDue(dueOn, lead?.dueOn ?? null);
  await countUse(change, 'department', departmentId);
  await change.tx
    .insertInto('assignment')
    .values({
      ...change.stampNew(),
      ownerKind: owner.kind,
      ownerId: owner.id,
      role,
      departmentId,
      personId: personId ?? null,
      status: 'active',
      originalDueOn: dueOn,
      dueOn,
      acceptedAt: null,
      acceptedBy: '',
      result: '',
      reportedAt: null,
      reason: '',
    })
    .execute();
  return name;
}

/** 会办 must be done before 主办 is due, or 主办 could never close in time. */
export function checkAssistDue(dueOn: string | null, leadDueOn: string | null): void {
  if (dueOn !== null && leadDueOn !== null && dueOn > leadDueOn) {
    refuse('dueOn', `会办时限不能晚于主办时限（${leadDueOn}），没有改动。`);
  }
}

export async function changeAssignment(
  change: Change,
  assignment: Pick<AssignmentTable, 'id' | 'rowVersion'>,
  values: Partial<
    Pick<
      AssignmentTable,
      'status' | 'dueOn' | 'acceptedAt' | 'acceptedBy' | 'result' | 'reportedAt' | 'reason'
    >
  >,
): Promise<void> {
  await change.tx
    .updateTable('assignment')
    .set({ ...values, ...change.stampChanged(assignment.rowVersion) })
    .where('id', '=', assignment.id)
    .execute();
}

/** Sets a new deadline; the old one is kept in a row of its own. */
export async function changeDeadline(
  change: Change,
  assignment: Pick<AssignmentTable, 'id' | 'rowVersion' | 'dueOn'>,
  newDueOn: string,
  approvedBy: string,
  reason: string,
): Promise<void> {
  await change.tx
    .insertInto('deadlineChange')
    .values({
      ...change.stampNew(),
      assignmentId: assignment.id,
      oldDueOn: assignment.dueOn,
      newDueOn,
      approvedBy,
      reason,
    })
    .execute();
  await changeAssignment(change, assignment, { dueOn: newDueOn });
}

/** Columns of the item that tell who has it. */
export interface HandlingColumns {
  readonly leadDepartmentId: string | null;
  readonly leadName: string;
  readonly assistNames: string;
  readonly dueOn: string | null;
}

/** These columns after the 承办 have changed; without 主办 the item keeps `dueOn`. */
export async function handlingColumns(
  read: Reader,
  owner: Owner,
  dueOn: string | null,
): Promise<HandlingColumns> {
  const present = await currentAssignments(read, owner);
  const lead = present.find(({ role }) => role === 'lead');
  return {
    leadDepartmentId: lead?.departmentId ?? null,
    leadName: lead?.departmentName ?? '',
    assistNames: present
      .filter(({ role }) => role === 'assist')
      .map((assist) => assist.departmentName)
      .join('、'),
    dueOn: lead?.dueOn ?? dueOn,
  };
}

/** An urgent paper must have a deadline (条例第二十四条（四）), and what is odd about a deadline is said. */
export function deadlineHints(
  calendar: WorkCalendar,
  item: { readonly urgency: string; readonly dueOn: string | null },
  dueOn: string,
  today: string,
): string[] {
  const hints: string[] = [];
  const workday = calendar.isWorkday(dueOn);
  if (workday === false)
    hints.push(`时限${dueOn}是${calendar.nameOf(dueOn) ?? '双休日'}，不是工作日，请核对。`);
  if (workday === 'unknown') hints.push(unknownYearsWarning([Number(dueOn.slice(0, 4))]) ?? '');
  if (dueOn < today) hints.push(`时限${dueOn}已过，请核对。`);
  if (URGENT.includes(item.urgency) && item.dueOn !== null && dueOn > item.dueOn) {
    hints.push(`来文是${item.urgency}件，要求${item.dueOn}前办理，所定时限晚于来文要求。`);
  }
  return hints;
}
