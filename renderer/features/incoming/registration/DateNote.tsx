import { weekdayOf } from '../../../app/format.ts';
import { readDate } from '../../outgoing/editor/form/read-date.ts';
import { WRONG_DATE } from './registration.ts';

/** What was understood of a 成文日期; one that has not come yet is odd. */
export function DateNote({ typed, today }: { readonly typed: string; readonly today: string }) {
  if (typed.trim() === '') return null;
  const on = readDate(typed, today);
  if (on === null) return <span className="gwt-note-warn">{WRONG_DATE}</span>;
  if (on > today) return <span className="gwt-note-warn">{on} 在今天之后，请核对</span>;
  return `${on} ${weekdayOf(on)}`;
}
