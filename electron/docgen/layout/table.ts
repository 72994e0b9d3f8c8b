import type { TableBlock } from '../../../shared/gongwen/model.ts';
import { toAtoms } from './atoms.ts';
import type { Context } from './context.ts';
import type { Box, DrawnBox } from './flow.ts';
import { lineBox } from './flow.ts';
import {
  AREA_CENTER,
  AREA_LEFT,
  AREA_WIDTH,
  MM_PER_PT,
  SIZE_4,
  SIZE_SMALL_4,
  TABLE_BORDER,
} from './geometry.ts';
import { baselineOf, putLine, putRule } from './page.ts';
import type { PageDraft } from './page.ts';
import { paragraphLines } from './paragraph.ts';
import { centerLine, lineWidth } from './set-line.ts';
import type { SetLine } from './set-line.ts';
import { columnAlignments, columnWidths } from './table-columns.ts';
import type { Alignment } from './table-columns.ts';

/** White inside a cell, left and right, and above and below its text, in mm. */
export const CELL_PADDING_X = 1.2;
const CELL_PADDING_Y = 1.2;
/** Line pitch inside a cell, in em. */
const CELL_PITCH = 1.4;

interface TableFrame {
  readonly left: number;
  readonly widths: readonly number[];
  readonly sizePt: number;
  readonly alignments: readonly Alignment[];
}

interface RowSource {
  readonly cells: readonly string[];
  readonly path: string;
  readonly header: boolean;
}

function aligned(line: SetLine, left: number, right: number, alignment: Alignment): SetLine {
  const free = right - left - (line.right - line.left);
  const dx = alignment === 'left' ? 0 : alignment === 'right' ? free : free / 2;
  if (dx <= 0) return line;
  return {
    left: line.left + dx,
    right: line.right + dx,
    pieces: line.pieces.map((piece) => ({
      ...piece,
      xs: piece.xs.map((x) => x + dx),
      right: piece.right + dx,
    })),
  };
}

function rowBox(
  context: Context,
  frame: TableFrame,
  source: RowSource,
  repeat: readonly DrawnBox[] = [],
): DrawnBox {
  const em = frame.sizePt * MM_PER_PT;
  const pitch = em * CELL_PITCH;
  let x = frame.left;
  const columns = frame.widths.map((width, index) => {
    const left = x;
    x += width;
    const text = source.cells[index] ?? '';
    const edges = { left: left + CELL_PADDING_X, right: left + width - CELL_PADDING_X };
    const run = {
      text,
      role: source.header ? 'hei' : 'fangsong',
      element: 'table',
      path: `${source.path}.${index}`,
    } as const;
    const shape = {
      first: edges.left,
      rest: edges.left,
      right: edges.right,
      sizePt: frame.sizePt,
      justify: false,
    };
    const alignment = source.header ? 'center' : (frame.alignments[index] ?? 'left');
    return {
      left,
      lines:
        text === ''
          ? []
          : paragraphLines(context, [run], shape).map((line) =>
              aligned(line, edges.left, edges.right, alignment),
            ),
    };
  });
  const count = Math.max(1, ...columns.map(({ lines }) => lines.length));
  const height = count * pitch + 2 * CELL_PADDING_Y;
  const right = x;
  const draw = (page: PageDraft, top: number): void => {
    const rule = (x1: number, y1: number, x2: number, y2: number): void =>
      putRule(page, {
        element: 'table',
        path: source.path,
        x1,
        y1,
        x2,
        y2,
        thickness: TABLE_BORDER,
        color: 'black',
      });
    rule(frame.left, top, right, top);
    rule(frame.left, top + height, right, top + height);
    for (const { left } of columns) rule(left, top, left, top + height);
    rule(right, top, right, top + height);
    for (const { lines } of columns) {
      const start = top + (height - lines.length * pitch) / 2 + (pitch - em) / 2;
      lines.forEach((line, index) => putLine(page, line, baselineOf(start + index * pitch, frame.sizePt)));
    }
  };
  return source.header
    ? { kind: 'drawn', height, lead: 0, trail: 0, draw, keepWithNext: true }
    : { kind: 'drawn', height, lead: 0, trail: 0, draw, isBody: true, repeat };
}

/** Rows that would not fit on any page are not expected; the flow places one such row alone. */
export function tableBoxes(context: Context, block: TableBlock, path: string): Box[] {
  const header = block.header ?? [];
  const all = [...header, ...block.rows];
  const columns = Math.max(1, ...all.map((row) => row.length));
  const roomy = columnWidths(context, block, columns, SIZE_4);
  const sizePt = roomy.fits ? SIZE_4 : SIZE_SMALL_4;
  const { widths } = roomy.fits ? roomy : columnWidths(context, block, columns, SIZE_SMALL_4);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const frame: TableFrame = {
    left: AREA_LEFT + Math.max(0, (AREA_WIDTH - total) / 2),
    widths,
    sizePt,
    alignments: columnAlignments(block, columns),
  };
  const boxes: Box[] = [];
  if (block.caption !== undefined && block.caption !== '') {
    const atoms = toAtoms(
      [{ text: block.caption, role: 'hei', element: 'table', path: `${path}.caption` }],
      SIZE_4,
      context.measure,
    );
    const lines =
      lineWidth(atoms) <= AREA_WIDTH
        ? [centerLine(atoms, AREA_CENTER, SIZE_4)]
        : paragraphLines(context, atoms.runs, { first: AREA_LEFT, rest: AREA_LEFT, sizePt: SIZE_4 });
    const pitch = 28 * MM_PER_PT;
    boxes.push(...lines.map((line) => lineBox(line, SIZE_4, pitch, { keepWithNext: true })));
  }
  const headerBoxes = header.map((cells, index) =>
    rowBox(context, frame, { cells, path: `${path}.header.${index}`, header: true }),
  );
  boxes.push({ kind: 'gap', height: 1 });
  boxes.push(...headerBoxes);
  block.rows.forEach((cells, index) => {
    const row = rowBox(context, frame, { cells, path: `${path}.rows.${index}`, header: false }, headerBoxes);
    boxes.push(row);
  });
  boxes.push({ kind: 'gap', height: 3 });
  return boxes;
}
