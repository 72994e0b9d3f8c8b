import { HOLIDAYS } from './holidays-data.ts';

/**
 * Workdays by the holiday table. The arrangement of a year is published late in the year before; a year without it is
 * said, with the days of an estimate by Monday to Friday beside it, and never guessed silently. Dates are `YYYY-MM-DD`.
 */

/** A day that differs from Monday to Friday: the office's own rows and corrections beside the published ones. */
export interface DayOverride {
  readonly on: string;
  readonly workday: boolean;
  /** 例：春节。 */
  readonly name: string;
}

export interface WorkCalendar {
  /** True, false, or `unknown` for a day of a year whose arrangement is not known. */
  readonly isWorkday: (on: string) => boolean | 'unknown';
  /** Name of the holiday or of the one a working day makes up for; undefined on ordinary days. */
  readonly nameOf: (on: string) => string | undefined;
  readonly hasYear: (year: number) => boolean;
}

/**
 * @param overrides rows of the office; they win over the published ones
 * @param ownYears years the office declares complete by its own rows; the published ones do not count in them
 */
export function createCalendar(
  overrides: readonly DayOverride[] = [],
  ownYears: readonly number[] = [],
): WorkCalendar {
  const days = new Map<string, { workday: boolean; name: string }>();
  for (const [year, { holidays, workdays }] of Object.entries(HOLIDAYS)) {
    if (ownYears.includes(Number(year))) continue;
    for (const [list, workday] of [
      [holidays, false],
      [workdays, true],
    ] as const) {
      for (const entry of list.split(',').filter((entry) => entry !== ''))
        days.set(`${year}-${entry.slice(0, 5)}`, { workday, name: entry.slice(6) });
    }
  }
  for (const { on, workday, name } of overrides) days.set(on, { workday, name });
  const known = new Set([...Object.keys(HOLIDAYS).map(Number), ...ownYears]);
  return {
    isWorkday: (on) =>
      days.get(on)?.workday ?? (known.has(yearOf(on)) ? isMondayToFriday(on) : ('unknown' as const)),
    nameOf: (on) => days.get(on)?.name,
    hasYear: (year) => known.has(year),
  };
}

/** An answer of the calendar. Without the table of a year, `value` is an estimate by Monday to Friday. */
export interface Reckoned<T> {
  readonly value: T;
  /** Years passed through whose arrangement is not known; empty when the answer is certain. */
  readonly unknownYears: readonly number[];
}

/** More than lies between any two dates the program takes (1949 to 2100); nothing is counted for ever. Calendar days. */
const FARTHEST = 56_000;

/** The day `count` workdays after `start`; the day of receipt itself does not count (民法典第二百零一条). */
export function addWorkdays(calendar: WorkCalendar, start: string, count: number): Reckoned<string> {
  if (!Number.isInteger(count) || count < 0 || count > FARTHEST / 2)
    throw new RangeError(`workdays ${count}`);
  const unknown = new Set<number>();
  let on = start;
  for (let left = count; left > 0;) {
    on = nextDay(on, 1);
    if (countsAsWorkday(calendar, on, unknown)) left -= 1;
  }
  return { value: on, unknownYears: [...unknown] };
}

/** Workdays after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workdaysBetween(calendar: WorkCalendar, from: string, to: string): Reckoned<number> {
  if (to < from) {
    const back = workdaysBetween(calendar, to, from);
    return { value: back.value === 0 ? 0 : -back.value, unknownYears: back.unknownYears };
  }
  const unknown = new Set<number>();
  let value = 0;
  let steps = 0;
  for (let on = from; on < to;) {
    on = nextDay(on, 1);
    steps += 1;
    if (steps > FARTHEST) throw new RangeError(`${from} to ${to}`);
    if (countsAsWorkday(calendar, on, unknown)) value += 1;
  }
  return { value, unknownYears: [...unknown] };
}

function countsAsWorkday(calendar: WorkCalendar, on: string, unknown: Set<number>): boolean {
  const workday = calendar.isWorkday(on);
  if (workday !== 'unknown') return workday;
  unknown.add(yearOf(on));
  return isMondayToFriday(on);
}

/** What must be shown in red beside every date reckoned through such years; undefined when all are known. */
export function unknownYearsWarning(years: readonly number[]): string | undefined {
  if (years.length === 0) return undefined;
  return `没有${years.join('、')}年的放假安排，期限按周一至周五估算。请在国务院办公厅公布后补充节假日表。`;
}

export const LIGHTS = {
  none: { word: '未定时限', shape: 'none' },
  normal: { word: '正常', shape: 'circle' },
  soon: { word: '临近', shape: 'triangle' },
  today: { word: '今日到期', shape: 'diamond' },
  overdue: { word: '逾期', shape: 'square' },
  suspended: { word: '挂起', shape: 'pause' },
  closed: { word: '已办结', shape: 'check' },
} as const satisfies Record<string, { readonly word: string; readonly shape: string }>;
export type Light = keyof typeof LIGHTS;

/** 临近: so many workdays are left, or fewer (the office may set another number). */
export const SOON_WORKDAYS = 3;

/** The light of a deadline with the workdays left (negative: overdue since). Colour is never all: word and shape too. */
export function deadlineLight(
  calendar: WorkCalendar,
  today: string,
  dueOn: string | null,
  soonWorkdays: number = SOON_WORKDAYS,
): Reckoned<{ readonly light: Light; readonly workdaysLeft: number | null }> {
  if (dueOn === null) return { value: { light: 'none', workdaysLeft: null }, unknownYears: [] };
  const { value: workdaysLeft, unknownYears } = workdaysBetween(calendar, today, dueOn);
  return { value: { light: lightOf(today, dueOn, workdaysLeft, soonWorkdays), workdaysLeft }, unknownYears };
}

function lightOf(today: string, dueOn: string, left: number, soonWorkdays: number): Light {
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return left <= soonWorkdays ? 'soon' : 'normal';
}

/** The calendar day `days` after `on` (before it, when negative). @throws RangeError when `on` is no date */
export function nextDay(on: string, days: number): string {
  const at = Date.parse(`${on}T00:00:00Z`);
  return new Date(at + days * 86_400_000).toISOString().slice(0, 10);
}

/** The date of a moment on the clock of this computer; `at` in epoch ms. */
export function dateOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const two = (value: number) => String(value).padStart(2, '0');
const yearOf = (on: string) => Number(on.slice(0, 4));

function isMondayToFriday(on: string): boolean {
  const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}
