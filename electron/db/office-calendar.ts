import { createCalendar } from '../../shared/domain/workdays.ts';
import type { DayOverride, WorkCalendar } from '../../shared/domain/workdays.ts';
import type { Reader } from './schema.ts';

/** The office's own rows of the holiday table and the years it has declared complete. */
export async function readHolidays(
  read: Reader,
): Promise<{ readonly days: DayOverride[]; readonly years: number[] }> {
  const days = await read
    .selectFrom('holiday')
    .select(['onDate', 'workday', 'name'])
    .where('active', '=', 1)
    .orderBy('onDate')
    .execute();
  const years = await read
    .selectFrom('holidayYear')
    .select('year')
    .where('complete', '=', 1)
    .orderBy('year')
    .execute();
  return {
    days: days.map(({ onDate, workday, name }) => ({ on: onDate, workday: workday === 1, name })),
    years: years.map(({ year }) => year),
  };
}

/** Workdays as this office has them: what every deadline in the main process is reckoned by. */
export async function officeCalendar(read: Reader): Promise<WorkCalendar> {
  const { days, years } = await readHolidays(read);
  return createCalendar(days, years);
}
