import type { z } from 'zod';
import type { numberSeriesSchema } from '../../../shared/features/office.ts';
import type { Reader } from '../../db/schema.ts';

type Report = z.output<typeof numberSeriesSchema>;

/** 发号情况 by 机关代字 and year, newest year first. A gap means that the file was tampered with. */
export async function numberSeriesReport(read: Reader): Promise<Report[]> {
  const series = await read
    .selectFrom('numberSeries')
    .innerJoin('issuerCode', 'issuerCode.id', 'numberSeries.issuerCodeId')
    .select([
      'numberSeries.issuerCodeId',
      'issuerCode.code',
      'numberSeries.year',
      'numberSeries.first',
      'numberSeries.last',
      'numberSeries.sample',
    ])
    .orderBy('numberSeries.year', 'desc')
    .orderBy('issuerCode.code')
    .execute();
  const numbers = await read
    .selectFrom('issuedNumber')
    .select(['issuerCodeId', 'year', 'serial', 'state'])
    .execute();
  const bySeries = new Map<string, typeof numbers>();
  for (const number of numbers) {
    const key = `${number.issuerCodeId} ${number.year}`;
    const list = bySeries.get(key);
    if (list === undefined) bySeries.set(key, [number]);
    else list.push(number);
  }
  return series.map((row) => {
    const issued = bySeries.get(`${row.issuerCodeId} ${row.year}`) ?? [];
    const taken = new Set(issued.map(({ serial }) => serial));
    return {
      issuerCode: row.code,
      year: row.year,
      first: row.first,
      last: row.last,
      issued: issued.length,
      voided: issued.filter(({ state }) => state === 'voided').length,
      // Samples are single documents out of a year, so their series has holes by nature.
      gaps: row.sample === 1 ? [] : missing(row.first, row.last, taken),
    };
  });
}

function missing(first: number, last: number, taken: ReadonlySet<number>): number[] {
  const gaps: number[] = [];
  for (let serial = first; serial <= last; serial += 1) if (!taken.has(serial)) gaps.push(serial);
  return gaps;
}
