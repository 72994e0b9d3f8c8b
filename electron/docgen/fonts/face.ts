import type { Font } from 'fontkit';
import type { InkBox } from '../layout/font-metrics.ts';
import { openFont } from './open-font.ts';

/** Drawn where no font at all has the character: the printers' turned type, plainly not a letter. */
const PLACEHOLDERS = ['〓', '■', '？', '?'];

/** Where a face is, and what it is called, before its file is read. */
export interface FaceSource {
  readonly path: string;
  readonly index: number;
  readonly postscriptName: string;
  readonly family: string;
}

/** Controls, joiners, variation selectors: they take no room and leave no ink. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u;

/** Id of the glyph that is not drawn. */
export const NO_GLYPH = -1;

const NO_INK: InkBox = { left: 0, right: 0, top: 0, bottom: 0 };

export interface GlyphMetrics {
  readonly id: number;
  /** em. */
  readonly advance: number;
  readonly real: boolean;
}

/**
 * One font file (or collection member), opened at the first question and kept for the life of the process.
 */
export class Face {
  readonly source: FaceSource;
  #font: Font | undefined;
  #broken = false;
  readonly #glyphs = new Map<string, GlyphMetrics>();
  readonly #boxes = new Map<number, InkBox>();

  constructor(source: FaceSource) {
    this.source = source;
  }

  get font(): Font {
    const { path, index, postscriptName } = this.source;
    this.#font ??= openFont(path, index, postscriptName);
    return this.#font;
  }

  /** False for a file that cannot be read as a font; it is then passed over, not asked again. */
  get usable(): boolean {
    if (this.#broken) return false;
    try {
      return this.font.numGlyphs > 0;
    } catch {
      this.#broken = true;
      return false;
    }
  }

  /** True when the font itself has the character (or the character is one that never shows). */
  has(char: string): boolean {
    return this.usable && this.glyph(char).real;
  }

  /** Glyph of one character; a placeholder's when the font has none. */
  glyph(char: string): GlyphMetrics {
    const known = this.#glyphs.get(char);
    if (known) return known;
    const glyph = this.#lookUp(char);
    this.#glyphs.set(char, glyph);
    return glyph;
  }

  /** Ink box in em; all zero for a blank glyph. */
  inkBox(char: string): InkBox {
    const { id } = this.glyph(char);
    if (id === NO_GLYPH) return NO_INK;
    const known = this.#boxes.get(id);
    if (known) return known;
    const glyph = this.font.getGlyph(id);
    // TrueType states the exact box; for PostScript outlines it has to be computed from the curves.
    const { minX, minY, maxX, maxY } = 'CFF ' in this.font ? glyph.bbox : glyph.cbox;
    const em = this.font.unitsPerEm;
    // fontkit answers infinite boxes for glyphs without outlines.
    const box = Number.isFinite(minX)
      ? { left: minX / em, right: maxX / em, top: maxY / em, bottom: minY / em }
      : NO_INK;
    this.#boxes.set(id, box);
    return box;
  }

  #lookUp(char: string): GlyphMetrics {
    if (INVISIBLE.test(char)) return { id: NO_GLYPH, advance: 0, real: true };
    const { font } = this;
    const codePoint = char.codePointAt(0) ?? 0;
    const glyph = font.glyphForCodePoint(codePoint);
    if (glyph.id !== 0) return { id: glyph.id, advance: glyph.advanceWidth / font.unitsPerEm, real: true };
    for (const stand of PLACEHOLDERS) {
      const instead = font.glyphForCodePoint(stand.codePointAt(0) ?? 0);
      if (instead.id !== 0) {
        return { id: instead.id, advance: instead.advanceWidth / font.unitsPerEm, real: false };
      }
    }
    return { id: 0, advance: glyph.advanceWidth / font.unitsPerEm, real: false };
  }
}
