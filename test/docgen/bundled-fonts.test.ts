import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSync } from 'fontkit';
import type { Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { setUpFonts } from '../../scripts/fonts/set-up-fonts.ts';

const PROJECT = join(import.meta.dirname, '..', '..');

function bundled(file: string): Font {
  const font = openSync(join(PROJECT, 'resources', 'fonts', file));
  if ('fonts' in font) throw new Error(`${file} is a collection`);
  return font;
}

/** The 6763 hanzi of GB 2312: rows 16 to 87 of the set. */
function gb2312Hanzi(): string[] {
  const decoder = new TextDecoder('gb2312');
  const hanzi: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const char = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(char)) hanzi.push(char);
    }
  }
  return hanzi;
}

const lacks = (font: Font, chars: Iterable<string>): string =>
  Array.from(chars)
    .filter((char) => !font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0))
    .join('');

const PUNCTUATION = '〔〕★—–“”‘’《》①②、。，；：？！（）【】…·〇×℃㎡－─〈〉「」';
const BASIC_RARE_NAMES = '喆堃翀镕玥頔燊';
const RARE_NAMES = `${BASIC_RARE_NAMES}𠮷`;

describe('the bundled 楷体, joined from the slices of a web font', () => {
  const kai = bundled('LXGWWenKai-Regular.ttf');

  it('has every hanzi of GB 2312, the punctuation of a 公文 and rare names', () => {
    const hanzi = gb2312Hanzi();
    expect(hanzi).toHaveLength(6763);
    expect(lacks(kai, hanzi.concat(Array.from(PUNCTUATION + RARE_NAMES)))).toBe('');
  });

  it('draws every hanzi one em wide, with ink', () => {
    const wrong = gb2312Hanzi().filter((char) => {
      const glyph = kai.glyphForCodePoint(char.codePointAt(0) ?? 0);
      return glyph.advanceWidth !== kai.unitsPerEm || !(glyph.bbox.maxX > glyph.bbox.minX);
    });
    expect(wrong.join('')).toBe('');
  });

  it('keeps composite glyphs whole', () => {
    // é is e and an accent: higher than e, and as wide.
    const plain = kai.glyphForCodePoint('e'.codePointAt(0) ?? 0);
    const accented = kai.glyphForCodePoint('é'.codePointAt(0) ?? 0);
    expect(accented.bbox.maxY).toBeGreaterThan(plain.bbox.maxY);
    expect(accented.advanceWidth).toBe(plain.advanceWidth);
  });
});

describe('the fonts taken from packages as they are', () => {
  it.each(['NotoSerifSC-Regular.ttf', 'NotoSerifSC-Bold.ttf', 'NotoSansSC-Medium.ttf'])(
    '%s has GB 2312, the punctuation and rare names of the basic plane',
    (file) => {
      expect(lacks(bundled(file), gb2312Hanzi().concat(Array.from(PUNCTUATION + BASIC_RARE_NAMES)))).toBe('');
    },
  );
});

describe('setting up the fonts', () => {
  it('refuses a package whose font is not the pinned one and writes nothing', async () => {
    const project = mkdtempSync(join(tmpdir(), 'gongwentai-fonts-'));
    try {
      const source = join(project, 'node_modules', '@expo-google-fonts', 'noto-serif-sc', '400Regular');
      mkdirSync(source, { recursive: true });
      writeFileSync(join(source, 'NotoSerifSC_400Regular.ttf'), 'another font');
      await expect(setUpFonts(project, () => undefined)).rejects.toThrow('is not the pinned font');
      expect(existsSync(join(project, 'resources', 'fonts', 'NotoSerifSC-Regular.ttf'))).toBe(false);
    } finally {
      rmSync(project, { recursive: true, force: true });
    }
  });

  it('finds the fonts in place without a word', async () => {
    const said: string[] = [];
    await setUpFonts(PROJECT, (line) => said.push(line));
    expect(said).toEqual([]);
  });
});
