import { charClass, isWide } from '../layout/char-class.ts';
import type { FontMetrics } from '../layout/font-metrics.ts';
import type { FaceId } from '../../../shared/gongwen/pages.ts';
import type { FontNames } from './font-names.ts';

/** Advance in em a word processor will give a character that the layout set in `face`. */
export type Advance = (face: FaceId, char: string) => number;

/** What the programs will see of a character, em. */
export interface Advances {
  /** Word and WPS, with the fonts the document names. */
  readonly named: Advance;
  /** The widest a program without those fonts may make it. */
  readonly widest: Advance;
}

/** Every Chinese Windows font of a 公文 draws ASCII half as wide as a Chinese character. */
const WINDOWS_ASCII = 0.5;

/**
 * Where the Windows fonts are missing, a system takes any Western font for letters and digits; the widest
 * in common use is DejaVu Sans. Its widths, rounded up, by kinds of characters.
 */
const WIDEST_WESTERN: readonly (readonly [RegExp, number])[] = [
  [/[0-9]/u, 0.64],
  [/[.,:;()!'’\-/ ]/u, 0.4],
  [/[MWmw@%]/u, 1],
  [/[A-Z]/u, 0.79],
];
const WIDEST_OTHER = 0.65;

const isAscii = (char: string): boolean => (char.codePointAt(0) ?? 0) < 0x7f;

const widestWestern = (char: string): number =>
  WIDEST_WESTERN.find(([kind]) => kind.test(char))?.[1] ?? WIDEST_OTHER;

/**
 * The advances programs will see. With the real fonts these are the layout's own; where the layout had to
 * use a stand-in and the document names the Windows font, they are those of the Windows font, or of what a
 * program takes that has neither.
 */
export function docxAdvances(fonts: FontMetrics, names: FontNames): Advances {
  const own: Advance = (face, char) => {
    if (charClass(char) === 'mark') return 0;
    return char === '\u3000' ? 1 : fonts.advance(face, char);
  };
  if (names === 'laid-out') return { named: own, widest: own };
  const replaced =
    (western: (char: string) => number): Advance =>
    (face, char) => {
      if (!fonts.info(face).standIn || charClass(char) === 'mark') return own(face, char);
      if (isWide(char)) return 1;
      return isAscii(char) ? western(char) : own(face, char);
    };
  return { named: replaced(() => WINDOWS_ASCII), widest: replaced(widestWestern) };
}
