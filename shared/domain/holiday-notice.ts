import type { DayOverride } from './workdays.ts';
import { nextDay } from './workdays.ts';

/**
 * Reads the yearly notice on holidays (国务院办公厅关于××××年部分节假日安排的通知) as it is published: one sentence a
 * holiday, e.g. 劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。What it says of weekdays and
 * numbers of days is checked against the dates, so that a slip of copying is found before it moves a deadline.
 */

export interface HolidayNotice {
  readonly days: readonly DayOverride[];
  /** In Chinese; empty when everything was understood and agrees. */
  readonly faults: readonly string[];
}

const HOLIDAY_NAMES = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆'] as const;
const ENTRY =
  /([^\s。：:、，（）]{2,4}(?:、[^\s。：:、，（）]{2,4})*)[：:]([^：:]*?)(?=(?:[一二三四五六七八九十]+、)?[^\s。：:、，（）]{2,4}(?:、[^\s。：:、，（）]{2,4})*[：:]|$)/gu;
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（([^）]*)）)?/u;
const SPAN = new RegExp(`${DATE.source}(?:至${DATE.source})?`, 'gu');
const WEEKDAYS = '日一二三四五六';

/** @param year the year the notice is for; dates without a year belong to it */
export function readHolidayNotice(text: string, year: number): HolidayNotice {
  const days = new Map<string, DayOverride>();
  const faults: string[] = [];
  const plain = text
    .normalize('NFKC')
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll(',', '，')
    .replaceAll(/\s+/gu, '');
  for (const [, heading = '', content = ''] of plain.matchAll(ENTRY)) {
    const name = nameOf(heading, year);
    if (name !== undefined) readEntry({ name, content, year, days, faults });
  }
  if (days.size === 0) faults.push('没有读出放假日期。请粘贴通知里“元旦：1月1日……”这样的几段原文。');
  return { days: [...days.values()].toSorted((a, b) => (a.on < b.on ? -1 : 1)), faults };
}

/** 例：“国庆节、中秋节” → 国庆节、中秋节; undefined for a heading that is no holiday. */
function nameOf(heading: string, year: number): string | undefined {
  const name = heading.replace(/^[一二三四五六七八九十]+、/u, '').replace(`${year}年`, '');
  return HOLIDAY_NAMES.some((holiday) => name.includes(holiday)) ? name : undefined;
}

interface Entry {
  readonly name: string;
  readonly content: string;
  readonly year: number;
  readonly days: Map<string, DayOverride>;
  readonly faults: string[];
}

function readEntry({ name, content, year, days, faults }: Entry): void {
  for (const sentence of content.split('。')) {
    const workday = sentence.includes('上班');
    if (!workday && !sentence.includes('放假') && !sentence.includes('补休')) continue;
    const found = readSpans(sentence, name, year, faults);
    const said = /共(\d+)天|放假(\d+)天/u.exec(sentence);
    const count = Number(said?.[1] ?? said?.[2] ?? found.length);
    if (!workday && count !== found.length) {
      faults.push(`${name}：通知写共${count}天，按日期算是${found.length}天，请核对。`);
    }
    for (const on of found) {
      const before = days.get(on);
      if (before !== undefined && before.workday !== workday) {
        faults.push(`${on} 既写放假又写上班，请核对。`);
      }
      days.set(on, { on, workday, name });
    }
  }
  if (![...days.values()].some((day) => day.name === name))
    faults.push(`${name}：没有读出日期，请核对原文。`);
}

/** The days of a sentence; a span counts all of its days. */
function readSpans(sentence: string, name: string, year: number, faults: string[]): string[] {
  const found: string[] = [];
  let month: number | undefined;
  let ofYear = year;
  for (const match of sentence.matchAll(SPAN)) {
    const start = readDate(match.slice(1, 5), ofYear, month);
    const isSpan = match[7] !== undefined;
    const end = isSpan ? readDate(match.slice(5, 9), start?.year ?? ofYear, start?.month) : start;
    if (start === undefined || end === undefined) {
      faults.push(`${name}：“${match[0]}”不是日期，请核对。`);
      continue;
    }
    ({ month } = end);
    ofYear = end.year;
    checkWeekday(start, name, faults);
    if (isSpan) checkWeekday(end, name, faults);
    if (end.on < start.on || nextDay(start.on, 20) < end.on) {
      faults.push(`${name}：“${match[0]}”的起止不对，请核对。`);
      continue;
    }
    for (let { on } = start; on <= end.on; on = nextDay(on, 1)) found.push(on);
  }
  return found;
}

interface ReadDate {
  readonly on: string;
  readonly year: number;
  readonly month: number;
  /** 例：“农历正月初七、周一”. */
  readonly remark: string;
}

/** `parts`: year, month, day and what stands in brackets; what is left out is as in the date before. */
function readDate(
  parts: readonly (string | undefined)[],
  ofYear: number,
  ofMonth: number | undefined,
): ReadDate | undefined {
  const year = Number(parts[0] ?? ofYear);
  const month = Number(parts[1] ?? ofMonth ?? 0);
  const day = Number(parts[2]);
  const at = new Date(Date.UTC(year, month - 1, day));
  if (month === 0 || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined;
  return { on: at.toISOString().slice(0, 10), year, month, remark: parts[3] ?? '' };
}

function checkWeekday({ on, remark }: ReadDate, name: string, faults: string[]): void {
  const said = /(?:周|星期)([日一二三四五六])/u.exec(remark)?.[1];
  const real = WEEKDAYS[new Date(`${on}T00:00:00Z`).getUTCDay()];
  if (said !== undefined && said !== real) {
    faults.push(`${name}：通知写${on}是周${said}，日历上是周${real}，请核对年份和日期。`);
  }
}
