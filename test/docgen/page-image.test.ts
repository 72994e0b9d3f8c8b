import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageImages, renderDocument } from '../../electron/docgen/render.ts';
import type { Rendered } from '../../electron/docgen/render.ts';
import { everythingWith } from './archive-documents.ts';
import { bundledFonts } from './fonts-for-tests.ts';
import { onePixelPng } from './one-pixel-png.ts';
import { roundSealPng } from './test-images.ts';

/** Page images are the printed page: their ink is where poppler puts the PDF's. */

const WIDTH = 1240;
const MM = 210 / WIDTH;
const fonts = bundledFonts();
const folder = mkdtempSync(join(tmpdir(), 'gongwentai-image-'));
afterAll(() => rmSync(folder, { recursive: true }));

let rendered: Rendered;
let images: readonly Uint8Array[];
let references: readonly Bitmap[];
beforeAll(async () => {
  const [picture, seal] = [join(folder, 'picture.png'), join(folder, 'seal.png')];
  writeFileSync(picture, onePixelPng());
  writeFileSync(seal, roundSealPng(200));
  const document = everythingWith(picture, seal);
  rendered = await renderDocument(document, fonts, { kinds: ['pdf'] });
  images = await pageImages(rendered.laidOut, fonts, { widthPx: WIDTH, format: 'png' });
  writeFileSync(join(folder, 'document.pdf'), rendered.files.pdf ?? '');
  const size = ['-scale-to-x', String(WIDTH), '-scale-to-y', '1754'];
  execFileSync('pdftoppm', [...size, join(folder, 'document.pdf'), join(folder, 'page')]);
  const digits = String(images.length).length;
  references = images.map((_, index) =>
    readPpm(readFileSync(join(folder, `page-${String(index + 1).padStart(digits, '0')}.ppm`))),
  );
});

describe('page images', () => {
  it('are as wide as asked and shaped like the paper', () => {
    expect(images).toHaveLength(rendered.laidOut.pages.length);
    for (const image of images) {
      const { width, height } = readPng(image);
      expect([width, height]).toEqual([WIDTH, 1754]);
    }
  });

  it('have every page’s ink where the PDF has it, black and red, within 0.3 mm', () => {
    for (const [index, image] of images.entries()) {
      for (const color of ['black', 'red'] as const) {
        const own = inkRuns(readPng(image), color);
        const other = inkRuns(references[index] ?? readPng(image), color);
        expect(own.length, `${color} on page ${index + 1}`).toBe(other.length);
        for (const [at, run] of own.entries()) {
          for (const [side, value] of run.entries()) {
            expect(Math.abs(value - (other[at]?.[side] ?? 0)) * MM).toBeLessThan(0.3);
          }
        }
      }
    }
  });

  it('are the same the second time, and the same picture in WebP, in fewer bytes', async () => {
    const again = await pageImages(rendered.laidOut, fonts, { widthPx: WIDTH, format: 'png' });
    expect(again.map((image) => Buffer.from(image).toString('base64'))).toEqual(
      images.map((image) => Buffer.from(image).toString('base64')),
    );
    const webp = await pageImages(rendered.laidOut, fonts, { widthPx: WIDTH, format: 'webp' });
    for (const [index, image] of webp.entries()) {
      const bytes = Buffer.from(image);
      expect(bytes.subarray(0, 4).toString('latin1')).toBe('RIFF');
      // VP8L is the lossless form: 14 bits each of width − 1 and height − 1 after the signature byte.
      expect(bytes.subarray(8, 16).toString('latin1')).toBe('WEBPVP8L');
      const size = bytes.readUInt32LE(21);
      expect([(size & 0x3fff) + 1, ((size >> 14) & 0x3fff) + 1]).toEqual([WIDTH, 1754]);
      expect(image.byteLength).toBeLessThan(images[index]?.byteLength ?? 0);
    }
  });
});

interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly color: (x: number, y: number) => readonly [number, number, number];
}

/**
 * Bands of ink from top to bottom (rows of text, rules), each with its outermost columns: [top, bottom, left,
 * right] in pixels. White of less than 1 mm does not part two bands.
 */
function inkRuns(
  { width, height, color }: Bitmap,
  wanted: 'black' | 'red',
): [number, number, number, number][] {
  const bands: [number, number, number, number][] = [];
  for (let y = 0; y < height; y += 1) {
    let [left, right] = [width, -1];
    for (let x = 0; x < width; x += 1) {
      const [r, g, b] = color(x, y);
      const inked = g < 128 && b < 128 && (wanted === 'red' ? r > 128 : r < 128);
      if (!inked) continue;
      left = Math.min(left, x);
      right = x;
    }
    if (right < 0) continue;
    const last = bands.at(-1);
    if (last && (y - last[1]) * MM < 1) {
      last[1] = y;
      last[2] = Math.min(last[2], left);
      last[3] = Math.max(last[3], right);
    } else bands.push([y, y, left, right]);
  }
  return bands;
}

function readPpm(ppm: Buffer): Bitmap {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(ppm.subarray(0, 64).toString('latin1'));
  const [start = '', width = '0', height = '0'] = header ?? [];
  return bitmap(Number(width), Number(height), ppm.subarray(start.length), 3);
}

/** A PNG of 8-bit RGBA without interlacing, as the rasteriser writes it (ISO/IEC 15948). */
function readPng(png: Uint8Array): Bitmap {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect([...bytes.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.subarray(at + 4, at + 8).toString('latin1');
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const stride = width * 4;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const a = x < 4 ? 0 : (pixels[y * stride + x - 4] ?? 0);
      const b = y === 0 ? 0 : (pixels[(y - 1) * stride + x] ?? 0);
      const c = x < 4 || y === 0 ? 0 : (pixels[(y - 1) * stride + x - 4] ?? 0);
      const predicted = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter] ?? 0;
      pixels[y * stride + x] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + predicted) & 0xff;
    }
  }
  return bitmap(width, height, pixels, 4);
}

function paeth(a: number, b: number, c: number): number {
  const [da, db, dc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (da <= db && da <= dc) return a;
  return db <= dc ? b : c;
}

function bitmap(width: number, height: number, bytes: Buffer, channels: number): Bitmap {
  return {
    width,
    height,
    color: (x, y) => {
      const at = (y * width + x) * channels;
      return [bytes[at] ?? 255, bytes[at + 1] ?? 255, bytes[at + 2] ?? 255];
    },
  };
}
