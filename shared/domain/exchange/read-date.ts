import { daysInMonth, parseChineseDate } from '../../gongwen/chinese-date.ts';
import { cellText } from './cell.ts';
import type { Cell } from './cell.ts';
import { change, fault, warning } from './reading.ts';
import type { Mark, ReadContext, Reading } from './reading.ts';

/** Dates as ledgers hold them: real ones, day numbers, and texts in every form people type. */

const DAY = 86_400_000;
/** Day numbers between these are dates of 1954 to 2119; others are counts that slipped into the column. */
const DAY_NUMBERS = { from: 20_000, to: 80_000 } as const;
const DAYS_TO_1970 = 25_569;
const DAYS_TO_1904 = 1462;
const EARLIEST = '1949-10-01';
const LATEST = '2099-12-31';

interface FoundMoment {
  /** `YYYY-MM-DDTHH:mm`. */
  readonly at: string;
  readonly marks: readonly Mark[];
}

/** A day with, where it was written, the time: `YYYY-MM-DDTHH:mm`; midnight where it was not. */
export function readMoment(cell: Cell, context: ReadContext): Reading<string | null> {
  if (cell === null) return { value: null, marks: [] };
  const found = findMoment(cell, context);
  if (found === undefined) {
    const message = `“${cellText(cell)}”不是日期，请按 2025-03-05 填写。`;
    return { value: null, marks: [fault('notADate', message)] };
  }
  const on = found.at.slice(0, 10);
  if (on < EARLIEST || on > LATEST) {
    return { value: null, marks: [fault('notADate', `${on} 不在可能的年份内，请核对。`)] };
  }
  const late = on > context.today ? [warning('futureDate', `${on} 在今天以后，请核对。`)] : [];
  return { value: found.at, marks: [...found.marks, ...late] };
}

/** A day: `YYYY-MM-DD`. A deadline may lie in the future. */
export function readDay(cell: Cell, context: ReadContext): Reading<string | null> {
  const { value, marks } = readMoment(cell, { ...context, today: LATEST });
  return { value: value?.slice(0, 10) ?? null, marks };
}

/** `2025-03-05`, with the time where there is one. */
export function showMoment(value: string | null): string {
  if (value === null) return '';
  return value.endsWith('T00:00') ? value.slice(0, 10) : value.replace('T', ' ');
}

function findMoment(cell: Exclude<Cell, null>, context: ReadContext): FoundMoment | undefined {
  if (typeof cell === 'object') return { at: cell.at.slice(0, 16), marks: [] };
  if (typeof cell === 'number') return fromNumber(cell, context);
  return fromText(cell, context);
}

function fromNumber(value: number, context: ReadContext): FoundMoment | undefined {
  if (value >= DAY_NUMBERS.from && value <= DAY_NUMBERS.to) return fromDayNumber(value, context);
  const text = String(value);
  if (/^\d{8}$/u.test(text)) return fromText(text, context);
  const parts = /^(\d{1,2})\.(\d{1,2})$/u.exec(text);
  // Typed as 3.10, kept as the number 3.1: 1月 or 10月 cannot be told any more.
  if (parts === null || /^[123]$/u.test(parts[2] ?? '')) return undefined;
  return fromText(text, context);
}

function fromDayNumber(value: number, { from1904 }: ReadContext): FoundMoment {
  const days = value + (from1904 ? DAYS_TO_1904 : 0) - DAYS_TO_1970;
  const at = new Date(Math.round((days * DAY) / 60_000) * 60_000).toISOString().slice(0, 16);
  return { at, marks: [change('dateForm', `日期序号 ${value} → ${showMoment(at)}`)] };
}

/** 上午、下午, hour, minute after a date: 14:30, 14时30分, 下午2:30, 9点. */
const TIME = /(上午|下午|晚上?)?(\d{1,2})(?::|时|点)(\d{1,2})?(?::\d{1,2})?(?:分)?(?:\d{1,2}秒)?$/u;

function fromText(typed: string, context: ReadContext): FoundMoment | undefined {
  const folded = typed.normalize('NFKC').trim().replaceAll('。', '.').replaceAll(/[、,]/gu, '.');
  const serial = /^\d{5}(?:\.\d+)?$/u.exec(folded);
  if (serial !== null) {
    const value = Number(folded);
    return value >= DAY_NUMBERS.from && value <= DAY_NUMBERS.to ? fromDayNumber(value, context) : undefined;
  }
  const time = TIME.exec(folded);
  const clock = time === null ? '00:00' : clockOf(time);
  if (clock === undefined) return undefined;
  // 2025-03-05T08:30 and a weekday in brackets are of machines and of careful people.
  const day = (time === null ? folded : folded.slice(0, time.index))
    .replace(/T$/u, '')
    .replace(/[([]?(?:星期|周)[一二三四五六日天][)\]]?/u, '')
    .trim()
    .replace(/\.$/u, '');
  const read = dayOf(day, context);
  if (read === undefined) return undefined;
  const at = `${read.on}T${clock}`;
  const form =
    showMoment(at) === typed.trim() ? [] : [change('dateForm', `${typed.trim()} → ${showMoment(at)}`)];
  return { at, marks: read.marks.length > 0 ? read.marks : form };
}

function dayOf(day: string, context: ReadContext): { on: string; marks: Mark[] } | undefined {
  const full = parseChineseDate(day);
  if (full !== undefined) return { on: full, marks: [] };
  const short = /^(\d{2})[年.\-/](\d{1,2})[月.\-/](\d{1,2})[日号]?$/u.exec(day);
  if (short !== null) {
    const on = parseChineseDate(`20${short[1]}-${short[2]}-${short[3]}`);
    if (on === undefined) return undefined;
    return { on, marks: [warning('shortYear', `${day} 只写了两位年份，读作 ${on}，请核对。`)] };
  }
  const without = /^(\d{1,2})[月.\-/](\d{1,2})[日号]?$/u.exec(day);
  const [, month, date] = without ?? [];
  // 13.45 is no day of any year.
  if (without === null || Number(date) > daysInMonth(2024, Number(month))) return undefined;
  if (context.year === null) return undefined;
  const on = parseChineseDate(day, context.year);
  if (on === undefined) return undefined;
  return { on, marks: [warning('yearAdded', `${day} 没有年份，按${context.year}年读作 ${on}，请核对。`)] };
}

function clockOf([, half, hours, minutes]: RegExpExecArray): string | undefined {
  const hour = Number(hours) + (half !== undefined && half !== '上午' && Number(hours) < 12 ? 12 : 0);
  const minute = Number(minutes ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
