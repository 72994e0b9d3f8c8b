/** How a page or picture is looked at. */
export interface ViewBox {
  readonly fit: 'width' | 'page' | 'free';
  /** Against the fitted size; 1 unless `fit` is `free`. */
  readonly zoom: number;
  /** Clockwise, degrees. */
  readonly turn: 0 | 90 | 180 | 270;
  /** 1-based. */
  readonly page: number;
}

export const ZOOM = { least: 0.2, most: 6, step: 1.25 } as const;

export function turned(turn: ViewBox['turn']): ViewBox['turn'] {
  return ({ 0: 90, 90: 180, 180: 270, 270: 0 } as const)[turn];
}

/**
 * Width on screen of something `width` by `height` (already turned) in a frame, px.
 * @param frame inner size of the frame, px
 */
export function shownWidth(
  box: ViewBox,
  size: { readonly width: number; readonly height: number },
  frame: { readonly width: number; readonly height: number },
): number {
  const byWidth = frame.width;
  const byPage = Math.min(frame.width, (frame.height * size.width) / size.height);
  return (box.fit === 'page' ? byPage : byWidth) * box.zoom;
}
