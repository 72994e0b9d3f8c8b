import { toAtoms } from './atoms.ts';
import type { Run } from './atoms.ts';
import type { Context } from './context.ts';
import {
  AREA_CENTER,
  AREA_LEFT,
  AREA_RIGHT,
  CELL,
  EM_3,
  LINE_GAP,
  LINE_PITCH,
  RED_RULE_DISTANCE,
  RED_RULE_THICKNESS,
  rowTop,
  SIZE_3,
} from './geometry.ts';
import { inkSpan } from './ink.ts';
import { layoutMark } from './issuer-mark.ts';
import { baselineOf, putLine, putLines, putRule } from './page.ts';
import type { PageDraft } from './page.ts';
import { centerLine, setLine } from './set-line.ts';
import type { SetLine } from './set-line.ts';
import { layoutSignatories } from './signatories.ts';
import { numberText } from './wording.ts';

/** One unbroken 3号 line from x = `left`. */
export function plainLine(context: Context, runs: readonly Run[], left: number): SetLine {
  const atoms = toAtoms(runs, SIZE_3, context.measure);
  return setLine(atoms, 0, atoms.cells.length - 1, { left, sizePt: SIZE_3 });
}

/**
 * 份号、密级和保密期限、紧急程度 (7.2.1–7.2.3): flush left from the first line down. The secrecy level
 * stands on the second line even without a copy number above it, as 7.2.2 words it.
 */
export function cornerRuns(context: Context): { row: number; run: Run }[] {
  const { copyNumber, secrecy, secrecyTerm, urgency } = context.document;
  const rows: { row: number; run: Run }[] = [];
  if (copyNumber !== undefined && copyNumber !== '') {
    rows.push({
      row: 0,
      run: { text: copyNumber, role: 'fangsong', element: 'copyNumber', path: 'copyNumber' },
    });
  }
  if (secrecy !== undefined) {
    const term = secrecyTerm === undefined || secrecyTerm === '' ? '' : `★${secrecyTerm}`;
    rows.push({ row: 1, run: { text: secrecy + term, role: 'hei', element: 'secrecy', path: 'secrecy' } });
  }
  if (urgency !== undefined) {
    const row = rows.length === 0 ? 0 : (rows.at(-1)?.row ?? 0) + 1;
    rows.push({ row, run: { text: urgency, role: 'hei', element: 'urgency', path: 'urgency' } });
  }
  return rows;
}

export function numberRun(context: Context): Run {
  const { documentNumber } = context.document;
  const text = documentNumber === undefined ? '' : numberText(documentNumber);
  return { text, role: 'fangsong', element: 'documentNumber', path: 'documentNumber' };
}

/** Lower ink edge of a number that is still to be given: brackets and 号 decide it. */
function numberInk(context: Context, line: SetLine): number {
  const sample = plainLine(context, [{ ...numberRun(context), text: '〔〕号' }], 0);
  const all = [line, sample].map((each) => inkSpan(each, context.fonts)?.bottom ?? 0);
  return Math.max(...all);
}

export interface HeaderOptions {
  readonly markTop: number;
  readonly suffix: string;
  readonly shrink?: number;
}

/**
 * 版头 of the general format (7.2): corner elements, mark, number and signatories, red rule.
 * @returns y in mm of the red rule's lower edge.
 */
export function layoutHeader(context: Context, page: PageDraft, options: HeaderOptions): number {
  const { document } = context;
  for (const { row, run } of cornerRuns(context)) {
    putLine(page, plainLine(context, [run], AREA_LEFT), baselineOf(rowTop(row), SIZE_3));
  }
  const names = document.issuerMark?.names ?? document.issuers;
  const suffix = document.issuerMark?.suffix ?? options.suffix;
  const markBottom = layoutMark(context, page, {
    names,
    suffix,
    inkTop: options.markTop,
    ...(options.shrink === undefined ? {} : { shrink: options.shrink }),
  });

  // 发文字号: two empty lines under the mark (7.2.5)
  const firstTop = markBottom + 2 * LINE_PITCH + LINE_GAP;
  const number = numberRun(context);
  let top = firstTop;
  let line: SetLine;
  if (document.signatories.length === 0) {
    line = centerLine(toAtoms([number], SIZE_3, context.measure), AREA_CENTER, SIZE_3);
    putLine(page, line, baselineOf(top, SIZE_3));
  } else {
    line = plainLine(context, [number], AREA_LEFT + CELL);
    const rows = layoutSignatories(context, line.right);
    rows.forEach((row, index) => {
      top = firstTop + index * LINE_PITCH;
      putLines(page, index === rows.length - 1 ? [line, ...row] : row, baselineOf(top, SIZE_3));
    });
  }
  const ink = document.signatories.length === 0 ? numberInk(context, line) : numberInk(context, line);
  const ruleTop = baselineOf(top, SIZE_3) + ink + RED_RULE_DISTANCE;
  const y = ruleTop + RED_RULE_THICKNESS / 2;
  putRule(page, {
    element: 'redRule',
    path: 'documentNumber',
    x1: AREA_LEFT,
    x2: AREA_RIGHT,
    y1: y,
    y2: y,
    thickness: RED_RULE_THICKNESS,
    color: 'red',
  });
  page.textBottom = Math.max(page.textBottom, top + EM_3);
  return ruleTop + RED_RULE_THICKNESS;
}
