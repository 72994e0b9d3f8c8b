import { useQuery } from '@tanstack/react-query';
import { addWorkdays } from '../../../../shared/domain/workdays.ts';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';
import { api } from '../../../app/api.ts';
import { procedureQuery } from '../../../app/query.ts';
import type { Registration } from './registration.ts';

export interface DeadlineProposal {
  /** `YYYY-MM-DD` */
  readonly on: string;
  readonly workdays: number;
}

const deadlineRules = () => procedureQuery('directory.deadlineRules', api.directory.deadlineRules, undefined);

/** The deadline by the office's own rule, where it has one and nothing is typed. */
export function useDeadlineProposal(
  values: Pick<Registration, 'dueOn' | 'urgency'>,
  calendar: WorkCalendar,
  today: string,
): DeadlineProposal | null {
  const rules = useQuery(deadlineRules()).data;
  if (rules?.enabled !== true || values.dueOn.trim() !== '') return null;
  const workdays = rules.workdays[values.urgency] ?? null;
  return workdays === null ? null : { on: addWorkdays(calendar, today, workdays).value, workdays };
}
