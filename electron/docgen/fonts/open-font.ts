import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Font, FontCollection, Glyph } from 'fontkit';
import { create } from 'fontkit';
import { readDirectories } from './sfnt.ts';
import type { Table } from './sfnt.ts';

/** Parts of fontkit's TTFFont that its types leave out. */
interface TrueTypeParts {
  readonly directory: { readonly tables: Readonly<Record<string, Table | undefined>> };
  /** Decoded tables by tag; fontkit looks here before it decodes. */
  readonly _tables: Record<string, unknown>;
  readonly head: { readonly indexToLocFormat: number };
}

/**
 * Opens one face of a font file with fontkit. A Chinese TrueType font is 14 to 24 MB, nearly all of it
 * outlines, and a document uses a few hundred of them: everything but the outlines is read now, each
 * outline when its glyph is first asked for. The untouched rest of the buffer costs no memory, and the file
 * stays open as long as the font. Other formats are read whole.
 */
export function openFont(path: string, index: number, postscriptName: string): Font {
  const file = openSync(path, 'r');
  try {
    return parseFont(file, { path, index, postscriptName });
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

interface Wanted {
  readonly path: string;
  readonly index: number;
  readonly postscriptName: string;
}

function parseFont(file: number, { path, index, postscriptName }: Wanted): Font {
  const { size } = fstatSync(file);
  const bytes = Buffer.from(new ArrayBuffer(size));
  const read = (position: number, length: number): Buffer => {
    const end = Math.min(position + length, size);
    for (let at = position; at < end;) {
      const got = readSync(file, bytes, at, end - at, at);
      if (got === 0) throw new Error(`字体文件不完整：${path}`);
      at += got;
    }
    return bytes.subarray(position, end);
  };
  const directories = readDirectories(read);
  if (directories.flat().some(({ offset, length }) => offset + length > size)) {
    throw new Error(`字体文件不完整：${path}`);
  }
  for (const [from, to] of gapsBetween(outlines(directories), size)) read(from, to - from);
  const font = member(create(bytes), index, postscriptName, path);
  const { directory, head, ['_tables']: decoded } = font as unknown as TrueTypeParts;
  const { glyf, loca } = directory.tables;
  if (glyf && loca) {
    const table = bytes.subarray(loca.offset, loca.offset + loca.length);
    const offsets = outlineOffsets(table, head.indexToLocFormat === 1);
    // fontkit would decode these 30 000 numbers one by one, which takes longer than all the rest.
    decoded['loca'] = { version: head.indexToLocFormat, offsets };
    readOnDemand(font, offsets, (from, to) => read(glyf.offset + from, to - from));
  } else {
    // PostScript outlines have been read with the rest.
    closeSync(file);
  }
  return font;
}

/** Where each outline begins, from the `loca` table: long offsets as they are, short ones halved. */
function outlineOffsets(table: Buffer, long: boolean): Uint32Array {
  const numbers = new Uint8Array(table);
  const view = Buffer.from(numbers.buffer);
  if (long) {
    view.swap32();
    return new Uint32Array(numbers.buffer, 0, table.length >> 2);
  }
  view.swap16();
  return Uint32Array.from(new Uint16Array(numbers.buffer, 0, table.length >> 1), (half) => half * 2);
}

/** Outline tables in the order of the file, each once (members of a collection may share them). */
function outlines(directories: readonly (readonly Table[])[]): Table[] {
  const byOffset = new Map<number, Table>();
  for (const table of directories.flat()) if (table.tag === 'glyf') byOffset.set(table.offset, table);
  return [...byOffset.values()].sort((a, b) => a.offset - b.offset);
}

function gapsBetween(tables: readonly Table[], size: number): [number, number][] {
  const gaps: [number, number][] = [];
  let from = 0;
  for (const { offset, length } of tables) {
    if (offset > from) gaps.push([from, offset]);
    from = Math.max(from, offset + length);
  }
  return from < size ? [...gaps, [from, size]] : gaps;
}

/** fontkit gets every glyph, components of composites too, through `getGlyph`. */
function readOnDemand(
  font: Font,
  offsets: ArrayLike<number>,
  read: (from: number, to: number) => void,
): void {
  const getGlyph = font.getGlyph.bind(font);
  const present = new Set<number>();
  font.getGlyph = (id: number, codePoints?: number[]): Glyph => {
    if (!present.has(id)) {
      present.add(id);
      const [from = 0, to = 0] = [offsets[id], offsets[id + 1]];
      if (to > from) read(from, to);
    }
    return getGlyph(id, codePoints);
  };
}

function member(opened: Font | FontCollection, index: number, postscriptName: string, path: string): Font {
  if (!('fonts' in opened)) return opened;
  const font = opened.fonts.find((face) => face.postscriptName === postscriptName) ?? opened.fonts[index];
  if (!font) throw new Error(`字体文件 ${path} 中没有第 ${index + 1} 个字体`);
  return font;
}
