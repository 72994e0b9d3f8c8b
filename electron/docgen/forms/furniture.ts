import type { FontRole } from '../../../shared/gongwen/pages.ts';
import type { ElementKind } from '../../../shared/gongwen/pages.ts';
import { toAtoms } from '../layout/atoms.ts';
import type { Atoms } from '../layout/atoms.ts';
import { breakLines } from '../layout/break-lines.ts';
import type { Measure } from '../layout/cells.ts';
import { baselineOf, putLine, putRule } from '../layout/page.ts';
import type { PageDraft } from '../layout/page.ts';
import { centerLine, fittedLine, lineWidth, setLine } from '../layout/set-line.ts';
import type { CodeSymbol } from './code-modules.ts';
import { CODE_PT, CODE_TOP, em, MODULE, QUIET_MODULES, TITLE_PITCH, TITLE_PT } from './style.ts';
import type { PaperSide } from './style.ts';

/** What stands around the table of a form: title, code, marks, small lines. */

interface Text {
  readonly text: string;
  readonly sizePt: number;
  readonly role: FontRole;
  readonly element: ElementKind;
  readonly path: string;
}

const atomsOf = (measure: Measure, { text, sizePt, role, element, path }: Text): Atoms =>
  toAtoms([{ text, role, element, path }], sizePt, measure);

/** Puts one line with its characters' upper edge at `top`; a longer one is narrowed to its room. */
export function putText(
  page: PageDraft,
  measure: Measure,
  text: Text,
  place: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly align: 'left' | 'center' | 'right';
  },
): void {
  if (text.text === '') return;
  const atoms = atomsOf(measure, text);
  const room = place.right - place.left;
  const width = Math.min(lineWidth(atoms), room);
  const free = room - width;
  const left = place.left + (place.align === 'left' ? 0 : place.align === 'right' ? free : free / 2);
  putLine(page, fittedLine(atoms, left, room, text.sizePt), baselineOf(place.top, text.sizePt));
}

/**
 * The title in 2号小标宋: unit and name on one line where they fit, else the name on a line of its own.
 * @returns y in mm under its last line
 */
export function putTitle(
  page: PageDraft,
  measure: Measure,
  { officeName, name }: { readonly officeName: string; readonly name: string },
  side: PaperSide,
  top: number,
): number {
  const room = side.right - side.left;
  const center = (side.left + side.right) / 2;
  const whole = atomsOf(measure, titleText(officeName + name));
  const parts = lineWidth(whole) <= room ? [officeName + name] : [officeName, name];
  let y = top;
  for (const part of parts) {
    const atoms = atomsOf(measure, titleText(part));
    for (const { start, end } of breakLines(atoms, { first: room, rest: room })) {
      const natural = setLine(atoms, start, end, { left: 0, sizePt: TITLE_PT });
      const line = setLine(atoms, start, end, { left: center - natural.right / 2, sizePt: TITLE_PT });
      putLine(page, line, baselineOf(y, TITLE_PT));
      y += TITLE_PITCH;
    }
  }
  return y;
}

const titleText = (text: string): Text => ({
  text,
  sizePt: TITLE_PT,
  role: 'title',
  element: 'title',
  path: 'title',
});

/** The code in the upper right corner: the symbol as black rectangles, its letters below for typing. */
export function putCode(
  page: PageDraft,
  measure: Measure,
  code: string,
  { size, runs }: CodeSymbol,
  side: PaperSide,
): void {
  const left = side.right - size * MODULE;
  for (const { x, y, width, height } of runs) {
    const middle = CODE_TOP + (y + height / 2) * MODULE;
    const [x1, x2] = [left + x * MODULE, left + (x + width) * MODULE];
    putRule(page, {
      element: 'documentNumber',
      path: 'code',
      x1,
      y1: middle,
      x2,
      y2: middle,
      thickness: height * MODULE,
      color: 'black',
    });
  }
  const text = { text: code, sizePt: CODE_PT, role: 'hei', element: 'documentNumber', path: 'code' } as const;
  const top = CODE_TOP + (size + QUIET_MODULES) * MODULE - em(CODE_PT) * 0.2;
  putText(page, measure, text, { left: side.right - 40, right: side.right, top, align: 'right' });
}

/** One centred line for a page number. */
export function putPageNumber(page: PageDraft, measure: Measure, words: string, side: PaperSide): void {
  const text = { text: words, sizePt: 9, role: 'song', element: 'pageNumber', path: 'pageNumber' } as const;
  const line = centerLine(atomsOf(measure, text), (side.left + side.right) / 2, 9);
  putLine(page, line, baselineOf(side.height - 11, 9));
}
