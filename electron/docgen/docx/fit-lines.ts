import { charClass } from '../layout/char-class.ts';
import { isSpace, libreOfficeWidth, withoutTrailingSpaces, wordWidth } from './line-widths.ts';
import type { FitChar } from './line-widths.ts';

/**
 * Makes word processors end every line where the layout ended it. They fill a line with characters until
 * the next one does not fit; they do not squeeze punctuation as 避头尾 asks. So each line of the layout is
 * measured as they will see it, and only where they would break elsewhere do its characters get a spacing
 * of their own. Justifying the line evens it out again, and the text stays one editable paragraph.
 */

export interface FitLine {
  readonly chars: readonly FitChar[];
  /** Width in pt the word processor has for the line. */
  readonly available: number;
}

export interface FittedLine {
  /** Spacing in twips of all its characters; undefined: the style's. */
  readonly spacing: number | undefined;
  /** The line has to be ended by a line break, because no spacing makes every program break there. */
  readonly hardBreak: boolean;
  /** False where LibreOffice will break elsewhere, because it sets short numbers too wide to be condensed. */
  readonly everywhere: boolean;
}

export interface FitLinesOptions {
  /** The last line is full too: the paragraph goes on in another one. */
  readonly isCut?: boolean;
  /** Lines are not justified, so a spread line would show: it is ended by a line break instead. */
  readonly isRagged?: boolean;
  /**
   * Only Word and WPS have to break as the layout did. With the fonts of a Chinese office named this is what
   * counts: a line break put in for LibreOffice's sake would tear a sentence the drafter goes on editing.
   */
  readonly isForWord?: boolean;
}

/** Distance in pt from the edge within which programs may round differently. */
const MARGIN = 0.4;
/** Spacings (twips) tried around the style's: from what LibreOffice can condense to two thirds of a digit. */
const TIGHTEST = -52;
const WIDEST = 120;

const isWord = (char: string): boolean => charClass(char) === 'latin';

/** True when no line may end between the two characters in any of the programs. */
function isTied(left: string, right: string): boolean {
  const before = charClass(left);
  const after = charClass(right);
  if (after === 'close' || after === 'stop' || after === 'middle' || after === 'mark') return true;
  if (after === 'space' || after === 'ellipsis') return true;
  if (before === 'open') return true;
  if (before === 'dash' && after === 'dash') return true;
  // within a Latin word or a number; behind a slash or hyphen some programs do break
  return before === 'latin' && after === 'latin' && !'/-'.includes(left);
}

/** The characters at the start of the following text that can only move up to the line together. */
function firstUnit(following: readonly FitChar[], isForWord: boolean): readonly FitChar[] {
  let end = 1;
  while (end < following.length && isTied(following[end - 1]?.char ?? '', following[end]?.char ?? ''))
    end += 1;
  const unit = withoutTrailingSpaces(following.slice(0, end));
  if (isForWord) return unit;
  // LibreOffice lets a stop hang out of the line, whatever `w:overflowPunct` says
  const last = unit.at(-1);
  return unit.length > 1 && last !== undefined && charClass(last.char) === 'stop' ? unit.slice(0, -1) : unit;
}

/** How a line may be tried. */
interface Trial {
  /** Spacing of the next line, twips. */
  readonly nextOwn: number | undefined;
  /** A stop at the line's end may hang out of it in LibreOffice. */
  readonly hanging: boolean;
  readonly isForWord: boolean;
}

/** Whether the line holds its own characters and nothing of the next line, in every program. */
const agrees = (line: FitLine, unit: readonly FitChar[], own: number | undefined, trial: Trial): boolean =>
  fits(line, own, trial) &&
  wordWidth(line.chars, own) + wordWidth(unit, trial.nextOwn) > line.available + MARGIN;

function agreesInWord(line: FitLine, unit: readonly FitChar[], own: number, { nextOwn }: Trial): boolean {
  const width = wordWidth(withoutTrailingSpaces(line.chars), own);
  return width <= line.available - MARGIN && width + wordWidth(unit, nextOwn) > line.available + MARGIN;
}

type FitTrial = Pick<Trial, 'hanging' | 'isForWord'>;

function fits(line: FitLine, own: number | undefined, { hanging, isForWord }: FitTrial): boolean {
  const chars = withoutTrailingSpaces(line.chars);
  const limit = line.available - MARGIN;
  if (isForWord) return wordWidth(chars, own) <= limit;
  const hangs = hanging && charClass(chars.at(-1)?.char ?? '') === 'stop';
  return wordWidth(chars, own) <= limit && libreOfficeWidth(hangs ? chars.slice(0, -1) : chars, own) <= limit;
}

/** Spacings from the style's outwards, so that the smallest change that works is taken. */
function* candidates(style: number): Generator<number> {
  for (let step = 1; style - step >= TIGHTEST || style + step <= WIDEST; step += 1) {
    if (style - step >= TIGHTEST) yield style - step;
    if (style + step <= WIDEST) yield style + step;
  }
}

function search(style: number, accept: (own: number) => boolean): number | undefined {
  for (const own of candidates(style)) if (accept(own)) return own;
  return undefined;
}

/** The widest spacing with which the line still fits: it looks full although nothing follows it. */
function fullSpacing(line: FitLine, trial: FitTrial): number | undefined {
  for (let own = WIDEST; own >= TIGHTEST; own -= 1) if (fits(line, own, trial)) return own;
  return undefined;
}

/** A line that is not justified shows its spacing: wider at once, closer from this on (twips). */
const VISIBLE = 16;

const isVisible = (own: number, style: number): boolean => own > style || style - own > VISIBLE;

const fitted = (spacing: number | undefined, hardBreak = false): FittedLine => ({
  spacing,
  hardBreak,
  everywhere: true,
});

function fitLastLine(line: FitLine, style: number, options: FitLinesOptions): FittedLine {
  const { isCut, isRagged, isForWord = false } = options;
  const trial = { hanging: false, isForWord };
  if (isCut === true) return fitted(fullSpacing(line, trial));
  // nothing comes after it, so it may fill the measure to the end
  const roomy = { ...line, available: line.available + MARGIN };
  if (fits(roomy, undefined, trial)) return fitted(undefined);
  const own = search(style, (tried) => fits(line, tried, trial));
  return own === undefined || (isRagged === true && isVisible(own, style))
    ? { ...fitted(undefined), everywhere: false }
    : fitted(own);
}

function fitLine(
  line: FitLine,
  following: readonly FitChar[],
  nextOwn: number | undefined,
  options: FitLinesOptions,
): FittedLine {
  const isRagged = options.isRagged === true;
  const isForWord = options.isForWord === true;
  const style = line.chars[0]?.styleSpacing ?? 0;
  if (following.length === 0) return fitLastLine(line, style, options);
  const left = line.chars.at(-1)?.char ?? '';
  const right = following[0]?.char ?? '';
  const isTorn = !isSpace(left) && (isTied(left, right) || (isWord(left) && isWord(right)));
  const unit = firstUnit(following, isForWord);
  const plain = { nextOwn, hanging: false, isForWord };
  if (!isTorn) {
    for (const hanging of [false, true]) {
      const trial = { ...plain, hanging };
      if (agrees(line, unit, undefined, trial)) return fitted(undefined);
      const own = search(style, (tried) => agrees(line, unit, tried, trial));
      if (own !== undefined && !(isRagged && isVisible(own, style))) return fitted(own);
    }
  }
  if (fits(line, undefined, plain)) return fitted(undefined, true);
  const own = search(style, (tried) => fits(line, tried, plain));
  if (own !== undefined && !(isRagged && isVisible(own, style))) return fitted(own, true);
  // LibreOffice cannot condense a line of many short numbers enough: then Word and WPS decide alone
  const isNatural = agreesInWord(line, unit, style, plain);
  const word = isNatural ? undefined : search(style, (tried) => agreesInWord(line, unit, tried, plain));
  return { ...fitted(word), everywhere: false };
}

/** Fits the lines of one paragraph, in order. */
export function fitLines(lines: readonly FitLine[], options: FitLinesOptions = {}): FittedLine[] {
  const result: FittedLine[] = [];
  // from the last line up, because what a line may pull up depends on how the next one is set
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const following = lines.slice(index + 1, index + 3).flatMap((next) => next.chars);
    result.unshift(fitLine(line, following, result[0]?.spacing, options));
  }
  return result;
}
