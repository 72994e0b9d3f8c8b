import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { ImageRun } from 'docx';
import type { ImageItem } from '../../../shared/gongwen/pages.ts';
import { mmToEmu } from './units.ts';

const EMU_PER_PIXEL = 9525;

const TYPES: Readonly<Record<string, 'png' | 'jpg' | 'gif' | 'bmp'>> = {
  '.png': 'png',
  '.jpg': 'jpg',
  '.jpeg': 'jpg',
  '.gif': 'gif',
  '.bmp': 'bmp',
};

function imageOptions(item: ImageItem) {
  const type = TYPES[extname(item.file).toLowerCase()];
  if (type === undefined || !existsSync(item.file)) return undefined;
  return {
    type,
    data: readFileSync(item.file),
    transformation: {
      width: mmToEmu(item.width) / EMU_PER_PIXEL,
      height: mmToEmu(item.height) / EMU_PER_PIXEL,
    },
  };
}

/** A picture in the line; undefined when the file is gone or of a kind Word cannot show. */
export function pictureRun(item: ImageItem): ImageRun | undefined {
  const options = imageOptions(item);
  return options === undefined ? undefined : new ImageRun(options);
}

/** A seal at its fixed place behind the text, so that 署名 and 日期 stay readable (7.3.5.1). */
export function sealRun(item: ImageItem): ImageRun | undefined {
  const options = imageOptions(item);
  if (options === undefined) return undefined;
  return new ImageRun({
    ...options,
    floating: {
      horizontalPosition: { relative: 'page', offset: mmToEmu(item.x) },
      verticalPosition: { relative: 'page', offset: mmToEmu(item.y) },
      allowOverlap: true,
      behindDocument: true,
    },
  });
}
