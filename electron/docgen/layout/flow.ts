import { AREA_BOTTOM, AREA_TOP, LINE_PITCH, TEXT_BOTTOM } from './geometry.ts';
import { baselineOf, newPage, putLine } from './page.ts';
import type { PageDraft } from './page.ts';
import type { SetLine } from './set-line.ts';

/**
 * The stream of boxes that fills pages from top to bottom. A box is `height` mm high; `lead` and `trail`
 * are the white at its upper and lower end that may stick out of the type area.
 */
interface BoxBase {
  readonly height: number;
  readonly lead: number;
  readonly trail: number;
  /** Must not be the last on a page (headings, table captions). */
  readonly keepWithNext?: boolean;
  /** Carries text of the body, so that a signature may stand on its page (7.3.5.5). */
  readonly isBody?: boolean;
}

export interface LineBox extends BoxBase {
  readonly kind: 'line';
  readonly line: SetLine;
  readonly sizePt: number;
}

/** Anything that draws itself: table rows, images. */
export interface DrawnBox extends BoxBase {
  readonly kind: 'drawn';
  readonly draw: (page: PageDraft, top: number) => void;
  /** Boxes set again at the top of every further page (table header, T-05). */
  readonly repeat?: readonly DrawnBox[];
}

/** White that vanishes at the top of a page. */
export interface GapBox {
  readonly kind: 'gap';
  readonly height: number;
}

export interface BreakBox {
  readonly kind: 'break';
}

/** Sides that are filled already, in the coordinates of a paper lying on its side (clause 8). */
export interface TurnedBox {
  readonly kind: 'turned';
  readonly pages: readonly FlowPage[];
}

export type Box = LineBox | DrawnBox | GapBox | BreakBox | TurnedBox;

export interface Placed {
  readonly box: LineBox | DrawnBox;
  readonly top: number;
}

export interface FlowPage {
  placed: Placed[];
  /** Lower edge in mm of the last box. */
  bottom: number;
  /** Filled with a 横排表格; nothing else stands on it. */
  turned?: true;
}

export const lineBox = (
  line: SetLine,
  sizePt: number,
  height: number,
  options: { keepWithNext?: boolean; isBody?: boolean } = {},
): LineBox => {
  const white = (height - sizePt * (25.4 / 72)) / 2;
  return { kind: 'line', line, sizePt, height, lead: white, trail: white, ...options };
};

/** One empty line. */
export const blankLine = (lines = 1): GapBox => ({ kind: 'gap', height: lines * LINE_PITCH });

const EPSILON = 0.02;
/** A longer series of headings may be divided. */
const LONGEST_CHAIN = 8;
const limitOf = (box: LineBox | DrawnBox): number => (box.kind === 'line' ? TEXT_BOTTOM : AREA_BOTTOM);

/** Index of the last box that has to stand on the page of the box at `from`. */
function chainEnd(boxes: readonly Box[], from: number): number {
  let end = from;
  for (let at = from; at < from + LONGEST_CHAIN; at += 1) {
    const box = boxes[at];
    if (box === undefined || box.kind === 'break' || box.kind === 'turned') return end;
    if (box.kind === 'gap') continue;
    end = at;
    if (box.keepWithNext !== true) return end;
  }
  return end;
}

export interface FlowOptions {
  /** Where the first box starts on the first page, mm; without it at the upper edge of the type area. */
  readonly firstTop?: number;
  /** Lower edge of text on the first page, mm, where it is not that of the type area (letters). */
  readonly firstLimit?: number;
  /** Factor of the body's line pitch on a page (7.3.5.5), by its 0-based number. */
  readonly scale?: (pageIndex: number) => number;
  /** Upper and lower edge of the area, mm, where it is not the type area of an upright page. */
  readonly area?: { readonly top: number; readonly bottom: number };
  /** Boxes that begin a page. */
  readonly breakBefore?: ReadonlySet<number>;
}

/**
 * Fills pages. Pages after the first start with the first character's face at the upper edge of the type
 * area. A heading goes with the line after it (B-11).
 */
export function flow(boxes: readonly Box[], options: FlowOptions = {}): FlowPage[] {
  const { firstTop, firstLimit, scale = () => 1, breakBefore, area } = options;
  const areaTop = area?.top ?? AREA_TOP;
  let page: FlowPage = { placed: [], bottom: firstTop ?? areaTop };
  const pages = [page];
  let fresh = firstTop === undefined;
  const turn = (): void => {
    page = { placed: [], bottom: areaTop };
    pages.push(page);
    fresh = true;
  };
  const limit = (box: LineBox | DrawnBox): number =>
    pages.length === 1 && firstLimit !== undefined ? firstLimit : (area?.bottom ?? limitOf(box));
  const heightOf = (box: LineBox | DrawnBox): number =>
    box.kind === 'line' && box.isBody === true ? box.height * scale(pages.length - 1) : box.height;
  const fits = (from: number, to: number): boolean => {
    let bottom = page.bottom;
    for (let i = from; i <= to; i += 1) {
      const box = boxes[i];
      if (box === undefined) return true;
      if (box.kind === 'break' || box.kind === 'turned') return true;
      if (box.kind === 'gap') {
        bottom += box.height;
        continue;
      }
      const extra = (heightOf(box) - box.height) / 2;
      bottom += heightOf(box);
      if (bottom - box.trail - extra > limit(box) + EPSILON) return false;
    }
    return true;
  };
  const place = (box: LineBox | DrawnBox): void => {
    const height = heightOf(box);
    const extra = (height - box.height) / 2;
    const top = fresh ? page.bottom - box.lead - extra : page.bottom;
    page.placed.push({ box, top: top + extra });
    page.bottom = top + height;
    fresh = false;
  };
  let chained = -1;
  boxes.forEach((box, index) => {
    if (box.kind === 'break') {
      if (!fresh) turn();
      return;
    }
    if (box.kind === 'turned') {
      // a table without rows takes no page
      if (box.pages.every(({ placed }) => placed.length === 0)) return;
      // a page nothing stands on yet is taken by the table itself
      if (fresh) pages.pop();
      for (const turned of box.pages) pages.push({ ...turned, placed: [...turned.placed], turned: true });
      turn();
      return;
    }
    if (box.kind === 'gap') {
      if (breakBefore?.has(index) === true) turn();
      if (!fresh) page.bottom += box.height;
      return;
    }
    const end = index > chained ? chainEnd(boxes, index) : index;
    chained = Math.max(chained, end);
    if (!fresh && (breakBefore?.has(index) === true || !fits(index, end))) {
      turn();
      if (box.kind === 'drawn') for (const header of box.repeat ?? []) place(header);
    }
    place(box);
  });
  // a page break at the very end begins no page
  if (pages.length > 1 && page.placed.length === 0) pages.pop();
  return pages;
}

/** Draws the placed boxes of one page. */
export function drawPage(flowPage: FlowPage, page: PageDraft = newPage()): PageDraft {
  if (flowPage.turned === true) page.turned = true;
  for (const { box, top } of flowPage.placed) {
    if (box.kind === 'drawn') box.draw(page, top);
    else putLine(page, box.line, baselineOf(top + box.lead, box.sizePt));
    page.textBottom = Math.max(page.textBottom, top + box.height - box.trail);
  }
  if (flowPage.turned === true) page.textBottom = AREA_BOTTOM;
  return page;
}
