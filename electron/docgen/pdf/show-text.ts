import { decimal } from './numbers.ts';

/** A glyph of a run, ready to be shown. */
export interface PlacedGlyph {
  readonly char: string;
  /** Character code in the font, four hexadecimal digits. */
  readonly code: string;
  /** What `TJ` takes back before the glyph, in thousandths of the size; negative leaves a gap. */
  readonly shift: number;
}

/**
 * Readers that extract text take a gap of a tenth of the size for a space and an overlap of as much for a new
 * line. A spread line has such gaps, squeezed punctuation such overlaps, and neither is meant.
 */
const NOTICED = 90;
/** A wider gap is meant: two items on one line. */
const MEANT = 600;

/**
 * Operators that show the glyphs: one `TJ`, or several where the text has to be said besides being shown
 * (`ActualText`, ISO 32000-1, 14.9.4): the whole of a spread run, the pairs of squeezed punctuation.
 */
export function showText(glyphs: readonly PlacedGlyph[]): string {
  const spread = glyphs.some(
    ({ char, shift }, index) =>
      shift < -NOTICED && shift > -MEANT && isInked(char) && isInked(glyphs[index - 1]?.char),
  );
  if (spread) return said(glyphs);
  const operators: string[] = [];
  let start = 0;
  while (start < glyphs.length) {
    let end = start + 1;
    while (overlaps(glyphs[end])) end += 1;
    if (end > start + 1) {
      operators.push(said(glyphs.slice(start, end)));
    } else {
      while (end < glyphs.length && !overlaps(glyphs[end + 1])) end += 1;
      operators.push(shown(glyphs.slice(start, end)));
    }
    start = end;
  }
  return operators.join(' ');
}

function overlaps(glyph: PlacedGlyph | undefined): boolean {
  return glyph !== undefined && glyph.shift > NOTICED;
}

function isInked(char: string | undefined): boolean {
  return char !== undefined && char.trim() !== '';
}

function said(glyphs: readonly PlacedGlyph[]): string {
  const text = Buffer.from(`\uFEFF${glyphs.map(({ char }) => char).join('')}`, 'utf16le').swap16();
  return `/Span <</ActualText <${text.toString('hex')}>>> BDC ${shown(glyphs)} EMC`;
}

function shown(glyphs: readonly PlacedGlyph[]): string {
  const array = glyphs.map(({ code, shift }) => (shift === 0 ? code : `>${decimal(shift)}<${code}`)).join('');
  return `[<${array}>] TJ`;
}
