import type { LayoutNote } from '../../../shared/gongwen/pages.ts';
import type { Closing } from './closing-parts.ts';
import { closingFits } from './closing.ts';
import { flow } from './flow.ts';
import type { Box, FlowPage } from './flow.ts';
import { AREA_TOP, LINE_PITCH, LINE_PITCH_PT, PITCH_MAX_PT, PITCH_MIN_PT, TEXT_BOTTOM } from './geometry.ts';

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

/** Where text may stand on the first page. */
export interface FirstPage {
  readonly firstTop: number;
  readonly firstLimit: number;
  /** The last line of a full first page stands exactly at the limit (letters, 10.1). */
  readonly fillFirst?: boolean;
}

/** Spreads the body's lines of a full first page so that the last one ends at `limit`, within 33 pt. */
export function fillFirstPage(pages: readonly FlowPage[], limit: number): void {
  const [first] = pages;
  if (first === undefined || pages.length < 2 || first.placed.at(-1)?.box.kind !== 'line') return;
  const slack = limit - textBottomOf(first, limit);
  const body = first.placed.filter(({ box }) => box.kind === 'line' && box.isBody === true).length;
  const most = body * (PITCH_MAX_PT / LINE_PITCH_PT - 1) * LINE_PITCH;
  if (slack <= 0 || slack > most) return;
  let passed = 0;
  first.placed = first.placed.map(({ box, top }) => {
    if (box.kind === 'line' && box.isBody === true) passed += 1;
    return { box, top: top + (slack * passed) / body };
  });
  first.bottom += slack;
}

function fitsLast(pages: readonly FlowPage[], closing: Closing, frame: FirstPage): boolean {
  if (pages.at(-1)?.turned === true) return false;
  const single = pages.length === 1;
  const bottom = textBottomOf(pages.at(-1), single ? frame.firstTop : AREA_TOP);
  return closingFits(closing, bottom, single ? frame.firstLimit : TEXT_BOTTOM);
}

const hasBody = (page: FlowPage | undefined): boolean =>
  page?.placed.some(({ box }) => box.isBody === true) === true;

export interface ClosedFlow {
  readonly pages: FlowPage[];
  readonly closing: Closing;
  /** How much had to give way: nothing, the line pitch, lines to a further page, or it could not be done. */
  readonly effort: 'none' | 'tightened' | 'carried' | 'failed';
  readonly note?: LayoutNote;
  /** Pages the text takes before anything gives way. */
  readonly naturalPages: number;
}

type Eased = Omit<ClosedFlow, 'naturalPages'>;

const noteOf = (code: string, message: string): LayoutNote => ({ code, message, path: 'issuedOn' });

/**
 * Fills the pages so that 署名, 日期 and seal stand on a page with text of the body (7.3.5.5). When the
 * room under the text is too small, first the line pitch of the last page is tightened (not below 27.5 pt),
 * then lines are taken over to a new page and the page before is spaced out (not above 33 pt).
 * @param closings the block at the end, from its best to its most compact form.
 */
export function flowWithClosing(
  boxes: readonly Box[],
  frame: FirstPage,
  closings: readonly [Closing, ...Closing[]],
): ClosedFlow {
  const natural = flow(boxes, frame);
  const naturalPages = natural.length;
  const onText = hasBody(natural.at(-1)) || natural.length === 1;
  for (const closing of closings) {
    if (fitsLast(natural, closing, frame) && onText)
      return { pages: natural, closing, effort: 'none', naturalPages };
  }
  const eased =
    (onText ? tightened(boxes, frame, closings, natural) : undefined) ??
    carriedBody(boxes, frame, closings[0]) ??
    besideText(natural, frame, closings) ??
    carriedText(boxes, frame, closings[0]) ??
    alone(natural, frame, closings[0]);
  return { ...eased, naturalPages };
}

/** Documents of more pages are not spaced anew from the first on. */
const FEW_PAGES = 4;

function tightened(
  boxes: readonly Box[],
  frame: FirstPage,
  closings: readonly Closing[],
  natural: readonly FlowPage[],
): Eased | undefined {
  const lastIndex = natural.length - 1;
  const reaches = [
    { from: lastIndex, where: '末页' },
    ...(lastIndex > 0 && lastIndex < FEW_PAGES ? [{ from: 0, where: '全文' }] : []),
  ];
  for (const { from, where } of reaches) {
    for (const closing of closings) {
      const at = (pitch: number): FlowPage[] | undefined => {
        const scale = pitch / LINE_PITCH_PT;
        const pages = flow(boxes, { ...frame, scale: (page) => (page >= from ? scale : 1) });
        const fits =
          pages.length <= natural.length && hasBody(pages.at(-1)) && fitsLast(pages, closing, frame);
        return fits ? pages : undefined;
      };
      if (at(PITCH_MIN_PT) === undefined) continue;
      for (let pitch = LINE_PITCH_PT - STEP_PT; pitch >= PITCH_MIN_PT - 0.001; pitch -= STEP_PT) {
        const pages = at(pitch);
        if (pages === undefined) continue;
        const message = `为使署名、日期与正文同页，${where}行距调整为${pitch.toFixed(1)}磅。`;
        return { pages, closing, effort: 'tightened', note: noteOf('pitch-tightened', message) };
      }
    }
  }
  return undefined;
}

const isText = (box: Box): boolean => box.kind === 'line' || box.kind === 'drawn';
const isBody = (box: Box): boolean => 'isBody' in box && box.isBody;

/** The box at `at`, or the first of the headings right above it, which may not be left behind (B-11). */
function withHeadings(boxes: readonly Box[], at: number): number {
  let start = at;
  for (let above = at - 1; above >= 0; above -= 1) {
    const box = boxes[above];
    if (box === undefined || box.kind === 'break' || box.kind === 'turned') break;
    if (box.kind === 'gap') continue;
    if (box.keepWithNext !== true) break;
    start = above;
  }
  return start;
}

/** Carries the last of the boxes at `indexes` over to a new page; `accepts` judges the pages. */
function carriedOver(
  boxes: readonly Box[],
  frame: FirstPage,
  closing: Closing,
  indexes: readonly number[],
  accepts: (pages: readonly FlowPage[]) => boolean,
): Eased | undefined {
  for (const count of CARRIED) {
    const counted = indexes.at(-count);
    if (counted === undefined || indexes.length <= count) continue;
    const at = withHeadings(boxes, counted);
    if (at === indexes[0]) continue;
    const carried = flow(boxes, { ...frame, breakBefore: new Set([at]) });
    if (!fitsLast(carried, closing, frame) || !accepts(carried)) continue;
    return { ...loosened(boxes, frame, carried, at), closing, effort: 'carried' };
  }
  return undefined;
}

const bodyIndexes = (boxes: readonly Box[]): number[] =>
  boxes.flatMap((box, index) => (isBody(box) ? [index] : []));

function carriedBody(boxes: readonly Box[], frame: FirstPage, closing: Closing): Eased | undefined {
  return carriedOver(
    boxes,
    frame,
    closing,
    bodyIndexes(boxes),
    (pages) => hasBody(pages.at(-1)) && hasBody(pages[0]),
  );
}

/** Else lines of what follows the body: 附件说明, 出席. */
function carriedText(boxes: readonly Box[], frame: FirstPage, closing: Closing): Eased | undefined {
  const after = bodyIndexes(boxes).at(-1) ?? boxes.length;
  const indexes = boxes.flatMap((box, index) => (index > after && isText(box) ? [index] : []));
  return carriedOver(boxes, frame, closing, indexes, (pages) => pages.at(-1)?.placed.length !== 0);
}

/** 附件说明 or 出席 so long that no line of the body comes with them: 署名 stands under these. */
function besideText(natural: FlowPage[], frame: FirstPage, closings: readonly Closing[]): Eased | undefined {
  const closing = closings.find((each) => fitsLast(natural, each, frame));
  if (closing === undefined || natural.at(-1)?.placed.length === 0) return undefined;
  return { pages: natural, closing, effort: 'none' };
}

function alone(natural: FlowPage[], frame: FirstPage, closing: Closing): Eased {
  const fits = fitsLast(natural, closing, frame);
  return {
    pages: fits ? natural : [...natural, { placed: [], bottom: AREA_TOP }],
    closing,
    effort: 'failed',
    note: noteOf('closing-alone', '署名、日期所在页没有正文，请调整正文长度。'),
  };
}

/** Spaces out the page that gave lines away, so that it stays filled. */
function loosened(
  boxes: readonly Box[],
  frame: FirstPage,
  carried: FlowPage[],
  breakAt: number,
): { pages: FlowPage[]; note: LayoutNote } {
  const index = carried.length - 2;
  const limit = index === 0 ? frame.firstLimit : TEXT_BOTTOM;
  let best = carried;
  let bestPitch = LINE_PITCH_PT;
  for (let pitch = LINE_PITCH_PT + STEP_PT; pitch <= PITCH_MAX_PT + 0.001; pitch += STEP_PT) {
    const scale = pitch / LINE_PITCH_PT;
    const wide = flow(boxes, {
      ...frame,
      scale: (page) => (page === index ? scale : 1),
      breakBefore: new Set([breakAt]),
    });
    const fits = wide.length === carried.length && textBottomOf(wide[index], 0) <= limit + 0.02;
    if (!fits || wide[index]?.placed.length !== carried[index]?.placed.length) break;
    best = wide;
    bestPitch = pitch;
  }
  const filled = textBottomOf(best[index], 0) > limit - LINE_PITCH;
  const spacing = filled ? `，前页行距调整为${bestPitch.toFixed(1)}磅` : '';
  const message = `为使署名、日期与正文同页，已将正文末几行移至下页${spacing}。`;
  return { pages: filled ? best : carried, note: noteOf('lines-carried', message) };
}
