import type { TextEntry } from './flow-entries.ts';
import { TYPE_AREA_WIDTH } from './grid.ts';
import type { Indent } from './indents.ts';
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
  /** Twips from the type area's left edge. */
  readonly left: number;
  readonly right: number;
}

function spanOf(entry: TextEntry | undefined): Span | undefined {
  const line = entry?.lines[0];
  if (line === undefined) return undefined;
  const area = line.page.typeArea.left;
  return { left: mmToTwips(line.left - area), right: mmToTwips(line.right - area) };
}

/** Room in twips right of a date, because programs set digits between Chinese characters wider. */
const DATE_SPARE = 700;

/**
 * 成文日期, four cells from the right edge (7.3.5.1) or two (7.3.5.2), by its left edge: programs do not
 * agree on its width, and 署名 is placed by it (S-22).
 */
export function placeDate(entry: TextEntry): SignaturePlace {
  const span = spanOf(entry);
  if (span === undefined) return {};
  const free = TYPE_AREA_WIDTH - span.right;
  return { indent: { left: span.left, ...(free < DATE_SPARE ? { right: free - DATE_SPARE } : {}) } };
}

/** 署名: centred over the date where the layout has it so, else by its left edge. */
export function placeIssuer(entry: TextEntry, date: TextEntry | undefined): SignaturePlace {
  const own = spanOf(entry);
  if (own === undefined) return {};
  const tabs = columnStarts(entry);
  if (tabs.length > 0) return { alignment: 'left', indent: { left: own.left }, tabs };
  const dateSpan = spanOf(date);
  const isCentred =
    dateSpan !== undefined && Math.abs(own.left + own.right - dateSpan.left - dateSpan.right) <= SAME;
  if (isCentred) return centredAt((own.left + own.right) / 2, own.right - own.left);
  return { alignment: 'left', indent: { left: own.left } };
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
