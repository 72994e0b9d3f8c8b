import { toAtoms } from './atoms.ts';
import type { Run } from './atoms.ts';
import { breakLines } from './break-lines.ts';
import type { Context } from './context.ts';
import { lineBox } from './flow.ts';
import type { LineBox } from './flow.ts';
import { AREA_LEFT, AREA_RIGHT, LINE_PITCH, SIZE_3 } from './geometry.ts';
import { setLine } from './set-line.ts';
import type { SetLine } from './set-line.ts';

export interface ParagraphShape {
  /** x in mm of the first line and of the following lines. */
  readonly first: number;
  readonly rest: number;
  /** Right edge in mm. */
  readonly right?: number;
  readonly sizePt?: number;
  readonly justify?: boolean;
  /** See `BreakOptions`. */
  readonly ragged?: boolean;
}

/** Breaks runs into set lines between the given edges. */
export function paragraphLines(
  context: Pick<Context, 'measure'>,
  runs: readonly Run[],
  shape: ParagraphShape,
): SetLine[] {
  const sizePt = shape.sizePt ?? SIZE_3;
  const right = shape.right ?? AREA_RIGHT;
  const atoms = toAtoms(runs, sizePt, context.measure);
  const { ragged = false } = shape;
  const broken = breakLines(atoms, { first: right - shape.first, rest: right - shape.rest, ragged });
  return broken.map((line, index) => {
    const left = index === 0 ? shape.first : shape.rest;
    const measure = right - left;
    const full = line.justified && shape.justify !== false;
    const set = setLine(atoms, line.start, line.end, { left, sizePt, ...(full ? { measure } : {}) });
    // a last line that only just fits passes the edge by the hundredths a 16 pt face is wider than its cell
    if (!full && set.right > right) {
      return setLine(atoms, line.start, line.end, { left, sizePt, measure });
    }
    return set;
  });
}

/** 3号 paragraph as boxes of the flow. */
export function paragraphBoxes(
  context: Context,
  runs: readonly Run[],
  shape: ParagraphShape = { first: AREA_LEFT, rest: AREA_LEFT },
  options: { keepWithNext?: boolean; isBody?: boolean } = {},
): LineBox[] {
  return paragraphLines(context, runs, shape).map((line) => lineBox(line, SIZE_3, LINE_PITCH, options));
}
