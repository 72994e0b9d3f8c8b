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
