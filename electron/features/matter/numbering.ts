import { AppError } from '../../../shared/ipc/errors.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { formatNumber, readBookNumber } from '../handling/book-number.ts';

const seriesOf = (read: Reader, year: number) =>
  read.selectFrom('matterSeries').selectAll().where('year', '=', year).executeTakeFirst();

/** 承〔2026〕0001, as this office writes it. */
const numberOf = async (read: Reader, year: number, serial: number): Promise<string> =>
  formatNumber(await readBookNumber(read, 'matter'), year, serial);

/** The number the next 承办件 would get; nothing is reserved. */
export async function peekNumber(read: Reader, at: number): Promise<{ number: string }> {
  const year = new Date(at).getFullYear();
  return { number: await numberOf(read, year, ((await seriesOf(read, year))?.last ?? 0) + 1) };
}

/** Takes the next number of the year in the caller's transaction: it moves by one, or nothing happens at all. */
export async function takeNumber(change: Change): Promise<{ year: number; serial: number; number: string }> {
  const year = new Date(change.at).getFullYear();
  const series = await seriesOf(change.read, year);
  const serial = (series?.last ?? 0) + 1;
  if (series === undefined) {
    await change.tx
      .insertInto('matterSeries')
      .values({ ...change.stampNew(), year, first: 1, last: 1 })
      .execute();
  } else {
    await change.tx
      .updateTable('matterSeries')
      .set({ last: serial, ...change.stampChanged(series.rowVersion) })
      .where('id', '=', series.id)
      .execute();
  }
  return { year, serial, number: await numberOf(change.read, year, serial) };
}

/** The book goes on where the paper one stopped. @throws AppError NOT_ALLOWED_IN_STATE after the first number */
export async function startSeries(change: Change, year: number, first: number): Promise<{ number: string }> {
  const taken = await change.tx
    .selectFrom('matter')
    .select('number')
    .where('year', '=', year)
    .orderBy('serial')
    .limit(1)
    .executeTakeFirst();
  if (taken !== undefined) {
    const message = `${year}年的承办号已从 ${taken.number} 用起，起始号不能再改。`;
    throw new AppError('NOT_ALLOWED_IN_STATE', message, { fields: { first: message } });
  }
  const series = await seriesOf(change.read, year);
  if (series === undefined) {
    await change.tx
      .insertInto('matterSeries')
      .values({ ...change.stampNew(), year, first, last: first - 1 })
      .execute();
  } else {
    await change.tx
      .updateTable('matterSeries')
      .set({ first, last: first - 1, ...change.stampChanged(series.rowVersion) })
      .where('id', '=', series.id)
      .execute();
  }
  const number = await numberOf(change.read, year, first);
  await change.audit({
    entity: 'matterSeries',
    entityId: series?.id ?? String(year),
    summary: `${year}年承办号从 ${number} 起`,
  });
  return { number };
}
