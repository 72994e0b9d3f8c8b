import { describe, expect, it } from 'vitest';
import { toUnicode } from '../../electron/docgen/pdf/to-unicode.ts';

describe('the ToUnicode map of a subset', () => {
  it('has one entry a glyph, two code units for rare characters, none for .notdef', () => {
    const map = toUnicode([[0], [0x4eba], [0x2_0b_b7], [0x2f08]]);
    expect(map).toContain(
      '3 beginbfchar\n<0001> <4eba>\n<0002> <d842dfb7>\n<0003> <2f08>\nendbfchar\nendcmap',
    );
  });

  it('keeps blocks to a hundred entries', () => {
    const map = toUnicode(Array.from({ length: 251 }, (_, index) => [0x4e00 + index]));
    expect(map.match(/\d+ beginbfchar/gu)).toEqual(['100 beginbfchar', '100 beginbfchar', '50 beginbfchar']);
    expect(map).toContain('<00fa> <4efa>\nendbfchar\nendcmap');
  });
});
