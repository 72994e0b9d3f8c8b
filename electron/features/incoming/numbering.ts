import { AppError } from '../../../shared/ipc/errors.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { formatNumber, readBookNumber } from '../handling/book-number.ts';

/** How this office writes its 收文号. */
export const readNumberSetting = (read: Reader) => readBookNumber(read, 'incoming');

/** The serial that would come next; nothing is reserved. */
export async function nextSerial(read: Reader, year: number): Promise<number> {
  const series = await read
    .selectFrom('incomingSeries')
    .select('last')
    .where('year', '=', year)
    .executeTakeFirst();
  return (series?.last ?? 0) + 1;
}

export interface TakenNumber {
  readonly bookYear: number;
  readonly serial: number;
  readonly number: string;
}

/** Takes the next number of the year in the caller's transaction: it moves by one, or nothing happens at all. */
export async function takeNumber(change: Change): Promise<TakenNumber> {
  const bookYear = new Date(change.at).getFullYear();
  const series = await change.tx
    .selectFrom('incomingSeries')
    .selectAll()
    .where('year', '=', bookYear)
    .executeTakeFirst();
  const serial = (series?.last ?? 0) + 1;
  if (series === undefined) {
    await change.tx
      .insertInto('incomingSeries')
      .values({ ...change.stampNew(), year: bookYear, first: 1, last: 1 })
      .execute();
  } else {
    await change.tx
      .updateTable('incomingSeries')
      .set({ last: serial, ...change.stampChanged(series.rowVersion) })
      .where('id', '=', series.id)
      .execute();
  }
  return { bookYear, serial, number: formatNumber(await readNumberSetting(change.read), bookYear, serial) };
}

/** The book goes on where the paper one stopped. @throws AppError NOT_ALLOWED_IN_STATE after the first number */
export async function startSeries(change: Change, year: number, first: number): Promise<{ number: string }> {
  const taken = await change.tx
    .selectFrom('incoming')
    .select('number')
    .where('bookYear', '=', year)
    .where('serial', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (taken !== undefined) {
    const message = `${year}年的收文号已从 ${taken.number} 用起，起始号不能再改。`;
    throw new AppError('NOT_ALLOWED_IN_STATE', message, { fields: { first: message } });
  }
  const series = await change.tx
    .selectFrom('incomingSeries')
    .selectAll()
    .where('year', '=', year)
    .executeTakeFirst();
  if (series === undefined) {
    await change.tx
      .insertInto('incomingSeries')
      .values({ ...change.stampNew(), year, first, last: first - 1 })
      .execute();
  } else {
    await change.tx
      .updateTable('incomingSeries')
      .set({ first, last: first - 1, ...change.stampChanged(series.rowVersion) })
      .where('id', '=', series.id)
      .execute();
  }
  const number = formatNumber(await readNumberSetting(change.read), year, first);
  await change.audit({
    entity: 'incomingSeries',
    entityId: series?.id ?? String(year),
    summary: `${year}年收文号从 ${number} 起`,
  });
  return { number };
}
