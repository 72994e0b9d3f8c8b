import type { Closing } from './closing.ts';
import { closingFits } from './closing.ts';
import type { Context } from './context.ts';
import { note } from './context.ts';
import { flow } from './flow.ts';
import type { Box, FlowPage } from './flow.ts';
import { AREA_TOP, LINE_PITCH_PT, PITCH_MAX_PT, PITCH_MIN_PT, TEXT_BOTTOM } from './geometry.ts';

/** Lower edge in mm of the last text (or table) on a page. */
export function textBottomOf(page: FlowPage | undefined, fallback: number): number {
  const last = page?.placed.at(-1);
  if (last === undefined || page === undefined) return fallback;
  const extra = page.bottom - last.top - last.box.height;
  return page.bottom - last.box.trail - extra;
}

const STEP_PT = 0.1;
/** Lines taken over to the page of 署名, in order of preference. */
const CARRIED = [2, 3, 1, 4, 5, 6, 8, 10];

const fitsLast = (pages: readonly FlowPage[], closing: Closing): boolean =>
  closingFits(closing, textBottomOf(pages.at(-1), AREA_TOP));

const hasBody = (page: FlowPage | undefined): boolean =>
  page?.placed.some(({ box }) => box.isBody === true) === true;

/**
 * Fills the pages so that 署名, 日期 and seal stand on a page with text of the body (7.3.5.5). When the
 * room under the text is too small, first the line pitch of the last page is tightened (not below 28 pt),
 * then lines are taken over to a new page and the page before is spaced out (not above 33 pt).
 */
export function flowWithClosing(
  context: Context,
  boxes: readonly Box[],
  firstTop: number,
  closing: Closing,
): FlowPage[] {
  const natural = flow(boxes, firstTop);
  if (fitsLast(natural, closing) && (hasBody(natural.at(-1)) || natural.length === 1)) return natural;
  const lastIndex = natural.length - 1;
  if (hasBody(natural.at(-1))) {
    for (let pitch = LINE_PITCH_PT - STEP_PT; pitch >= PITCH_MIN_PT - 0.001; pitch -= STEP_PT) {
      const scale = pitch / LINE_PITCH_PT;
      const tight = flow(boxes, firstTop, (page) => (page === lastIndex ? scale : 1));
      if (tight.length === natural.length && fitsLast(tight, closing)) {
        note(
          context,
          'pitch-tightened',
          `为使署名与正文同页，末页行距调整为${pitch.toFixed(1)}磅。`,
          'issuedOn',
        );
        return tight;
      }
    }
  }
  const bodyIndexes = boxes.flatMap((box, index) =>
    box.kind !== 'gap' && box.kind !== 'break' && box.isBody === true ? [index] : [],
  );
  for (const count of CARRIED) {
    const at = bodyIndexes.at(-count);
    if (at === undefined || bodyIndexes.length <= count) continue;
    const carried = flow(boxes, firstTop, undefined, new Set([at]));
    if (!fitsLast(carried, closing) || !hasBody(carried.at(-1)) || !hasBody(carried[0])) continue;
    return loosened(context, boxes, firstTop, carried, at);
  }
  note(context, 'closing-alone', '署名、日期所在页没有正文，请调整正文长度。', 'issuedOn');
  return fitsLast(natural, closing) ? natural : [...natural, { placed: [], bottom: AREA_TOP }];
}

/** Spaces out the page that gave lines away, so that it stays filled. */
function loosened(
  context: Context,
  boxes: readonly Box[],
  firstTop: number,
  carried: FlowPage[],
  breakAt: number,
): FlowPage[] {
  const index = carried.length - 2;
  let best = carried;
  let bestPitch = LINE_PITCH_PT;
  for (let pitch = LINE_PITCH_PT + STEP_PT; pitch <= PITCH_MAX_PT + 0.001; pitch += STEP_PT) {
    const scale = pitch / LINE_PITCH_PT;
    const wide = flow(boxes, firstTop, (page) => (page === index ? scale : 1), new Set([breakAt]));
    const fits = wide.length === carried.length && textBottomOf(wide[index], 0) <= TEXT_BOTTOM + 0.02;
    if (!fits || wide[index]?.placed.length !== carried[index]?.placed.length) break;
    best = wide;
    bestPitch = pitch;
  }
  note(
    context,
    'lines-carried',
    `为使署名与正文同页，已将正文末几行移至下页，前页行距为${bestPitch.toFixed(1)}磅。`,
    'issuedOn',
  );
  return best;
}
