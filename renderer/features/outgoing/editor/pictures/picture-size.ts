/** Widths of pictures on the page, in mm. */

/** 版心 (GB/T 9704-2012 5.2). */
export const WIDEST_PICTURE = 156;
export const NARROWEST_PICTURE = 5;
/** Nearly the height of the 版心: what is taller is set smaller by the layout. */
const TALLEST = 205;
const DOTS_PER_MM = 300 / 25.4;

/** Kept to what a page can hold, in tenths of a millimetre. */
export function clampWidth(width: number): number {
  if (!Number.isFinite(width)) return WIDEST_PICTURE;
  return Math.round(Math.min(WIDEST_PICTURE, Math.max(NARROWEST_PICTURE, width)) * 10) / 10;
}

/** Width a picture starts with: as large as it prints well (300 dpi), but never larger than the page. */
export function naturalWidth(pixels: { readonly width: number; readonly height: number }): number {
  const { width, height } = pixels;
  return clampWidth(Math.min(width / DOTS_PER_MM, (TALLEST * width) / Math.max(1, height)));
}
