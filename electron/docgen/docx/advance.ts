import { charClass, isWide } from '../layout/char-class.ts';
import type { FontMetrics } from '../layout/font-metrics.ts';
import type { FaceId } from '../../../shared/gongwen/pages.ts';
import type { FontNames } from './font-names.ts';

/** Advance in em a word processor will give a character that the layout set in `face`. */
export type Advance = (face: FaceId, char: string) => number;

/** Every Chinese Windows font of a 公文 draws ASCII half as wide as a Chinese character. */
const WINDOWS_ASCII = 0.5;

/**
 * The advances the word processor will see. With the real fonts these are the layout's own; where the
 * layout had to use a stand-in and the document names the Windows font, the Windows widths count.
 */
export function docxAdvance(fonts: FontMetrics, names: FontNames): Advance {
  return (face, char) => {
    if (charClass(char) === 'mark') return 0;
    if (char === '\u3000') return 1;
    if (names === 'laid-out' || !fonts.info(face).standIn) return fonts.advance(face, char);
    if (isWide(char)) return 1;
    const code = char.codePointAt(0) ?? 0;
    return code < 0x7f ? WINDOWS_ASCII : fonts.advance(face, char);
  };
}
