import type { ImageItem, LaidOutPage, PageItem, RuleItem, SealItem } from '../../../shared/gongwen/pages.ts';
import {
  AREA_BOTTOM,
  AREA_LEFT,
  AREA_RIGHT,
  AREA_TOP,
  EM_ASCENT,
  MIRROR_SHIFT,
  MM_PER_PT,
  PAPER_HEIGHT,
  PAPER_WIDTH,
} from './geometry.ts';
import type { SetLine } from './set-line.ts';

/** A page being filled. Everything is placed in the coordinates of an odd page; `finish` shifts even ones. */
export interface PageDraft {
  readonly items: PageItem[];
  lines: number;
  /** Lowest point of text in mm (lower edge of the last character's face). */
  textBottom: number;
  /** A page that is left blank or carries only the imprint behind a blank page has no number (P-05). */
  numbered: boolean;
  /** Lower edge of the text's area where it is not that of the type area (first page of a letter). */
  bottom?: number;
  /** The items, but for the page number, lie on a paper on its side. */
  turned: boolean;
  /** First printed number of a part that is bound by itself. */
  restart: boolean;
}

export const newPage = (): PageDraft => ({
  items: [],
  lines: 0,
  textBottom: 0,
  numbered: true,
  turned: false,
  restart: false,
});

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Baseline in mm of text whose character square starts at `top`. */
export const baselineOf = (top: number, sizePt: number): number => top + EM_ASCENT * sizePt * MM_PER_PT;

/** Puts a set line on the page with its baseline at `baseline`; all its pieces share one line number. */
export function putLine(page: PageDraft, line: SetLine, baseline: number): void {
  putLines(page, [line], baseline);
}

/** Several pieces of text that stand on one line (number and signatories, office and date). */
export function putLines(page: PageDraft, lines: readonly SetLine[], baseline: number): void {
  let used = false;
  for (const line of lines) {
    for (const piece of line.pieces) {
      page.items.push({ kind: 'text', ...piece, baseline: round(baseline), line: page.lines });
      used = true;
    }
  }
  if (used) page.lines += 1;
}

export function putRule(page: PageDraft, rule: Omit<RuleItem, 'kind'>): void {
  page.items.push({ kind: 'rule', ...rule, y1: round(rule.y1), y2: round(rule.y2) });
}

export function putImage(page: PageDraft, image: Omit<ImageItem, 'kind'>): void {
  page.items.push({ kind: 'image', ...image });
}

export function putSeal(page: PageDraft, seal: Omit<SealItem, 'kind'>): void {
  page.items.push({ kind: 'seal', ...seal });
}

const shifted = (item: PageItem, dx: number): PageItem => {
  switch (item.kind) {
    case 'text':
      return { ...item, xs: item.xs.map((x) => round(x + dx)), right: round(item.right + dx) };
    case 'rule':
      return { ...item, x1: item.x1 + dx, x2: item.x2 + dx };
    case 'image':
      return { ...item, x: item.x + dx };
    case 'seal':
      return { ...item, centerX: item.centerX + dx };
    default:
      return item;
  }
};

/** On a page whose content lies on its side, left on the paper is up. */
const shiftedUp = (item: PageItem, dy: number): PageItem => {
  switch (item.kind) {
    case 'text':
      return { ...item, baseline: round(item.baseline + dy) };
    case 'rule':
      return { ...item, y1: round(item.y1 + dy), y2: round(item.y2 + dy) };
    case 'image':
      return { ...item, y: item.y + dy };
    case 'seal':
      return { ...item, centerY: item.centerY + dy };
    default:
      return item;
  }
};

/** The finished page; with mirrored margins an even page stands 2 mm further left (L-06). */
export function finishPage(
  draft: PageDraft,
  index: number,
  mirrored: boolean,
  pageNumber: number | undefined,
): LaidOutPage {
  const dx = mirrored && index % 2 === 0 ? MIRROR_SHIFT : 0;
  const move = (item: PageItem): PageItem =>
    draft.turned && item.element !== 'pageNumber' ? shiftedUp(item, dx) : shifted(item, dx);
  return {
    index,
    ...(pageNumber === undefined ? {} : { pageNumber }),
    width: PAPER_WIDTH,
    height: PAPER_HEIGHT,
    ...(draft.turned ? { turned: true } : {}),
    typeArea: {
      left: AREA_LEFT + dx,
      top: AREA_TOP,
      right: AREA_RIGHT + dx,
      bottom: draft.bottom ?? AREA_BOTTOM,
    },
    items: dx === 0 ? draft.items : draft.items.map(move),
  };
}
