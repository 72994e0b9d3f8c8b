import { toAtoms } from './atoms.ts';
import type { Run } from './atoms.ts';
import { naturalWidth } from './break-lines.ts';
import type { Context } from './context.ts';
import { SIZE_3 } from './geometry.ts';
import { paragraphLines } from './paragraph.ts';
import { setLine } from './set-line.ts';
import type { SetLine } from './set-line.ts';

export interface HangingShape {
  /** x in mm of the label. */
  readonly left: number;
  readonly right: number;
  readonly sizePt?: number;
  /** Least width in mm of the label, to align the texts of several. */
  readonly labelWidth?: number;
}

/**
 * A label and a text whose further lines start under the text's first character (附件：, 抄送：, 出席：).
 * The label is set by itself, so that justifying the first line does not move the text's start.
 */
export function hangingLines(
  context: Context,
  label: readonly Run[],
  text: readonly Run[],
  shape: HangingShape,
): SetLine[] {
  const sizePt = shape.sizePt ?? SIZE_3;
  const atoms = toAtoms(label, sizePt, context.measure);
  const last = atoms.cells.length - 1;
  const head = setLine(atoms, 0, last, { left: shape.left, sizePt });
  const start = shape.left + Math.max(shape.labelWidth ?? 0, naturalWidth(atoms, 0, last));
  const lines = paragraphLines(context, text, { first: start, rest: start, right: shape.right, sizePt });
  const [first, ...rest] = lines;
  if (first === undefined) return [head];
  return [{ pieces: [...head.pieces, ...first.pieces], left: head.left, right: first.right }, ...rest];
}
