import type { TableBlock } from '../../../shared/gongwen/model.ts';
import { checkedSpans, placeFinder } from '../../../shared/gongwen/table-spans.ts';
import { toAtoms } from './atoms.ts';
import type { Context } from './context.ts';
import type { Box, DrawnBox } from './flow.ts';
import { lineBox } from './flow.ts';
import { AREA_BOTTOM, AREA_LEFT, AREA_TOP, AREA_WIDTH, MM_PER_PT, SIZE_4, SIZE_SMALL_4 } from './geometry.ts';
import { paragraphLines } from './paragraph.ts';
import { centerLine, lineWidth } from './set-line.ts';
import { columnAlignments, columnWidths } from './table-columns.ts';
import { rowsBoxes } from './table-row.ts';
import type { TableFrame } from './table-row.ts';

export { CELL_PADDING_X } from './table-row.ts';

/** 4号 or 小四 (T-05); smaller only for tables with more columns than these can show. */
const SIZES = [SIZE_4, SIZE_SMALL_4, 10.5, 9, 7.5, 6, 5] as const;
const CAPTION_PITCH = 28 * MM_PER_PT;
/** White above and below a table, mm. */
const WHITE_ABOVE = 1;
const WHITE_BELOW = 3;

/** Rectangle a table is set in, mm. */
export interface TableRoom {
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

const TYPE_AREA: TableRoom = { left: AREA_LEFT, width: AREA_WIDTH, height: AREA_BOTTOM - AREA_TOP };

function captionBoxes(context: Context, caption: string, path: string, room: TableRoom): Box[] {
  const run = { text: caption, role: 'hei', element: 'table', path: `${path}.caption` } as const;
  const atoms = toAtoms([run], SIZE_4, context.measure);
  const shape = { first: room.left, rest: room.left, right: room.left + room.width, sizePt: SIZE_4 };
  const lines =
    lineWidth(atoms) <= room.width
      ? [centerLine(atoms, room.left + room.width / 2, SIZE_4)]
      : paragraphLines(context, [run], shape);
  return lines.map((line) => lineBox(line, SIZE_4, CAPTION_PITCH, { keepWithNext: true }));
}

/** The greatest size at which every column takes its text. */
function sizedColumns(
  context: Context,
  block: TableBlock,
  columns: number,
  width: number,
): { sizePt: number; widths: readonly number[] } {
  let smallest: { sizePt: number; widths: readonly number[] } = { sizePt: SIZE_SMALL_4, widths: [] };
  for (const sizePt of SIZES) {
    const { widths, fits } = columnWidths(context, block, columns, sizePt, width);
    smallest = { sizePt, widths };
    if (fits) break;
  }
  return smallest;
}

/** A table as boxes: caption, header rows and rows; the header is set again on every further page (T-05). */
export function tableBoxes(
  context: Context,
  block: TableBlock,
  path: string,
  room: TableRoom = TYPE_AREA,
): Box[] {
  const header = block.header ?? [];
  const columns = Math.max(1, ...[...header, ...block.rows].map((row) => row.length));
  const { sizePt, widths } = sizedColumns(context, block, columns, room.width);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const base = {
    left: room.left + Math.max(0, (room.width - total) / 2),
    widths,
    sizePt,
    alignments: columnAlignments(block, columns),
    places: placeFinder(checkedSpans(block).spans),
  };
  const frame: TableFrame = { ...base, tallest: room.height * 0.4 };
  const headerBoxes: DrawnBox[] = rowsBoxes(
    context,
    frame,
    header.map((cells, row) => ({ row, cells, path: `${path}.header.${row}`, header: true })),
  );
  const headerHeight = headerBoxes.reduce((sum, box) => sum + box.height, 0);
  // a header that takes half the page is set once only
  const repeat = headerHeight <= room.height / 2 ? headerBoxes : [];
  const rowFrame: TableFrame = { ...base, tallest: room.height - (repeat.length > 0 ? headerHeight : 0) - 1 };

  const boxes: Box[] = [];
  if (block.caption !== undefined && block.caption !== '') {
    boxes.push(...captionBoxes(context, block.caption, path, room));
  }
  boxes.push({ kind: 'gap', height: WHITE_ABOVE }, ...headerBoxes);
  const sources = block.rows.map((cells, index) => {
    return { row: header.length + index, cells, path: `${path}.rows.${index}`, header: false, repeat };
  });
  boxes.push(...rowsBoxes(context, rowFrame, sources));
  boxes.push({ kind: 'gap', height: WHITE_BELOW });
  return boxes;
}
