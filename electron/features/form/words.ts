import { dateOf } from '../../../shared/domain/workdays.ts';
import { formatChineseDate } from '../../../shared/gongwen/chinese-date.ts';

/** How days, amounts and names are written on forms. */

/** 2026年11月22日; empty for none. */
export function dayInWords(on: string | null): string {
  return formatChineseDate(on ?? '');
}

/** 11月22日, in narrow columns. */
export function shortDay(on: string | null): string {
  const [, month, day] = (on ?? '').split('-');
  return day === undefined ? '' : `${Number(month)}月${Number(day)}日`;
}

export const dayOf = (at: number | null): string | null => (at === null ? null : dateOf(at));

/** 3件; empty for none, to be written by hand. */
export const amount = (count: number, unit: string): string => (count === 0 ? '' : `${count}${unit}`);

/** 工程科（张伟）. */
export const withPerson = (department: string, person: string): string =>
  person === '' ? department : `${department}（${person}）`;
