import { crc32, deflateSync } from 'node:zlib';

/** Pixels as pdf.js hands them over: rows without gaps, 1-bit rows filled up to whole bytes. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly form: 'bits' | 'mask' | 'gray' | 'rgb' | 'rgba';
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Bits per pixel and colour type of PNG (ISO/IEC 15948 table 11.1). */
const FORMS = {
  bits: { depth: 1, color: 0, perPixel: 1 },
  mask: { depth: 1, color: 3, perPixel: 1 },
  gray: { depth: 8, color: 0, perPixel: 8 },
  rgb: { depth: 8, color: 2, perPixel: 24 },
  rgba: { depth: 8, color: 6, perPixel: 32 },
} as const;

/**
 * A PNG, quickly rather than small: it is read again at once.
 * @param ink colour that the zero bits of a mask paint, three bytes; its other bits are clear
 */
export function writePng(
  { width, height, form, data }: Pixels,
  ink: readonly number[] = [0, 0, 0],
): Uint8Array {
  const { depth, color, perPixel } = FORMS[form];
  const rowBytes = Math.ceil((width * perPixel) / 8);
  const rows = new Uint8Array((rowBytes + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows.set(data.subarray(y * rowBytes, (y + 1) * rowBytes), y * (rowBytes + 1) + 1);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, color], 8);
  const palette =
    form === 'mask'
      ? [
          chunk('PLTE', Uint8Array.of(...ink.slice(0, 3), 255, 255, 255)),
          chunk('tRNS', Uint8Array.of(255, 0)),
        ]
      : [];
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    ...palette,
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(name: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** Makes colours smaller by a whole factor, each new pixel the mean of those it stands for. Bits become grey. */
export function shrink(pixels: Pixels, factor: number): Pixels {
  if (factor <= 1 || pixels.form === 'mask') return pixels;
  const channels = pixels.form === 'rgb' ? 3 : pixels.form === 'rgba' ? 4 : 1;
  const width = Math.floor(pixels.width / factor);
  const height = Math.floor(pixels.height / factor);
  const data = new Uint8Array(width * height * channels);
  const value = reader(pixels, channels);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 0;
        for (let dy = 0; dy < factor; dy += 1) {
          for (let dx = 0; dx < factor; dx += 1) sum += value(x * factor + dx, y * factor + dy, channel);
        }
        data[(y * width + x) * channels + channel] = sum / (factor * factor);
      }
    }
  }
  return { width, height, form: pixels.form === 'bits' ? 'gray' : pixels.form, data };
}

function reader(
  { width, form, data }: Pixels,
  channels: number,
): (x: number, y: number, channel: number) => number {
  if (form !== 'bits') return (x, y, channel) => data[(y * width + x) * channels + channel] ?? 0;
  const rowBytes = (width + 7) >> 3;
  return (x, y) => (((data[y * rowBytes + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255;
}
