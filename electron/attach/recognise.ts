import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { readPackageFile } from './package-file.ts';
import { pageSvg } from './page-svg.ts';
import { withPdf } from './pdf.ts';
import { startRecogniser } from './tesseract.ts';
import type { Recogniser } from './tesseract.ts';

export interface PageProgress {
  /** Pages done; parts of a page count. */
  readonly done: number;
  readonly total: number;
}

export interface Recognised {
  readonly pages: readonly string[];
  /** Pages that show no picture at all, 1-based. */
  readonly blank: readonly number[];
}

/** Pixels per point: 200 to the inch, at which 3 号 characters are read best; 300 is slower and reads worse. */
const SCALE = 200 / 72;
/** A page of more pixels (a drawing, a poster) is drawn coarser. */
const MOST_PIXELS = 12_000_000;

/** Recognises the pages of a PDF or a picture, wholly on this computer. @throws Error when it cannot be read */
export async function recognise(
  file: string,
  kind: 'pdf' | 'picture',
  progress: (step: PageProgress) => void,
): Promise<Recognised> {
  const bytes = new Uint8Array(readFileSync(file));
  const recogniser = await startRecogniser(
    readPackageFile('tesseract.js-core/tesseract-core-simd-lstm.wasm'),
    gunzipSync(readPackageFile('@tesseract.js-data/chi_sim/4.0.0_best_int/chi_sim.traineddata.gz')),
  );
  if (kind === 'pdf') return recognisePdf(bytes, recogniser, progress);
  const text = recogniser.read(bytes, (part) => progress({ done: part, total: 1 }));
  return { pages: [text], blank: [] };
}

function recognisePdf(
  bytes: Uint8Array,
  recogniser: Recogniser,
  progress: (step: PageProgress) => void,
): Promise<Recognised> {
  return withPdf(bytes, async (document) => {
    const total = document.numPages;
    const pages: string[] = [];
    const blank: number[] = [];
    for (let number = 1; number <= total; number += 1) {
      const done = number - 1;
      progress({ done, total });
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { svg } = await pageSvg(page, Math.min(SCALE, Math.sqrt(MOST_PIXELS / (width * height))));
      if (svg.includes('<image') || svg.includes('<path')) {
        pages.push(recogniser.read(await rasterise(svg), (part) => progress({ done: done + part, total })));
      } else {
        blank.push(number);
        pages.push('');
      }
    }
    return { pages, blank };
  });
}

let rasteriser: Promise<void> | undefined;

async function rasterise(svg: string): Promise<Uint8Array> {
  rasteriser ??= initWasm(readPackageFile('@resvg/resvg-wasm/index_bg.wasm'));
  await rasteriser;
  const drawing = new Resvg(svg, { background: '#fff', font: { loadSystemFonts: false } });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
