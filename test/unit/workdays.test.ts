import { describe, expect, it } from 'vitest';
import {
  addWorkdays,
  createCalendar,
  deadlineLight,
  LIGHTS,
  unknownYearsWarning,
  workdaysBetween,
} from '../../shared/domain/workdays.ts';

const calendar = createCalendar();

describe('the published days', () => {
  it.each([
    // 国办发明电〔2024〕12号: 2025年部分节假日安排。
    ['2025-01-01', false, '元旦'],
    ['2025-01-26', true, '春节'],
    ['2025-01-28', false, '春节'],
    ['2025-02-04', false, '春节'],
    ['2025-02-08', true, '春节'],
    ['2025-04-27', true, '劳动节'],
    ['2025-05-05', false, '劳动节'],
    ['2025-09-28', true, '国庆节'],
    ['2025-10-08', false, '国庆节'],
    ['2025-10-11', true, '国庆节'],
    // 2026年。
    ['2026-01-02', false, '元旦'],
    ['2026-01-04', true, '元旦'],
    ['2026-02-14', true, '春节'],
    ['2026-02-23', false, '春节'],
    ['2026-02-28', true, '春节'],
    ['2024-02-04', true, '春节'],
    ['2024-02-10', false, '春节'],
    ['2026-03-05', true, undefined],
    ['2026-03-07', false, undefined],
  ])('%s', (on, workday, name) => {
    expect(calendar.isWorkday(on)).toBe(workday);
    if (name === undefined) expect(calendar.nameOf(on)).toBeUndefined();
    else expect(calendar.nameOf(on)).toContain(name);
  });

  it.each(['2003-12-31', '2027-01-01', '2027-03-02'])('%s: the year is not known', (on) => {
    expect(calendar.isWorkday(on)).toBe('unknown');
  });

  it('covers 2004 to 2026 and no further', () => {
    const years = Array.from({ length: 40 }, (_, index) => 2000 + index);
    const expected = Array.from({ length: 23 }, (_, index) => 2004 + index);
    expect(years.filter((year) => calendar.hasYear(year))).toEqual(expected);
  });

  it("lets the office's own rows win and complete a year", () => {
    const own = createCalendar([{ on: '2027-02-06', workday: false, name: '春节' }], [2027]);
    expect(own.isWorkday('2027-02-06')).toBe(false);
    expect(own.isWorkday('2027-02-05')).toBe(true);
    const only = createCalendar([{ on: '2027-01-01', workday: false, name: '元旦' }]);
    expect(only.isWorkday('2027-01-01')).toBe(false);
    expect(only.isWorkday('2027-01-04')).toBe('unknown');
    const local = createCalendar([{ on: '2026-03-05', workday: false, name: '停电' }]);
    expect(local.isWorkday('2026-03-05')).toBe(false);
  });
});

describe('addWorkdays', () => {
  it.each([
    ['2026-03-05', 0, '2026-03-05'],
    ['2026-03-05', 1, '2026-03-06'],
    ['2026-03-06', 1, '2026-03-09'],
    // Over the 春节 of 2026: 14th worked, 15th to 23rd off.
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2026-02-13', 6, '2026-02-28'],
    // Over the 国庆 of 2025: 28th September worked, 1st to 8th October off, 11th worked.
    ['2025-09-26', 1, '2025-09-28'],
    ['2025-09-30', 1, '2025-10-09'],
    ['2025-09-30', 3, '2025-10-11'],
  ])('%s + %i', (start, count, due) => {
    expect(addWorkdays(calendar, start, count)).toEqual({ value: due, unknownYears: [] });
  });

  it('says which years are estimated', () => {
    expect(addWorkdays(calendar, '2026-12-30', 3)).toEqual({ value: '2027-01-04', unknownYears: [2027] });
    expect(unknownYearsWarning([2027])).toContain('没有2027年的放假安排');
    expect(unknownYearsWarning([])).toBeUndefined();
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d workdays', (count) => {
    expect(() => addWorkdays(calendar, '2026-03-05', count)).toThrow(RangeError);
  });
});

describe('workdaysBetween', () => {
  it.each([
    ['2026-03-05', '2026-03-05', 0],
    ['2026-03-05', '2026-03-06', 1],
    ['2026-03-06', '2026-03-08', 0],
    ['2026-02-13', '2026-02-24', 2],
    ['2026-02-24', '2026-02-13', -2],
  ])('%s to %s', (from, to, count) => {
    expect(workdaysBetween(calendar, from, to)).toEqual({ value: count, unknownYears: [] });
  });

  it('undoes addWorkdays on every day of 2025 and 2026', () => {
    for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2026, 10, 1); at += 86_400_000) {
      const on = new Date(at).toISOString().slice(0, 10);
      const due = addWorkdays(calendar, on, 10).value;
      expect(calendar.isWorkday(due)).toBe(true);
      expect(workdaysBetween(calendar, on, due).value).toBe(10);
    }
  });

  it('reckons with any date the program takes, however mistyped', () => {
    expect(workdaysBetween(calendar, '1949-10-01', '2099-12-31').value).toBeGreaterThan(38_000);
    expect(deadlineLight(calendar, '2026-11-22', '2099-12-01').value.light).toBe('normal');
    expect(deadlineLight(calendar, '2026-11-22', '1949-10-01').value.light).toBe('overdue');
  });

  it('does not count for ever on a mistyped date', () => {
    expect(() => workdaysBetween(calendar, '2026-01-01', '9999-01-01')).toThrow(RangeError);
  });
});

describe('deadlineLight', () => {
  it.each([
    [null, 'none', null],
    ['2026-03-04', 'overdue', -1],
    ['2026-03-05', 'today', 0],
    ['2026-03-06', 'soon', 1],
    ['2026-03-10', 'soon', 3],
    ['2026-03-11', 'normal', 4],
  ] as const)('due %s on 2026-03-05', (dueOn, light, workdaysLeft) => {
    expect(deadlineLight(calendar, '2026-03-05', dueOn)).toEqual({
      value: { light, workdaysLeft },
      unknownYears: [],
    });
  });

  it('is overdue after a deadline on a day off, though no workday has passed', () => {
    expect(deadlineLight(calendar, '2026-03-08', '2026-03-07').value).toEqual({
      light: 'overdue',
      workdaysLeft: 0,
    });
  });

  it('tells lights apart by word and shape, not by colour only', () => {
    const shown = Object.values(LIGHTS);
    expect(new Set(shown.map(({ word }) => word)).size).toBe(shown.length);
    expect(new Set(shown.map(({ shape }) => shape)).size).toBe(shown.length);
  });
});
