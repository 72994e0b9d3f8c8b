import type { TextEntry } from './flow-entries.ts';
import { cells, TYPE_AREA_WIDTH } from './grid.ts';
import type { Indent } from './indents.ts';
import type { ResolvedStyle } from './resolve-style.ts';
import { naturalPoints } from './text-runs.ts';
import type { FontContext } from './text-runs.ts';
import { mmToTwips } from './units.ts';

/** How 署名 or 成文日期 is set where its style (centred; right, four cells in) does not fit. */
export interface SignaturePlace {
  readonly alignment?: 'left' | 'center' | 'right';
  readonly indent?: Indent;
  /** Where the names of joint issuers start that stand side by side over their seals, twips. */
  readonly tabs?: readonly number[];
}

/** Twips below which two places are one. */
const SAME = 12;

interface Span {
  /** Twips from the type area's left edge, in the layout. */
  readonly left: number;
  readonly right: number;
  /** Width as the word processor sets it. */
  readonly width: number;
}

function spanOf(entry: TextEntry | undefined, style: ResolvedStyle, context: FontContext): Span | undefined {
  const lines = entry?.lines ?? [];
  const [line] = lines;
  if (line === undefined) return undefined;
  const area = line.page.typeArea.left;
  let width = 0;
  for (const item of line.items) {
    for (const char of item.text) width += naturalPoints(item, char, context) * 20 + style.spacing;
  }
  return { left: mmToTwips(line.left - area), right: mmToTwips(line.right - area), width: Math.round(width) };
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= SAME;

/** Room in twips right of a date, because LibreOffice sets it wider. */
const DATE_SPARE = 600;

/** Left edge in twips of a date that keeps its distance from the right edge whatever its digits are wide (S-22). */
function dateLeft(span: Span): number {
  const fromRight = TYPE_AREA_WIDTH - span.right;
  const isAnchored = isNear(fromRight, cells(4)) || isNear(fromRight, cells(2));
  return isAnchored ? span.right - span.width : span.left;
}

/**
 * 成文日期, four cells from the right edge (7.3.5.1) or two (7.3.5.2), by its left edge: programs do not
 * agree on the width of digits between Chinese characters, and 署名 is placed by the date.
 */
export function placeDate(entry: TextEntry, style: ResolvedStyle, context: FontContext): SignaturePlace {
  const span = spanOf(entry, style, context);
  if (span === undefined) return {};
  const left = dateLeft(span);
  const free = TYPE_AREA_WIDTH - left - span.width;
  return { indent: { left, ...(free < DATE_SPARE ? { right: free - DATE_SPARE } : {}) } };
}

/** 署名: centred over the date, or two cells to the left of it. */
export function placeIssuer(
  entry: TextEntry,
  date: TextEntry | undefined,
  style: ResolvedStyle,
  dateStyle: ResolvedStyle,
  context: FontContext,
): SignaturePlace {
  const own = spanOf(entry, style, context);
  if (own === undefined) return {};
  const tabs = columnStarts(entry);
  if (tabs.length > 0) return { alignment: 'left', indent: { left: own.left }, tabs };
  const dateSpan = spanOf(date, dateStyle, context);
  if (dateSpan === undefined) return { alignment: 'left', indent: { left: own.left } };
  const left = dateLeft(dateSpan);
  if (isNear(own.left + own.right, dateSpan.left + dateSpan.right)) {
    return centredAt(left + dateSpan.width / 2, own.width);
  }
  const isFollowing = isNear(dateSpan.left - own.left, cells(2)) && dateSpan.width > own.width;
  return { alignment: 'left', indent: { left: isFollowing ? left - cells(2) : own.left } };
}

/** Room in twips kept beside a centred name, so that it never breaks for a rounding. */
const SPARE = 120;

/** Indents that put the middle of the paragraph at `center`. */
function centredAt(center: number, width: number): SignaturePlace {
  const half = Math.max(TYPE_AREA_WIDTH - center, width / 2 + SPARE);
  const left = Math.round(center - half);
  const right = Math.round(TYPE_AREA_WIDTH - center - half);
  return { indent: { left, ...(right === 0 ? {} : { right }) } };
}

/** Left edges of the second and further names on one line. */
function columnStarts(entry: TextEntry): number[] {
  const line = entry.lines[0];
  if (line === undefined) return [];
  const starts = new Map<string, number>();
  for (const item of line.items) {
    if (!starts.has(item.path)) starts.set(item.path, mmToTwips((item.xs[0] ?? 0) - line.page.typeArea.left));
  }
  return [...starts.values()].slice(1);
}
