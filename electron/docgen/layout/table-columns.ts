import type { TableBlock } from '../../../shared/gongwen/model.ts';
import { checkedSpans, placeFinder } from '../../../shared/gongwen/table-spans.ts';
import { toAtoms } from './atoms.ts';
import type { Context } from './context.ts';
import { MM_PER_PT, SIZE_SMALL_4 } from './geometry.ts';
import { lineWidth } from './set-line.ts';
import { CELL_PADDING_X, paddingOf } from './table-row.ts';
import type { Alignment } from './table-row.ts';

export type { Alignment } from './table-row.ts';

const NUMERIC = /^[-+−]?[¥￥]?\d[\d,，. ]*[%％‰]?$/u;
/** Columns whose longest text has at most this many characters are centred. */
const SHORT_COLUMN = 10;

/** Numbers right, short texts centred, long ones left. */
export function columnAlignments(block: TableBlock, columns: number): Alignment[] {
  const places = placeFinder(checkedSpans(block).spans);
  const above = block.header?.length ?? 0;
  return Array.from({ length: columns }, (_, index) => {
    const texts = block.rows
      .map((row, at) => ((places(above + at, index)?.span.columns ?? 1) > 1 ? '' : (row[index] ?? '')))
      .filter((text) => text.trim() !== '');
    if (texts.length === 0) return 'center';
    const numeric = texts.every((text) => NUMERIC.test(text.trim()));
    // serial numbers and years read better centred than hard at the right
    if (numeric)
      return texts.every((text) => /^\d{1,4}$/u.test(text.trim())) && index === 0 ? 'center' : 'right';
    return texts.every((text) => Array.from(text).length <= SHORT_COLUMN) ? 'center' : 'left';
  });
}

export interface ColumnWidths {
  readonly widths: number[];
  /** False when a column is too narrow for a character, or a text has to wrap into many short lines. */
  readonly fits: boolean;
}

const PADDING = 2 * CELL_PADDING_X + 0.4;
/** A column is at least this many characters wide where the table has room. */
const LEAST_CHARS = 2;
/** A text may wrap into this many lines before a smaller size is tried. */
const COMFORTABLE_LINES = 4;

const takesCharacter = (width: number, em: number): boolean => width - 2 * paddingOf(width) >= em * 1.01;

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

/** Given widths, scaled down to `room` where they pass it, or widths by content, filling it; mm. */
export function columnWidths(
  context: Context,
  block: TableBlock,
  columns: number,
  sizePt: number,
  room: number,
): ColumnWidths {
  const em = sizePt * MM_PER_PT;
  if (block.widths !== undefined && block.widths.length === columns) {
    const scale = Math.min(1, room / sumOf(block.widths));
    const widths = block.widths.map((width) => width * scale);
    return { widths, fits: widths.every((width) => takesCharacter(width, em)) };
  }
  const widthOf = (text: string): number =>
    lineWidth(toAtoms([{ text, role: 'fangsong', element: 'table', path: '' }], sizePt, context.measure));
  const grid = [...(block.header ?? []), ...block.rows];
  const places = placeFinder(checkedSpans(block).spans);
  const wanted = Array.from({ length: columns }, (_, index) => {
    const widths = grid.map((row, at) => {
      const span = places(at, index)?.span;
      // a text over several columns asks for its share of each
      return span === undefined || span.columns === 1
        ? widthOf(row[index] ?? '')
        : widthOf(grid[span.row]?.[span.column] ?? '') / span.columns;
    });
    const widest = widths.reduce((most, width) => Math.max(most, width), 0);
    return Math.max(widest, LEAST_CHARS * em) + PADDING;
  });
  const total = sumOf(wanted);
  if (total <= room) return { widths: wanted.map((width) => (width * room) / total), fits: true };
  // narrow columns keep what they need, wide ones share the rest by the square root of their text
  const fair = room / columns;
  const least = Math.min(fair, LEAST_CHARS * em + PADDING);
  const weights = wanted.map((width) => (width <= fair ? 0 : Math.sqrt(width)));
  const rest = room - sumOf(wanted.filter((width) => width <= fair));
  const shared = wanted.map((width, index) =>
    width <= fair ? width : Math.max(least, (rest * (weights[index] ?? 0)) / sumOf(weights)),
  );
  const widths = shared.map((width) => (width * room) / sumOf(shared));
  const comfortable =
    sizePt <= SIZE_SMALL_4 ||
    widths.every((width, index) => (wanted[index] ?? 0) <= width * COMFORTABLE_LINES);
  return { widths, fits: comfortable && widths.every((width) => takesCharacter(width, em)) };
}
