import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Ink on paper, measured on poppler's picture of a page: for the rules that speak of the printed glyph. */

export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Bounding box of the ink in mm from the upper left corner of the paper. */
export interface Ink {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface InkOptions {
  readonly page?: number;
  /** mm; the whole A4 page when absent. */
  readonly region?: Region;
  readonly color?: 'red' | 'black' | 'any';
  readonly dpi?: number;
}

const run = promisify(execFile);

/**
 * Bounding box of the ink of one colour in a region (mm), or null when there is none. One pixel at the
 * default 600 dpi is 0.042 mm.
 */
export async function measureInk(pdf: Uint8Array, options: InkOptions = {}): Promise<Ink | null> {
  const { page = 1, region = { x: 0, y: 0, width: 210, height: 297 }, color = 'any', dpi = 600 } = options;
  const scale = dpi / 25.4;
  const originX = Math.round(region.x * scale);
  const originY = Math.round(region.y * scale);
  const folder = await mkdtemp(join(tmpdir(), 'gongwentai-ink-'));
  try {
    const file = join(folder, 'page.pdf');
    await writeFile(file, pdf);
    const crop = ['-x', originX, '-y', originY, '-W', Math.round(region.width * scale)];
    const args = ['-r', dpi, '-f', page, '-l', page, ...crop, '-H', Math.round(region.height * scale)];
    await run('pdftoppm', [...args.map(String), '-singlefile', file, join(folder, 'page')]);
    const box = inkBox(await readFile(join(folder, 'page.ppm')), color);
    if (!box) return null;
    return {
      left: (box.left + originX) / scale,
      top: (box.top + originY) / scale,
      right: (box.right + 1 + originX) / scale,
      bottom: (box.bottom + 1 + originY) / scale,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Box in pixels of the pixels of the colour in a binary PPM (P6). */
function inkBox(ppm: Buffer, color: 'red' | 'black' | 'any'): Ink | undefined {
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/u.exec(ppm.subarray(0, 64).toString('latin1'));
  if (!header) throw new Error('not a binary PPM');
  const width = Number(header[1]);
  const height = Number(header[2]);
  const start = header[0].length;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = start + (y * width + x) * 3;
      const [r, g, b] = [ppm[at] ?? 255, ppm[at + 1] ?? 255, ppm[at + 2] ?? 255];
      // Half-covered edge pixels count from the middle of the scale on.
      const red = r > 128 && g < 128 && b < 128;
      const black = r < 128 && g < 128 && b < 128;
      if (color === 'red' ? !red : color === 'black' ? !black : !(red || black)) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return right < 0 ? undefined : { left, top, right, bottom };
}
