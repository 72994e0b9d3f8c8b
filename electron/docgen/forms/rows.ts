import type { SheetRow } from '../../../shared/domain/forms/sheet.ts';
import type { Measure } from '../layout/cells.ts';
import { baselineOf, putLine, putRule } from '../layout/page.ts';
import type { PageDraft } from '../layout/page.ts';
import { cellContent, pitchOf } from './cell-lines.ts';
import type { CellLine } from './cell-lines.ts';
import { em, INNER, PADDING_Y } from './style.ts';

interface MeasuredCell {
  readonly left: number;
  readonly label: boolean;
  readonly top: boolean;
  readonly lines: readonly CellLine[];
  readonly foot: readonly CellLine[];
}

/** A row with its lines; heights in mm. */
export interface MeasuredRow {
  readonly path: string;
  readonly cells: readonly MeasuredCell[];
  readonly right: number;
  readonly sizePt: number;
  /** What its text needs. */
  readonly content: number;
  readonly height: number;
  readonly grow: number;
}

export interface RowPlace {
  readonly left: number;
  readonly sizePt: number;
  /** Of the row; its cells append their place in the grid. */
  readonly path: string;
  /** Columns of the grid where cells begin; see `structure.ts`. */
  readonly columnOf: (left: number) => number;
}

export function measureRow(measure: Measure, row: SheetRow, place: RowPlace): MeasuredRow {
  const { sizePt, path } = place;
  let x = place.left;
  const cells = row.cells.map((cell) => {
    const left = x;
    x += cell.width;
    const own = { left, width: cell.width, sizePt, path: `${path}.${place.columnOf(left)}` };
    const label = cell.label === true;
    return { left, label, top: cell.top === true, ...cellContent(measure, cell, own) };
  });
  const content = contentHeight(cells, sizePt);
  return {
    path,
    cells,
    right: x,
    sizePt,
    content,
    height: Math.max(content, row.minHeight),
    grow: row.grow ?? 0,
  };
}

const contentHeight = (cells: readonly MeasuredCell[], sizePt: number): number =>
  Math.max(0, ...cells.map(({ lines, foot }) => lines.length + foot.length)) * pitchOf(sizePt) +
  2 * PADDING_Y;

export const tallerRow = (row: MeasuredRow, by: number): MeasuredRow => ({ ...row, height: row.height + by });

/** What a further piece of a row is at least high. */
const LEAST_REST = 8;

/**
 * Divides a row at `room` mm. The first part fills the room; a label is said in both, places to sign come last, a
 * signature is not parted from the words it signs. Undefined when no line of it fits.
 */
export function splitRow(row: MeasuredRow, room: number): readonly [MeasuredRow, MeasuredRow] | undefined {
  const most = Math.floor((room - 2 * PADDING_Y + 0.001) / pitchOf(row.sizePt));
  const cuts = row.cells.map((cell) => (cell.label ? 0 : cutOf(cell, most)));
  if (!row.cells.some((cell, index) => !cell.label && (cuts[index] ?? 0) > 0)) return undefined;
  const first = row.cells.map((cell, index) =>
    cell.label ? cell : { ...cell, lines: cell.lines.slice(0, cuts[index]), foot: [] },
  );
  const rest = row.cells.map((cell, index) =>
    cell.label ? cell : { ...cell, lines: cell.lines.slice(cuts[index]) },
  );
  const content = contentHeight(rest, row.sizePt);
  return [
    { ...row, cells: first, content: room, height: room },
    { ...row, cells: rest, content, height: Math.max(content, LEAST_REST, row.height - room) },
  ];
}

function cutOf({ lines }: MeasuredCell, most: number): number {
  if (lines.length <= most) return lines.length;
  let cut = Math.max(0, most);
  while (cut > 1 && lines[cut]?.sticky === true) cut -= 1;
  return cut === 1 && lines[1]?.sticky === true ? Math.max(0, most) : cut;
}

/** Draws a row from `top`; the lines around it are the caller's but for those between its cells. */
export function drawRow(page: PageDraft, row: MeasuredRow, top: number): void {
  const pitch = pitchOf(row.sizePt);
  const lead = (pitch - em(row.sizePt)) / 2;
  const put = ({ line }: CellLine, y: number): void => putLine(page, line, baselineOf(y + lead, row.sizePt));
  for (const { lines, foot, top: atTop } of row.cells) {
    const footTop = top + row.height - PADDING_Y - foot.length * pitch;
    const room = foot.length === 0 ? row.height : footTop - top;
    const free = (room - lines.length * pitch) / 2;
    const start = top + (atTop ? PADDING_Y : Math.max(foot.length === 0 ? 0 : PADDING_Y, free));
    lines.forEach((line, index) => put(line, start + index * pitch));
    foot.forEach((line, index) => put(line, footTop + index * pitch));
  }
  const rule = { element: 'table', path: row.path, thickness: INNER, color: 'black' } as const;
  for (const { left } of row.cells.slice(1)) {
    putRule(page, { ...rule, x1: left, y1: top, x2: left, y2: top + row.height });
  }
}
