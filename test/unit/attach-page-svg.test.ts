import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pageSvg } from '../../electron/attach/page-svg.ts';
import { withPdf } from '../../electron/attach/pdf.ts';
import { shrink, writePng } from '../../electron/attach/write-png.ts';
import { bilevelPdf } from '../ipc/attachment-files.ts';

/** Grey values of a PNG of ours: one bit or eight bits a pixel. */
function readGray(png: Uint8Array): { width: number; height: number; at: (x: number, y: number) => number } {
  const bytes = Buffer.from(png);
  const [width, height, depth] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[24] ?? 0];
  const start = bytes.indexOf('IDAT') + 4;
  const rows = inflateSync(bytes.subarray(start, start + bytes.readUInt32BE(start - 8)));
  const pitch = Math.ceil((width * depth) / 8) + 1;
  return {
    width,
    height,
    at: (x, y) =>
      depth === 8
        ? (rows[y * pitch + 1 + x] ?? 0)
        : (((rows[y * pitch + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255,
  };
}

describe('a page of pictures as SVG', () => {
  it('places a bilevel picture where the page has it, upright, black on white', async () => {
    const { svg, width } = await withPdf(bilevelPdf(), async (document) =>
      pageSvg(await document.getPage(1), 2),
    );
    expect(width).toBe(1000);
    const [, placed = '', base64 = ''] =
      /transform="matrix\(([^)]*)\)" href="data:image\/png;base64,([^"]*)"/u.exec(svg) ?? [];
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = placed.split(' ').map(Number);
    const place = (x: number, y: number) => [Math.round(a * x + c * y + e), Math.round(b * x + d * y + f)];
    expect(place(0, 0)).toEqual([0, 0]);
    expect(place(128, 128)).toEqual([1000, 1000]);
    const picture = readGray(Buffer.from(base64, 'base64'));
    expect([picture.at(10, 10), picture.at(64, 64), picture.at(110, 64)]).toEqual([255, 0, 255]);
  });

  it('makes large pictures smaller by the mean of their pixels', () => {
    const bits = { width: 16, height: 2, form: 'bits' as const, data: Uint8Array.of(0xf0, 0xff, 0x0f, 0xff) };
    const small = shrink(bits, 2);
    expect(small).toMatchObject({ width: 8, height: 1, form: 'gray' });
    expect([...small.data]).toEqual([127, 127, 127, 127, 255, 255, 255, 255]);
    const read = readGray(writePng(small));
    expect([read.width, read.height, read.at(0, 0), read.at(7, 0)]).toEqual([8, 1, 127, 255]);
  });
});
