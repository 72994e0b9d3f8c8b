import { Paragraph } from 'docx';
import type { FileChild, ParagraphChild } from 'docx';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import type { ImageItem, LaidOut } from '../../../shared/gongwen/pages.ts';
import type { FlowEntry, TextEntry } from './flow-entries.ts';
import { flowParagraph } from './flow-paragraph.ts';
import { flowTables } from './flow-table.ts';
import { headerBlock } from './header-block.ts';
import { imprintAnchor, imprintParts } from './imprint-frame.ts';
import type { PageLimits } from './page-limits.ts';
import { pictureRun, sealRun } from './pictures.ts';
import { placeFlow } from './place-flow.ts';
import type { Placement } from './place-flow.ts';
import { resolveStyle } from './resolve-style.ts';
import { spacer } from './spacer.ts';
import type { FontContext } from './text-runs.ts';
import { mmToTwips } from './units.ts';

/** A child of the document body and the page (0-based) it starts on. */
export interface PagedChild {
  readonly pageIndex: number;
  readonly child: FileChild;
}

export interface ChildrenSource {
  readonly document: Gongwen;
  readonly laidOut: LaidOut;
  readonly entries: readonly FlowEntry[];
  readonly limits: PageLimits;
  /** Pages (0-based) that begin a section, and so need no page break of their own. */
  readonly sectionStarts: ReadonlySet<number>;
  readonly context: FontContext;
}

/** The body of the document in reading order, page by page. */
export function documentChildren(source: ChildrenSource): PagedChild[] {
  const { document, laidOut, entries, limits, sectionStarts, context } = source;
  const header = headerBlock(laidOut, entries, context);
  const placements = placeFlow(entries, { pages: laidOut.pages.length, top: header.bottom, limits });
  const imprint = imprintParts(laidOut, context);
  const imprintPage = imprint.pageIndex ?? -1;
  const texts = entries.filter((entry): entry is TextEntry => entry.kind === 'text');
  const date = texts.find((entry) => entry.element === 'issuedOn');
  const issuer = texts.find((entry) => entry.element === 'issuerSignature');
  const paged: PagedChild[] = header.children.map((child) => ({ pageIndex: 0, child }));
  let reached = 0;
  let hasImprint = imprint.pageIndex === undefined;

  /** Fills pages that stay blank, so that `pageIndex` is the next. */
  const goTo = (pageIndex: number): void => {
    for (let blank = reached + 1; blank < pageIndex; blank += 1) {
      paged.push({ pageIndex: blank, child: spacer(0, !sectionStarts.has(blank)) });
    }
  };
  const addImprint = (): void => {
    goTo(imprintPage);
    const startsPage = imprintPage > reached && !sectionStarts.has(imprintPage);
    for (const child of [...imprint.frames, imprintAnchor(imprint, startsPage, context)]) {
      paged.push({ pageIndex: imprintPage, child });
    }
    reached = Math.max(reached, imprintPage);
    hasImprint = true;
  };
  placements.forEach((placement, index) => {
    if (!hasImprint && placement.pageIndex > imprintPage) addImprint();
    goTo(placement.pageIndex);
    const breakBefore = placement.breakBefore && !sectionStarts.has(placement.pageIndex);
    const made = childrenOf(
      { ...placement, breakBefore },
      {
        document,
        laidOut,
        limits,
        context,
        date,
        issuer,
        previous: placements[index - 1],
        next: placements[index + 1],
      },
    );
    for (const child of made) paged.push({ pageIndex: placement.pageIndex, child });
    reached = placement.endPage;
  });
  if (!hasImprint) addImprint();
  goTo(laidOut.pages.length);
  return paged;
}

interface Surroundings {
  readonly document: Gongwen;
  readonly laidOut: LaidOut;
  readonly limits: PageLimits;
  readonly context: FontContext;
  readonly date: TextEntry | undefined;
  readonly issuer: TextEntry | undefined;
  readonly previous: Placement | undefined;
  readonly next: Placement | undefined;
}

function childrenOf(placement: Placement, around: Surroundings): FileChild[] {
  const { entry } = placement;
  switch (entry.kind) {
    case 'text':
      return [textChild(entry, placement, around)];
    case 'table':
      return tableChildren(placement, around);
    case 'image': {
      const run = pictureRun(entry.item);
      return [
        new Paragraph({
          style: 'GongwenPicture',
          ...(placement.breakBefore ? { pageBreakBefore: true } : {}),
          spacing: { before: placement.before ?? 0 },
          children: run === undefined ? [] : [run],
        }),
      ];
    }
    default:
      return [];
  }
}

/** White in front of a table hangs on the paragraph above it, where there is one on the page. */
const isUnderText = (table: Placement, above: Placement | undefined): boolean =>
  above?.entry.kind === 'text' && above.endPage === table.pageIndex;

function textChild(entry: TextEntry, placement: Placement, around: Surroundings): Paragraph {
  const { next, laidOut, context, date } = around;
  const isAboveTable = next?.entry.kind === 'table' && isUnderText(next, placement);
  const after = isAboveTable ? resolveStyle(entry.style).after + (next.before ?? 0) : undefined;
  const carriesSeals = entry === (date ?? around.issuer);
  const anchored = carriesSeals ? sealRuns(laidOut, placement.pageIndex) : [];
  return flowParagraph({
    entry,
    placement,
    date,
    anchored,
    context,
    ...(after === undefined || after === resolveStyle(entry.style).after ? {} : { after }),
  });
}

function sealRuns(laidOut: LaidOut, pageIndex: number): ParagraphChild[] {
  const items = laidOut.pages[pageIndex]?.items ?? [];
  return items
    .filter((item): item is ImageItem => item.kind === 'image' && item.element === 'seal')
    .flatMap((item) => sealRun(item) ?? []);
}

function tableChildren(placement: Placement, around: Surroundings): FileChild[] {
  const { document, laidOut, limits, context, previous } = around;
  if (placement.entry.kind !== 'table') return [];
  const isUnder = isUnderText(placement, previous);
  const source = { entry: placement.entry, placement, document, laidOut, context };
  const page = laidOut.pages[placement.pageIndex];
  const top = mmToTwips(page?.typeArea.top ?? 0) - limits.topOf(placement.pageIndex);
  const before = placement.before ?? 0;
  // the section begins with the table itself
  const isFirst = page?.turned === true && !placement.breakBefore && before <= 0;
  return flowTables(source).flatMap((table, index) => {
    if (index > 0) return [spacer(top, true), table];
    return isUnder || isFirst ? [table] : [spacer(before, placement.breakBefore), table];
  });
}
