import type { LaidOutPage, TextItem } from '../../shared/gongwen/pages.ts';

/** Reads the cells of a table back from its drawn lines, as an eye does. */

export interface CellBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const SLACK = 0.02;
const MM_PER_PT = 25.4 / 72;

export function boxOf({ xs, right, baseline, sizePt }: TextItem): CellBox {
  const em = sizePt * MM_PER_PT;
  return { left: Math.min(...xs), right, top: baseline - 0.86 * em, bottom: baseline + 0.14 * em };
}

/** The cell whose lines stand around a text: undefined where a side has none, or where a line runs through it. */
export function cellAround(page: LaidOutPage, text: TextItem): CellBox | undefined {
  const box = boxOf(text);
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const rules = page.items.filter((item) => item.kind === 'rule' && item.element === 'table');
  const upright = rules.flatMap((rule) => (rule.kind === 'rule' && rule.x1 === rule.x2 ? [rule] : []));
  const level = rules.flatMap((rule) => (rule.kind === 'rule' && rule.y1 === rule.y2 ? [rule] : []));
  const besides = upright.filter((rule) => rule.y1 <= y && rule.y2 >= y).map((rule) => rule.x1);
  const across = level.filter((rule) => rule.x1 <= x && rule.x2 >= x).map((rule) => rule.y1);
  const cell = {
    left: Math.max(...besides.filter((at) => at <= x)),
    right: Math.min(...besides.filter((at) => at > x)),
    top: Math.max(...across.filter((at) => at <= y)),
    bottom: Math.min(...across.filter((at) => at > y)),
  };
  const inside =
    Object.values(cell).every(Number.isFinite) &&
    box.left >= cell.left - SLACK &&
    box.right <= cell.right + SLACK &&
    box.top >= cell.top - SLACK &&
    box.bottom <= cell.bottom + SLACK;
  return inside ? cell : undefined;
}
