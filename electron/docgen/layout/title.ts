import { breakTitle } from '../../../shared/gongwen/break-title.ts';
import type { ElementKind } from '../../../shared/gongwen/pages.ts';
import { toAtoms } from './atoms.ts';
import type { Atoms } from './atoms.ts';
import { breakLines } from './break-lines.ts';
import type { Context } from './context.ts';
import { lineBox } from './flow.ts';
import type { LineBox } from './flow.ts';
import { AREA_CENTER, AREA_WIDTH, MM_PER_PT, SIZE_2, TITLE_PITCH } from './geometry.ts';
import { centerLine, lineWidth, setLine } from './set-line.ts';
import type { SetLine } from './set-line.ts';

const TITLE_EM = SIZE_2 * MM_PER_PT;

/** Where a title is centred and how wide it may be, mm; 20 characters fit into the type area. */
export interface TitleRoom {
  readonly center: number;
  readonly width: number;
}

/** A line up to this much too wide is set a little tighter instead of being broken again. */
const TIGHT = 1.03;

const boxOf = (line: SetLine): LineBox => lineBox(line, SIZE_2, TITLE_PITCH);

/**
 * 标题 (7.3.1): 2号 小标宋, centred, broken by meaning into a 梯形 or 菱形; `\n` in the text wins. A line
 * that is too wide all the same (long Latin words) is broken by the rules of the body.
 */
export function titleBoxes(
  context: Context,
  title: string,
  element: ElementKind,
  path: string,
  room: TitleRoom = { center: AREA_CENTER, width: AREA_WIDTH },
): LineBox[] {
  const atomsOf = (text: string): Atoms =>
    toAtoms([{ text, role: 'title', element, path }], SIZE_2, context.measure);
  const lines = title.split('\n').flatMap((line) => {
    const fits = lineWidth(atomsOf(line)) <= room.width * TIGHT;
    return title.includes('\n') && fits ? [line] : breakTitle(line, Math.floor(room.width / TITLE_EM));
  });
  return lines.flatMap((text) => {
    const atoms = atomsOf(text);
    const last = atoms.cells.length - 1;
    if (last < 0) return [];
    const width = lineWidth(atoms);
    if (width <= room.width + 0.01) return [boxOf(centerLine(atoms, room.center, SIZE_2))];
    const full = { left: room.center - room.width / 2, measure: room.width, sizePt: SIZE_2 };
    if (width <= room.width * TIGHT) return [boxOf(setLine(atoms, 0, last, { ...full, tight: true }))];
    return breakLines(atoms, { first: room.width, rest: room.width }).map(({ start, end }) => {
      const probe = setLine(atoms, start, end, { left: 0, sizePt: SIZE_2 });
      const centred = { left: room.center - probe.right / 2, sizePt: SIZE_2 };
      return boxOf(setLine(atoms, start, end, probe.right > room.width ? full : centred));
    });
  });
}
