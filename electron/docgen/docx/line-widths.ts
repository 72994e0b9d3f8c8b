import { charClass } from '../layout/char-class.ts';

/** A character of a laid-out line, as word processors will see it. */
export interface FitChar {
  readonly char: string;
  /** Advance in pt without spacing in Word and WPS. */
  readonly natural: number;
  /** Advance in pt a program without the named fonts may give it. */
  readonly widest: number;
  /** Spacing in twips the style gives it. */
  readonly styleSpacing: number;
  /** pt */
  readonly size: number;
  /** Characters of one format stand in one run. */
  readonly format: string;
}

const TWIPS_PER_POINT = 20;

/**
 * LibreOffice adds a fifth of the font size between a Chinese character and a Western letter or digit, and
 * has no way to be told not to by a .docx (7.4 does not read `w:autoSpaceDE`, `w:autoSpaceDN`).
 */
const SCRIPT_GAP = 0.2;

/** LibreOffice condenses by at most a sixth of the font size. */
const MOST_CONDENSED = 1 / 6;

type Script = 'asian' | 'western' | 'weak';

const LETTER_OR_DIGIT = /^[\p{L}\p{N}]$/u;

function scriptOf(char: string): Script {
  const code = char.codePointAt(0) ?? 0;
  if (code === 0x20 || code === 0xa0) return 'weak';
  if (code < 0x2000) return 'western';
  // Roman and circled numbers count as Western digits
  if ((code >= 0x2150 && code <= 0x218f) || (code >= 0x2460 && code <= 0x24ff)) return 'western';
  // general punctuation, arrows, symbols take the script of what stands before them
  return code < 0x2e80 ? 'weak' : 'asian';
}

export const isSpace = (char: string): boolean => charClass(char) === 'space';

/** Characters without the spaces at the end, which hang behind the line. */
export function withoutTrailingSpaces(chars: readonly FitChar[]): readonly FitChar[] {
  let end = chars.length;
  while (end > 0 && isSpace(chars[end - 1]?.char ?? '')) end -= 1;
  return chars.slice(0, end);
}

/** Spacing in twips of a character: the line's own, or the style's. */
const spacingOf = (one: FitChar, own: number | undefined): number => own ?? one.styleSpacing;

/** Width in pt of a line in Word and WPS: every character has its advance and its spacing. */
export function wordWidth(chars: readonly FitChar[], own: number | undefined): number {
  return chars.reduce((sum, one) => sum + one.natural + spacingOf(one, own) / TWIPS_PER_POINT, 0);
}

/**
 * Width in pt of a line in LibreOffice, as measured: the last character of a stretch of one script and
 * format is not condensed, and Chinese keeps a distance from Western letters and digits.
 */
export function libreOfficeWidth(chars: readonly FitChar[], own: number | undefined): number {
  let width = 0;
  let script: Script = 'weak';
  chars.forEach((one, index) => {
    const ownScript = scriptOf(one.char);
    if (ownScript !== 'weak') script = ownScript;
    const next = chars[index + 1];
    const spacing = Math.max(spacingOf(one, own) / TWIPS_PER_POINT, -one.size * MOST_CONDENSED);
    const isLastOfStretch =
      next === undefined || next.format !== one.format || changesScript(script, next.char);
    // 破折号 is one glyph of two cells in fonts that have it, and is not drawn together inside
    const isInDash = one.char === '—' && next?.char === '—';
    width += one.widest + (spacing < 0 && (isLastOfStretch || isInDash) ? 0 : spacing);
    if (next !== undefined && hasGap(one.char, next.char, script)) width += one.size * SCRIPT_GAP;
  });
  return width;
}

const changesScript = (script: Script, next: string): boolean => {
  const after = scriptOf(next);
  return after !== 'weak' && script !== 'weak' && after !== script;
};

const hasGap = (left: string, right: string, script: Script): boolean =>
  changesScript(script, right) && LETTER_OR_DIGIT.test(left) && LETTER_OR_DIGIT.test(right);
