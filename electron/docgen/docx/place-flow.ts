import { LINE_PITCH } from '../layout/geometry.ts';
import type { FlowEntry, TextEntry } from './flow-entries.ts';
import { BASELINE_SHARE, lineTopOf } from './grid.ts';
import type { PageLine } from './page-lines.ts';
import type { PageLimits } from './page-limits.ts';
import { resolveStyle } from './resolve-style.ts';
import { tableRows } from './table-shape.ts';
import { mmToTwips } from './units.ts';

/**
 * Plays the word processor: fills pages with the entries at their exact heights and compares with where
 * the layout put them. What comes out by itself is left alone; where the layout wants white above a
 * paragraph, another pitch or an earlier page end, the entry is told so.
 */
export interface Placement {
  readonly entry: FlowEntry;
  /** 0-based page of the entry's first line. */
  readonly pageIndex: number;
  /** 0-based page of its last line. */
  readonly endPage: number;
  /** White above in twips; undefined: the style's. */
  readonly before: number | undefined;
  /** Exact line height in twips; undefined: the style's. */
  readonly line: number | undefined;
  /** The layout starts a page here and the flow would not. */
  readonly breakBefore: boolean;
  /** Rows of a table (path) before which the page has to be ended. */
  readonly pageBreaks: ReadonlySet<string>;
}

/** Differences (twips) below 0.1 mm are roundings. */
const TOLERANCE = 6;
const SAME_PITCH = 0.002;

/** How much each page's lines are stretched or tightened by the layout (7.3.5.5), 1 = not at all. */
function pageScales(entries: readonly FlowEntry[], pages: number): number[] {
  const distances: number[][] = Array.from({ length: pages }, () => []);
  for (const entry of entries) {
    if (entry.kind !== 'text' || entry.hardLines || entry.style === 'GongwenTableCaption') continue;
    for (const pageIndex of new Set(entry.lines.map((line) => line.pageIndex))) {
      distances[pageIndex]?.push(...ownDistances(entry, pageIndex));
    }
  }
  return distances.map((each) => {
    const middle = each.toSorted((a, b) => a - b)[Math.floor(each.length / 2)];
    const scale = middle === undefined ? 1 : middle / LINE_PITCH;
    return Math.abs(scale - 1) < SAME_PITCH || scale > 1.5 || scale < 0.7 ? 1 : scale;
  });
}

/** Cuts paragraphs that run over two pages of different pitch: a paragraph has only one. */
function cutAtPitch(entries: readonly FlowEntry[], scales: readonly number[]): FlowEntry[] {
  return entries.flatMap((entry): FlowEntry[] => {
    if (entry.kind !== 'text') return [entry];
    const at = entry.lines.findIndex((line, index) => {
      const above = entry.lines[index - 1];
      return above !== undefined && scales[above.pageIndex] !== scales[line.pageIndex];
    });
    if (at < 0) return [entry];
    const head: TextEntry = { ...entry, lines: entry.lines.slice(0, at), cut: true };
    const tail: TextEntry = { ...entry, lines: entry.lines.slice(at), continued: true };
    return [head, ...cutAtPitch([tail], scales)].map((part) => part as TextEntry);
  });
}

interface Cursor {
  pageIndex: number;
  /** Twips from the paper's upper edge. */
  y: number;
  readonly limits: PageLimits;
}

/** Height of a paragraph's first line, or of a heading with the first line under it, which it keeps. */
function chainHeight(entries: readonly FlowEntry[], scales: readonly number[]): number {
  let height = 0;
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'text') return height;
    const style = resolveStyle(entry.style);
    const line = lineHeight(entry, scales);
    const above = index === 0 ? 0 : style.before;
    if (!style.keepNext) return height + above + line;
    height += above + line * entry.lines.length + style.after;
  }
  return height;
}

/** Height in twips of an entry's lines: its own distance where it has one, else what its page suggests. */
function lineHeight(entry: TextEntry, scales: readonly number[]): number {
  const style = resolveStyle(entry.style).line;
  const own = ownDistances(entry, entry.lines[0]?.pageIndex ?? 0).at(0);
  // only lines of the body give way (7.3.5.5); a title or 主送机关 of one line keeps its own height
  const scale = entry.element === 'body' ? (scales[entry.lines[0]?.pageIndex ?? 0] ?? 1) : 1;
  const height = own === undefined ? style * scale : mmToTwips(own);
  return Math.abs(height - style) <= 1 ? style : Math.round(height);
}

/** Distances in mm between an entry's lines on one page. */
function ownDistances(entry: TextEntry, pageIndex: number): number[] {
  const lines = entry.lines.filter((line) => line.pageIndex === pageIndex);
  return lines.slice(1).map((line, index) => line.baseline - (lines[index]?.baseline ?? 0));
}

/**
 * Height of a first line on a lying paper, whose margin is the type area's own edge: its characters stand
 * there only when nothing of the line is above them.
 */
const headHeight = (line: PageLine, { limits }: Cursor): number =>
  Math.round((mmToTwips(line.baseline) - limits.topOf(line.pageIndex)) / BASELINE_SHARE);

export interface FlowFrame {
  /** Number of pages. */
  readonly pages: number;
  /** Twips from the paper's upper edge where the flow starts on the first page, below the 版头. */
  readonly top: number;
  readonly limits: PageLimits;
}

export function placeFlow(source: readonly FlowEntry[], frame: FlowFrame): Placement[] {
  const scales = pageScales(source, frame.pages);
  const entries = cutAtPitch(source, scales);
  const cursor: Cursor = { pageIndex: 0, y: frame.top, limits: frame.limits };
  return entries.flatMap((entry, index) => {
    if (entry.kind === 'text') return placeText(entry, entries.slice(index + 1, index + 9), scales, cursor);
    return [
      entry.kind === 'table' ? placeTable(entry, entries[index - 1], cursor) : placeImage(entry, cursor),
    ];
  });
}

/** Goes to the page of the next thing; true when a word processor would not, as `reach` is still on the page. */
function startPage(cursor: Cursor, pageIndex: number, reach: number): boolean {
  if (pageIndex === cursor.pageIndex) return false;
  const limit = cursor.limits.limitOf(cursor.pageIndex);
  const isNatural = pageIndex === cursor.pageIndex + 1 && reach > limit + TOLERANCE;
  cursor.pageIndex = pageIndex;
  cursor.y = cursor.limits.topOf(pageIndex);
  return !isNatural;
}

function placeText(
  entry: TextEntry,
  following: readonly FlowEntry[],
  scales: readonly number[],
  cursor: Cursor,
): Placement[] {
  const style = resolveStyle(entry.style);
  const first = entry.lines[0];
  const pageIndex = first?.pageIndex ?? cursor.pageIndex;
  const isHead = first?.page.turned === true && pageIndex !== cursor.pageIndex;
  const line = isHead ? headHeight(first, cursor) : lineHeight(entry, scales);
  const above = entry.continued === true ? 0 : style.before;
  const startsPage = pageIndex !== cursor.pageIndex;
  const reach = cursor.y + above + chainHeight([entry, ...following], scales);
  const isUnforeseen = startPage(cursor, pageIndex, reach);
  const wanted = lineTopOf(first?.baseline ?? 0, line) - cursor.y;
  const before = Math.abs(wanted - style.before) <= TOLERANCE ? style.before : Math.max(0, wanted);
  // white at the top of a page that starts by itself would be dropped
  const breakBefore = isUnforeseen || (startsPage && before > TOLERANCE);
  cursor.y += before;
  const fitting = linesBeforeBreak(isHead ? entry.lines.slice(0, 1) : entry.lines, line, cursor);
  const isCut = fitting < entry.lines.length;
  const placement: Placement = {
    entry: isCut ? { ...entry, lines: entry.lines.slice(0, fitting), cut: true } : entry,
    pageIndex,
    endPage: cursor.pageIndex,
    before: before === style.before ? undefined : before,
    line: line === style.line ? undefined : line,
    breakBefore,
    pageBreaks: new Set(),
  };
  if (!isCut) {
    cursor.y += style.after;
    return [placement];
  }
  // a page that ends in the middle of a paragraph before it is full can only be said between paragraphs
  const rest: TextEntry = { ...entry, lines: entry.lines.slice(fitting), continued: true };
  return [placement, ...placeText(rest, following, scales, cursor)];
}

/** Sets lines until one of them has to start a page that would not come by itself. */
function linesBeforeBreak(lines: readonly PageLine[], height: number, cursor: Cursor): number {
  for (const [index, line] of lines.entries()) {
    if (index > 0 && line.pageIndex !== cursor.pageIndex) {
      const isFull = cursor.y + height > cursor.limits.limitOf(cursor.pageIndex) + TOLERANCE;
      if (!isFull || line.pageIndex !== cursor.pageIndex + 1) return index;
      cursor.pageIndex = line.pageIndex;
      cursor.y = cursor.limits.topOf(line.pageIndex);
    }
    cursor.y += height;
  }
  return lines.length;
}

function placeTable(
  entry: Extract<FlowEntry, { kind: 'table' }>,
  above: FlowEntry | undefined,
  cursor: Cursor,
): Placement {
  const rows = tableRows(entry);
  const first = rows[0];
  const pageIndex = first?.pageIndex ?? cursor.pageIndex;
  // a table that starts a page gets a spacer above it, and the spacer has to be on the new page
  const breakBefore = pageIndex !== cursor.pageIndex;
  if (breakBefore) startPage(cursor, pageIndex, 0);
  // the white under the paragraph above may be less than its style's
  const spare = above?.kind === 'text' && !breakBefore ? resolveStyle(above.style).after : 0;
  const before = Math.max(-spare, mmToTwips(first?.top ?? 0) - cursor.y);
  cursor.y += before;
  const pageBreaks = new Set<string>();
  const seen = new Set<string>();
  let isForced = false;
  for (const row of rows) {
    const height = mmToTwips(row.height);
    if (startPage(cursor, row.pageIndex, cursor.y + height)) {
      isForced = true;
      cursor.y = mmToTwips(row.top);
    }
    cursor.y += height;
    // a repeated header comes by itself; the break belongs to the first row behind it
    if (seen.has(row.path)) continue;
    seen.add(row.path);
    if (isForced) pageBreaks.add(row.path);
    isForced = false;
  }
  return { entry, pageIndex, endPage: cursor.pageIndex, before, line: undefined, breakBefore, pageBreaks };
}

function placeImage(entry: Extract<FlowEntry, { kind: 'image' }>, cursor: Cursor): Placement {
  const height = mmToTwips(entry.item.height);
  // white above a picture would be dropped at the top of a page that starts by itself
  const breakBefore = entry.pageIndex !== cursor.pageIndex;
  if (breakBefore) startPage(cursor, entry.pageIndex, 0);
  const before = Math.max(0, mmToTwips(entry.item.y) - cursor.y);
  cursor.y += before + height;
  return {
    entry,
    pageIndex: entry.pageIndex,
    endPage: entry.pageIndex,
    before,
    line: undefined,
    breakBefore,
    pageBreaks: new Set(),
  };
}
