import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Names of the faces in a TrueType/OpenType file or collection, read with a few small reads: a font
 * folder can be searched without loading the (14 MB) files in it. Format: OpenType 1.9, `name` table.
 */
export interface FaceNames {
  readonly path: string;
  /** Position in the collection, 0 for a plain file. */
  readonly index: number;
  /** Every family name, in every language of the file. */
  readonly families: readonly string[];
  readonly postscriptName: string;
}

/** Faces of the file; none when it is not a font we can read. */
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
    return faceOffsets(read).flatMap((offset, index) => {
      const names = namesAt(read, offset);
      return names ? [{ path, index, ...names }] : [];
    });
  } catch {
    // A truncated or foreign file: not a candidate.
    return [];
  } finally {
    closeSync(file);
  }
}

type Read = (position: number, length: number) => Buffer;

function faceOffsets(read: Read): number[] {
  const header = read(0, 12);
  if (header.toString('latin1', 0, 4) !== 'ttcf') return [0];
  const count = Math.min(header.readUInt32BE(8), 64);
  const table = read(12, count * 4);
  return Array.from({ length: count }, (_, index) => table.readUInt32BE(index * 4));
}

function namesAt(read: Read, offset: number): Pick<FaceNames, 'families' | 'postscriptName'> | undefined {
  const count = read(offset + 4, 2).readUInt16BE(0);
  const directory = read(offset + 12, count * 16);
  for (let at = 0; at + 16 <= directory.length; at += 16) {
    if (directory.toString('latin1', at, at + 4) !== 'name') continue;
    return parseNames(read(directory.readUInt32BE(at + 8), directory.readUInt32BE(at + 12)));
  }
  return undefined;
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
