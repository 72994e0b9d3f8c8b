import type { TextItem } from '../../../shared/gongwen/pages.ts';
import type { Atoms } from './atoms.ts';
import type { Cell } from './cells.ts';
import { naturalWidth } from './break-lines.ts';

/** A run of a line with its places; the page adds baseline and line number. */
export type Piece = Omit<TextItem, 'kind' | 'baseline' | 'line'>;

/** One line of text, set: where every character stands, in mm on an odd page. */
export interface SetLine {
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** mm between the letters of a line without any other place to stretch. */
const MAX_LETTER_SPACE = 0.5;

/** Extra distance after each character so that the line is exactly `delta` longer (or shorter). */
function distribute(atoms: Atoms, start: number, end: number, delta: number, tight: boolean): Float64Array {
  const extra = new Float64Array(end - start + 1);
  const gaps = end - start;
  if (gaps === 0) return extra;
  if (tight || delta > -0.2) {
    let places = 0;
    for (let i = start; i < end; i += 1) if (atoms.mayStretch[i] === true) places += 1;
    if (places === 0) {
      // a line that is one long word (an address) is letter-spaced
      const each = Math.min(delta / gaps, MAX_LETTER_SPACE);
      return extra.fill(each, 0, gaps);
    }
    for (let i = start; i < end; i += 1) if (atoms.mayStretch[i] === true) extra[i - start] = delta / places;
    return extra;
  }
  let room = atoms.endShrink[end] ?? 0;
  for (let i = start; i < end; i += 1) room += atoms.mayShrink[i] ?? 0;
  if (room <= 0) return extra;
  const share = Math.max(-1, delta / room);
  for (let i = start; i < end; i += 1) extra[i - start] = (atoms.mayShrink[i] ?? 0) * share;
  return extra;
}

export interface LinePlace {
  /** x in mm of the first character's face. */
  readonly left: number;
  /** Width in mm the line is set to. */
  readonly measure?: number;
  readonly sizePt: number;
  readonly scaleX?: number;
  /** Characters may stand closer than their cells, all alike, to reach the measure. */
  readonly tight?: boolean;
  /** Ink may fill the outer cells to their edges although the glyph's own box then passes them. */
  readonly bleed?: boolean;
}

/** A dash widened to its whole cell has a box wider than that: at the line's ends it is kept inside. */
function originInside(cell: Cell, first: boolean, last: boolean): number {
  if (first && cell.origin < 0) return 0;
  return last && cell.wide ? Math.min(cell.origin, 1 - cell.advance) : cell.origin;
}

/**
 * Places characters start…end from x = `left`. With `measure` the line is set to exactly that width:
 * the face of its last character ends there, although 28 cells of 16 pt characters would pass it by 0.07 mm.
 */
export function setLine(atoms: Atoms, start: number, end: number, place: LinePlace): SetLine {
  let last = end;
  while (last > start && atoms.cells[last]?.cls === 'space') last -= 1;
  const scale = place.scaleX ?? 1;
  const natural = naturalWidth(atoms, start, last) - atoms.tracking;
  const delta = place.measure === undefined ? 0 : place.measure / scale - natural;
  const extra = distribute(atoms, start, last, delta, place.tight === true);
  const limit = place.measure === undefined ? Number.POSITIVE_INFINITY : place.left + place.measure;
  const pieces: Piece[] = [];
  let x = place.left;
  let right = x;
  let text = '';
  let xs: number[] = [];
  const flush = (at: number): void => {
    const cell = atoms.cells[at];
    const run = atoms.runs[atoms.runOf[at] ?? 0];
    if (cell === undefined || run === undefined || text === '') return;
    pieces.push({
      element: run.element,
      path: run.path,
      text,
      face: cell.face,
      sizePt: place.sizePt,
      color: run.color ?? 'black',
      xs,
      right: round(right),
      scaleX: cell.scaleX * scale,
    });
    text = '';
    xs = [];
  };
  for (let i = start; i <= end; i += 1) {
    const cell = atoms.cells[i];
    if (cell === undefined) break;
    const before = atoms.cells[i - 1];
    if (i > start && before !== undefined) {
      // a combining mark is drawn with the face of the character before it
      const changes = cell.cls !== 'mark' && (before.face !== cell.face || before.scaleX !== cell.scaleX);
      if (changes || atoms.runOf[i] !== atoms.runOf[i - 1]) flush(i - 1);
    }
    text += cell.char;
    xs.push(
      round(
        x +
          (place.bleed === true ? cell.origin : originInside(cell, i === start, i === last)) *
            atoms.em *
            scale,
      ),
    );
    if (i > last) continue;
    const width = (atoms.widths[i] ?? 0) * scale;
    const change = ((i < last ? (atoms.gap[i] ?? 0) : 0) + (extra[i - start] ?? 0)) * scale;
    // squeezed punctuation has a smaller cell
    if (cell.cls !== 'mark') right = Math.min(x + width + Math.min(0, change) - atoms.tracking, limit);
    x += width + change;
  }
  flush(end);
  return { pieces, left: place.left, right: round(right) };
}

/** Width in mm of one unbroken line from the first face's left to the last face's right edge. */
export const lineWidth = (atoms: Atoms): number =>
  atoms.cells.length === 0 ? 0 : naturalWidth(atoms, 0, atoms.cells.length - 1) - atoms.tracking;

/** Sets one line from x = `left`; characters are narrowed where it would pass `room` mm. */
export function fittedLine(atoms: Atoms, left: number, room: number, sizePt: number): SetLine {
  const scaleX = Math.min(1, room / Math.max(lineWidth(atoms), 0.01));
  return setLine(atoms, 0, atoms.cells.length - 1, { left, sizePt, scaleX });
}

/** One line centred on x = `center`. */
export function centerLine(atoms: Atoms, center: number, sizePt: number): SetLine {
  return setLine(atoms, 0, atoms.cells.length - 1, { left: center - lineWidth(atoms) / 2, sizePt });
}
