import type { Context } from './context.ts';
import { cornerRuns, numberRun, plainLine } from './corner.ts';
import {
  AREA_CENTER,
  AREA_LEFT,
  AREA_RIGHT,
  AREA_TOP,
  CELL,
  EM_3,
  LINE_GAP,
  LINE_PITCH,
  RED_RULE_DISTANCE,
  RED_RULE_THICKNESS,
  SIZE_3,
  TEXT_BOTTOM,
} from './geometry.ts';
import { inkSpan } from './ink.ts';
import { layoutMark } from './issuer-mark.ts';
import { layoutLetterHeader } from './letter-header.ts';
import { baselineOf, putLine, putLines, putRule } from './page.ts';
import type { PageDraft } from './page.ts';
import type { FirstPage } from './place-closing.ts';
import type { FormatProfile } from './profile.ts';
import type { SetLine } from './set-line.ts';
import { layoutSignatories } from './signatories.ts';

/** Least white between the corner elements and the mark, mm. */
const CORNER_DISTANCE = 1;

/** Lower ink edge under its baseline; brackets and 号 decide it for a number that is still to be given. */
function numberInk(context: Context, line: SetLine): number {
  const sample = plainLine(context, [{ ...numberRun(context), text: '〔〕号' }], 0);
  return Math.max(...[line, sample].map((each) => inkSpan(each, context.fonts)?.bottom ?? 0));
}

/**
 * Number and signatories, two empty lines under the mark (7.2.5, 7.2.6).
 * @returns top of the number's characters and its lower ink edge, mm.
 */
function layoutNumber(
  context: Context,
  page: PageDraft,
  markBottom: number,
): { top: number; inkBottom: number } {
  const firstTop = markBottom + 2 * LINE_PITCH + LINE_GAP;
  const number = numberRun(context);
  if (context.document.signatories.length === 0) {
    const width = plainLine(context, [number], AREA_LEFT).right - AREA_LEFT;
    const line = plainLine(context, [number], AREA_CENTER - width / 2);
    const baseline = baselineOf(firstTop, SIZE_3);
    putLine(page, line, baseline);
    return { top: firstTop, inkBottom: baseline + numberInk(context, line) };
  }
  const line = plainLine(context, [number], AREA_LEFT + CELL);
  const rows = layoutSignatories(context, line.right);
  const topOf = (index: number): number => firstTop + index * LINE_PITCH;
  rows.forEach((row, index) => {
    putLines(page, index === rows.length - 1 ? [line, ...row] : row, baselineOf(topOf(index), SIZE_3));
  });
  const top = topOf(rows.length - 1);
  return { top, inkBottom: baselineOf(top, SIZE_3) + numberInk(context, line) };
}

/**
 * Everything above the title: corner elements, mark, number and signatories, red rule (7.2); the head of a
 * letter, order or minutes by its profile (10).
 * @param shrink factor of the mark's size, below 1 where the first page lacks room.
 */
export function layoutHeader(
  context: Context,
  page: PageDraft,
  profile: FormatProfile,
  shrink: number,
): FirstPage {
  if (profile.header === 'letter') return layoutLetterHeader(context, page, profile, shrink);
  const { document } = context;
  const corner = cornerRuns(context);
  // an order's mark stands so high (10.2) that three elements above it have to move together
  const room = profile.markTop - AREA_TOP - EM_3 - CORNER_DISTANCE;
  const pitch = Math.min(LINE_PITCH, room / Math.max(1, corner.at(-1)?.row ?? 1));
  for (const { row, run } of corner) {
    putLine(page, plainLine(context, [run], AREA_LEFT), baselineOf(AREA_TOP + row * pitch, SIZE_3));
  }
  const names = document.issuerMark?.names ?? document.issuers;
  const suffix = document.issuerMark?.suffix ?? profile.suffix;
  const markBottom = layoutMark(context, page, { names, suffix, inkTop: profile.markTop, shrink });
  const { top, inkBottom } = layoutNumber(context, page, markBottom);
  if (!profile.redRule) {
    // 令号下空二行排正文 (10.2)
    return { firstTop: top + EM_3 + LINE_GAP / 2 + 2 * LINE_PITCH, firstLimit: TEXT_BOTTOM };
  }
  const ruleTop = inkBottom + RED_RULE_DISTANCE;
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
  return { firstTop: ruleTop + RED_RULE_THICKNESS + 2 * LINE_PITCH, firstLimit: TEXT_BOTTOM };
}
