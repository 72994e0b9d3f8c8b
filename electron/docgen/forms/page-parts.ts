import type { LaidOut, LaidOutPage } from '../../../shared/gongwen/pages.ts';
import type { FontMetrics } from '../layout/font-metrics.ts';
import { putRule } from '../layout/page.ts';
import type { PageDraft } from '../layout/page.ts';
import { BORDER, INNER } from './style.ts';
import type { PaperSide } from './style.ts';

/** The lines between the rows, thin, and around the table, strong. `ends` are the lower edges of its rows. */
export function putBorders(page: PageDraft, top: number, ends: readonly number[], side: PaperSide): void {
  const bottom = ends.at(-1);
  if (bottom === undefined) return;
  const { left, right } = side;
  const rule = { element: 'table', path: 'border', color: 'black' } as const;
  for (const y of ends.slice(0, -1)) {
    putRule(page, { ...rule, x1: left, y1: y, x2: right, y2: y, thickness: INNER });
  }
  // the strong lines meet in full corners
  const half = BORDER / 2;
  for (const y of [top, bottom]) {
    putRule(page, { ...rule, x1: left - half, y1: y, x2: right + half, y2: y, thickness: BORDER });
  }
  for (const x of [left, right]) {
    putRule(page, { ...rule, x1: x, y1: top - half, x2: x, y2: bottom + half, thickness: BORDER });
  }
}

/** A filled page; what stands on it may be no part of its text (`artifact`: running titles, repeated headings). */
export function finishedPage(draft: PageDraft, index: number, side: PaperSide): LaidOutPage {
  return {
    index,
    pageNumber: index,
    width: side.width,
    height: side.height,
    typeArea: { left: side.left, top: 8, right: side.right, bottom: side.bottom },
    items: draft.items,
  };
}

/** The pages with the faces used on them. */
export function laidOutOf(pages: readonly LaidOutPage[], fonts: FontMetrics): LaidOut {
  const faces = new Set<string>();
  for (const { items } of pages) for (const item of items) if (item.kind === 'text') faces.add(item.face);
  return {
    pages,
    faces: Object.fromEntries([...faces].map((face) => [face, fonts.info(face)])),
    notes: [],
  };
}

/** The same lying page on an upright sheet, as printers take it: what is drawn is turned, not the paper. */
export function turnedUpright(page: LaidOutPage): LaidOutPage {
  if (page.width <= page.height) return page;
  return {
    ...page,
    width: page.height,
    height: page.width,
    turned: true,
    // page numbers of turned pages stand upright elsewhere; here they are turned with the rest
    items: page.items.map((item) => (item.element === 'pageNumber' ? { ...item, element: 'body' } : item)),
  };
}
