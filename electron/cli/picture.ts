import { inflateSync } from 'node:zlib';

/** Checks picture files before a writer meets them; pdfkit fails late and without words on damaged ones. */

const MOST_PIXELS = 60_000_000;

const isPng = (bytes: Buffer) => bytes.subarray(0, 8).equals(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
const isJpeg = (bytes: Buffer) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** @returns size in pixels, or what is wrong, in Chinese. */
function readPng(bytes: Buffer): PictureSize | string {
  const damaged = 'PNG 图片已损坏';
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return damaged;
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  if (width === 0 || height === 0) return damaged;
  if (width * height > MOST_PIXELS) return '图片像素过多，请缩小后再用';
  if (bytes[28] === 1) return '不支持隔行扫描的 PNG，请另存为普通 PNG';
  const data: Buffer[] = [];
  let at = 8;
  let ended = false;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length) return damaged;
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
    if (type === 'IEND') {
      ended = true;
      break;
    }
  }
  const rowBytes = Math.ceil((width * (bytes[24] ?? 8) * (CHANNELS[bytes[25] ?? 2] ?? 4)) / 8) + 1;
  try {
    const pixels = inflateSync(Buffer.concat(data), { maxOutputLength: rowBytes * height + 1024 });
    return ended && pixels.length >= rowBytes * height ? { width, height } : damaged;
  } catch {
    return damaged;
  }
}

/** @returns size in pixels, or what is wrong, in Chinese. */
function readJpeg(bytes: Buffer): PictureSize | string {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return 'JPEG 图片已损坏';
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const height = bytes.readUInt16BE(at + 5);
      const width = bytes.readUInt16BE(at + 7);
      if (width === 0 || height === 0) return 'JPEG 图片已损坏';
      return width * height > MOST_PIXELS ? '图片像素过多，请缩小后再用' : { width, height };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return 'JPEG 图片已损坏';
}

/**
 * Size of a PNG or JPEG in pixels, or what is wrong with it, in Chinese.
 */
export function readPicture(bytes: Buffer): PictureSize | string {
  if (isPng(bytes)) return readPng(bytes);
  if (isJpeg(bytes)) return readJpeg(bytes);
  return '不是 PNG 或 JPEG 图片';
}
