import type { z } from 'zod';
import type { directoryContract, OfficeCalendar } from '../../../shared/features/directory.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { readHolidays } from '../../db/office-calendar.ts';
import type { Change } from '../../db/transaction.ts';

type YearInput = z.output<(typeof directoryContract.saveYear)['input']>;

/**
 * Puts the arrangement of a year in place of the one before. A holiday may begin in the December before, as 元旦 does.
 * @throws AppError INVALID_INPUT for a day of another year or one named twice
 */
export async function saveYear(change: Change, input: YearInput): Promise<OfficeCalendar> {
  const { year, days, complete, source } = input;
  days.forEach(({ on }, index) => {
    const ofYear = Number(on.slice(0, 4));
    if (ofYear !== year && !(ofYear === year - 1 && on >= `${year - 1}-12-01`)) {
      throw refuse(`${on}不在${year}年，没有保存。请核对年份。`);
    }
    if (days.findIndex((other) => other.on === on) !== index) {
      throw refuse(`${on}重复了，没有保存。请删去一行。`);
    }
  });
  await change.tx
    .updateTable('holiday')
    .set({ active: 0, updatedAt: change.at, updatedBy: change.actor.id })
    .where('onDate', '>=', `${year}-01-01`)
    .where('onDate', '<=', `${year}-12-31`)
    .where('active', '=', 1)
    .execute();
  for (const day of days) await saveDay(change, day);
  await saveYearRow(change, year, complete, source);
  await change.audit({
    entity: 'holidayYear',
    entityId: String(year),
    summary: `${year}年放假安排：${days.length}天${complete ? '' : '（未完成）'}${source === '' ? '' : `，依据${source}`}`,
    detail: { days: days.map(({ on, workday, name }) => `${on}${workday ? '班' : '休'}${name}`).join('、') },
  });
  return readHolidays(change.read);
}

async function saveDay(change: Change, day: YearInput['days'][number]): Promise<void> {
  const values = {
    name: day.name,
    workday: day.workday ? (1 as const) : (0 as const),
    active: 1 as const,
  };
  const row = await change.tx
    .selectFrom('holiday')
    .select(['id', 'rowVersion'])
    .where('onDate', '=', day.on)
    .executeTakeFirst();
  if (row === undefined) {
    await change.tx
      .insertInto('holiday')
      .values({ ...change.stampNew(), ...values, onDate: day.on })
      .execute();
    return;
  }
  await change.tx
    .updateTable('holiday')
    .set({ ...values, ...change.stampChanged(row.rowVersion) })
    .where('id', '=', row.id)
    .execute();
}

async function saveYearRow(change: Change, year: number, complete: boolean, source: string): Promise<void> {
  const values = { complete: complete ? (1 as const) : (0 as const), source };
  const row = await change.tx
    .selectFrom('holidayYear')
    .select(['id', 'rowVersion'])
    .where('year', '=', year)
    .executeTakeFirst();
  if (row === undefined) {
    await change.tx
      .insertInto('holidayYear')
      .values({ ...change.stampNew(), year, ...values })
      .execute();
    return;
  }
  await change.tx
    .updateTable('holidayYear')
    .set({ ...values, ...change.stampChanged(row.rowVersion) })
    .where('id', '=', row.id)
    .execute();
}

function refuse(message: string): AppError {
  return new AppError('INVALID_INPUT', message, { fields: { days: message } });
}
