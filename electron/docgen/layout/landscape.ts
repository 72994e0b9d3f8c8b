import type { TableBlock } from '../../../shared/gongwen/model.ts';
import type { Context } from './context.ts';
import { flow } from './flow.ts';
import type { Box, TurnedBox } from './flow.ts';
import { AREA_BOTTOM, AREA_LEFT, AREA_RIGHT, AREA_TOP, PAPER_HEIGHT } from './geometry.ts';
import { tableBoxes } from './table.ts';

/**
 * The type area on a paper lying on its side, mm. Turned counter-clockwise onto the upright page, its upper
 * edge becomes the left one: the head of the table is at the binding edge of odd pages and at the fore edge
 * of even ones (clause 8), its left edge the lower one.
 */
const TURNED = {
  left: PAPER_HEIGHT - AREA_BOTTOM,
  right: PAPER_HEIGHT - AREA_TOP,
  top: AREA_LEFT,
  bottom: AREA_RIGHT,
} as const;

/** Middle and width of a line on the lying paper, mm. */
export const TURNED_ROOM = {
  left: TURNED.left,
  center: (TURNED.left + TURNED.right) / 2,
  width: TURNED.right - TURNED.left,
} as const;

/** A 横排表格 on sides of its own, in the coordinates of the lying paper; `above` stands over it. */
export function turnedTable(
  context: Context,
  block: TableBlock,
  path: string,
  above: readonly Box[] = [],
): TurnedBox {
  const { left, right, top, bottom } = TURNED;
  const boxes = tableBoxes(context, block, path, { left, width: right - left, height: bottom - top });
  return { kind: 'turned', pages: flow([...above, ...boxes], { area: { top, bottom } }) };
}
