import { readCmap, readTables, table, writeCmap, writeFont } from './sfnt.ts';

/** Bits of a composite glyph's component record (OpenType, glyf table). */
const WORD_ARGUMENTS = 0x0001;
const ONE_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const TWO_SCALES = 0x0040;
const TWO_BY_TWO = 0x0080;

/** Tables every slice has alike; taken from the first one. */
const SHARED_TABLES = ['gasp', 'name', 'post'];

interface Slice {
  readonly tables: ReadonlyMap<string, Buffer>;
  readonly glyphs: ReadonlyMap<number, number>;
  readonly outline: (glyph: number) => Buffer;
  /** Advance width and left side bearing in font units, as the four bytes of hmtx. */
  readonly metrics: (glyph: number) => Buffer;
}

function openSlice(font: Buffer): Slice {
  const tables = readTables(font);
  const glyf = table(tables, 'glyf');
  const loca = table(tables, 'loca');
  const hmtx = table(tables, 'hmtx');
  const long = table(tables, 'head').readInt16BE(50) === 1;
  const fullMetrics = table(tables, 'hhea').readUInt16BE(34);
  const at = (glyph: number): number =>
    long ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph);
  return {
    tables,
    glyphs: readCmap(table(tables, 'cmap')),
    outline: (glyph) => glyf.subarray(at(glyph), at(glyph + 1)),
    metrics: (glyph) => {
      const bytes = Buffer.alloc(4);
      const advanceAt = 4 * Math.min(glyph, fullMetrics - 1);
      hmtx.copy(bytes, 0, advanceAt, advanceAt + 2);
      const bearingAt = glyph < fullMetrics ? 4 * glyph + 2 : 4 * fullMetrics + 2 * (glyph - fullMetrics);
      hmtx.copy(bytes, 2, bearingAt, bearingAt + 2);
      return bytes;
    },
  };
}

/** Byte positions of the component glyph numbers in a composite outline; none for a simple one. */
function componentPositions(outline: Buffer): number[] {
  if (outline.length === 0 || outline.readInt16BE(0) >= 0) return [];
  const positions: number[] = [];
  let at = 10;
  for (;;) {
    const flags = outline.readUInt16BE(at);
    positions.push(at + 2);
    at += 4 + (flags & WORD_ARGUMENTS ? 4 : 2);
    if (flags & ONE_SCALE) at += 2;
    else if (flags & TWO_SCALES) at += 4;
    else if (flags & TWO_BY_TWO) at += 8;
    if (!(flags & MORE_COMPONENTS)) return positions;
  }
}

/** Glyphs of the merged font in the order they are added; glyph 0 is .notdef. */
class GlyphStore {
  readonly outlines: Buffer[] = [];
  readonly metrics: Buffer[] = [];

  /** Adds a slice's glyph and, for a composite, its components; returns its number in the merged font. */
  add(slice: Slice, glyph: number, seen: Map<number, number>): number {
    const known = seen.get(glyph);
    if (known !== undefined) return known;
    const number = this.outlines.length;
    seen.set(glyph, number);
    const outline = Buffer.from(slice.outline(glyph));
    this.outlines.push(outline);
    this.metrics.push(slice.metrics(glyph));
    for (const at of componentPositions(outline)) {
      outline.writeUInt16BE(this.add(slice, outline.readUInt16BE(at), seen), at);
    }
    return number;
  }
}

/** The largest and smallest of a 16-bit field over the slices' tables of one tag. */
function extreme(slices: readonly Slice[], tag: string, at: number, kind: 'max' | 'min'): number {
  const values = slices.map((slice) => table(slice.tables, tag).readInt16BE(at));
  return kind === 'max' ? Math.max(...values) : Math.min(...values);
}

function mergeHead(slices: readonly Slice[], first: Slice): Buffer {
  const head = Buffer.from(table(first.tables, 'head'));
  head.writeUInt32BE(0, 8);
  for (const at of [36, 38]) head.writeInt16BE(extreme(slices, 'head', at, 'min'), at);
  for (const at of [40, 42]) head.writeInt16BE(extreme(slices, 'head', at, 'max'), at);
  head.writeInt16BE(1, 50);
  return head;
}

function mergeHhea(slices: readonly Slice[], first: Slice, glyphCount: number): Buffer {
  const hhea = Buffer.from(table(first.tables, 'hhea'));
  for (const at of [10, 16]) hhea.writeInt16BE(extreme(slices, 'hhea', at, 'max'), at);
  for (const at of [12, 14]) hhea.writeInt16BE(extreme(slices, 'hhea', at, 'min'), at);
  hhea.writeUInt16BE(glyphCount, 34);
  return hhea;
}

function mergeMaxp(slices: readonly Slice[], first: Slice, glyphCount: number): Buffer {
  const maxp = Buffer.from(table(first.tables, 'maxp'));
  for (let at = 6; at < 32; at += 2) maxp.writeInt16BE(extreme(slices, 'maxp', at, 'max'), at);
  maxp.writeUInt16BE(glyphCount, 4);
  return maxp;
}

/** OS/2 of the first slice with the Unicode and code page ranges of all: programs look for Chinese there. */
function mergeOs2(slices: readonly Slice[], first: Slice, codes: readonly number[]): Buffer {
  const os2 = Buffer.from(table(first.tables, 'OS/2'));
  for (const at of [42, 46, 50, 54, 78, 82]) {
    os2.writeUInt32BE(
      slices.reduce((bits, slice) => (bits | table(slice.tables, 'OS/2').readUInt32BE(at)) >>> 0, 0),
      at,
    );
  }
  os2.writeUInt16BE(Math.min(0xffff, codes[0] ?? 0), 64);
  os2.writeUInt16BE(Math.min(0xffff, codes.at(-1) ?? 0), 66);
  return os2;
}

function joinOutlines(outlines: readonly Buffer[]): { glyf: Buffer; loca: Buffer } {
  const loca = Buffer.alloc(4 * (outlines.length + 1));
  const parts: Buffer[] = [];
  let offset = 0;
  for (const [glyph, outline] of outlines.entries()) {
    loca.writeUInt32BE(offset, 4 * glyph);
    const padding = Buffer.alloc((4 - (outline.length % 4)) % 4);
    parts.push(outline, padding);
    offset += outline.length + padding.length;
  }
  loca.writeUInt32BE(offset, 4 * outlines.length);
  return { glyf: Buffer.concat(parts), loca };
}

/**
 * Joins the slices of a web font (TrueType, each with a part of the characters) into one static TrueType
 * font. Layout features and vertical metrics are dropped: the document engine places every character
 * itself. Throws when the result would exceed the 65,535 glyphs a font may have.
 */
export function mergeSlices(fonts: readonly Buffer[]): Buffer {
  const slices = fonts.map(openSlice);
  const [first] = slices;
  if (!first) throw new Error('no font slices to merge');
  const store = new GlyphStore();
  const glyphs = new Map<number, number>();
  store.add(first, 0, new Map());
  for (const slice of slices) {
    const seen = new Map<number, number>();
    for (const [code, glyph] of slice.glyphs)
      if (!glyphs.has(code)) glyphs.set(code, store.add(slice, glyph, seen));
  }
  const glyphCount = store.outlines.length;
  if (glyphCount > 0xffff) throw new Error(`${glyphCount} glyphs are more than one font can hold`);

  const codes = [...glyphs.keys()].sort((a, b) => a - b);
  const { glyf, loca } = joinOutlines(store.outlines);
  return writeFont(
    new Map([
      ...SHARED_TABLES.map((tag): [string, Buffer] => [tag, table(first.tables, tag)]),
      ['OS/2', mergeOs2(slices, first, codes)],
      ['cmap', writeCmap(glyphs)],
      ['glyf', glyf],
      ['head', mergeHead(slices, first)],
      ['hhea', mergeHhea(slices, first, glyphCount)],
      ['hmtx', Buffer.concat(store.metrics)],
      ['loca', loca],
      ['maxp', mergeMaxp(slices, first, glyphCount)],
    ]),
  );
}
