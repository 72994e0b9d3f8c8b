import { readHanNumber } from './numbering.ts';

/** Dates of documents: `YYYY-MM-DD` inside, 2026年3月5日 on paper (GB/T 9704-2012 7.3.5.4). */

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month (1–12) in the Gregorian calendar; 0 for no month. */
export function daysInMonth(year: number, month: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (DAYS[month - 1] ?? 0) + (leap ? 1 : 0);
}

/**
 * `2026-03-05` → `2026年3月5日`: Arabic numerals without leading zeros (GB/T 9704-2012 7.3.5.4). Other texts come back
 * unchanged.
 */
export function formatChineseDate(isoDate: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(isoDate);
  if (match === null) return isoDate;
  return `${match[1]}年${Number(match[2])}月${Number(match[3])}日`;
}

function toIso(year: number, month: number, day: number): string | undefined {
  if (year < 1949 || year > 9999 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const HAN_DIGITS = '〇一二三四五六七八九';

function readHanDigits(text: string): number {
  const digits = Array.from(text.replaceAll(/[零○]/gu, '〇'), (char) => HAN_DIGITS.indexOf(char));
  return Number(digits.join(''));
}

/**
 * Reads a date as typed: `2026年3月5日`, `2026.3.5`, `2026-03-05`, `2026/3/5`, `20260305`,
 * `二〇二六年三月五日`, and `3月5日` or `3.5` in the given year.
 * @param year for dates typed without one.
 * @returns `YYYY-MM-DD`, or undefined when it is no real date.
 */
export function parseChineseDate(typed: string, year?: number): string | undefined {
  const text = typed
    .normalize('NFKC')
    .replaceAll(/\s+/gu, '')
    .replace(/日?印发$|[日号]$/u, '');
  const han =
    /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})$/u.exec(
      text,
    );
  if (han !== null)
    return toIso(readHanDigits(han[1] ?? ''), readHanNumber(han[2] ?? ''), readHanNumber(han[3] ?? ''));
  const full =
    /^(\d{4})[年.\-/](\d{1,2})[月.\-/](\d{1,2})$/u.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (full !== null) return toIso(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})[月.\-/](\d{1,2})$/u.exec(text);
  if (short !== null && year !== undefined) return toIso(year, Number(short[1]), Number(short[2]));
  return undefined;
}
