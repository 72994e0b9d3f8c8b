import type { EvaluatedRow } from '../../../shared/domain/exchange/evaluate.ts';
import type { Ctx } from '../context.ts';
import { readNumberForm } from '../links-exchange.ts';
import { importedRows } from './import-evaluate.ts';
import type { ImportSession } from './import-session.ts';

/** Which numbers the rows of a ledger come in under. */
export interface RowNumber {
  readonly bookYear: number;
  /** Null: it comes in without a number. */
  readonly serial: number | null;
  readonly number: string;
}

export interface NumberPlan {
  readonly of: (row: EvaluatedRow) => RowNumber;
  /** One sentence a year, for the person. */
  readonly sentences: readonly string[];
  /** Last number of this year's series when the plan was made; new ones hold only while it stays there. */
  readonly base: { readonly year: number; readonly last: number } | null;
}

/** Own numbers are kept; papers of this year without one take the next ones of the book where that is wanted. */
export async function planNumbers(ctx: Ctx, session: ImportSession): Promise<NumberPlan> {
  const { prefix, digits } = await readNumberForm(ctx.read);
  const form = (year: number, serial: number) =>
    `${prefix}〔${year}〕${String(serial).padStart(digits, '0')}`;
  const thisYear = new Date(ctx.services.now()).getFullYear();
  const rows = importedRows(session);
  const own = ownNumbers(rows);
  const series = await ctx.read.selectFrom('incomingSeries').select(['year', 'last']).execute();
  const lastOf = (year: number) => series.find((row) => row.year === year)?.last ?? 0;
  const without = rows.filter(({ bookNumber }) => bookNumber === '');
  const numbered =
    session.numberless === 'next'
      ? without.filter(({ bookYear }) => (bookYear ?? thisYear) === thisYear)
      : [];
  const first = Math.max(own.get(thisYear)?.highest ?? 0, lastOf(thisYear)) + 1;
  const taken = new Map(numbered.map(({ row }, index) => [row, first + index]));

  const sentences: string[] = [];
  for (const [year, { count, lowest, highest }] of [...own].toSorted(([a], [b]) => a - b)) {
    const added = year === thisYear ? taken.size : 0;
    const next = Math.max(highest, lastOf(year)) + added + 1;
    sentences.push(
      `${year}年 ${count} 件沿用原号 ${form(year, lowest)} 至 ${form(year, highest)}，导入后从 ${form(year, next)} 续编。`,
    );
  }
  if (taken.size > 0) {
    const range = `${form(thisYear, first)} 至 ${form(thisYear, first + taken.size - 1)}`;
    sentences.push(`${taken.size} 件没有收文号，接着编 ${range}。`);
  }
  if (without.length > taken.size)
    sentences.push(`${without.length - taken.size} 件没有收文号，不占号登记。`);
  return {
    sentences,
    base: taken.size > 0 ? { year: thisYear, last: lastOf(thisYear) } : null,
    of: ({ row, paper, bookYear, bookNumber }) => {
      const serial = taken.get(row);
      if (serial !== undefined) return { bookYear: thisYear, serial, number: form(thisYear, serial) };
      const kept = bookNumber === '' ? null : (paper.number?.serial ?? null);
      return { bookYear: bookYear ?? thisYear, serial: kept, number: bookNumber };
    },
  };
}

function ownNumbers(rows: readonly EvaluatedRow[]) {
  const years = new Map<number, { count: number; lowest: number; highest: number }>();
  for (const { paper, bookYear } of rows) {
    if (paper.number === null || bookYear === null) continue;
    const { serial } = paper.number;
    const year = years.get(bookYear) ?? { count: 0, lowest: serial, highest: serial };
    years.set(bookYear, {
      count: year.count + 1,
      lowest: Math.min(year.lowest, serial),
      highest: Math.max(year.highest, serial),
    });
  }
  return years;
}
