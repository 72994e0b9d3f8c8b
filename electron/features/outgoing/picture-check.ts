import { crc32 } from 'node:zlib';
import { PICTURE_LIMITS } from '../../../shared/features/outgoing-images.ts';

/** A picture read as far as needed to know that it is whole; pixels as stored. */
export interface CheckedPicture {
  readonly kind: 'png' | 'jpg';
  readonly width: number;
  readonly height: number;
}

type Checked = CheckedPicture | { readonly kind?: undefined; readonly problem: string };

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const DAMAGED = { problem: '已损坏，请换一个文件' } as const;

/**
 * Whether bytes are a whole PNG or JPEG picture within the limits. What the file is called does not matter.
 * @returns kind and size, or what is wrong, to follow the picture's name in a Chinese sentence
 */
export function checkPicture(bytes: Uint8Array): Checked {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length > PICTURE_LIMITS.megabytes * 1024 * 1024) {
    return { problem: `超过 ${PICTURE_LIMITS.megabytes} MB，请缩小后再用` };
  }
  const png = data.subarray(0, 8).equals(PNG_SIGNATURE);
  if (!png && (data[0] !== 0xff || data[1] !== 0xd8)) return { problem: '不是 PNG 或 JPEG 图片' };
  const size = png ? pngSize(data) : jpegSize(data);
  if (size === undefined || size.width === 0 || size.height === 0) return DAMAGED;
  const { width, height } = size;
  if (Math.max(width, height) > PICTURE_LIMITS.side || width * height > PICTURE_LIMITS.megapixels * 1e6) {
    const limit = `边长不超过 ${PICTURE_LIMITS.side} 像素、总共不超过 ${PICTURE_LIMITS.megapixels * 100} 万像素`;
    return { problem: `有 ${width}×${height} 像素，太大，请缩小到${limit}` };
  }
  return { kind: png ? 'png' : 'jpg', width, height };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Every chunk whole by its checksum, from IHDR to IEND, with image data between (PNG specification, 5). */
function pngSize(data: Buffer): Size | undefined {
  let size: Size | undefined;
  let drawn = false;
  for (let at = 8; at + 12 <= data.length;) {
    const length = data.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > data.length) return undefined;
    const type = data.toString('latin1', at + 4, at + 8);
    if (crc32(data.subarray(at + 4, end - 4)) !== data.readUInt32BE(end - 4)) return undefined;
    if (size === undefined) {
      if (type !== 'IHDR' || length !== 13) return undefined;
      size = { width: data.readUInt32BE(at + 8), height: data.readUInt32BE(at + 12) };
    }
    if (type === 'IDAT') drawn = true;
    if (type === 'IEND') return drawn ? size : undefined;
    at = end;
  }
  return undefined;
}

/** The frame header of a JPEG that also has its scan and its end mark (ITU-T T.81, B.2). */
function jpegSize(data: Buffer): Size | undefined {
  let size: Size | undefined;
  for (let at = 2; at + 4 <= data.length;) {
    if (data[at] !== 0xff) return undefined;
    const marker = data[at + 1] ?? 0;
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = data.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > data.length) return undefined;
    if (isFrame(marker)) {
      if (length < 8) return undefined;
      size = { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    }
    if (marker === 0xda) return data.lastIndexOf(Buffer.from([0xff, 0xd9])) > at ? size : undefined;
    at += 2 + length;
  }
  return undefined;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which share their range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
