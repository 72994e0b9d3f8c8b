import { cellText, CLASSIFIED } from './cell.ts';
import type { Cell, Sheet } from './cell.ts';
import { foldHeading, headingTexts, rowCells } from './find-headings.ts';
import type { Headings, Mapping } from './find-headings.ts';

/** Which rows of a sheet are papers, and what merged and 同上 cells stand for. */

export type RowKind = 'paper' | 'classified' | 'total' | 'heading' | 'note';

export interface LedgerRow {
  /** Zero-based row of the sheet. */
  readonly row: number;
  readonly kind: RowKind;
  readonly cells: readonly Cell[];
  /** Columns filled from above, and why. */
  readonly filled: ReadonlyMap<number, 'merged' | 'ditto'>;
}

const TOTAL =
  /^(?:本?[页月年季]?(?:度)?|[一二三四五六七八九十\d]{1,3}月(?:份)?)?(?:合计|总计|小计|共计|累计)/u;
const DITTO = /^(?:同上|〃|″|〞|"|''|々|”|“)$/u;
/** A line with no more cells than this and neither title nor sender is a remark under the table. */
const NOTE_CELLS = 2;

/** The rows under the headings that are not blank, in their order. */
export function ledgerRows(sheet: Sheet, headings: Headings, mapping: Mapping): LedgerRow[] {
  const texts = headingTexts(sheet, headings).map(foldHeading);
  const first = headings.row + headings.height;
  const above = fillsFromAbove(sheet, first);
  const rows: LedgerRow[] = [];
  let previous: readonly Cell[] = [];
  for (let row = first; row < sheet.rows.length; row += 1) {
    if (sheet.rows[row] === CLASSIFIED) {
      rows.push({ row, kind: 'classified', cells: [], filled: new Map() });
      continue;
    }
    const own = rowCells(sheet, row);
    if (own.every((cell) => cell === null)) continue;
    const kind = kindOf(own, texts, mapping);
    if (kind !== 'paper') {
      rows.push({ row, kind, cells: own, filled: new Map() });
      continue;
    }
    const { cells, filled } = withFills(sheet, own, above.get(row) ?? [], previous, mapping);
    rows.push({ row, kind, cells, filled });
    previous = cells;
  }
  return rows;
}

interface Fill {
  readonly column: number;
  readonly from: number;
}

/** Cells merged downwards among the data: what stands in the first row stands in all of them. */
function fillsFromAbove(sheet: Sheet, first: number): Map<number, Fill[]> {
  const fills = new Map<number, Fill[]>();
  for (const { top, bottom, left } of sheet.merges) {
    if (top < first || bottom === top) continue;
    for (let row = top + 1; row <= Math.min(bottom, sheet.rows.length - 1); row += 1) {
      fills.set(row, [...(fills.get(row) ?? []), { column: left, from: top }]);
    }
  }
  return fills;
}

function kindOf(cells: readonly Cell[], headings: readonly string[], mapping: Mapping): RowKind {
  const filled = cells.filter((cell) => cell !== null);
  const first = cellText(filled[0] ?? null)
    .normalize('NFKC')
    .replaceAll(/\s/gu, '');
  if (TOTAL.test(first) && filled.length <= 6) return 'total';
  const repeated = cells.filter((cell, column) => {
    const text = foldHeading(cellText(cell));
    return text !== '' && text === headings[column];
  }).length;
  if (repeated >= 3 && repeated >= filled.length - 1) return 'heading';
  const has = (column: number | undefined) => column !== undefined && (cells[column] ?? null) !== null;
  const isNote = filled.length <= NOTE_CELLS && !has(mapping.title) && !has(mapping.senderName);
  const lone = filled.length === 1 && /^(?:注|说明|备注|填表人|制表|登记人|审核)[:：]?/u.test(first);
  return isNote || lone ? 'note' : 'paper';
}

function withFills(
  sheet: Sheet,
  own: readonly Cell[],
  fills: readonly Fill[],
  previous: readonly Cell[],
  mapping: Mapping,
): { cells: readonly Cell[]; filled: ReadonlyMap<number, 'merged' | 'ditto'> } {
  const cells = [...own];
  const filled = new Map<number, 'merged' | 'ditto'>();
  const put = (column: number, cell: Cell, why: 'merged' | 'ditto'): void => {
    while (cells.length <= column) cells.push(null);
    cells[column] = cell;
    filled.set(column, why);
  };
  for (const { column, from } of fills) put(column, rowCells(sheet, from)[column] ?? null, 'merged');
  for (const column of Object.values(mapping)) {
    const cell = cells[column] ?? null;
    if (typeof cell === 'string' && DITTO.test(cell.trim())) put(column, previous[column] ?? null, 'ditto');
  }
  return { cells, filled };
}
