import type { FontMetrics } from './font-metrics.ts';
import { MM_PER_PT } from './geometry.ts';
import type { SetLine } from './set-line.ts';

/** Ink of a set line in mm relative to its baseline, downwards positive; undefined without ink. */
export interface InkSpan {
  readonly top: number;
  readonly bottom: number;
}

export function inkSpan(line: SetLine, fonts: FontMetrics): InkSpan | undefined {
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const piece of line.pieces) {
    const em = piece.sizePt * MM_PER_PT;
    for (const char of piece.text) {
      const box = fonts.inkBox(piece.face, char);
      if (box.top <= box.bottom) continue;
      top = Math.min(top, -box.top * em);
      bottom = Math.max(bottom, -box.bottom * em);
    }
  }
  return bottom < top ? undefined : { top, bottom };
}
