import type { LaidOut } from '../../../shared/gongwen/pages.ts';
import type { FlowEntry } from './flow-entries.ts';
import {
  BASELINE_SHARE,
  LYING_LIMIT,
  LYING_MARGINS,
  lineTopOf,
  MARGINS,
  PAPER,
  SMALL_CELL,
  USUAL_LIMIT,
} from './grid.ts';
import { zoneLines } from './page-lines.ts';
import { resolveStyle } from './resolve-style.ts';
import { mmToTwips } from './units.ts';

/** How far text and footers reach down, twips. */
export interface PageLimits {
  readonly bottomMargin: number;
  /** Distance of the footer from the paper's lower edge. */
  readonly footerDistance: number;
  /** White under the page number that makes up for a footer set lower. */
  readonly footerAfter: number;
  /** Lowest edge of a line on a page (0-based), from the paper's upper edge. */
  readonly limitOf: (pageIndex: number) => number;
  /** Upper edge of the first line of a page (0-based) that starts by itself, from the paper's upper edge. */
  readonly topOf: (pageIndex: number) => number;
}

/** Baseline in mm of a page number when no page has one to take it from. */
const USUAL_BASELINE = 270.6;

/** Upper edge of the line of the page number, twips from that of the upright paper. */
export const numberTop = (laidOut: LaidOut): number =>
  lineTopOf(zoneLines(laidOut, 'footer')[0]?.baseline ?? USUAL_BASELINE, SMALL_CELL);

/** Height of the empty footer of a first page without number. */
const EMPTY_FOOTER = 20;
/** White kept above it: lines that are spaced out to fill the page (10.1) are a little higher than their style. */
const CLEARANCE = 40;

/** Lower edge in twips of the lowest line of the first page. */
function lowestOnFirstPage(entries: readonly FlowEntry[]): number {
  const bottoms = entries.flatMap((entry) => {
    if (entry.kind !== 'text') return [];
    const { line } = resolveStyle(entry.style);
    return entry.lines
      .filter(({ pageIndex }) => pageIndex === 0)
      .map(({ baseline }) => mmToTwips(baseline) + Math.round(line * (1 - BASELINE_SHARE)));
  });
  return Math.max(0, ...bottoms);
}

/**
 * Usually 22 lines a page. The first page of a letter goes on below the type area, down to its second
 * double rule (10.1): the lower margin gives way to it, and on the other pages the footer keeps text up.
 */
export function pageLimits(laidOut: LaidOut, entries: readonly FlowEntry[]): PageLimits {
  const top = numberTop(laidOut);
  const isLying = (pageIndex: number): boolean => laidOut.pages[pageIndex]?.turned === true;
  const topOf = (pageIndex: number): number => (isLying(pageIndex) ? LYING_MARGINS.top : MARGINS.top);
  const distance = PAPER.height - top - SMALL_CELL;
  const lowest = lowestOnFirstPage(entries) + CLEARANCE;
  if (lowest <= USUAL_LIMIT + CLEARANCE) {
    return {
      bottomMargin: MARGINS.bottom,
      footerDistance: distance,
      footerAfter: 0,
      limitOf: (pageIndex) => (isLying(pageIndex) ? LYING_LIMIT : USUAL_LIMIT),
      topOf,
    };
  }
  const footerDistance = Math.min(distance, PAPER.height - lowest - EMPTY_FOOTER - CLEARANCE);
  return {
    bottomMargin: PAPER.height - lowest,
    footerDistance,
    footerAfter: distance - footerDistance,
    limitOf: (pageIndex) =>
      isLying(pageIndex) ? LYING_LIMIT : pageIndex === 0 ? lowest : Math.min(lowest, top),
    topOf,
  };
}
