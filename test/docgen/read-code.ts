import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import jsQR from 'jsqr';
import type { Region } from './measure-ink.ts';

const run = promisify(execFile);

/** What a camera would see, and spoil: pixels of a grey picture, changed before they are read. */
export type Spoil = (gray: Uint8Array, width: number, height: number) => void;

/**
 * Prints the region (mm) of a page as poppler draws it and reads the code in it, knowing nothing of our writer; null
 * when there is none to read.
 */
export async function readCode(
  pdf: Uint8Array,
  region: Region,
  { dpi = 200, page = 1, spoil }: { dpi?: number; page?: number; spoil?: Spoil } = {},
): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'gongwentai-code-'));
  try {
    const file = join(folder, 'page.pdf');
    await writeFile(file, pdf);
    const px = (mm: number): string => String(Math.round((mm * dpi) / 25.4));
    const crop = ['-x', px(region.x), '-y', px(region.y), '-W', px(region.width), '-H', px(region.height)];
    const pages = ['-f', String(page), '-l', String(page), '-singlefile'];
    await run('pdftoppm', ['-gray', '-r', String(dpi), ...pages, ...crop, file, join(folder, 'page')]);
    const { gray, width, height } = readPgm(await readFile(join(folder, 'page.pgm')));
    spoil?.(gray, width, height);
    const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
    gray.forEach((value, index) => rgba.fill(value, index * 4, index * 4 + 3));
    return jsQR(rgba, width, height)?.data ?? null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function readPgm(file: Buffer): { gray: Uint8Array; width: number; height: number } {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(file.subarray(0, 64).toString('latin1'));
  if (header === null) throw new Error('not a binary PGM');
  const gray = new Uint8Array(file.subarray(header[0].length));
  return { gray, width: Number(header[1]), height: Number(header[2]) };
}
