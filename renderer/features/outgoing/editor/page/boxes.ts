import type { PreviewPage } from '../../../../../shared/features/document.ts';

export type Box = PreviewPage['boxes'][number];

/** True when `path` is the place itself or lies in it: `body.3` in `body`. */
export function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`);
}

/** The boxes to mark for the field or block that has the focus. */
export function boxesOf(page: PreviewPage, place: string): Box[] {
  if (place === '') return [];
  return page.boxes.filter((box) => isWithin(box.path, place));
}

/** The smallest box under a point in mm, or undefined: what a click on the page means. */
export function boxAt(page: PreviewPage, x: number, y: number): Box | undefined {
  return page.boxes
    .filter((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
    .filter((box) => box.path !== '')
    .sort((a, b) => a.width * a.height - b.width * b.height)[0];
}
