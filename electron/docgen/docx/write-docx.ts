import { Document, Packer, PageOrientation, SectionType } from 'docx';
import type { ISectionOptions } from 'docx';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import type { LaidOut, LaidOutPage } from '../../../shared/gongwen/pages.ts';
import { redOf } from '../../../shared/gongwen/red.ts';
import type { FontMetrics } from '../layout/font-metrics.ts';
import { docxAdvances } from './advance.ts';
import { documentChildren } from './document-children.ts';
import type { PagedChild } from './document-children.ts';
import { flowEntries } from './flow-entries.ts';
import { roleFamilies } from './font-names.ts';
import type { FontNames } from './font-names.ts';
import { MARGINS, PAPER } from './grid.ts';
import { repack } from './package.ts';
import { emptyFooters, letterFooters, numberFooters } from './page-footers.ts';
import { pageLimits } from './page-limits.ts';
import type { PageLimits } from './page-limits.ts';
import { appXml, coreXml } from './properties-xml.ts';
import { settingsXml } from './settings-xml.ts';
import { fontTableXml, stylesXml } from './styles-xml.ts';
import type { FontContext } from './text-runs.ts';

export interface DocxOptions {
  /** `windows` (default): the fonts of a Chinese office; `laid-out`: those the layout was measured with. */
  readonly fontNames?: FontNames;
}

/**
 * Writes a document as .docx: named styles, paragraphs, tables, frames and line shapes that a person can
 * go on editing, laid out by Word, WPS and LibreOffice as the pages say. Same input, same bytes.
 *
 * @param laidOut the pages of `layout(document, fonts)`; they decide where lines and pages end
 * @returns the bytes of the .docx
 */
export async function writeDocx(
  document: Gongwen,
  laidOut: LaidOut,
  fonts: FontMetrics,
  options: DocxOptions = {},
): Promise<Uint8Array> {
  const names = options.fontNames ?? 'windows';
  const families = roleFamilies(laidOut, names);
  const red = redOf(laidOut).replace('#', '');
  const context: FontContext = {
    names,
    families,
    red,
    info: fonts.info,
    advances: docxAdvances(fonts, names),
  };
  const styles = stylesXml({ families, red });
  const starts = sectionStarts(laidOut);
  const entries = flowEntries(document, laidOut);
  const limits = pageLimits(laidOut, entries);
  const source = { document, laidOut, entries, limits, sectionStarts: new Set(starts), context };
  const file = new Document({
    externalStyles: styles,
    evenAndOddHeaderAndFooters: true,
    sections: sections({ children: documentChildren(source), starts, laidOut, limits, context }),
  });
  const packed = await Packer.toBuffer(file);
  const replaced = {
    'word/styles.xml': styles,
    'word/settings.xml': settingsXml({ mirrorMargins: document.options.mirrorMargins }),
    'word/fontTable.xml': fontTableXml(families),
    'docProps/core.xml': coreXml(document),
    'docProps/app.xml': appXml(),
  };
  return repack(packed, replaced, (_, xml) => numberDrawings(xml));
}

/** The library counts drawings on through the life of the process; a file has to count its own. */
function numberDrawings(xml: string): string {
  let id = 0;
  return xml.replace(/<wp:docPr id="\d+" name=""/gu, () => {
    id += 1;
    return `<wp:docPr id="${id}" name="图形 ${id}"`;
  });
}

/** The first page of a letter carries no number and the next carries 2: one section, its first page apart. */
const isLetterStart = (page: LaidOutPage, before: LaidOutPage): boolean =>
  before.index === 1 && before.pageNumber === undefined && page.pageNumber === 2;

/** Pages that follow each other with or without numbers, counting on or from anew, make a section. */
function startsSection(page: LaidOutPage, before: LaidOutPage): boolean {
  if (isLetterStart(page, before)) return false;
  if ((page.pageNumber === undefined) !== (before.pageNumber === undefined)) return true;
  if (page.pageNumber === undefined || before.pageNumber === undefined) return false;
  return page.pageNumber !== before.pageNumber + 1;
}

/** Pages (0-based) that begin a section. */
const sectionStarts = (laidOut: LaidOut): number[] =>
  laidOut.pages.flatMap((page, index) => {
    const before = laidOut.pages[index - 1];
    return before === undefined || startsSection(page, before) ? [index] : [];
  });

interface SectionSource {
  readonly children: readonly PagedChild[];
  readonly starts: readonly number[];
  readonly laidOut: LaidOut;
  readonly limits: PageLimits;
  readonly context: FontContext;
}

function sections({ children, starts, laidOut, limits, context }: SectionSource): ISectionOptions[] {
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? Infinity;
    const page = laidOut.pages[start];
    const next = laidOut.pages[start + 1];
    const isLetter = page !== undefined && next !== undefined && isLetterStart(next, page);
    const own = children.filter(({ pageIndex }) => pageIndex >= start && pageIndex < end);
    // the first section counts from 1 by itself; a later one goes on unless the layout starts anew
    const isRestart = at > 0 && page?.pageNumber === 1;
    const footers = isLetter
      ? letterFooters(laidOut, limits, context)
      : page?.pageNumber === undefined
        ? emptyFooters()
        : numberFooters(laidOut, limits, context);
    return {
      properties: {
        ...(at === 0 ? {} : { type: SectionType.NEXT_PAGE }),
        ...(isLetter ? { titlePage: true } : {}),
        page: {
          size: { ...PAPER, orientation: PageOrientation.PORTRAIT },
          margin: { ...MARGINS, bottom: limits.bottomMargin, footer: limits.footerDistance, gutter: 0 },
          ...(isRestart ? { pageNumbers: { start: 1 } } : {}),
        },
      },
      footers,
      children: own.map(({ child }) => child),
    };
  });
}
