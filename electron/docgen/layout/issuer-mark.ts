import { toAtoms } from './atoms.ts';
import type { Context } from './context.ts';
import { note } from './context.ts';
import { AREA_CENTER, AREA_WIDTH, MM_PER_PT } from './geometry.ts';
import { inkSpan } from './ink.ts';
import { putLine } from './page.ts';
import type { PageDraft } from './page.ts';
import { setLine } from './set-line.ts';

/**
 * 发文机关标志. The standard gives no size (7.2.4: 醒目、美观、庄重); the custom is tall, slightly narrow
 * characters not higher than 22 mm that fill the width with a long name.
 */
const MAX_HEIGHT = 18;
const MAX_WIDTH = 15;
const NARROWEST = 0.72;
/** Short names are spaced out to this width. */
const SHORT_MEASURE = 110;
const MAX_GAP = 0.4;

export interface MarkFit {
  readonly sizePt: number;
  readonly scaleX: number;
  readonly measure: number;
}

/** Size and horizontal scale that put `ems` em of text on one line of the type area. */
export function fitMark(ems: number, count: number, shrink = 1): MarkFit {
  const width = Math.min(MAX_WIDTH * shrink, AREA_WIDTH / Math.max(ems, 1));
  const height = Math.min(MAX_HEIGHT * shrink, width / NARROWEST);
  const natural = width * ems;
  const gap = count > 1 ? Math.max(0, Math.min(MAX_GAP * width, (SHORT_MEASURE - natural) / (count - 1))) : 0;
  return {
    sizePt: height / MM_PER_PT,
    scaleX: width / height,
    measure: natural + gap * Math.max(0, count - 1),
  };
}

/**
 * Sets the mark with the top of its ink at `inkTop` (7.2.4: 35 mm below the type area's upper edge).
 * @returns y in mm of the lower edge of its ink.
 */
export function layoutMark(
  context: Context,
  page: PageDraft,
  place: { names: readonly string[]; suffix: string; inkTop: number; shrink?: number },
): number {
  const text = place.names.join('') + place.suffix;
  const run = { text, role: 'title', element: 'issuerMark', path: 'issuerMark', color: 'red' } as const;
  const unit = toAtoms([run], 10, context.measure);
  if (unit.cells.length === 0) return place.inkTop + MAX_HEIGHT;
  const ems = unit.cells.reduce((sum, cell) => sum + cell.width, 0);
  const fit = fitMark(ems, unit.cells.length, place.shrink);
  if (fit.sizePt < 26) {
    note(context, 'mark-small', '发文机关标志过长，已缩小字号排成一行。', 'issuerMark');
  }
  const atoms = toAtoms([run], fit.sizePt, context.measure);
  const line = setLine(atoms, 0, atoms.cells.length - 1, {
    left: AREA_CENTER - fit.measure / 2,
    measure: fit.measure,
    sizePt: fit.sizePt,
    scaleX: fit.scaleX,
  });
  const ink = inkSpan(line, context.fonts) ?? { top: -MAX_HEIGHT, bottom: 0 };
  const baseline = place.inkTop - ink.top;
  putLine(page, line, baseline);
  return baseline + ink.bottom;
}
