import { closeSync, openSync, readSync } from 'node:fs';
import { readDirectories } from './sfnt.ts';

/** Names of one face in a font file. */
export interface FaceNames {
  readonly path: string;
  /** Position in the collection, 0 for a plain file. */
  readonly index: number;
  /** Every family name, in every language of the file. */
  readonly families: readonly string[];
  readonly postscriptName: string;
}

/** Names of the faces in the file, from its `name` tables alone; none when it is not a font we can read. */
export function readFaceNames(path: string): FaceNames[] {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return [];
  }
  try {
    const read = (position: number, length: number): Buffer => {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, readSync(file, buffer, 0, length, position));
    };
    return readDirectories(read).flatMap((tables, index) => {
      const name = tables.find(({ tag }) => tag === 'name');
      return name ? [{ path, index, ...parseNames(read(name.offset, name.length)) }] : [];
    });
  } catch {
    // A truncated or foreign file: not a candidate.
    return [];
  } finally {
    closeSync(file);
  }
}

/** Name IDs: 1 family, 6 PostScript name, 16 typographic family. */
function parseNames(table: Buffer): Pick<FaceNames, 'families' | 'postscriptName'> {
  const families = new Set<string>();
  let postscriptName = '';
  const storage = table.readUInt16BE(4);
  for (let record = 0; record < table.readUInt16BE(2); record += 1) {
    const at = 6 + record * 12;
    const platform = table.readUInt16BE(at);
    const id = table.readUInt16BE(at + 6);
    if (id !== 1 && id !== 6 && id !== 16) continue;
    const start = storage + table.readUInt16BE(at + 10);
    const bytes = table.subarray(start, start + table.readUInt16BE(at + 8));
    // Platforms 0 and 3 are UTF-16BE; old Macintosh names are only safe where they are ASCII.
    const text = platform === 1 ? bytes.toString('latin1') : Buffer.from(bytes).swap16().toString('utf16le');
    if (id === 6) postscriptName ||= text;
    else families.add(text);
  }
  return { families: [...families], postscriptName };
}
