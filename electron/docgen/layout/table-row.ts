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
}

export interface RowSource {
  readonly cells: readonly string[];
  readonly path: string;
  readonly header: boolean;
  /** Header rows that are set again where the row starts a page. */
  readonly repeat?: readonly DrawnBox[];
}

interface CellLines {
  readonly left: number;
  readonly lines: readonly SetLine[];
}

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

function cellLines(context: Context, frame: TableFrame, source: RowSource): CellLines[] {
  let x = frame.left;
  return frame.widths.map((width, index) => {
    const left = x;
    x += width;
    const text = source.cells[index] ?? '';
    if (text === '') return { left, lines: [] };
    const first = left + paddingOf(width);
    const right = left + width - paddingOf(width);
    const role = source.header ? 'hei' : 'fangsong';
    const run = { text, role, element: 'table', path: `${source.path}.${index}` } as const;
    const shape = { first, rest: first, right, sizePt: frame.sizePt, justify: false };
    const alignment = source.header ? 'center' : (frame.alignments[index] ?? 'left');
    const lines = paragraphLines(context, [run], shape);
    return { left, lines: lines.map((line) => aligned(line, first, right, alignment)) };
  });
}

function rowBox(frame: TableFrame, source: RowSource, columns: readonly CellLines[]): DrawnBox {
  const em = frame.sizePt * MM_PER_PT;
  const pitch = em * CELL_PITCH;
  const count = Math.max(1, ...columns.map(({ lines }) => lines.length));
  const height = count * pitch + 2 * CELL_PADDING_Y;
  const right = frame.left + frame.widths.reduce((sum, width) => sum + width, 0);
  const draw = (page: PageDraft, top: number): void => {
    const base = { element: 'table', path: source.path, thickness: TABLE_BORDER, color: 'black' } as const;
    for (const y of [top, top + height]) putRule(page, { ...base, x1: frame.left, y1: y, x2: right, y2: y });
    for (const x of [...columns.map(({ left }) => left), right]) {
      putRule(page, { ...base, x1: x, y1: top, x2: x, y2: top + height });
    }
    for (const { lines } of columns) {
      const start = top + (height - lines.length * pitch) / 2 + (pitch - em) / 2;
      lines.forEach((line, index) => putLine(page, line, baselineOf(start + index * pitch, frame.sizePt)));
    }
  };
  const base = { kind: 'drawn', height, lead: 0, trail: 0, draw } as const;
  return source.header
    ? { ...base, keepWithNext: true }
    : { ...base, isBody: true, repeat: source.repeat ?? [] };
}

/** The boxes of one row: one, or several when its text is higher than a page. */
export function rowBoxes(context: Context, frame: TableFrame, source: RowSource): DrawnBox[] {
  const columns = cellLines(context, frame, source);
  const pitch = frame.sizePt * MM_PER_PT * CELL_PITCH;
  const most = Math.max(1, Math.floor((frame.tallest - 2 * CELL_PADDING_Y) / pitch));
  const count = Math.max(1, ...columns.map(({ lines }) => lines.length));
  const boxes: DrawnBox[] = [];
  for (let from = 0; from < count; from += most) {
    const part = columns.map(({ left, lines }) => ({ left, lines: lines.slice(from, from + most) }));
    boxes.push(rowBox(frame, source, part));
  }
  return boxes;
}
