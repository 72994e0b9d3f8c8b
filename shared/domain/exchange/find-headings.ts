import { cellText, CLASSIFIED } from './cell.ts';
import type { Cell, Sheet } from './cell.ts';
import { INCOMING_FIELDS, PAPER_KEYS } from './incoming-import.ts';
import type { PaperKey } from './ledger-paper.ts';

/** Where the headings of an old ledger stand and what they mean; a proposal that the person may change. */

export interface Headings {
  /** Zero-based row of the (upper) headings; -1 where there are none. */
  readonly row: number;
  /** 2 where groups such as 承办情况 stand over their columns. */
  readonly height: 1 | 2;
}

/** Column of the sheet by field. */
export type Mapping = Partial<Record<PaperKey, number>>;

/** Ledgers have a title, an office and a date over the table, seldom more. */
const LOOKED_AT = 40;

/** Heading texts are compared without spaces, line breaks, brackets' content and punctuation. */
export function foldHeading(text: string): string {
  const folded = text.normalize('NFKC').replaceAll(/\s/gu, '');
  const bare = folded.replaceAll(/[(（[【〔].*?[)）\]】〕]/gu, '');
  return (bare === '' ? folded : bare).replaceAll(/[.。,，、:：;；/*★☆“”"'’‘-]/gu, '').toLowerCase();
}

const SYNONYMS: ReadonlyMap<string, { readonly key: PaperKey; readonly rank: number }[]> = (() => {
  const map = new Map<string, { key: PaperKey; rank: number }[]>();
  for (const key of PAPER_KEYS) {
    INCOMING_FIELDS[key].synonyms.forEach((synonym, rank) => {
      const folded = foldHeading(synonym);
      map.set(folded, [...(map.get(folded) ?? []), { key, rank }]);
    });
  }
  return map;
})();

/** The row whose cells are known headings more than any other's; undefined when no row has three. */
export function findHeadings(sheet: Sheet): Headings | undefined {
  let best: { row: number; score: number } | undefined;
  for (const [row, cells] of sheet.rows.slice(0, LOOKED_AT).entries()) {
    if (cells === CLASSIFIED) continue;
    const score = cells.filter((cell) => typeof cell === 'string' && SYNONYMS.has(foldHeading(cell))).length;
    if (score >= 2 && (best === undefined || score > best.score)) best = { row, score };
  }
  if (best === undefined) return undefined;
  return { row: best.row, height: hasSecondRow(sheet, best.row) ? 2 : 1 };
}

/** A second row of headings lies under merged ones: some reach down into it, or groups spread over its cells. */
function hasSecondRow(sheet: Sheet, row: number): boolean {
  const upper = sheet.rows[row];
  const lower = sheet.rows[row + 1];
  if (upper === undefined || lower === undefined || upper === CLASSIFIED || lower === CLASSIFIED)
    return false;
  const filled = lower.filter((cell) => cell !== null);
  if (filled.length === 0 || filled.some((cell) => typeof cell !== 'string')) return false;
  if (sheet.merges.some(({ top, bottom }) => top === row && bottom === row + 1)) return true;
  const grouped = sheet.merges.some(
    ({ top, bottom, left, right }) => top === row && bottom === row && right > left,
  );
  // A text file has no merged cells: groups leave empty headings, and all below them are headings themselves.
  const known = filled.every((cell) => SYNONYMS.has(foldHeading(cellText(cell))));
  return known && (grouped || lower.every((cell, column) => cell === null || isEmptyOrGroup(upper, column)));
}

function isEmptyOrGroup(upper: readonly Cell[], column: number): boolean {
  return (upper[column] ?? null) === null || (upper[column + 1] ?? null) === null;
}

/** The heading of every column; with two rows the lower one, or the upper where the lower is empty. */
export function headingTexts(sheet: Sheet, { row, height }: Headings): string[] {
  const upper = rowCells(sheet, row);
  const lower = height === 2 ? rowCells(sheet, row + 1) : [];
  const width = Math.max(upper.length, lower.length, ...dataWidths(sheet, row));
  const spread = sheet.merges.filter(({ top, right, left }) => top === row && right > left);
  return Array.from({ length: width }, (_none, column) => {
    const own = cellText(lower[column] ?? null).trim();
    if (own !== '') return own;
    const merge = spread.find(({ left, right }) => column >= left && column <= right);
    const group = merge === undefined || height === 2 ? null : upper[merge.left];
    return cellText(upper[column] ?? group ?? null)
      .replaceAll(/\s*\n\s*/gu, '')
      .trim();
  });
}

/** Columns without a heading may hold data; the first rows tell how many there are. */
function dataWidths(sheet: Sheet, row: number): number[] {
  return sheet.rows
    .slice(Math.max(row, 0), row + 20)
    .map((cells) => (cells === CLASSIFIED ? 0 : cells.length));
}

export function rowCells(sheet: Sheet, row: number): readonly Cell[] {
  const cells = sheet.rows[row];
  return cells === undefined || cells === CLASSIFIED ? [] : cells;
}

/** The surest pairs first: the very word, then a heading that contains it. Every column and every field once. */
export function proposeMapping(headings: readonly string[]): Mapping {
  const pairs: { key: PaperKey; column: number; rank: number }[] = [];
  headings.forEach((heading, column) => {
    const folded = foldHeading(heading);
    if (folded === '') return;
    const exact = SYNONYMS.get(folded) ?? [];
    for (const { key, rank } of exact) pairs.push({ key, column, rank });
    if (exact.length > 0 || folded.length > 12) return;
    for (const [synonym, fields] of SYNONYMS) {
      if (synonym.length < 2 || !folded.includes(synonym)) continue;
      // The longer the known part, the surer.
      for (const { key, rank } of fields) pairs.push({ key, column, rank: 100 + rank - synonym.length * 5 });
    }
  });
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const { key, column } of pairs.toSorted((a, b) => a.rank - b.rank || a.column - b.column)) {
    if (mapping[key] !== undefined || taken.has(column)) continue;
    mapping[key] = column;
    taken.add(column);
  }
  return mapping;
}

/** The same for ledgers with the same headings: what was mapped once is remembered under it. */
export function headingKey(headings: readonly string[]): string {
  return headings.map(foldHeading).join('|');
}

/** The year in the lines over the table, the name of the sheet or of the file: 2025年收文登记簿. */
export function yearOf(sheet: Sheet, headings: Headings | undefined, fileName: string): number | null {
  const over = sheet.rows
    .slice(0, headings?.row ?? 3)
    .flatMap((cells) => (cells === CLASSIFIED ? [] : cells));
  for (const text of [...over.map(cellText), sheet.name, fileName]) {
    const year = /(?<!\d)((?:19|20)\d{2})(?=\s*年|度|\D|$)/u.exec(text.normalize('NFKC'))?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}
