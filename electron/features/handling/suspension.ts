import {
  addWorkdays,
  dateOf,
  unknownYearsWarning,
  workdaysBetween,
} from '../../../shared/domain/workdays.ts';
import type { Change } from '../../db/transaction.ts';
import { changeDeadline, currentAssignments } from './assignments.ts';
import type { Owner } from './assignments.ts';
import { officeCalendar } from '../../db/office-calendar.ts';

/**
 * The time of suspension does not count: deadlines move by as many workdays, the old ones are kept.
 * @returns what must be said in red when a year without holiday table was passed through
 */
export async function shiftDeadlines(
  change: Change,
  owner: Owner,
  suspendedAt: number | null,
  today: string,
): Promise<string[]> {
  if (suspendedAt === null) return [];
  const calendar = await officeCalendar(change.read);
  const days = workdaysBetween(calendar, dateOf(suspendedAt), today);
  if (days.value <= 0) return [];
  const unknown = new Set(days.unknownYears);
  for (const assignment of await currentAssignments(change.read, owner)) {
    if (assignment.status !== 'active' || assignment.dueOn === null) continue;
    const due = addWorkdays(calendar, assignment.dueOn, days.value);
    for (const year of due.unknownYears) unknown.add(year);
    await changeDeadline(change, assignment, due.value, change.actor.name, `挂起${days.value}个工作日不计时`);
  }
  const warning = unknownYearsWarning([...unknown]);
  return warning === undefined ? [] : [warning];
}
