import { deflateSync } from 'node:zlib';
import { pngChunk } from './one-pixel-png.ts';

/** A red ring on transparent ground, like the picture of a seal: RGBA, `size` pixels square (ISO/IEC 15948). */
export function roundSealPng(size: number): Buffer {
  const rows: Buffer[] = [];
  const middle = (size - 1) / 2;
  for (let y = 0; y < size; y += 1) {
    const row = Buffer.alloc(1 + 4 * size);
    for (let x = 0; x < size; x += 1) {
      const radius = Math.hypot(x - middle, y - middle) / (size / 2);
      const inked = (radius > 0.88 && radius <= 1) || radius < 0.2;
      row.set(inked ? [255, 0, 0, 255] : [255, 255, 255, 0], 1 + 4 * x);
    }
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * A JPEG that says it has four components (ISO/IEC 10918-1): the headers are all that the program reads; its
 * scan is empty.
 */
export function cmykJpeg(): Buffer {
  const components = [1, 2, 3, 4].flatMap((id) => [id, 0x11, 0]);
  const frame = [8, 0, 8, 0, 8, 4, ...components];
  return Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, frame.length + 2, ...frame, 0xff, 0xd9]);
}
