/**
 * Sort keys for Chinese texts. SQLite compares bytes, which puts characters in the order of Unicode (by radical);
 * people expect pinyin. The 3755 characters of GB/T 2312 level 1, which is nearly all that titles and names are
 * made of, are coded in pinyin order, so their GBK code is such a key, and an index can hold it.
 */

let codes: Map<string, string> | undefined;

function gbkCodes(): Map<string, string> {
  if (codes !== undefined) return codes;
  codes = new Map();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      // GB/T 2312 level 1 and 2 first, the extension of GBK, coded below them, behind.
      const common = lead >= 0xb0 && trail >= 0xa1;
      const key = (common ? 0x1_0000 : 0x2_0000) + lead * 0x100 + trail;
      if (character.length === 1 && character !== '\uFFFD') codes.set(character, key.toString(16));
    }
  }
  return codes;
}

/** Text that sorts bytewise as the given one does by pinyin; digits and letters come first, rare characters last. */
export function chineseOrder(text: string): string {
  const known = gbkCodes();
  let key = '';
  for (const character of text.normalize('NFKC').toLowerCase()) {
    const point = character.codePointAt(0) ?? 0;
    key += point < 0x80 ? `0${point.toString(16).padStart(4, '0')}` : (known.get(character) ?? '3ffff');
  }
  return key;
}
