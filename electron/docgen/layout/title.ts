import { breakTitle } from '../../../shared/gongwen/break-title.ts';
import type { ElementKind } from '../../../shared/gongwen/pages.ts';
import { toAtoms } from './atoms.ts';
import { breakLines } from './break-lines.ts';
import type { Context } from './context.ts';
import { lineBox } from './flow.ts';
import type { LineBox } from './flow.ts';
import { AREA_CENTER, AREA_WIDTH, MM_PER_PT, SIZE_2, TITLE_PITCH } from './geometry.ts';
import { centerLine, lineWidth, setLine } from './set-line.ts';

/** 2号 characters in a line of the type area: 156 mm / 22 pt = 20.1. */
const TITLE_CHARS = Math.floor(AREA_WIDTH / (SIZE_2 * MM_PER_PT));

/**
 * 标题 (7.3.1): 2号 小标宋, centred, broken by meaning into a 梯形 or 菱形; `\n` in the text wins. A line
 * that is still too wide (long Latin words) is broken by the rules of the body.
 */
export function titleBoxes(context: Context, title: string, element: ElementKind, path: string): LineBox[] {
  const lines = title.includes('\n') ? title.split('\n') : breakTitle(title, TITLE_CHARS);
  const boxes: LineBox[] = [];
  for (const text of lines) {
    if (text === '') continue;
    const atoms = toAtoms([{ text, role: 'title', element, path }], SIZE_2, context.measure);
    if (lineWidth(atoms) <= AREA_WIDTH + 0.01) {
      boxes.push(
        lineBox(centerLine(atoms, AREA_CENTER, SIZE_2), SIZE_2, TITLE_PITCH, { keepWithNext: true }),
      );
      continue;
    }
    for (const { start, end } of breakLines(atoms, { first: AREA_WIDTH, rest: AREA_WIDTH })) {
      const probe = setLine(atoms, start, end, { left: 0, sizePt: SIZE_2 });
      const over = probe.right > AREA_WIDTH;
      const place = over
        ? { left: AREA_CENTER - AREA_WIDTH / 2, measure: AREA_WIDTH, sizePt: SIZE_2 }
        : { left: AREA_CENTER - probe.right / 2, sizePt: SIZE_2 };
      boxes.push(lineBox(setLine(atoms, start, end, place), SIZE_2, TITLE_PITCH, { keepWithNext: true }));
    }
  }
  return boxes;
}
