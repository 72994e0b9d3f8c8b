import type { Glyph } from 'fontkit';

/** Parts of fontkit's TTFSubset (2.0.4, pinned) that its types leave out; write-pdf.test.ts covers them. */
interface TrueTypeSubset {
  readonly font: {
    readonly loca?: { readonly offsets: ArrayLike<number> };
    readonly hmtx: unknown;
    readonly variationAxes?: Readonly<Record<string, unknown>>;
    readonly getGlyph: (id: number) => Glyph & MetricsByTable;
    readonly _getTableStream: (tag: 'glyf') => {
      pos: number;
      readonly readBuffer: (length: number) => Uint8Array;
    };
  };
  readonly glyf: Uint8Array[];
  readonly loca: { readonly offsets: number[] };
  readonly hmtx: { readonly metrics: { readonly advance: number; readonly bearing: number }[] };
  offset: number;
  _addGlyph: (id: number) => number;
}

interface MetricsByTable {
  readonly _getTableMetrics: (table: unknown) => { readonly advance: number; readonly bearing: number };
}

/**
 * Makes subsetting a TrueType font cheap. fontkit decodes every point of every outline to learn whether the
 * glyph is made of others; the first number of an outline tells (`numberOfContours`, negative for composites),
 * and a simple outline is copied as it is. Other fonts are left alone.
 */
export function lightenSubset(subset: object): void {
  const full = subset as TrueTypeSubset;
  const { font } = full;
  if (!('_addGlyph' in subset) || font.loca === undefined) return;
  if (Object.keys(font.variationAxes ?? {}).length > 0) return;
  const { offsets } = font.loca;
  const addGlyph = full['_addGlyph'].bind(subset);
  full['_addGlyph'] = (id) => {
    // Read by `getGlyph` from the file, if it was not before.
    const glyph = font.getGlyph(id);
    const [from = 0, to = 0] = [offsets[id], offsets[id + 1]];
    const stream = font['_getTableStream']('glyf');
    stream.pos += from;
    const outline = stream.readBuffer(to - from);
    const [first = 0] = outline;
    if (first > 127) return addGlyph(id);
    full.glyf.push(outline);
    full.loca.offsets.push(full.offset);
    full.hmtx.metrics.push(glyph['_getTableMetrics'](font.hmtx));
    full.offset += outline.length;
    return full.glyf.length - 1;
  };
}
