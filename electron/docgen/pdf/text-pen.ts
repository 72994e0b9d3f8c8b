import type { Font } from 'fontkit';
import type { TextItem } from '../../../shared/gongwen/pages.ts';
import { NO_GLYPH } from '../fonts/face.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { decimal, MM_TO_PT } from './numbers.ts';
import type { EmbeddedFont, Pdf } from './pdfkit-internals.ts';
import type { PlacedGlyph } from './show-text.ts';
import { showText } from './show-text.ts';
import { addContent, embedFont, useFontOnPage } from './pdfkit-internals.ts';

/** A font in the document, with the subset glyph of each character used so far. */
interface Embedded {
  readonly font: EmbeddedFont;
  readonly byChar: Map<string, number>;
}

/**
 * Shows text runs, with an adjustment before every glyph that brings it to its `xs`.
 * Glyphs are taken by character, without shaping: nothing is ever merged or substituted.
 */
export class TextPen {
  readonly #pdf: Pdf;
  readonly #fonts: FontSet;
  /** Keyed by parsed font: roles that share a file share the subset. */
  readonly #embedded = new Map<Font, Embedded>();
  #onPage = new Set<Embedded>();
  #state = '';

  constructor(pdf: Pdf, fonts: FontSet) {
    this.#pdf = pdf;
    this.#fonts = fonts;
  }

  startPage(): void {
    this.#onPage = new Set();
    this.#state = '';
  }

  /** Draws one run; `ink` is the colour operator. */
  draw(item: TextItem, ink: string): void {
    const embedded = this.#embed(this.#fonts.font(item.face));
    const { font } = embedded;
    const perMm = (MM_TO_PT * 1000) / (item.sizePt * item.scaleX);
    let origin: number | undefined;
    // Both in thousandths of the size, from the origin of the run.
    let pen = 0;
    const placed: PlacedGlyph[] = [];
    for (const [index, char] of Array.from(item.text).entries()) {
      const x = item.xs[index];
      const glyph = this.#fonts.glyph(item.face, char);
      if (x === undefined || glyph.id === NO_GLYPH) continue;
      origin ??= x;
      const shift = Math.round((pen - (x - origin) * perMm) * 100) / 100;
      const subsetGlyph = subsetGlyphFor(embedded, char, glyph.id, glyph.advance);
      placed.push({ char, code: subsetGlyph.toString(16).padStart(4, '0'), shift });
      pen += (font.widths[subsetGlyph] ?? 0) - shift;
    }
    if (origin === undefined) return;
    const state = `${ink} BT /${font.id} ${decimal(item.sizePt)} Tf ${decimal(item.scaleX * 100)} Tz`;
    const set = state === this.#state ? 'BT' : state;
    this.#state = state;
    const at = `1 0 0 -1 ${decimal(origin * MM_TO_PT)} ${decimal(item.baseline * MM_TO_PT)} Tm`;
    addContent(this.#pdf, `${set} ${at} ${showText(placed)} ET`);
  }

  #embed(font: Font): Embedded {
    let embedded = this.#embedded.get(font);
    if (!embedded) {
      embedded = { font: embedFont(this.#pdf, font), byChar: new Map() };
      this.#embedded.set(font, embedded);
    }
    if (!this.#onPage.has(embedded)) {
      useFontOnPage(this.#pdf, embedded.font);
      this.#onPage.add(embedded);
    }
    return embedded;
  }
}

/**
 * The subset glyph of a character. Characters that share a glyph (人 U+4EBA and the radical ⼈ U+2F08)
 * get one each, so that copied text is exactly the text of the document.
 */
function subsetGlyphFor(embedded: Embedded, char: string, glyph: number, advance: number): number {
  const known = embedded.byChar.get(char);
  if (known !== undefined) return known;
  const { subset, widths, unicode } = embedded.font;
  const id = subset.glyphs.push(glyph) - 1;
  subset.mapping[glyph] ??= id;
  widths[id] = advance * 1000;
  unicode[id] = [char.codePointAt(0) ?? 0];
  embedded.byChar.set(char, id);
  return id;
}
