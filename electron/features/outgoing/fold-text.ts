/**
 * Makes texts comparable for searching: compatibility forms, letter case and all kinds of brackets are levelled,
 * blanks and line breaks go. `湖卫健发〔2026〕3号`, `湖卫健发[2026]3号` and `湖卫健发【２０２６】３号` become one.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[〔【［〈《(（[]/gu, '[')
    .replaceAll(/[〕】］〉》)）\]]/gu, ']')
    .replaceAll(/[—–－―‐-]+/gu, '-')
    .replaceAll(/\s+/gu, '');
}

/** Words of a search box as LIKE patterns (escape character `\`); all of them must occur. */
export function likePatterns(query: string): string[] {
  return query
    .split(/[\s\u3000]+/u)
    .map(foldText)
    .filter((word) => word !== '')
    .map((word) => `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`);
}
