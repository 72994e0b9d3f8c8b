import { AppError } from '../../../shared/ipc/errors.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';

const DIGITS = 4;

/** 承〔2026〕0001. */
export function formatNumber(year: number, serial: number): string {
  return `承〔${year}〕${String(serial).padStart(DIGITS, '0')}`;
}

const seriesOf = (read: Reader, year: number) =>
  read.selectFrom('matterSeries').selectAll().where('year', '=', year).executeTakeFirst();

/** The number the next 承办件 would get; nothing is reserved. */
export async function peekNumber(read: Reader, at: number): Promise<{ number: string }> {
  const year = new Date(at).getFullYear();
  return { number: formatNumber(year, ((await seriesOf(read, year))?.last ?? 0) + 1) };
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
  return { year, serial, number: formatNumber(year, serial) };
}

/** The book goes on where the paper one stopped. @throws AppError NOT_ALLOWED_IN_STATE once the year has begun */
export async function startSeries(change: Change, year: number, first: number): Promise<{ number: string }> {
  if ((await seriesOf(change.read, year)) !== undefined) {
    const message = `${year}年的承办号已经起用，起始号不能再改。`;
    throw new AppError('NOT_ALLOWED_IN_STATE', message, { fields: { first: message } });
  }
  const stamps = change.stampNew();
  await change.tx
    .insertInto('matterSeries')
    .values({ ...stamps, year, first, last: first - 1 })
    .execute();
  const number = formatNumber(year, first);
  await change.audit({
    entity: 'matterSeries',
    entityId: stamps.id,
    summary: `${year}年承办号从 ${number} 起`,
  });
  return { number };
}
