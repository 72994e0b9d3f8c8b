import { foldText } from './fold-text.ts';

/** Where searched words stand in a text as it is written, for marking them and for showing what surrounds them. */

/** A piece of text; `hit` is what was searched for. */
export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

/** From and up to, in UTF-16 units of the text. */
export type TextRange = readonly [from: number, to: number];

const PLAIN = /[\u4e00-\u9fffa-z0-9]/u;

/** The folded text, and for each of its characters where the written one begins and ends. */
function foldWithPlaces(text: string): { folded: string; starts: number[]; ends: number[] } {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const next = at + character.length;
    const one = PLAIN.test(character) ? character : foldText(character);
    // A run of dashes folds into one.
    if (one === '-' && folded.endsWith('-')) ends[ends.length - 1] = next;
    else {
      folded += one;
      for (let index = 0; index < one.length; index += 1) {
        starts.push(at);
        ends.push(next);
      }
    }
    at = next;
  }
  return { folded, starts, ends };
}

/** All places where any of the folded words occurs, in order, those that touch joined. */
export function findRanges(text: string, words: readonly string[]): TextRange[] {
  const { folded, starts, ends } = foldWithPlaces(text);
  const ranges: TextRange[] = [];
  for (const word of words) {
    if (word === '') continue;
    for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + word.length)) {
      ranges.push([starts[at] ?? 0, ends[at + word.length - 1] ?? text.length]);
    }
  }
  return joined(ranges);
}

function joined(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)];
    else result.push([from, to]);
  }
  return result;
}

/** The text cut at the ranges. */
export function markRanges(text: string, ranges: readonly TextRange[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const [from, to] of joined(ranges)) {
    if (from > at) segments.push({ text: text.slice(at, from), hit: false });
    segments.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) segments.push({ text: text.slice(at), hit: false });
  return segments;
}

/** What surrounds the first hit, line breaks levelled, with … where text is left out; empty without a hit. */
export function excerpt(text: string, words: readonly string[], before = 16, length = 64): Segment[] {
  const ranges = findRanges(text, words);
  const first = ranges[0];
  if (first === undefined) return [];
  const from = Math.max(0, first[0] - before);
  const to = Math.min(text.length, Math.max(first[1], from + length));
  const inside = ranges.flatMap(([start, end]): TextRange[] =>
    start < to && end > from ? [[Math.max(start, from) - from, Math.min(end, to) - from]] : [],
  );
  const marked = markRanges(text.slice(from, to), inside).map(({ text: piece, hit }) => ({
    text: piece.replaceAll(/\s+/gu, ' '),
    hit,
  }));
  return [
    ...(from > 0 ? [{ text: '…', hit: false }] : []),
    ...marked,
    ...(to < text.length ? [{ text: '…', hit: false }] : []),
  ];
}
