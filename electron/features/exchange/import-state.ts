import { cellText, CLASSIFIED } from '../../../shared/domain/exchange/cell.ts';
import type { EvaluatedRow } from '../../../shared/domain/exchange/evaluate.ts';
import { headingTexts, rowCells } from '../../../shared/domain/exchange/find-headings.ts';
import { INCOMING_FIELDS, PAPER_KEYS } from '../../../shared/domain/exchange/incoming-import.ts';
import type { LedgerRow } from '../../../shared/domain/exchange/ledger-rows.ts';
import type { ImportState, PreviewRow, RowView } from '../../../shared/features/exchange-import.ts';
import type { Ctx } from '../context.ts';
import { fateOf, hasMark, importedRows, marksOf } from './import-evaluate.ts';
import { planNumbers } from './import-numbers.ts';
import type { ImportSession } from './import-session.ts';
import { sheetOf } from './import-session.ts';

/** What the screen shows of a ledger that is being looked at. */

const HEAD_ROWS = 12;
const HEAD_COLUMNS = 40;
const EXAMPLE_ROWS = 50;

export async function describeSession(ctx: Ctx, session: ImportSession): Promise<ImportState> {
  const { headings, mapping } = session;
  const sheet = sheetOf(session);
  const texts = headings === undefined ? [] : headingTexts(sheet, headings);
  return {
    id: session.id,
    source: session.source,
    fileName: session.fileName,
    encoding: session.encoding,
    sheets: session.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    sheet: session.sheet,
    headingRow: headings?.row ?? null,
    headingHeight: headings?.height ?? 1,
    head: sheet.rows
      .slice(0, Math.max(HEAD_ROWS, (headings?.row ?? 0) + 4))
      .map((row) => (row === CLASSIFIED ? [] : row.slice(0, HEAD_COLUMNS).map(cellText))),
    headings: texts,
    examples: texts.map((_text, column) => exampleOf(session, column)),
    mapping: { ...mapping },
    remembered: session.remembered,
    unmapped: PAPER_KEYS.filter(
      (key) => INCOMING_FIELDS[key].required === true && mapping[key] === undefined,
    ),
    year: session.year,
    plainState: session.plainState,
    counts: countsOf(session),
    numberless: session.numberless,
    numbers: [...(await planNumbers(ctx, session)).sentences],
    importedBefore: await importedBefore(ctx, session),
  };
}

function exampleOf(session: ImportSession, column: number): string {
  for (const { kind, cells } of session.ledger.slice(0, EXAMPLE_ROWS)) {
    const text = kind === 'paper' ? cellText(cells[column] ?? null) : '';
    if (text !== '') return text.slice(0, 60);
  }
  const first = (session.headings?.row ?? -1) + (session.headings?.height ?? 1);
  return cellText(rowCells(sheetOf(session), first)[column] ?? null).slice(0, 60);
}

function countsOf(session: ImportSession): ImportState['counts'] {
  const counts = {
    papers: 0,
    faults: 0,
    faultCells: 0,
    warnings: 0,
    changes: 0,
    skipped: 0,
    classified: 0,
    furniture: 0,
  };
  for (const row of importedRows(session)) {
    const kinds = new Set<string>();
    for (const marks of marksOf(session, row).values()) {
      for (const { kind } of marks) kinds.add(kind);
      if (marks.some(({ kind }) => kind === 'fault')) counts.faultCells += 1;
    }
    counts.papers += 1;
    if (kinds.has('fault')) counts.faults += 1;
    if (kinds.has('warning')) counts.warnings += 1;
    if (kinds.has('change')) counts.changes += 1;
  }
  for (const { row, kind } of session.ledger) {
    if (kind === 'classified') counts.classified += 1;
    else if (kind !== 'paper') counts.furniture += 1;
    else if (session.skipped.has(row)) counts.skipped += 1;
  }
  return counts;
}

async function importedBefore(ctx: Ctx, session: ImportSession): Promise<string | null> {
  const row = await ctx.read
    .selectFrom('importBatch')
    .leftJoin('person', 'person.id', 'importBatch.createdBy')
    .select(['importBatch.createdAt', 'importBatch.importedCount', 'person.name'])
    .where('fileHash', '=', session.fileHash)
    .where('sheetName', '=', sheetOf(session).name)
    .where('undoneAt', 'is', null)
    .orderBy('importBatch.createdAt', 'desc')
    .executeTakeFirst();
  if (row === undefined) return null;
  const on = new Date(row.createdAt);
  return `${on.getFullYear()}年${on.getMonth() + 1}月${on.getDate()}日 ${row.name ?? ''}已导入过这个文件（${row.importedCount} 件）`;
}

/** The rows of a view, in the order of the sheet. */
export function rowsIn(session: ImportSession, view: RowView): readonly LedgerRow[] {
  if (view === 'all') return session.ledger;
  if (view === 'left') return session.ledger.filter((row) => fateOf(session, row) !== 'paper');
  const kind = ({ faults: 'fault', warnings: 'warning', changes: 'change' } as const)[view];
  return session.ledger.filter((row) => {
    const evaluated = session.evaluated.get(row.row);
    return evaluated !== undefined && !session.skipped.has(row.row) && hasMark(session, evaluated, kind);
  });
}

export function previewRow(session: ImportSession, ledger: LedgerRow): PreviewRow {
  const fate = fateOf(session, ledger);
  const evaluated = session.evaluated.get(ledger.row);
  return {
    id: String(ledger.row),
    row: ledger.row + 1,
    fate,
    reason: session.skipped.get(ledger.row) ?? '',
    cells:
      evaluated === undefined
        ? furnitureCells(session, ledger)
        : paperCells(session, evaluated, fate === 'paper'),
  };
}

function paperCells(session: ImportSession, row: EvaluatedRow, marked: boolean): PreviewRow['cells'] {
  const cells: PreviewRow['cells'] = {};
  const marks = marked ? marksOf(session, row) : new Map<never, never>();
  for (const key of PAPER_KEYS) {
    const own = marks.get(key) ?? [];
    const text = row.shown[key];
    if (text === undefined && own.length === 0) continue;
    cells[key] = { text: text ?? '', original: row.original[key] ?? '', marks: [...own] };
  }
  return cells;
}

/** A total or remark as it stands in the sheet, under the columns it stands in. */
function furnitureCells(session: ImportSession, ledger: LedgerRow): PreviewRow['cells'] {
  const cells: PreviewRow['cells'] = {};
  for (const key of PAPER_KEYS) {
    const column = session.mapping[key];
    const text = column === undefined ? '' : cellText(ledger.cells[column] ?? null);
    if (text !== '') cells[key] = { text, original: text, marks: [] };
  }
  const first = cellText(ledger.cells.find((cell) => cell !== null) ?? null);
  if (Object.keys(cells).length === 0 && first !== '')
    cells.title = { text: first, original: first, marks: [] };
  return cells;
}
