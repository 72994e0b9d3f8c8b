/**
 * The frame of a TrueType/OpenType file or collection: which tables it has and where. Read with a few
 * small reads, so that 14 MB fonts need not be loaded to be looked at. Format: OpenType 1.9.
 */

/** Reads up to `length` bytes at `position` of the file. */
export type Read = (position: number, length: number) => Buffer;

export interface Table {
  readonly tag: string;
  readonly offset: number;
  readonly length: number;
}

/** Tables of every face in the file, in the order of the collection; one for a plain font. */
export function readDirectories(read: Read): Table[][] {
  return faceOffsets(read).map((offset) => {
    const directory = read(offset + 12, read(offset + 4, 2).readUInt16BE(0) * 16);
    const tables: Table[] = [];
    for (let at = 0; at + 16 <= directory.length; at += 16) {
      tables.push({
        tag: directory.toString('latin1', at, at + 4),
        offset: directory.readUInt32BE(at + 8),
        length: directory.readUInt32BE(at + 12),
      });
    }
    return tables;
  });
}

function faceOffsets(read: Read): number[] {
  const header = read(0, 12);
  if (header.toString('latin1', 0, 4) !== 'ttcf') return [0];
  const count = Math.min(header.readUInt32BE(8), 64);
  const table = read(12, count * 4);
  return Array.from({ length: count }, (_, index) => table.readUInt32BE(index * 4));
}
