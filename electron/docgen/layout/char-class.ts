/** Classes of characters for line breaking (GB/T 15834-2011 5.1: what may stand at a line's start and end). */
export type CharClass =
  'han' | 'open' | 'close' | 'stop' | 'middle' | 'dash' | 'ellipsis' | 'latin' | 'space' | 'mark';

const byChar = new Map<string, CharClass>();
const put = (chars: string, cls: CharClass): void => {
  for (const char of chars) byChar.set(char, cls);
};
put('（《〈「『【〔〖“‘［｛〝', 'open');
put('）》〉」』】〕〗”’］｝〞', 'close');
put('，。、；：！？．', 'stop');
put('·～〜‰℃％々', 'middle');
put('—⸺', 'dash');
put('…', 'ellipsis');
put(' \u00a0\u3000\t', 'space');

const COMBINING = /^[\p{M}\u200b-\u200d\ufeff]$/u;

/** Narrow characters have the width of their font; every other one fills a cell. */
function isNarrow(code: number): boolean {
  if (code < 0x2010) return code !== 0xb7;
  if (code >= 0xff61 && code <= 0xffdc) return true;
  // hyphens, en dash, primes, per mille are as wide as the font draws them
  if (code <= 0x2013 || (code >= 0x2032 && code <= 0x203a)) return true;
  return code >= 0x2044 && code <= 0x20cf;
}

export function charClass(char: string): CharClass {
  const known = byChar.get(char);
  if (known !== undefined) return known;
  const code = char.codePointAt(0) ?? 0;
  const cls: CharClass = COMBINING.test(char) ? 'mark' : isNarrow(code) ? 'latin' : 'han';
  byChar.set(char, cls);
  return cls;
}

/** True for characters that take one whole cell whatever their font says. */
export const isWide = (char: string): boolean => {
  const cls = charClass(char);
  if (cls === 'space') return char === '\u3000';
  return cls !== 'latin' && cls !== 'mark';
};

export const isDigit = (char: string): boolean => char >= '0' && char <= '9' && char.length === 1;

/** Units that must not be torn from the number before them (B-11). */
const UNITS =
  /^(?:平方公里|平方千米|平方米|立方米|公里|千米|厘米|毫米|千克|公斤|万元|亿元|亿吨|万吨|万人|万亿元|百分点|小时|分钟|公顷|个月|年度|周年|[年月日时分秒号期元万亿千百吨米克亩度％‰℃个人名项次份件条家户岁届天周层])/u;

/** Number of characters of `text` (which follows a digit) that stay on the line of that digit. */
export const unitLength = (text: string): number => UNITS.exec(text)?.[0].length ?? 0;
