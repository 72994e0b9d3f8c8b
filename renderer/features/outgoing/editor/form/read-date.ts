/** Dates as people type them -> `YYYY-MM-DD`. */

const PATTERNS: readonly RegExp[] = [
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
];
const WITHOUT_YEAR = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/u;

function isoOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** 2026-3-5, 2026.3.5, 20260305, 2026年3月5日, 3-5 (this year), 今天; null when it is no real date. */
export function readDate(text: string, today: string): string | null {
  const typed = text.trim();
  if (typed === '今天') return today;
  for (const pattern of PATTERNS) {
    const match = pattern.exec(typed);
    if (match !== null) return isoOf(Number(match[1]), Number(match[2]), Number(match[3]));
  }
  const short = WITHOUT_YEAR.exec(typed);
  return short === null ? null : isoOf(Number(today.slice(0, 4)), Number(short[1]), Number(short[2]));
}
