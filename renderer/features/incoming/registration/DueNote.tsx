import { URGENT } from '../../../../shared/domain/flow-incoming.ts';
import { unknownYearsWarning } from '../../../../shared/domain/workdays.ts';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';
import { weekdayOf } from '../../../app/format.ts';
import { dueWords } from '../../../ui/DueLight.tsx';
import { readDue } from './read-due.ts';
import { WRONG_DUE } from './registration.ts';
import type { Registration } from './registration.ts';
import type { DeadlineProposal } from './use-deadline-proposal.ts';

interface DueNoteProps {
  readonly values: Pick<Registration, 'dueOn' | 'urgency'>;
  readonly calendar: WorkCalendar;
  readonly today: string;
  readonly proposal: DeadlineProposal | null;
}

/** What was understood of a deadline and how far off it is; of an empty one, what the office's rule proposes. */
export function DueNote({ values, calendar, today, proposal }: DueNoteProps) {
  if (proposal !== null) {
    return `建议 ${proposal.on}（本单位规定：${values.urgency}${proposal.workdays}个工作日），↓ 采用`;
  }
  if (values.dueOn.trim() === '') {
    if (!URGENT.includes(values.urgency)) return null;
    return <span className="gwt-note-warn">{values.urgency}件应明确办理时限</span>;
  }
  const due = readDue(values.dueOn, today, calendar);
  if (due === null) return <span className="gwt-note-warn">{WRONG_DUE}</span>;
  const warning = unknownYearsWarning(due.unknownYears);
  const holiday = calendar.isWorkday(due.on) === false ? `，${calendar.nameOf(due.on) ?? '双休日'}` : '';
  return (
    <>
      {due.on} {weekdayOf(due.on)}
      {holiday}，{dueWords(calendar, today, due.on)}
      {warning === undefined ? null : <span className="gwt-reg-fault">{warning}</span>}
    </>
  );
}
