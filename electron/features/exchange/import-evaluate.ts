import { evaluateRow, findDoubles } from '../../../shared/domain/exchange/evaluate.ts';
import type { EvaluatedRow, EvaluationContext, Present } from '../../../shared/domain/exchange/evaluate.ts';
import type { PaperKey } from '../../../shared/domain/exchange/ledger-paper.ts';
import { ledgerRows } from '../../../shared/domain/exchange/ledger-rows.ts';
import type { LedgerRow } from '../../../shared/domain/exchange/ledger-rows.ts';
import type { Mark } from '../../../shared/domain/exchange/reading.ts';
import { dateOf } from '../../../shared/domain/workdays.ts';
import type { Reader } from '../../db/schema.ts';
import type { Ctx } from '../context.ts';
import { readNumberForm } from '../links-exchange.ts';
import type { ImportSession } from './import-session.ts';
import { sheetOf } from './import-session.ts';
import { giveWay } from './jobs.ts';

/** Rows read in one turn of the event loop: some ten milliseconds. */
const SLICE = 200;

/** Reads the whole ledger anew, in slices; a later call makes an earlier one give up. */
export async function evaluateSession(ctx: Ctx, session: ImportSession): Promise<void> {
  session.generation += 1;
  const { generation, headings, mapping } = session;
  const ledger = headings === undefined ? [] : ledgerRows(sheetOf(session), headings, mapping);
  const context = await contextOf(ctx, session);
  const evaluated = new Map<number, EvaluatedRow>();
  for (const [index, row] of ledger.entries()) {
    if (row.kind === 'paper')
      evaluated.set(row.row, evaluateRow(row, session.corrections.get(row.row) ?? {}, context));
    if (index % SLICE === SLICE - 1) await giveWay();
    if (session.generation !== generation) return;
  }
  session.ledger = ledger;
  session.evaluated = evaluated;
  await markDoubles(ctx, session);
}

/** One row anew, after a correction. */
export async function evaluateAgain(ctx: Ctx, session: ImportSession, row: number): Promise<void> {
  const ledger = session.ledger.find((candidate) => candidate.row === row);
  if (ledger?.kind !== 'paper') return;
  const evaluated = new Map(session.evaluated);
  evaluated.set(row, evaluateRow(ledger, session.corrections.get(row) ?? {}, await contextOf(ctx, session)));
  session.evaluated = evaluated;
  await markDoubles(ctx, session);
}

async function contextOf(ctx: Ctx, session: ImportSession): Promise<EvaluationContext> {
  return {
    mapping: session.mapping,
    year: session.year,
    today: dateOf(ctx.services.now()),
    from1904: sheetOf(session).from1904,
    numberForm: await readNumberForm(ctx.read),
  };
}

/** The rows that are to be put in. */
export function importedRows(session: ImportSession): EvaluatedRow[] {
  return [...session.evaluated.values()].filter(({ row }) => !session.skipped.has(row));
}

/** Compares the rows with one another and with the book; a row that is left out doubles nothing. */
export async function markDoubles(ctx: Ctx, session: ImportSession): Promise<void> {
  const rows = importedRows(session);
  session.doubles = findDoubles(rows, await readPresent(ctx.read, rows));
}

async function readPresent(read: Reader, rows: readonly EvaluatedRow[]): Promise<Present> {
  const byNumber = new Map<string, string>();
  const byPaper = new Map<string, string>();
  for (let offset = 0; offset < rows.length; offset += 500) {
    const slice = rows.slice(offset, offset + 500);
    await presentNumbers(read, slice, byNumber);
    const keys = slice.flatMap(({ paperKey }) => paperKey ?? []);
    const papers = await read
      .selectFrom('incoming')
      .select(['duplicateKey', 'number', 'title'])
      .where('duplicateKey', 'in', keys)
      .where('state', '<>', 'voided')
      .execute();
    for (const { duplicateKey, number, title } of papers) {
      if (duplicateKey !== null) byPaper.set(duplicateKey, number === '' ? title : number);
    }
    await giveWay();
  }
  return { byNumber, byPaper };
}

/** Numbers are taken by year and serial, in whatever form the office writes them. */
async function presentNumbers(
  read: Reader,
  rows: readonly EvaluatedRow[],
  byNumber: Map<string, string>,
): Promise<void> {
  const wanted = new Map<number, Map<number, string>>();
  for (const { paper, bookYear, bookNumber } of rows) {
    if (paper.number === null || bookYear === null) continue;
    const serials = wanted.get(bookYear) ?? new Map<number, string>();
    wanted.set(bookYear, serials.set(paper.number.serial, bookNumber));
  }
  for (const [year, serials] of wanted) {
    const found = await read
      .selectFrom('incoming')
      .select(['serial', 'title'])
      .where('bookYear', '=', year)
      .where('serial', 'in', [...serials.keys()])
      .execute();
    for (const { serial, title } of found) {
      const number = serial === null ? undefined : serials.get(serial);
      if (number !== undefined) byNumber.set(number, title);
    }
  }
}

/** Everything said of a row's cells, doubles included; nothing of a row that is left out. */
export function marksOf(
  session: ImportSession,
  { row, marks }: EvaluatedRow,
): Map<PaperKey, readonly Mark[]> {
  const all = new Map<PaperKey, readonly Mark[]>(marks);
  for (const [key, mark] of session.doubles.get(row) ?? []) all.set(key, [...(all.get(key) ?? []), mark]);
  return all;
}

/** True when a mark of the kind stands at the row. */
export function hasMark(session: ImportSession, row: EvaluatedRow, kind: Mark['kind']): boolean {
  for (const marks of marksOf(session, row).values())
    if (marks.some((mark) => mark.kind === kind)) return true;
  return false;
}

/** What is shown of a row of the ledger that is no paper. */
export function fateOf(session: ImportSession, { row, kind }: LedgerRow) {
  if (kind !== 'paper') return kind;
  return session.skipped.has(row) ? 'skipped' : 'paper';
}
