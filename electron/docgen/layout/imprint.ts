import { formatChineseDate } from '../../../shared/gongwen/chinese-date.ts';
import { toAtoms } from './atoms.ts';
import type { Context } from './context.ts';
import { note } from './context.ts';
import {
  AREA_BOTTOM,
  AREA_LEFT,
  AREA_RIGHT,
  AREA_TOP,
  EM_4,
  IMPRINT_PITCH,
  IMPRINT_THICK,
  IMPRINT_THIN,
  MM_PER_PT,
  SIZE_4,
} from './geometry.ts';
import { hangingLines } from './hanging.ts';
import { baselineOf, putLines, putRule } from './page.ts';
import type { PageDraft } from './page.ts';
import { lineWidth, setLine } from './set-line.ts';
import type { SetLine } from './set-line.ts';
import { addresseesInImprintText, copyToTexts } from './wording.ts';

/** One cell in on both sides (7.4.2, 7.4.3). */
const LEFT = AREA_LEFT + EM_4;
const RIGHT = AREA_RIGHT - EM_4;

/** 4号, and smaller sizes for an imprint that would not fit on one side (it is never divided). */
const SIZES = [SIZE_4, 12, 10.5, 9] as const;
/** Closest pitch, in character heights. */
const CLOSEST = 1.08;

/** 版记 (7.4): its lines from top to bottom, and before which of them a thin rule stands. */
export interface Imprint {
  readonly lines: readonly (readonly SetLine[])[];
  readonly sizePt: number;
  /** mm from line to line. */
  readonly pitch: number;
  readonly ruleBefore: ReadonlySet<number>;
  readonly withRules: boolean;
}

/** Label and text; without a label the text starts where the one above does. */
const labelled = (
  context: Context,
  source: { label: string; text: string; path: string },
  sizePt: number,
): SetLine[] => {
  const base = { role: 'fangsong', element: 'imprint', path: source.path } as const;
  const left = source.label === '' ? LEFT + 3 * sizePt * MM_PER_PT : LEFT;
  const shape = { left, right: RIGHT, sizePt };
  return hangingLines(context, [{ ...base, text: source.label }], [{ ...base, text: source.text }], shape);
};

/** 印发机关 left, 印发日期 right, one cell in (7.4.3); a very long office is narrowed. */
function printingLine(context: Context): SetLine[] {
  const { printingOffice, printedOn } = context.document;
  const pieces: SetLine[] = [];
  let dateLeft = RIGHT;
  if (printedOn !== undefined) {
    const text = `${formatChineseDate(printedOn)}印发`;
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
 * @param full false for a letter: neither rules nor 印发机关 and date (10.1).
 * @returns undefined when the document has no imprint.
 */
export function imprintOf(context: Context, addresseesMoved: boolean, full = true): Imprint | undefined {
  for (const sizePt of SIZES) {
    const imprint = setImprint(context, addresseesMoved, full, sizePt);
    if (imprint === undefined) return undefined;
    const closest = sizePt * MM_PER_PT * CLOSEST;
    if (imprint.pitch < closest && sizePt !== SIZES.at(-1)) continue;
    if (sizePt !== SIZE_4) note(context, 'imprint-small', '版记内容过多，已缩小字号排在一面内。', 'copyTo');
    return imprint;
  }
  return undefined;
}

function setImprint(
  context: Context,
  addresseesMoved: boolean,
  full: boolean,
  sizePt: number,
): Imprint | undefined {
  const { document } = context;
  const lines: SetLine[][] = [];
  const add = (label: string, text: string, path: string): void => {
    lines.push(...labelled(context, { label, text, path }, sizePt).map((line) => [line]));
  };
  if (addresseesMoved) add('主送：', addresseesInImprintText(document.addressees), 'addressees');
  copyToTexts(document.copyTo).forEach((text, index) =>
    add(index === 0 ? '抄送：' : '', text, `copyTo.${index}`),
  );
  const ruleBefore = new Set<number>();
  const printing = full ? printingLine(context) : [];
  if (printing.length > 0) {
    if (lines.length > 0) ruleBefore.add(lines.length);
    lines.push(printing);
  }
  if (lines.length === 0) return undefined;
  const pitch = Math.min(IMPRINT_PITCH, (AREA_BOTTOM - AREA_TOP) / lines.length);
  return { lines, sizePt, pitch, ruleBefore, withRules: full };
}

/** y in mm of the first rule (or the first line) of the imprint. */
export const imprintTop = (imprint: Imprint): number => AREA_BOTTOM - imprint.lines.length * imprint.pitch;

/** Draws the imprint at the foot of the page: the last rule lies on the type area's lower edge (7.4.1). */
export function drawImprint(imprint: Imprint, page: PageDraft): void {
  const top = imprintTop(imprint);
  const base = {
    element: 'imprintRule',
    path: 'imprint',
    x1: AREA_LEFT,
    x2: AREA_RIGHT,
    color: 'black',
  } as const;
  const rule = (y: number, thickness: number): void => putRule(page, { ...base, y1: y, y2: y, thickness });
  if (imprint.withRules) rule(top, IMPRINT_THICK);
  imprint.lines.forEach((line, index) => {
    const y = top + index * imprint.pitch;
    if (imprint.withRules && imprint.ruleBefore.has(index)) rule(y, IMPRINT_THIN);
    const em = imprint.sizePt * MM_PER_PT;
    putLines(page, line, baselineOf(y + (imprint.pitch - em) / 2, imprint.sizePt));
  });
  if (imprint.withRules) rule(AREA_BOTTOM, IMPRINT_THICK);
}
