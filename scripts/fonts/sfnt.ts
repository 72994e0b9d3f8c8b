/**
 * The sfnt container (TrueType): reading its tables and writing them back.
 * Table names and fields: OpenType specification 1.9, "Organization of an OpenType Font".
 */

/** Sum of the table's big-endian 32-bit words, modulo 2^32, the last word padded with zeros. */
function checksum(data: Buffer): number {
  let sum = 0;
  const whole = data.length - (data.length % 4);
  for (let at = 0; at < whole; at += 4) sum = (sum + data.readUInt32BE(at)) >>> 0;
  if (whole < data.length) {
    const last = Buffer.alloc(4);
    data.copy(last, 0, whole);
    sum = (sum + last.readUInt32BE(0)) >>> 0;
  }
  return sum;
}

/** The tables of a font file by tag. The buffers are views, not copies. */
export function readTables(font: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>();
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + 16 * index;
    const tag = font.toString('latin1', record, record + 4);
    const offset = font.readUInt32BE(record + 8);
    tables.set(tag, font.subarray(offset, offset + font.readUInt32BE(record + 12)));
  }
  return tables;
}

/** A table that must be there; throws an error naming the missing one. */
export function table(tables: ReadonlyMap<string, Buffer>, tag: string): Buffer {
  const found = tables.get(tag);
  if (!found) throw new Error(`font table ${tag} is missing`);
  return found;
}

/** Writes a TrueType file and fills in `head.checkSumAdjustment`. */
export function writeFont(tables: ReadonlyMap<string, Buffer>): Buffer {
  const tags = [...tables.keys()].sort();
  const entrySelector = Math.floor(Math.log2(tags.length));
  const header = Buffer.alloc(12 + 16 * tags.length);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tags.length, 4);
  header.writeUInt16BE(16 * 2 ** entrySelector, 6);
  header.writeUInt16BE(entrySelector, 8);
  header.writeUInt16BE(16 * (tags.length - 2 ** entrySelector), 10);

  const parts: Buffer[] = [header];
  let offset = header.length;
  let headOffset = 0;
  for (const [index, tag] of tags.entries()) {
    const data = table(tables, tag);
    const record = 12 + 16 * index;
    header.write(tag, record, 4, 'latin1');
    header.writeUInt32BE(checksum(data), record + 4);
    header.writeUInt32BE(offset, record + 8);
    header.writeUInt32BE(data.length, record + 12);
    if (tag === 'head') headOffset = offset;
    const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
    parts.push(data, padding);
    offset += data.length + padding.length;
  }
  const font = Buffer.concat(parts);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headOffset + 8);
  return font;
}

/** The code points a Unicode cmap (format 4 or 12) maps to a glyph other than .notdef. */
export function readCmap(cmap: Buffer): Map<number, number> {
  const glyphs = new Map<number, number>();
  const count = cmap.readUInt16BE(2);
  for (let index = 0; index < count; index += 1) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4));
    const format = subtable.readUInt16BE(0);
    if (format === 12) readFormat12(subtable, glyphs);
    else if (format === 4) readFormat4(subtable, glyphs);
  }
  return glyphs;
}

function readFormat12(subtable: Buffer, glyphs: Map<number, number>): void {
  const groups = subtable.readUInt32BE(12);
  for (let group = 0; group < groups; group += 1) {
    const at = 16 + 12 * group;
    const first = subtable.readUInt32BE(at);
    const last = subtable.readUInt32BE(at + 4);
    const glyph = subtable.readUInt32BE(at + 8);
    for (let code = first; code <= last; code += 1)
      if (glyph + code - first) glyphs.set(code, glyph + code - first);
  }
}

function readFormat4(subtable: Buffer, glyphs: Map<number, number>): void {
  const twice = subtable.readUInt16BE(6);
  for (let segment = 0; segment < twice; segment += 2) {
    const last = subtable.readUInt16BE(14 + segment);
    const first = subtable.readUInt16BE(16 + twice + segment);
    const delta = subtable.readUInt16BE(16 + 2 * twice + segment);
    const rangeAt = 16 + 3 * twice + segment;
    const range = subtable.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const found = range === 0 ? code : subtable.readUInt16BE(rangeAt + range + 2 * (code - first));
      const glyph = range !== 0 && found === 0 ? 0 : (found + delta) & 0xffff;
      if (glyph) glyphs.set(code, glyph);
    }
  }
}

/**
 * A cmap with one format 12 subtable, under both the Windows and the Unicode platform.
 * Format 4 is left out: its 16-bit length cannot hold this many scattered code points.
 */
export function writeCmap(glyphs: ReadonlyMap<number, number>): Buffer {
  const groups: [first: number, last: number, glyph: number][] = [];
  for (const code of [...glyphs.keys()].sort((a, b) => a - b)) {
    const glyph = glyphs.get(code) ?? 0;
    const open = groups.at(-1);
    if (open && code === open[1] + 1 && glyph === open[2] + code - open[0]) open[1] = code;
    else groups.push([code, code, glyph]);
  }
  const subtableAt = 4 + 2 * 8;
  const cmap = Buffer.alloc(subtableAt + 16 + 12 * groups.length);
  cmap.writeUInt16BE(2, 2);
  for (const [index, [platform, encoding]] of [
    [0, 4],
    [3, 10],
  ].entries()) {
    cmap.writeUInt16BE(platform ?? 0, 4 + 8 * index);
    cmap.writeUInt16BE(encoding ?? 0, 6 + 8 * index);
    cmap.writeUInt32BE(subtableAt, 8 + 8 * index);
  }
  cmap.writeUInt16BE(12, subtableAt);
  cmap.writeUInt32BE(16 + 12 * groups.length, subtableAt + 4);
  cmap.writeUInt32BE(groups.length, subtableAt + 12);
  for (const [index, group] of groups.entries())
    for (const [field, value] of group.entries())
      cmap.writeUInt32BE(value, subtableAt + 16 + 12 * index + 4 * field);
  return cmap;
}
