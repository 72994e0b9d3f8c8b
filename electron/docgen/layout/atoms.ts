import type { ElementKind, FontRole, InkColor } from '../../../shared/gongwen/pages.ts';
import { isDigit, unitLength } from './char-class.ts';
import type { CharClass } from './char-class.ts';
import type { Cell, Measure } from './cells.ts';
import { CELL, EM_3, MM_PER_PT, SIZE_3 } from './geometry.ts';

/** A stretch of text in one role. */
export interface Run {
  readonly text: string;
  readonly role: FontRole;
  readonly element: ElementKind;
  readonly path: string;
  readonly color?: InkColor;
}

/**
 * A paragraph ready for breaking: its characters, and for each the widths in mm. Index i of `gap`,
 * `mayBreak`, `mayStretch` and `mayShrink` is the place between characters i and i+1.
 */
export interface Atoms {
  readonly runs: readonly Run[];
  readonly cells: readonly Cell[];
  readonly runOf: readonly number[];
  readonly widths: readonly number[];
  /** Change of the distance when both neighbours stand on one line (consecutive punctuation), <= 0. */
  readonly gap: readonly number[];
  readonly mayBreak: readonly boolean[];
  readonly mayStretch: readonly boolean[];
  readonly mayShrink: readonly number[];
  /** What the last character may lose on its right side at a line's end. */
  readonly endShrink: readonly number[];
  /** Forced line breaks: index of the last character before one. */
  readonly forced: ReadonlySet<number>;
  readonly em: number;
  /** Cell minus character width: the 3号 characters stand a little closer than their own width. */
  readonly tracking: number;
}

const isPunctuation = (cell: Cell): boolean =>
  cell.cls === 'close' || cell.cls === 'stop' || cell.cls === 'open';

/** Consecutive punctuation shares its white: half a cell goes (GB/T 15834-2011 5.1.10, CLREQ 3.1.6). */
function pairGap(left: Cell, right: Cell): number {
  if (!isPunctuation(left) || !isPunctuation(right)) return 0;
  if (left.cls !== 'open') return -left.shrinkRight;
  return right.cls === 'open' ? -right.shrinkLeft : 0;
}

/** What may not begin a line. */
const NEVER_FIRST: ReadonlySet<CharClass> = new Set(['close', 'stop', 'middle', 'mark', 'space']);

const HALF_WIDTH_NEVER_FIRST: ReadonlySet<string> = new Set('!),.:;?]}%');
const HALF_WIDTH_NEVER_LAST: ReadonlySet<string> = new Set('([{');

function breakAllowed(left: Cell, right: Cell): boolean {
  if (NEVER_FIRST.has(right.cls)) return false;
  if (left.cls === 'open') return false;
  if (left.cls === right.cls && (left.cls === 'dash' || left.cls === 'ellipsis' || left.cls === 'latin')) {
    return false;
  }
  // Half-width marks obey the same rule as the full-width ones: 邮箱:office@… never leaves its colon behind.
  if (HALF_WIDTH_NEVER_FIRST.has(right.char) || HALF_WIDTH_NEVER_LAST.has(left.char)) return false;
  // 〔2023〕1号 and ￥100 stay whole
  if (left.char === '〕' && isDigit(right.char)) return false;
  if ((left.char === '￥' || left.char === '第') && isDigit(right.char)) return false;
  return true;
}

/** Measures the runs at a size; `\n` inside a text is a forced break and not a character. */
export function toAtoms(runs: readonly Run[], sizePt: number, measure: Measure): Atoms {
  const em = sizePt * MM_PER_PT;
  const tracking = sizePt === SIZE_3 ? CELL - EM_3 : 0;
  const cells: Cell[] = [];
  const runOf: number[] = [];
  const widths: number[] = [];
  const forced = new Set<number>();
  runs.forEach((run, runIndex) => {
    for (const char of run.text) {
      if (char === '\n') {
        if (cells.length > 0) forced.add(cells.length - 1);
        continue;
      }
      const cell = measure(run.role, char === '\t' ? ' ' : char);
      cells.push(cell);
      runOf.push(runIndex);
      widths.push(cell.cls === 'mark' ? 0 : cell.width * em + tracking);
    }
  });
  const count = cells.length;
  const gap: number[] = [];
  const mayBreak: boolean[] = [];
  const mayStretch: boolean[] = [];
  const mayShrink: number[] = [];
  const endShrink: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const left = cells[i];
    if (left === undefined) break;
    endShrink.push(left.shrinkRight * em);
    const right = cells[i + 1];
    if (right === undefined) break;
    const pair = pairGap(left, right) * em;
    gap.push(pair);
    mayBreak.push(breakAllowed(left, right));
    mayStretch.push(
      right.cls !== 'mark' &&
        !(left.cls === right.cls && (left.cls === 'latin' || left.cls === 'dash' || left.cls === 'ellipsis')),
    );
    mayShrink.push(Math.max(0, (left.shrinkRight + right.shrinkLeft) * em + 2 * pair));
  }
  holdUnits(cells, mayBreak);
  return {
    runs,
    cells,
    runOf,
    widths,
    gap,
    mayBreak,
    mayStretch,
    mayShrink,
    endShrink,
    forced,
    em,
    tracking,
  };
}

/** Numbers keep the unit behind them (B-11). */
function holdUnits(cells: readonly Cell[], mayBreak: boolean[]): void {
  for (let i = 0; i + 1 < cells.length; i += 1) {
    const here = cells[i];
    const next = cells[i + 1];
    if (here === undefined || next === undefined || !isDigit(here.char) || next.cls === 'latin') continue;
    const ahead = cells
      .slice(i + 1, i + 5)
      .map((cell) => cell.char)
      .join('');
    const length = unitLength(ahead);
    for (let k = 0; k < length; k += 1) mayBreak[i + k] = false;
  }
}
