/**
 * 层次序数 at the start of a paragraph: 一、 （一） 1. （1） (GB/T 9704-2012 7.3.3).
 * Reading is tolerant (half-width brackets, 1、), the form as typed is never changed; `regular` tells
 * the checks whether it is written as the standard has it.
 */

export type Level = 1 | 2 | 3 | 4;

export interface Numbering {
  readonly level: Level;
  readonly value: number;
  /** The number as typed with its mark, e.g. `（一）`. */
  readonly mark: string;
  /** Written as 7.3.3 has it: `一、` `（一）` `1.` or `1．` `（1）`, nothing behind the brackets. */
  readonly regular: boolean;
}

const HAN = '一二三四五六七八九';

/**
 * 一 … 九十九 as a number; 0 when the text is no such numeral (一十, 二二, 十百).
 */
export function readHanNumber(text: string): number {
  const match = /^([二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(text);
  if (match === null || text === '') return text === '一' ? 1 : 0;
  const [, tens, ten, unit] = match;
  if (ten === undefined) {
    if (tens !== undefined && unit !== undefined) return 0;
    return HAN.indexOf(tens ?? unit ?? '') + 1;
  }
  return (
    (tens === undefined ? 1 : HAN.indexOf(tens) + 1) * 10 + (unit === undefined ? 0 : HAN.indexOf(unit) + 1)
  );
}

/** 1 … 99 as a Chinese numeral. */
export function writeHanNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const unit = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : HAN.charAt(tens - 1)}十`;
  return head + (unit === 0 ? '' : HAN.charAt(unit - 1));
}

const HAN_NUMERAL = '([一二三四五六七八九十]{1,3})';

const PATTERNS: readonly { readonly level: Level; readonly pattern: RegExp; readonly regular: RegExp }[] = [
  { level: 1, pattern: new RegExp(`^${HAN_NUMERAL}[、.．,，](?!\\d)`, 'u'), regular: /^.+、$/u },
  { level: 2, pattern: new RegExp(`^[（(]${HAN_NUMERAL}[）)][、.．，,]?`, 'u'), regular: /^（.+）$/u },
  // 1.5万元 and 3.15 are amounts and dates; 1.2026年 is item 1 that begins with a year.
  { level: 3, pattern: /^(\d{1,2})(?:[.．、,，](?!\d)|[.．](?=\d{4}年))/u, regular: /^\d+[.．]$/u },
  { level: 4, pattern: /^[（(](\d{1,2})[）)][、.．，,]?/u, regular: /^（\d+）$/u },
];

/** 一、二季度 · 三、四线城市: two numerals side by side, not a number and its text. */
const COUNTED_PAIR =
  /^([一二三四五六七八九十])、([一二三四五六七八九十])(?:季度|月份?|级|类|等|期|批|线|产业|届|年级|班|楼|层|号|者|次|把手|线|标段|点)/u;

/**
 * True when `一、二级医院建设` may be either item 1 or a pair of numerals; only what follows tells.
 */
export function isCountedPair(text: string): boolean {
  const match = COUNTED_PAIR.exec(text);
  return match !== null && readHanNumber(match[2] ?? '') === readHanNumber(match[1] ?? '') + 1;
}

/** The 层次序数 a text begins with, or undefined. Leading spaces are not skipped. */
export function readNumbering(text: string): Numbering | undefined {
  for (const { level, pattern, regular } of PATTERNS) {
    const match = pattern.exec(text);
    const numeral = match?.[1];
    if (match === null || numeral === undefined) continue;
    const value = level <= 2 ? readHanNumber(numeral) : Number(numeral);
    if (value < 1) continue;
    // 十，… and 一, … are sentences far more often than items.
    if (level === 1 && !/[、.．]$/u.test(match[0])) continue;
    if (level === 3 && /[,，]$/u.test(match[0])) continue;
    return { level, value, mark: match[0], regular: regular.test(match[0]) };
  }
  return undefined;
}
