/** Zoom of the page: fitted to the width of its pane, or a percentage of the paper's real size. */
export type Zoom = 'fit' | number;

export const ZOOM_STEPS = [50, 75, 100, 125, 150, 200] as const;
const MIN = 50;
const MAX = 200;
/** CSS px of a millimetre at 100 %. */
export const PX_PER_MM = 96 / 25.4;

/** px of a millimetre on the screen. */
export function scaleOf(zoom: Zoom, paneWidth: number, pageWidth: number): number {
  if (zoom === 'fit') return Math.max(paneWidth, 120) / pageWidth;
  return (zoom / 100) * PX_PER_MM;
}

/** The next step up or down from what is shown now, in percent. */
export function stepZoom(shown: number, direction: 1 | -1): number {
  const steps = direction === 1 ? ZOOM_STEPS : ZOOM_STEPS.toReversed();
  const next = steps.find((step) => (direction === 1 ? step > shown + 0.5 : step < shown - 0.5));
  return Math.min(MAX, Math.max(MIN, next ?? shown));
}
