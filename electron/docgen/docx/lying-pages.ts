import type { LaidOut, LaidOutPage } from '../../../shared/gongwen/pages.ts';
import { AREA_BOTTOM, AREA_TOP, PAPER_HEIGHT } from '../layout/geometry.ts';

/**
 * A side with a 横排表格 (clause 8) as a word processor has it: a paper lying on its side, on which the items
 * stand already. Bound, it is turned counter-clockwise: the type area's left edge becomes its upper one.
 */
const lying = (page: LaidOutPage): LaidOutPage => ({
  ...page,
  width: page.height,
  height: page.width,
  typeArea: {
    left: PAPER_HEIGHT - AREA_BOTTOM,
    top: page.typeArea.left,
    right: PAPER_HEIGHT - AREA_TOP,
    bottom: page.typeArea.right,
  },
});

/** The pages as the sections of a .docx show them; the page number of a lying one keeps its portrait place. */
export const asSections = (laidOut: LaidOut): LaidOut => ({
  ...laidOut,
  pages: laidOut.pages.map((page) => (page.turned === true ? lying(page) : page)),
});
