import { addWorkdays } from '../../../../shared/domain/workdays.ts';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';
import { readDate } from '../../outgoing/editor/form/read-date.ts';

export interface ReadDue {
  /** `YYYY-MM-DD` */
  readonly on: string;
  /** Years reckoned through whose holidays are not known. */
  readonly unknownYears: readonly number[];
}

const WORKDAYS = /^\+?\s*(\d{1,3})\s*(?:个?工作日|天|日)?$/u;

/** A deadline as typed: a date, or +3 and 3个工作日 counted from today; null when it is neither. */
export function readDue(text: string, today: string, calendar: WorkCalendar): ReadDue | null {
  const typed = text.trim();
  const date = readDate(typed, today);
  if (date !== null) return { on: date, unknownYears: [] };
  const count = WORKDAYS.exec(typed);
  if (count === null) return null;
  const { value, unknownYears } = addWorkdays(calendar, today, Number(count[1]));
  return { on: value, unknownYears };
}
