import type { Atoms } from './atoms.ts';
import { CELL } from './geometry.ts';

/** A line of a paragraph: characters `start` … `end` (inclusive) of its atoms. */
export interface BrokenLine {
  readonly start: number;
  readonly end: number;
  /** True when the line is set to the full measure: not for the last one or before a forced break. */
  readonly justified: boolean;
}

export interface BreakOptions {
  /** Width in mm of the first and of the following lines. */
  readonly first: number;
  readonly rest: number;
  /** Avoid a last line of a single character (B-11); default true. */
  readonly avoidRunt?: boolean;
  /** Lines are not spread to the measure: rather a short line than a word or number torn. */
  readonly ragged?: boolean;
}

const EPSILON = 0.01;
/** A line is spread by at most two cells. */
const MAX_SPREAD = 2 * CELL;
/** Words of this many characters may be torn (addresses, paths). */
const LONG_WORD = 16;
/** Where a long word (an address, a path) may be torn: after these. */
const SOFT = /[/?&=.,\-_:@#%)]/u;

/** Width of characters start…end on one line, cells and punctuation pairs counted. */
export function naturalWidth(atoms: Atoms, start: number, end: number): number {
  let width = 0;
  for (let i = start; i <= end; i += 1) {
    width += atoms.widths[i] ?? 0;
    if (i < end) width += atoms.gap[i] ?? 0;
  }
  return width;
}

/** What punctuation on the line can give up, in mm. */
export function shrinkRoom(atoms: Atoms, start: number, end: number): number {
  let room = atoms.endShrink[end] ?? 0;
  for (let i = start; i < end; i += 1) room += atoms.mayShrink[i] ?? 0;
  return room;
}

/** Spaces at a line's end hang behind it and take no room. */
function withSpaces(atoms: Atoms, end: number, last: number): number {
  let at = end;
  while (at < last && atoms.cells[at + 1]?.cls === 'space' && !atoms.forced.has(at)) at += 1;
  return at;
}

/** A place to tear the long word that crosses the edge; short words and numbers are never torn. */
function softBreak(atoms: Atoms, start: number, fit: number): number | undefined {
  const isLatin = (at: number): boolean => atoms.cells[at]?.cls === 'latin';
  let from = fit + 1;
  while (from > start && isLatin(from - 1)) from -= 1;
  let to = fit;
  while (isLatin(to + 1)) to += 1;
  if (to - from + 1 < LONG_WORD) return undefined;
  for (let i = fit; i > from; i -= 1) {
    const left = atoms.cells[i]?.char ?? '';
    const right = atoms.cells[i + 1]?.char ?? '';
    if (SOFT.test(left) && !SOFT.test(right)) return i;
  }
  return undefined;
}

/** End of the line that starts at `start`; `last` is the last character before a forced break or the end. */
function lineEnd(atoms: Atoms, start: number, last: number, measure: number, maxSpread: number): number {
  let fit = start;
  let width = atoms.widths[start] ?? 0;
  while (fit < last) {
    const next = width + (atoms.gap[fit] ?? 0) + (atoms.widths[fit + 1] ?? 0);
    if (next > measure + EPSILON) break;
    width = next;
    fit += 1;
  }
  if (fit === last) return last;
  const hanging = withSpaces(atoms, fit, last);
  if (hanging === last || atoms.mayBreak[hanging] === true) return hanging;

  // push in: take the following characters up to the next allowed break and squeeze the punctuation
  let inner = fit;
  let innerWidth = width;
  while (inner < last && inner - fit < 4) {
    innerWidth += (atoms.gap[inner] ?? 0) + (atoms.widths[inner + 1] ?? 0);
    inner += 1;
    if (inner === last || atoms.mayBreak[inner] === true) {
      if (innerWidth - measure <= shrinkRoom(atoms, start, inner)) return withSpaces(atoms, inner, last);
      break;
    }
  }
  // push out: go back to an allowed break and spread what is left
  let outer = fit - 1;
  let outerWidth = width - (atoms.gap[outer] ?? 0) - (atoms.widths[fit] ?? 0);
  while (outer >= start && atoms.mayBreak[outer] !== true) {
    outer -= 1;
    outerWidth -= (atoms.gap[outer] ?? 0) + (atoms.widths[outer + 1] ?? 0);
  }
  const found = outer >= start;
  if (found && measure - outerWidth <= maxSpread) return outer;
  const soft = softBreak(atoms, start, fit);
  if (soft !== undefined) return soft;
  if (found && measure - outerWidth <= measure / 3) return outer;
  return fit;
}

/** Breaks a paragraph into lines: 避头尾, push-in before push-out, no runt at the end where avoidable. */
export function breakLines(atoms: Atoms, options: BreakOptions): BrokenLine[] {
  const lines: BrokenLine[] = [];
  const total = atoms.cells.length;
  let start = 0;
  while (start < total) {
    let last = start;
    while (last < total - 1 && !atoms.forced.has(last)) last += 1;
    const firstLine = lines.length;
    while (start <= last) {
      const measure = lines.length === 0 ? options.first : options.rest;
      const end = lineEnd(atoms, start, last, measure, options.ragged === true ? measure : MAX_SPREAD);
      lines.push({ start, end, justified: end < last });
      start = end + 1;
    }
    if (options.avoidRunt !== false && lines.length - firstLine >= 2) avoidRunt(atoms, lines, options);
  }
  return lines;
}

const inkCount = (atoms: Atoms, line: BrokenLine): number => {
  let count = 0;
  for (let i = line.start; i <= line.end; i += 1) {
    const cls = atoms.cells[i]?.cls;
    if (cls === 'han' || cls === 'latin') count += 1;
  }
  return count;
};

/** 段末不出现孤字成行: draw the single character in, or send one more down to it. */
function avoidRunt(atoms: Atoms, lines: BrokenLine[], options: BreakOptions): void {
  const runt = lines.at(-1);
  const above = lines.at(-2);
  if (runt === undefined || above === undefined || inkCount(atoms, runt) > 1) return;
  const measure = lines.length === 2 ? options.first : options.rest;
  const over = naturalWidth(atoms, above.start, runt.end) - measure;
  if (over <= shrinkRoom(atoms, above.start, runt.end)) {
    lines.splice(-2, 2, { start: above.start, end: runt.end, justified: over > 0 });
    return;
  }
  for (let end = above.end - 1; end > above.start + 1; end -= 1) {
    if (atoms.mayBreak[end] !== true) continue;
    if (measure - naturalWidth(atoms, above.start, end) > MAX_SPREAD) return;
    lines.splice(-2, 2, { ...above, end }, { ...runt, start: end + 1 });
    return;
  }
}
