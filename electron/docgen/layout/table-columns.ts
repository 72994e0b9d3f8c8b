import type { TableBlock } from '../../../shared/gongwen/model.ts';
import { toAtoms } from './atoms.ts';
import type { Context } from './context.ts';
import { AREA_WIDTH, MM_PER_PT } from './geometry.ts';
import { lineWidth } from './set-line.ts';

export type Alignment = 'left' | 'center' | 'right';

const NUMERIC = /^[-+−]?[¥￥]?\d[\d,，. ]*[%％‰]?$/u;
/** Columns whose longest text has at most this many characters are centred. */
const SHORT_COLUMN = 10;

/** Numbers right, short texts centred, long ones left. */
export function columnAlignments(block: TableBlock, columns: number): Alignment[] {
  return Array.from({ length: columns }, (_, index) => {
    const texts = block.rows.map((row) => row[index] ?? '').filter((text) => text.trim() !== '');
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
  /** False when some text has to wrap into very narrow lines at this size. */
  readonly fits: boolean;
}

const PADDING = 2 * 1.2 + 0.4;
/** A column is at least this many characters wide where the table has room. */
const LEAST_CHARS = 2;

/** Given widths scaled to the type area, or widths by content. */
export function columnWidths(
  context: Context,
  block: TableBlock,
  columns: number,
  sizePt: number,
): ColumnWidths {
  if (block.widths !== undefined && block.widths.length === columns) {
    const total = block.widths.reduce((sum, width) => sum + width, 0);
    const scale = Math.min(1, AREA_WIDTH / total);
    return { widths: block.widths.map((width) => width * scale), fits: true };
  }
  const em = sizePt * MM_PER_PT;
  const wanted = Array.from({ length: columns }, (_, index) => {
    const texts = [...(block.header ?? []), ...block.rows].map((row) => row[index] ?? '');
    const widest = Math.max(
      0,
      ...texts.map((text) =>
        lineWidth(toAtoms([{ text, role: 'fangsong', element: 'table', path: '' }], sizePt, context.measure)),
      ),
    );
    return Math.max(widest, LEAST_CHARS * em) + PADDING;
  });
  const total = wanted.reduce((sum, width) => sum + width, 0);
  if (total <= AREA_WIDTH) {
    // a table stands as wide as the type area
    return { widths: wanted.map((width) => width + (AREA_WIDTH - total) * (width / total)), fits: true };
  }
  // narrow columns keep what they need, wide ones share the rest by the square root of their text
  const least = Math.min(AREA_WIDTH / columns, LEAST_CHARS * em + PADDING);
  const fair = AREA_WIDTH / columns;
  const fixed = wanted.map((width) => (width <= fair ? width : undefined));
  const kept = fixed.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const weights = wanted.map((width, index) => (fixed[index] === undefined ? Math.sqrt(width) : 0));
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  const rest = AREA_WIDTH - kept;
  const widths = wanted.map(
    (_, index) => fixed[index] ?? Math.max(least, (rest * (weights[index] ?? 0)) / weightSum),
  );
  const sum = widths.reduce((all, width) => all + width, 0);
  const scaled = widths.map((width) => (width * AREA_WIDTH) / sum);
  return { widths: scaled, fits: scaled.every((width, index) => (wanted[index] ?? 0) <= width * 4) };
}
