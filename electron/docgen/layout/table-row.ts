import type { PlaceOf } from '../../../shared/gongwen/table-spans.ts';
import type { Context } from './context.ts';
import type { DrawnBox } from './flow.ts';
import { MM_PER_PT, TABLE_BORDER } from './geometry.ts';
import { baselineOf, putLine, putRule } from './page.ts';
import type { PageDraft } from './page.ts';
import { paragraphLines } from './paragraph.ts';
import type { SetLine } from './set-line.ts';

export type Alignment = 'left' | 'center' | 'right';

/** White inside a cell, left and right, in mm; narrow columns have less. */
export const CELL_PADDING_X = 1.2;
const NARROW_SHARE = 0.12;
/** White above and below the text of a cell, mm. */
const CELL_PADDING_Y = 1.2;
/** Line pitch inside a cell, in em. */
const CELL_PITCH = 1.4;

export const paddingOf = (width: number): number => Math.min(CELL_PADDING_X, width * NARROW_SHARE);

export interface TableFrame {
  readonly left: number;
  readonly widths: readonly number[];
  readonly sizePt: number;
  readonly alignments: readonly Alignment[];
  /** Greatest height of a row; a higher one is continued in a further row. */
  readonly tallest: number;
  /** Merged cells, by row of the whole table. */
  readonly places: PlaceOf;
}

export interface RowSource {
  /** Number of the row in the whole table, 表头 rows first. */
  readonly row: number;
  readonly cells: readonly string[];
  readonly path: string;
  readonly header: boolean;
  /** Header rows that are set again where the row starts a page. */
  readonly repeat?: readonly DrawnBox[];
}

interface CellLines {
  readonly left: number;
  readonly lines: readonly SetLine[];
  /** Rows the text is centred over. */
  readonly rows: number;
  /** Sides inside a merged cell, where no border is drawn. */
  readonly open: { readonly left: boolean; readonly top: boolean; readonly bottom: boolean };
}

const CLOSED = { left: false, top: false, bottom: false } as const;

export function shiftedLine(line: SetLine, dx: number): SetLine {
  return {
    left: line.left + dx,
    right: line.right + dx,
    pieces: line.pieces.map((piece) => {
      const xs = piece.xs.map((x) => x + dx);
      return Object.assign({}, piece, { xs, right: piece.right + dx });
    }),
  };
}

function aligned(line: SetLine, left: number, right: number, alignment: Alignment): SetLine {
  const free = right - left - (line.right - line.left);
  const dx = alignment === 'left' ? 0 : alignment === 'right' ? free : free / 2;
  return dx <= 0 ? line : shiftedLine(line, dx);
}

/** Cells that take several columns are centred. */
export const spanAlignment = (columns: number, own: Alignment | undefined): Alignment =>
  columns > 1 ? 'center' : (own ?? 'left');

function cellLines(context: Context, frame: TableFrame, source: RowSource): CellLines[] {
  let x = frame.left;
  return frame.widths.map((own, index) => {
    const left = x;
    x += own;
    const place = frame.places(source.row, index);
    const span = place?.span;
    const open =
      span === undefined
        ? CLOSED
        : {
            left: index > span.column,
            top: source.row > span.row,
            bottom: source.row < span.row + span.rows - 1,
          };
    const text = source.cells[index] ?? '';
    const cell = { left, rows: span?.rows ?? 1, open };
    if (text === '' || place?.first === false) return { ...cell, lines: [] };
    const columns = span?.columns ?? 1;
    const width = frame.widths.slice(index, index + columns).reduce((sum, each) => sum + each, 0);
    const first = left + paddingOf(width);
    const right = left + width - paddingOf(width);
    const role = source.header ? 'hei' : 'fangsong';
    const run = { text, role, element: 'table', path: `${source.path}.${index}` } as const;
    const shape = { first, rest: first, right, sizePt: frame.sizePt, justify: false };
    const alignment = source.header ? 'center' : spanAlignment(columns, frame.alignments[index]);
    const lines = paragraphLines(context, [run], shape);
    return { ...cell, lines: lines.map((line) => aligned(line, first, right, alignment)) };
  });
}

interface RowLines {
  readonly path: string;
  readonly columns: readonly CellLines[];
  readonly height: number;
}

const pitchOf = (frame: TableFrame): number => frame.sizePt * MM_PER_PT * CELL_PITCH;

const heightOf = (frame: TableFrame, columns: readonly CellLines[]): number =>
  Math.max(1, ...columns.map(({ lines }) => lines.length)) * pitchOf(frame) + 2 * CELL_PADDING_Y;

const sumOf = (rows: readonly RowLines[]): number => rows.reduce((sum, { height }) => sum + height, 0);

/** Parts of a horizontal border, left out where it would run through a merged cell. */
function borderParts(
  columns: readonly CellLines[],
  side: 'top' | 'bottom',
  right: number,
): { x1: number; x2: number }[] {
  const parts: { x1: number; x2: number }[] = [];
  columns.forEach(({ left, open }, index) => {
    if (open[side]) return;
    const end = columns[index + 1]?.left ?? right;
    const last = parts.at(-1);
    if (last?.x2 === left) last.x2 = end;
    else parts.push({ x1: left, x2: end });
  });
  return parts;
}

function drawBorders(page: PageDraft, row: RowLines, top: number, right: number): void {
  const { path, columns } = row;
  const bottom = top + row.height;
  const base = { element: 'table', path, thickness: TABLE_BORDER, color: 'black' } as const;
  for (const part of borderParts(columns, 'top', right))
    putRule(page, { ...base, ...part, y1: top, y2: top });
  for (const part of borderParts(columns, 'bottom', right)) {
    putRule(page, { ...base, ...part, y1: bottom, y2: bottom });
  }
  for (const x of [...columns.filter(({ open }) => !open.left).map(({ left }) => left), right]) {
    putRule(page, { ...base, x1: x, y1: top, x2: x, y2: bottom });
  }
}

/** Rows that stay together, as one box. */
function groupBox(frame: TableFrame, source: RowSource, rows: readonly RowLines[]): DrawnBox {
  const em = frame.sizePt * MM_PER_PT;
  const pitch = pitchOf(frame);
  const right = frame.left + frame.widths.reduce((sum, width) => sum + width, 0);
  const draw = (page: PageDraft, start: number): void => {
    let top = start;
    rows.forEach((row, at) => {
      drawBorders(page, row, top, right);
      for (const { lines, rows: taken } of row.columns) {
        const height = sumOf(rows.slice(at, at + taken));
        const first = top + (height - lines.length * pitch) / 2 + (pitch - em) / 2;
        lines.forEach((line, index) => putLine(page, line, baselineOf(first + index * pitch, frame.sizePt)));
      }
      top += row.height;
    });
  };
  const base = { kind: 'drawn', height: sumOf(rows), lead: 0, trail: 0, draw } as const;
  return source.header
    ? { ...base, keepWithNext: true }
    : { ...base, isBody: true, repeat: source.repeat ?? [] };
}

/** The boxes of one row: one, or several when its text is higher than a page. */
function rowBoxes(context: Context, frame: TableFrame, source: RowSource): DrawnBox[] {
  const columns = cellLines(context, frame, source);
  const most = Math.max(1, Math.floor((frame.tallest - 2 * CELL_PADDING_Y) / pitchOf(frame)));
  const count = Math.max(1, ...columns.map(({ lines }) => lines.length));
  const boxes: DrawnBox[] = [];
  for (let from = 0; from < count; from += most) {
    const part = columns.map(({ left, rows, open, lines }) => {
      return { left, rows, open, lines: lines.slice(from, from + most) };
    });
    boxes.push(
      groupBox(frame, source, [{ path: source.path, columns: part, height: heightOf(frame, part) }]),
    );
  }
  return boxes;
}

/** Rows joined by merged cells; a text over several rows that needs more room makes the last of them higher. */
function joinedRows(context: Context, frame: TableFrame, sources: readonly RowSource[]): RowLines[] {
  const rows = sources.map((source) => {
    const columns = cellLines(context, frame, source);
    return {
      path: source.path,
      columns,
      height: heightOf(
        frame,
        columns.filter((cell) => cell.rows === 1),
      ),
    };
  });
  rows.forEach(({ columns }, at) => {
    for (const cell of columns) {
      const own = rows.slice(at, at + cell.rows);
      const last = own.at(-1);
      if (last !== undefined) last.height += Math.max(0, heightOf(frame, [cell]) - sumOf(own));
    }
  });
  return rows;
}

/** How many rows from `at` on are joined by cells merged downwards. */
function joinedCount(frame: TableFrame, sources: readonly RowSource[], at: number): number {
  let end = at + 1;
  for (let row = at; row < end; row += 1) {
    frame.widths.forEach((_, column) => {
      const span = frame.places(sources[row]?.row ?? -1, column)?.span;
      if (span !== undefined) end = Math.max(end, row + span.rows - ((sources[row]?.row ?? 0) - span.row));
    });
  }
  return Math.min(end, sources.length) - at;
}

/**
 * The boxes of the rows. Rows with a cell merged downwards are one box, so that no page ends inside it; where
 * they are higher than a page, they are set without it.
 */
export function rowsBoxes(context: Context, frame: TableFrame, sources: readonly RowSource[]): DrawnBox[] {
  const boxes: DrawnBox[] = [];
  for (let at = 0; at < sources.length;) {
    const group = sources.slice(at, at + joinedCount(frame, sources, at));
    at += group.length;
    const rows = group.length > 1 ? joinedRows(context, frame, group) : [];
    const [first] = group;
    if (first !== undefined && rows.length > 0 && sumOf(rows) <= frame.tallest) {
      boxes.push(groupBox(frame, first, rows));
      continue;
    }
    const places: PlaceOf = (row, column) => {
      const place = frame.places(row, column);
      return place !== undefined && place.span.rows > 1 ? undefined : place;
    };
    boxes.push(...group.flatMap((source) => rowBoxes(context, { ...frame, places }, source)));
  }
  return boxes;
}
