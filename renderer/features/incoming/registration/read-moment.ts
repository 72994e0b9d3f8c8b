import { dateOf } from '../../../app/format.ts';
import { readDate } from '../../outgoing/editor/form/read-date.ts';

const WITH_TIME = /^(?:(.*\S)\s+)?(\d{1,2})[:：](\d{2})$/u;
/** A day without a time is taken at noon. */
const NOON = 12;

/**
 * 2026-3-5 9:30, 3-5, 9:30 (today) as epoch ms of this computer's clock.
 * @returns undefined for an empty text (now), null when there is no such moment
 */
export function readMoment(text: string, now: number): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const today = dateOf(now);
  const match = WITH_TIME.exec(typed);
  const day = match === null ? typed : (match[1] ?? today);
  const on = readDate(day, today);
  const [hours, minutes] = match === null ? [NOON, 0] : [Number(match[2]), Number(match[3])];
  if (on === null || hours > 23 || minutes > 59) return null;
  const [year = 0, month = 0, date = 0] = on.split('-').map(Number);
  const at = new Date(year, month - 1, date, hours, minutes).getTime();
  // A day of today without a time must not lie in the future.
  return match === null && on === today ? Math.min(at, now) : at;
}
