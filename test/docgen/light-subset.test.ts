import { join } from 'node:path';
import type { Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { openFont } from '../../electron/docgen/fonts/open-font.ts';
import { lightenSubset } from '../../electron/docgen/pdf/light-subset.ts';
import { BUNDLED_FONTS } from './fonts-for-tests.ts';

/** The one of the bundled fonts that has composite glyphs. */
const FONT = ['LXGWWenKai-Regular.ttf', 'LXGWWenKai-Regular'] as const;

/** The subset's bytes with the glyphs of the text, made light or as fontkit makes it. */
function subsetOf(font: Font, glyphs: readonly number[], light: boolean): Buffer {
  const subset = font.createSubset();
  if (light) lightenSubset(subset);
  const made = subset as unknown as { includeGlyph: (id: number) => void; encode: () => Uint8Array };
  for (const glyph of glyphs) made.includeGlyph(glyph);
  return Buffer.from(made.encode());
}

const open = (): Font => openFont(join(BUNDLED_FONTS, FONT[0]), 0, FONT[1]);

function glyphsOf(font: Font, text: string): number[] {
  return Array.from(text, (char) => font.glyphForCodePoint(char.codePointAt(0) ?? 0).id);
}

describe('the light subset', () => {
  it('is byte for byte what fontkit makes: simple outlines, composites, blanks', () => {
    const text = '关于加强值班工作的通知。（一）“引号” ¨´ˊ−∕ 2026〔〕';
    const [ours, theirs] = [open(), open()];
    const glyphs = glyphsOf(ours, text);
    const light = subsetOf(ours, glyphs, true);
    expect(light.equals(subsetOf(theirs, glyphs, false))).toBe(true);
    // The text has composites, or the test would not see whether they keep their parts.
    const composites = glyphs.filter((id) => {
      const glyph = ours.getGlyph(id) as unknown as { _decode: () => { numberOfContours: number } | null };
      return (glyph['_decode']()?.numberOfContours ?? 0) < 0;
    });
    expect(composites.length).toBeGreaterThan(0);
  });
});
