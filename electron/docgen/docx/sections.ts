import { PageOrientation, Paragraph, SectionType } from 'docx';
import type { ISectionOptions } from 'docx';
import type { LaidOut, LaidOutPage } from '../../../shared/gongwen/pages.ts';
import type { PagedChild } from './document-children.ts';
import { LYING_MARGINS, LYING_MARGINS_MIRRORED, MARGINS, PAPER } from './grid.ts';
import { lyingFooters } from './lying-footers.ts';
import { emptyFooters, letterFooters, numberFooters } from './page-footers.ts';
import type { PageLimits } from './page-limits.ts';
import { spacer } from './spacer.ts';
import type { FontContext } from './text-runs.ts';

/** The first page of a letter carries no number and the next carries 2: one section, its first page apart. */
const isLetterStart = (page: LaidOutPage, before: LaidOutPage): boolean =>
  before.index === 1 && before.pageNumber === undefined && page.pageNumber === 2 && page.turned !== true;

/** Pages of one direction that follow each other with or without numbers, counting on, make a section. */
function startsSection(page: LaidOutPage, before: LaidOutPage): boolean {
  if (isLetterStart(page, before)) return false;
  if (page.turned !== before.turned) return true;
  if ((page.pageNumber === undefined) !== (before.pageNumber === undefined)) return true;
  if (page.pageNumber === undefined || before.pageNumber === undefined) return false;
  return page.pageNumber !== before.pageNumber + 1;
}

/** Pages (0-based) that begin a section. */
export const sectionStarts = (laidOut: LaidOut): number[] =>
  laidOut.pages.flatMap((page, index) => {
    const before = laidOut.pages[index - 1];
    return before === undefined || startsSection(page, before) ? [index] : [];
  });

export interface SectionSource {
  readonly children: readonly PagedChild[];
  readonly starts: readonly number[];
  readonly laidOut: LaidOut;
  readonly limits: PageLimits;
  readonly mirrorMargins: boolean;
  readonly context: FontContext;
}

/** The sections of the document: upright ones, and lying ones for 横排表格 (clause 8). */
export function sections(source: SectionSource): ISectionOptions[] {
  const { children, starts, laidOut } = source;
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? Infinity;
    const page = laidOut.pages[start];
    const next = laidOut.pages[start + 1];
    const isLetter = page !== undefined && next !== undefined && isLetterStart(next, page);
    const own = children
      .filter(({ pageIndex }) => pageIndex >= start && pageIndex < end)
      .map(({ child }) => child);
    // a section must end in a paragraph
    if (own.length > 0 && !(own.at(-1) instanceof Paragraph)) own.push(spacer(0, false));
    // the first section counts from 1 by itself; a later one goes on unless the layout starts anew
    const isRestart = at > 0 && page?.pageNumber === 1;
    return {
      properties: {
        ...(at === 0 ? {} : { type: SectionType.NEXT_PAGE }),
        ...(isLetter ? { titlePage: true } : {}),
        page: { ...paperOf(page, source), ...(isRestart ? { pageNumbers: { start: 1 } } : {}) },
      },
      footers: footersOf(page, isLetter, source),
      children: own,
    };
  });
}

function paperOf(page: LaidOutPage | undefined, { limits, mirrorMargins }: SectionSource) {
  if (page?.turned === true) {
    const margin = mirrorMargins ? LYING_MARGINS_MIRRORED : LYING_MARGINS;
    return {
      // the library itself writes the longer side as the width
      size: { ...PAPER, orientation: PageOrientation.LANDSCAPE },
      margin: { ...margin, gutter: 0 },
    };
  }
  const { bottomMargin: bottom, footerDistance: footer } = limits;
  return {
    size: { ...PAPER, orientation: PageOrientation.PORTRAIT },
    margin: { ...MARGINS, bottom, footer, gutter: 0 },
  };
}

function footersOf(page: LaidOutPage | undefined, isLetter: boolean, source: SectionSource) {
  const { laidOut, limits, context } = source;
  if (isLetter) return letterFooters(laidOut, limits, context);
  if (page?.pageNumber === undefined) return emptyFooters();
  return page.turned === true
    ? lyingFooters(laidOut, source.mirrorMargins, context)
    : numberFooters(laidOut, limits, context);
}
