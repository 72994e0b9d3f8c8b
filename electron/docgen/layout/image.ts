import type { ImageBlock } from '../../../shared/gongwen/model.ts';
import type { ElementKind } from '../../../shared/gongwen/pages.ts';
import type { Context } from './context.ts';
import { note } from './context.ts';
import type { DrawnBox } from './flow.ts';
import { AREA_BOTTOM, AREA_CENTER, AREA_TOP, AREA_WIDTH, LINE_PITCH } from './geometry.ts';
import { putImage } from './page.ts';

/** White above and below a picture, in mm. */
const MARGIN = 2;
/** Used when the file cannot be measured. */
const UNKNOWN_RATIO = 0.75;

/** A picture in the body: centred, as wide as asked but inside the type area, its own height kept. */
export function imageBox(context: Context, block: ImageBlock, element: ElementKind, path: string): DrawnBox {
  const size = context.imageSize(block.file);
  const known = size !== undefined && size.width > 0 && size.height > 0;
  if (!known) note(context, 'image-unreadable', `图片“${block.file}”无法读取，按默认比例留位。`, path);
  const ratio = known ? size.height / size.width : UNKNOWN_RATIO;
  const tallest = AREA_BOTTOM - AREA_TOP - 2 * MARGIN - LINE_PITCH;
  const width = Math.min(block.width, AREA_WIDTH, tallest / ratio);
  if (width < block.width - 0.01) note(context, 'image-scaled', '图片超出版心，已缩小。', path);
  const height = width * ratio;
  return {
    kind: 'drawn',
    height: height + 2 * MARGIN,
    lead: MARGIN,
    trail: MARGIN,
    isBody: true,
    draw: (page, top) => {
      putImage(page, {
        element,
        path,
        file: block.file,
        x: AREA_CENTER - width / 2,
        y: top + MARGIN,
        width,
        height,
      });
    },
  };
}
