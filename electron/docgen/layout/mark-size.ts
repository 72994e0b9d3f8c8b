import type { Context } from './context.ts';
import { note } from './context.ts';
import { AREA_WIDTH } from './geometry.ts';

/** Height and width in mm of the square a character of the mark is drawn in. */
export interface MarkSize {
  readonly height: number;
  readonly width: number;
}

/**
 * Least ink in em a mark is measured by: a mark of flat or narrow characters only (一, 卜) would else grow
 * out of the page.
 */
const LEAST_INK = 0.7;

/** Ink in em of the tallest and of the widest character. */
function largestInk(context: Context, text: string): MarkSize {
  let height = LEAST_INK;
  let width = LEAST_INK;
  for (const char of text) {
    const box = context.fonts.inkBox(context.fonts.faceFor('title', char), char);
    height = Math.max(height, box.top - box.bottom);
    width = Math.max(width, box.right - box.left);
  }
  return { height, width };
}

export interface AskedMark {
  readonly text: string;
  /** Width of the longest line in em of its characters. */
  readonly ems: number;
  readonly automatic: MarkSize;
  /** Factor of the size, below 1 where the first page lacks room. */
  readonly shrink: number;
  /** Greatest height the names of a joint mark have room for, mm. */
  readonly highest?: number;
}

/**
 * The size of the mark's characters when the document (by its template) asks for one: 字高 and 字宽 are those
 * of the printed ink, as a ruler on the paper measures them, of the tallest and of the widest character. What
 * is not asked for keeps the proportions of the automatic size. A line never leaves the type area: the width
 * gives way, and a note says so.
 */
export function askedSize(context: Context, mark: AskedMark): MarkSize {
  const { charHeight, charWidth } = context.document.issuerMark ?? {};
  const { automatic, shrink } = mark;
  if (charHeight === undefined && charWidth === undefined) return automatic;
  const ink = largestInk(context, mark.text);
  const ratio = automatic.width / automatic.height;
  const askedWidth = charWidth === undefined ? undefined : (charWidth * shrink) / ink.width;
  const askedHeight =
    charHeight === undefined ? (askedWidth ?? automatic.width) / ratio : (charHeight * shrink) / ink.height;
  const height = Math.min(askedHeight, mark.highest ?? askedHeight);
  if (height < askedHeight) {
    note(context, 'mark-lowered', '联合发文机关较多，发文机关标志按设定的字高排不下，已缩小。', 'issuerMark');
  }
  const wanted = askedWidth ?? Math.min(height, automatic.width);
  const width = Math.min(wanted, AREA_WIDTH / Math.max(mark.ems, 1));
  if (width < wanted) {
    note(context, 'mark-narrowed', '发文机关标志按设定的字宽一行排不下，已收窄到版心宽度。', 'issuerMark');
  }
  return { height, width };
}
