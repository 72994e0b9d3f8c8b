import type { Context } from './context.ts';
import { cornerRuns, numberRun, plainLine } from './corner.ts';
import { AREA_CENTER, AREA_LEFT, AREA_RIGHT, EM_3, LINE_GAP, LINE_PITCH, SIZE_3 } from './geometry.ts';
import { layoutMark } from './issuer-mark.ts';
import { baselineOf, putLines, putRule } from './page.ts';
import type { PageDraft } from './page.ts';
import type { FirstPage } from './place-closing.ts';
import { LETTER_RULE, LETTER_RULE_HEIGHT } from './profile.ts';
import type { FormatProfile } from './profile.ts';
import type { SetLine } from './set-line.ts';

/** 3号字高的 7/8: distance of text from both double rules (10.1). */
const RULE_DISTANCE = (EM_3 * 7) / 8;

/** A red double rule whose upper edge is at `top`. */
function doubleRule(page: PageDraft, top: number, order: 'thickAbove' | 'thinAbove'): void {
  const { thick, thin, gap, length } = LETTER_RULE;
  const [upper, lower] = order === 'thickAbove' ? [thick, thin] : [thin, thick];
  const base = {
    element: 'redRule',
    path: 'issuerMark',
    x1: AREA_CENTER - length / 2,
    x2: AREA_CENTER + length / 2,
    color: 'red',
  } as const;
  const upperY = top + upper / 2;
  const lowerY = top + upper + gap + lower / 2;
  putRule(page, { ...base, y1: upperY, y2: upperY, thickness: upper });
  putRule(page, { ...base, y1: lowerY, y2: lowerY, thickness: lower });
}

/**
 * Head and foot of a letter's first page (10.1): mark, double rule (上粗下细), corner elements left and the
 * number right under it, second double rule (上细下粗) at the foot. The last line of a full first page
 * stands 7/8 of a 3号 character above that rule, below the type area, as the clause has it.
 */
export function layoutLetterHeader(
  context: Context,
  page: PageDraft,
  profile: FormatProfile,
  shrink: number,
): FirstPage {
  const { document } = context;
  const names = (document.issuerMark?.names ?? document.issuers).slice(0, 1);
  const suffix = document.issuerMark?.suffix ?? profile.suffix;
  const markBottom = layoutMark(context, page, { names, suffix, inkTop: profile.markTop, shrink });
  const ruleTop = markBottom + LETTER_RULE.underMark;
  doubleRule(page, ruleTop, 'thickAbove');
  const bottomRule = LETTER_RULE.bottomCenter - LETTER_RULE_HEIGHT / 2;
  doubleRule(page, bottomRule, 'thinAbove');

  const firstTop = ruleTop + LETTER_RULE_HEIGHT + RULE_DISTANCE;
  const number = plainLine(context, [numberRun(context)], 0);
  const width = number.right;
  const rows: SetLine[][] = cornerRuns(context).map(({ run }) => [plainLine(context, [run], AREA_LEFT)]);
  (rows[0] ??= []).push(plainLine(context, [numberRun(context)], AREA_RIGHT - width));
  rows.forEach((row, index) => putLines(page, row, baselineOf(firstTop + index * LINE_PITCH, SIZE_3)));
  const lastBottom = firstTop + (rows.length - 1) * LINE_PITCH + EM_3;
  // 标题: two lines under the last element above it
  return {
    firstTop: lastBottom + LINE_GAP / 2 + 2 * LINE_PITCH,
    firstLimit: bottomRule - RULE_DISTANCE,
    fillFirst: true,
  };
}
