import type { FontRole } from '../../../shared/gongwen/pages.ts';
import { BUNDLED } from '../../../electron/docgen/fonts/font-roles.ts';
import type { MeasuredChar, MeasuredLine } from '../../docgen/measure-pdf.ts';

/** Figures of GB/T 9704-2012 in mm, written out here once more: the tests do not trust the layout's own. */

export const MM = 25.4 / 72;
export const CELL = 156 / 28;
export const EM_2 = 22 * MM;
export const EM_3 = 16 * MM;
export const EM_4 = 14 * MM;
/** 3号 line that lets 22 lines fill the type area. */
export const LINE = 29.5 * MM;
/** White between two lines. */
export const GAP = LINE - EM_3;
export const SEVEN_EIGHTHS = (EM_3 * 7) / 8;
export const LEFT = 28;
export const RIGHT = 184;
export const CENTER = 106;

/** Square of a Chinese character: 0.86 em above, 0.14 em below its baseline. */
export const topOf = (line: MeasuredLine, em = EM_3): number => line.baseline - 0.86 * em;
export const bottomOf = (line: MeasuredLine, em = EM_3): number => line.baseline + 0.14 * em;
export const middleOf = (line: MeasuredLine): number => (line.x + line.right) / 2;

const FILES: Readonly<Record<FontRole, string>> = {
  fangsong: BUNDLED.serif,
  song: BUNDLED.serif,
  title: BUNDLED.serifBold,
  hei: BUNDLED.sans,
  kai: BUNDLED.kai,
};

/** LibreOffice finds the stand-in of 小标宋 by its family and takes the regular weight of it. */
const FAMILY: Readonly<Partial<Record<FontRole, string>>> = { title: BUNDLED.serif };

/** True when the character is drawn in the bundled face of the role. */
export const isSetIn = (char: MeasuredChar | undefined, role: FontRole): boolean =>
  [FILES[role], FAMILY[role] ?? FILES[role]].some((file) => char?.font.endsWith(file.replace('.ttf', '')));

export const allSetIn = (line: MeasuredLine, role: FontRole): boolean =>
  line.chars.every((char) => isSetIn(char, role));

export const sizeOf = (line: MeasuredLine): number => line.chars[0]?.sizePt ?? 0;

export const isRed = (char: MeasuredChar): boolean => char.color !== '#000000';

export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`没有${what}`);
  return value;
}
