import { breakCosts, NEVER } from './title-tokens.ts';

/**
 * Breaks a title into lines by meaning: 词意完整、排列对称、长短适宜, 梯形 or 菱形
 * (GB/T 9704-2012 7.3.1). A `\n` in the title is the drafter's own break and always wins.
 */

/** Lines kept per step of the search; more does not change the answers, it only costs time. */
const BEAM = 200;

/** Full-width cells a text takes: Latin letters and digits count half. */
export function cellsOf(text: string): number {
  let cells = 0;
  for (const char of text)
    cells += (char.codePointAt(0) ?? 0) < 0x2e80 && !'“”‘’—…·'.includes(char) ? 0.5 : 1;
  return cells;
}

/** A way to set the first lines: where each ends, how wide it is, what the breaks cost. */
interface Partial {
  readonly ends: readonly number[];
  readonly widths: readonly number[];
  readonly cost: number;
  /** Cost and unevenness so far, by which the search keeps the better ones. */
  readonly rank: number;
}

export interface TitleCandidate {
  readonly lines: string[];
  /** Smaller is better. */
  readonly cost: number;
}

function isPeakOrSlope(widths: readonly number[]): boolean {
  let falling = false;
  for (let index = 1; index < widths.length; index += 1) {
    const step = (widths[index] ?? 0) - (widths[index - 1] ?? 0);
    if (step < 0) falling = true;
    else if (step > 0 && falling) return false;
  }
  return true;
}

/** Cost of the outline of the lines: rectangle, hourglass, stubs and overfull lines are bad. */
function shapeCost(widths: readonly number[]): number {
  const widest = Math.max(...widths);
  const narrowest = Math.min(...widths);
  const spread = widest - narrowest;
  if (widths.length === 1) return Math.max(0, widest - 18) * 9;
  let cost = widths.reduce((sum, width) => sum + Math.max(0, width - 18) * 3, 0);
  if (spread < 1) cost += 14;
  cost += Math.max(0, spread - (widths.length === 2 ? 6 : 8)) * 4;
  if (narrowest < 4) cost += 60;
  else if (narrowest < widest / 2.5) cost += 15;
  if (!isPeakOrSlope(widths)) cost += 80;
  for (let index = 1; index < widths.length; index += 1) {
    if (widths.length > 2 && Math.abs((widths[index] ?? 0) - (widths[index - 1] ?? 0)) < 1) cost += 5;
  }
  return cost;
}

const isSpace = (char: string) => /\s/u.test(char);

/** Cells up to each index, so that a line's width is a subtraction. */
function widthsUpTo(text: string): number[] {
  const sums = [0];
  let sum = 0;
  for (const char of text) {
    for (let unit = 1; unit < char.length; unit += 1) sums.push(sum);
    sum += cellsOf(char);
    sums.push(sum);
  }
  return sums;
}

/** All good ways to set an unbroken text in exactly `count` lines. */
function partitions(text: string, costs: readonly number[], count: number, max: number): TitleCandidate[] {
  const sums = widthsUpTo(text);
  const places = costs.flatMap((cost, at) => (cost === NEVER ? [] : [at]));
  places.push(text.length);
  const widthOf = (start: number, end: number) => {
    // The space between joint issuers goes where a line ends there.
    const first = isSpace(text.charAt(start)) ? start + 1 : start;
    const last = isSpace(text.charAt(end - 1)) ? end - 1 : end;
    return (sums[last] ?? 0) - (sums[first] ?? 0);
  };
  const total = sums[text.length] ?? 0;
  let beam: Partial[] = [{ ends: [], widths: [], cost: 0, rank: 0 }];
  for (let line = 1; line <= count; line += 1) {
    const next: Partial[] = [];
    for (const state of beam) {
      const start = state.ends.at(-1) ?? 0;
      for (const end of places) {
        if (end <= start || (end === text.length) !== (line === count)) continue;
        const width = widthOf(start, end);
        if (width > max) break;
        if (total - (sums[end] ?? 0) > (count - line) * max) continue;
        const cost = end === text.length ? 0 : (costs[end] ?? NEVER);
        next.push({
          ends: [...state.ends, end],
          widths: [...state.widths, width],
          cost: state.cost + cost,
          rank: state.rank + cost + Math.abs(width - total / count),
        });
      }
    }
    beam = next.length <= BEAM ? next : next.sort((a, b) => a.rank - b.rank).slice(0, BEAM);
  }
  return beam.map(({ ends, widths, cost }) => ({
    lines: ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end).trim()),
    cost: cost + shapeCost(widths),
  }));
}

/** Last resort for a text whose wholes do not fit: full lines, still no closing mark at a line's start. */
function fillLines(text: string, max: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const char of text) {
    if (line !== '' && cellsOf(line + char) > max && !'》”’）〕、，。：；'.includes(char)) {
      lines.push(line.trim());
      line = '';
    }
    line += char;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

/**
 * Ways to break one unforced text, best first.
 * @param maxCells full-width characters a line can hold (2号 in 156 mm: 20).
 */
export function titleCandidates(title: string, maxCells: number): TitleCandidate[] {
  const text = title.trim();
  if (text === '') return [];
  const costs = breakCosts(text, maxCells);
  const fewest = Math.max(1, Math.ceil(cellsOf(text) / maxCells));
  const found: TitleCandidate[] = [];
  for (let count = fewest; count <= fewest + 2; count += 1) {
    for (const candidate of partitions(text, costs, count, maxCells)) {
      found.push({ lines: candidate.lines, cost: candidate.cost + (count - fewest) * 14 });
    }
  }
  if (found.length === 0) return [{ lines: fillLines(text, maxCells), cost: NEVER }];
  return found.sort((a, b) => a.cost - b.cost || a.lines.join('\n').localeCompare(b.lines.join('\n'), 'en'));
}

/**
 * The lines of a title.
 * @param title may hold `\n`; each forced line that is too long is broken further.
 * @param maxCells full-width characters a line can hold (2号 in 156 mm: 20).
 * @returns lines without surrounding spaces; `[]` for a blank title.
 */
export function breakTitle(title: string, maxCells: number): string[] {
  return title
    .normalize('NFC')
    .split('\n')
    .flatMap((line) => titleCandidates(line, maxCells)[0]?.lines ?? []);
}
