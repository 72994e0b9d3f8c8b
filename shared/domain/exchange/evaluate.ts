import { duplicateKey } from '../sender-number.ts';
import { cellText } from './cell.ts';
import type { Cell } from './cell.ts';
import { isClassifiedRow } from './classified.ts';
import type { Mapping } from './find-headings.ts';
import { INCOMING_FIELDS, PAPER_KEYS } from './incoming-import.ts';
import type { LedgerPaper, PaperKey } from './ledger-paper.ts';
import type { LedgerRow } from './ledger-rows.ts';
import { change, fault, warning } from './reading.ts';
import type { Mark, ReadContext } from './reading.ts';

/** How the office writes its 收文号. */
export interface NumberForm {
  readonly prefix: string;
  readonly digits: number;
}

export interface EvaluationContext extends ReadContext {
  readonly mapping: Mapping;
  readonly numberForm: NumberForm;
}

/** A row of the ledger understood as a paper, with everything there is to say about its cells. */
export interface EvaluatedRow {
  readonly row: number;
  readonly paper: LedgerPaper;
  readonly bookYear: number | null;
  /** 收〔2025〕0012; empty without one. */
  readonly bookNumber: string;
  readonly shown: Readonly<Partial<Record<PaperKey, string>>>;
  readonly original: Readonly<Partial<Record<PaperKey, string>>>;
  readonly marks: ReadonlyMap<PaperKey, readonly Mark[]>;
  /** Equal for the same number of the same sender; null without one. */
  readonly paperKey: string | null;
}

/** What the person typed over cells of a row, by field. */
export type Corrections = Readonly<Partial<Record<PaperKey, string>>>;

/** Reads every field of one row. */
export function evaluateRow(
  ledger: LedgerRow,
  corrections: Corrections,
  context: EvaluationContext,
): EvaluatedRow {
  const marks = new Map<PaperKey, Mark[]>();
  const shown: Partial<Record<PaperKey, string>> = {};
  const original: Partial<Record<PaperKey, string>> = {};
  const notes: string[] = [];
  const values: Partial<Record<PaperKey, unknown>> = {};
  for (const key of PAPER_KEYS) {
    const column = context.mapping[key];
    const corrected = corrections[key];
    const cell = column === undefined ? null : (ledger.cells[column] ?? null);
    const read = readField(key, corrected === undefined ? cell : corrected.trim() || null, context);
    values[key] = read.value;
    if (read.note !== undefined) notes.push(read.note);
    const own = [...read.marks, ...originMarks(ledger, column, corrected, cell)];
    if (own.length > 0) marks.set(key, own);
    if (column !== undefined || corrected !== undefined) {
      shown[key] = read.text;
      original[key] = cellText(cell);
    }
  }
  // Every key was set from the reader of its own field just above.
  const read = values as unknown as LedgerPaper;
  const paper = {
    ...read,
    remark: [read.remark, ...notes]
      .filter((part) => part !== '')
      .join('；')
      .slice(0, 500),
  };
  if (notes.length > 0) shown.remark = paper.remark;
  const numbered = bookNumberOf(paper, context, marks, original.number ?? '');
  if (numbered.bookNumber !== '') shown.number = numbered.bookNumber;
  return {
    row: ledger.row,
    paper,
    ...numbered,
    shown,
    original,
    marks,
    paperKey: duplicateKey(paper.senderName, paper.documentNumber),
  };
}

function readField(
  key: PaperKey,
  cell: Cell,
  context: ReadContext,
): { value: unknown; text: string; marks: readonly Mark[]; note: string | undefined } {
  if (cell !== null && isClassifiedRow([cell])) {
    const message = '出现国家秘密的密级标志，不得存入本机。请不导入这一行。';
    return { value: null, text: '', marks: [fault('classified', message)], note: undefined };
  }
  const { read, show } = INCOMING_FIELDS[key];
  const reading = read(cell, context);
  // `show` belongs to the very field whose `read` made the value.
  const text = (show as (value: unknown) => string)(reading.value);
  const failed = reading.marks.some(({ kind }) => kind === 'fault');
  return {
    value: reading.value,
    text: failed ? cellText(cell) : text,
    marks: reading.marks,
    note: reading.note,
  };
}

function originMarks(
  { filled }: LedgerRow,
  column: number | undefined,
  corrected: string | undefined,
  cell: Cell,
): Mark[] {
  if (corrected !== undefined) return [change('corrected', `已在此改正，原为“${cellText(cell)}”。`)];
  const why = column === undefined ? undefined : filled.get(column);
  if (why === 'merged') return [change('merged', '随上方的合并单元格填入。')];
  return why === 'ditto' ? [change('ditto', '“同上”，按上一行填入。')] : [];
}

/** The number takes its year from itself, from the day of receipt, or from the ledger. */
function bookNumberOf(
  { number, receivedAt }: LedgerPaper,
  { year, numberForm: { prefix, digits } }: EvaluationContext,
  marks: Map<PaperKey, Mark[]>,
  original: string,
): { bookYear: number | null; bookNumber: string } {
  const received = receivedAt === null ? null : Number(receivedAt.slice(0, 4));
  const bookYear = number?.year ?? received ?? year;
  const add = (mark: Mark) => marks.set('number', [...(marks.get('number') ?? []), mark]);
  if (number === null) return { bookYear, bookNumber: '' };
  if (bookYear === null) {
    add(fault('noYear', '看不出是哪一年的收文号。请填写收文日期，或在上方选定台账年份。'));
    return { bookYear, bookNumber: '' };
  }
  const bookNumber = `${prefix}〔${bookYear}〕${String(number.serial).padStart(digits, '0')}`;
  if (original !== bookNumber) add(change('numberForm', `${original} → ${bookNumber}`));
  return { bookYear, bookNumber };
}

/** What the office has already: names of papers by number and by sender with number. */
export interface Present {
  readonly byNumber: ReadonlyMap<string, string>;
  readonly byPaper: ReadonlyMap<string, string>;
}

/** Marks of rows that are there already, in the ledger or in the book; by row, then by field. */
export function findDoubles(
  rows: readonly EvaluatedRow[],
  present: Present,
): ReadonlyMap<number, readonly (readonly [PaperKey, Mark])[]> {
  const numbers = new Map<string, number>();
  const papers = new Map<string, number>();
  const found = new Map<number, (readonly [PaperKey, Mark])[]>();
  const add = (row: number, key: PaperKey, mark: Mark) => {
    found.set(row, [...(found.get(row) ?? []), [key, mark]]);
  };
  for (const { row, bookNumber, paperKey } of rows) {
    const sameNumber = bookNumber === '' ? undefined : numbers.get(bookNumber);
    const taken = present.byNumber.get(bookNumber);
    if (sameNumber !== undefined) {
      add(
        row,
        'number',
        fault('sameNumberInFile', `与第${sameNumber + 1}行的收文号重复，请改号、清空或不导入其中一行。`),
      );
    } else if (taken !== undefined) {
      add(
        row,
        'number',
        fault('numberTaken', `${bookNumber} 已登记为“${taken}”，请改号、清空或不导入这一行。`),
      );
    }
    if (bookNumber !== '' && sameNumber === undefined) numbers.set(bookNumber, row);
    if (paperKey === null) continue;
    const samePaper = papers.get(paperKey);
    const known = present.byPaper.get(paperKey);
    if (samePaper !== undefined) {
      add(
        row,
        'documentNumber',
        warning('samePaperInFile', `与第${samePaper + 1}行来文单位、字号相同，可能是同一件。`),
      );
    } else papers.set(paperKey, row);
    if (known !== undefined) {
      add(
        row,
        'documentNumber',
        warning('samePaper', `与已登记的“${known}”来文单位、字号相同，可能是同一件。`),
      );
    }
  }
  return found;
}
