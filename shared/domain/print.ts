/** Pure rules of printing: which pages, how many sheets, which 份号, how far to move. Lengths in mm. */

export const DUPLEX_MODES = ['simplex', 'longEdge', 'shortEdge'] as const;
export type Duplex = (typeof DUPLEX_MODES)[number];
/** 双面印刷 (GB/T 9704-2012 6.2), bound on the left. A printer that cannot prints one side. */
export const DEFAULT_DUPLEX: Duplex = 'longEdge';

export const MAX_COPIES = 999;
/** 份号 has six digits (GB/T 9704-2012 7.2.1). */
export const MAX_COPY_NUMBER = 999_999;

export interface PageRange {
  readonly from: number;
  readonly to: number;
}

/** How far everything is moved on the paper: right and down are positive. */
export interface PrintOffset {
  readonly x: number;
  readonly y: number;
}
export const NO_OFFSET: PrintOffset = { x: 0, y: 0 };
/** More than this is a wrong paper size, not a paper that lies askew. */
export const MAX_OFFSET = 10;

/** Where the two lines of the calibration page stand: their centre from the upper and from the left edge. */
export const CALIBRATION_LINE = 20;

/**
 * The move that puts a line measured at `measured` mm from the edge of the paper to its place, rounded to
 * tenths: a ruler shows no more.
 */
export function correctionOf(measured: number): number {
  const move = Math.round((CALIBRATION_LINE - measured) * 10) / 10;
  return move === 0 ? 0 : move;
}

type Parsed =
  | { readonly ok: true; readonly ranges: readonly PageRange[] }
  | { readonly ok: false; readonly message: string };

const SEPARATORS = /[,，、;；\s]+/u;
const RANGE = /^(?<from>\d{1,5})(?:[-－–—~～至](?<to>\d{1,5}))?$/u;

/**
 * What a person types as pages, `1-3,5`, in ascending order and joined where they touch; full-width digits and
 * Chinese punctuation count as well. Empty means all pages. The message says what to type instead.
 */
export function parsePageRanges(text: string, pageCount: number): Parsed {
  const plain = text.replaceAll(/[０-９]/gu, (digit) => String.fromCodePoint(digit.charCodeAt(0) - 0xfee0));
  const parts = plain
    .replaceAll(/\s*([-－–—~～至])\s*/gu, '$1')
    .split(SEPARATORS)
    .filter((part) => part !== '');
  const ranges: PageRange[] = [];
  for (const part of parts) {
    const match = RANGE.exec(part)?.groups;
    if (match?.['from'] === undefined) {
      return { ok: false, message: `“${part}”不是页码。请写成“1-3,5”这样，全部打印就留空。` };
    }
    const from = Number(match['from']);
    const to = Number(match['to'] ?? match['from']);
    if (from > to) return { ok: false, message: `“${part}”前大后小，请写成“${to}-${from}”。` };
    if (from < 1 || to > pageCount) {
      return { ok: false, message: `没有“${part}”这些页：本件共 ${pageCount} 页，请填 1 至 ${pageCount}。` };
    }
    ranges.push({ from, to });
  }
  return { ok: true, ranges: joinRanges(ranges) };
}

/** Ascending, without overlaps. */
function joinRanges(ranges: readonly PageRange[]): PageRange[] {
  const joined: PageRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last === undefined || range.from > last.to + 1) joined.push(range);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return joined;
}

/** The chosen of all pages in their order; all when nothing is chosen. */
export function choosePages<T>(pages: readonly T[], ranges: readonly PageRange[]): T[] {
  if (ranges.length === 0) return [...pages];
  return pages.filter((_page, index) => ranges.some(({ from, to }) => index + 1 >= from && index + 1 <= to));
}

/** Sheets of paper: every copy begins on a sheet of its own. */
export function sheetsOf(sides: number, copies: number, duplex: Duplex): number {
  return copies * (duplex === 'simplex' ? sides : Math.ceil(sides / 2));
}

/** 份号 with its six digits. */
export function formatCopyNumber(value: number): string {
  return String(value).padStart(6, '0');
}

/** The number of a 份号, undefined when it is none. */
export function parseCopyNumber(text: string): number | undefined {
  const value = /^\d{1,6}$/u.test(text.trim()) ? Number(text) : 0;
  return value >= 1 ? value : undefined;
}
