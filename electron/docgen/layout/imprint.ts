import { toAtoms } from './atoms.ts';
import type { Context } from './context.ts';
import {
  AREA_BOTTOM,
  AREA_LEFT,
  AREA_RIGHT,
  EM_4,
  IMPRINT_PITCH,
  IMPRINT_THICK,
  IMPRINT_THIN,
  SIZE_4,
} from './geometry.ts';
import { hangingLines } from './hanging.ts';
import { baselineOf, putLines, putRule } from './page.ts';
import type { PageDraft } from './page.ts';
import { lineWidth, setLine } from './set-line.ts';
import type { SetLine } from './set-line.ts';
import { addresseesInImprintText, copyToTexts, dateText } from './wording.ts';

const LEFT = AREA_LEFT + EM_4;
const RIGHT = AREA_RIGHT - EM_4;

/** 版记 (7.4): its lines from top to bottom, and before which of them a thin rule stands. */
export interface Imprint {
  readonly lines: readonly (readonly SetLine[])[];
  readonly ruleBefore: ReadonlySet<number>;
  readonly withRules: boolean;
}

/** Label and text; without a label the text starts where the one above does. */
const labelled = (context: Context, label: string, text: string, path: string): SetLine[] =>
  hangingLines(
    context,
    [{ text: label, role: 'fangsong', element: 'imprint', path }],
    [{ text, role: 'fangsong', element: 'imprint', path }],
    { left: label === '' ? LEFT + 3 * EM_4 : LEFT, right: RIGHT, sizePt: SIZE_4 },
  );

/** 印发机关 left, 印发日期 right, one cell in (7.4.3); a very long office is narrowed. */
function printingLine(context: Context): SetLine[] {
  const { printingOffice, printedOn } = context.document;
  const pieces: SetLine[] = [];
  let dateLeft = RIGHT;
  if (printedOn !== undefined) {
    const text = `${dateText(printedOn)}印发`;
    const date = toAtoms(
      [{ text, role: 'fangsong', element: 'imprint', path: 'printedOn' }],
      SIZE_4,
      context.measure,
    );
    dateLeft = RIGHT - lineWidth(date);
    pieces.push(setLine(date, 0, date.cells.length - 1, { left: dateLeft, sizePt: SIZE_4 }));
  }
  if (printingOffice !== undefined && printingOffice !== '') {
    const run = {
      text: printingOffice,
      role: 'fangsong',
      element: 'imprint',
      path: 'printingOffice',
    } as const;
    const office = toAtoms([run], SIZE_4, context.measure);
    const room = dateLeft - LEFT - (printedOn === undefined ? 0 : EM_4);
    const scaleX = Math.min(1, room / lineWidth(office));
    pieces.unshift(setLine(office, 0, office.cells.length - 1, { left: LEFT, sizePt: SIZE_4, scaleX }));
  }
  return pieces;
}

/**
 * @param addresseesMoved 主送机关 that found no room on the first page: labelled 主送, above 抄送 (7.4.2).
 * @returns undefined when the document has no imprint.
 */
export function imprintOf(context: Context, addresseesMoved: boolean, withRules = true): Imprint | undefined {
  const { document } = context;
  const lines: SetLine[][] = [];
  if (addresseesMoved) {
    const text = addresseesInImprintText(document.addressees);
    lines.push(...labelled(context, '主送：', text, 'addressees').map((line) => [line]));
  }
  copyToTexts(document.copyTo).forEach((text, index) => {
    const path = `copyTo.${index}`;
    lines.push(...labelled(context, index === 0 ? '抄送：' : '', text, path).map((line) => [line]));
  });
  const ruleBefore = new Set<number>();
  const printing = withRules ? printingLine(context) : [];
  if (printing.length > 0) {
    if (lines.length > 0) ruleBefore.add(lines.length);
    lines.push(printing);
  }
  return lines.length === 0 ? undefined : { lines, ruleBefore, withRules };
}

/** y in mm of the first rule (or the first line) of the imprint. */
export const imprintTop = (imprint: Imprint): number => AREA_BOTTOM - imprint.lines.length * IMPRINT_PITCH;

/** Draws the imprint at the foot of the page: the last rule lies on the type area's lower edge (7.4.1). */
export function drawImprint(imprint: Imprint, page: PageDraft): void {
  const top = imprintTop(imprint);
  const rule = (y: number, thickness: number): void =>
    putRule(page, {
      element: 'imprintRule',
      path: 'imprint',
      x1: AREA_LEFT,
      x2: AREA_RIGHT,
      y1: y,
      y2: y,
      thickness,
      color: 'black',
    });
  if (imprint.withRules) rule(top, IMPRINT_THICK);
  imprint.lines.forEach((line, index) => {
    const y = top + index * IMPRINT_PITCH;
    if (imprint.withRules && imprint.ruleBefore.has(index)) rule(y, IMPRINT_THIN);
    putLines(page, line, baselineOf(y + (IMPRINT_PITCH - EM_4) / 2, SIZE_4));
  });
  if (imprint.withRules) rule(AREA_BOTTOM, IMPRINT_THICK);
}
