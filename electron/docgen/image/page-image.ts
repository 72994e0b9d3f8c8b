import { init, default as encodeWebp } from '@jsquash/webp/encode.js';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { LaidOutPage } from '../../../shared/gongwen/pages.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { writeSvgPage } from '../svg/write-svg.ts';
import { readWasm } from './wasm-file.ts';

export const IMAGE_FORMATS = ['png', 'webp'] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

export interface ImageOptions {
  /** Width of the picture in pixels; the height follows the paper. 1240 is an A4 page at 150 dpi. */
  readonly widthPx: number;
  readonly format: ImageFormat;
  /** `#RRGGBB` of what is red; the official red when absent. */
  readonly redHex?: string;
}

/** Both modules are compiled at the first picture and stay for the life of the process. */
let rasteriser: Promise<void> | undefined;
let webpEncoder: Promise<unknown> | undefined;

/**
 * A page as a picture, exactly as printed on white paper: drawn from the page's SVG by resvg, so it shows
 * the same outlines as preview and PDF. WebP is lossless: smaller than PNG, and text keeps its edges.
 * Equal input gives equal bytes.
 */
export async function pageImage(
  page: LaidOutPage,
  fonts: FontSet,
  { widthPx, format, redHex }: ImageOptions,
): Promise<Uint8Array> {
  rasteriser ??= initWasm(readWasm('@resvg/resvg-wasm/index_bg.wasm'));
  await rasteriser;
  const svg = writeSvgPage(page, fonts, { forPrint: true, ...(redHex === undefined ? {} : { redHex }) });
  const drawing = new Resvg(svg, {
    background: '#fff',
    fitTo: { mode: 'width', value: widthPx },
    font: { loadSystemFonts: false },
  });
  // What lies in the module's memory is not collected by itself.
  try {
    const image = drawing.render();
    try {
      return format === 'png' ? image.asPng() : await toWebp(image);
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}

interface Pixels {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

async function toWebp({ pixels, width, height }: Pixels): Promise<Uint8Array> {
  const data = new Uint8ClampedArray(pixels);
  webpEncoder ??= init({ wasmBinary: readWasm('@jsquash/webp/codec/enc/webp_enc_simd.wasm').buffer });
  await webpEncoder;
  return new Uint8Array(await encodeWebp({ data, width, height, colorSpace: 'srgb' }, { lossless: 1 }));
}
