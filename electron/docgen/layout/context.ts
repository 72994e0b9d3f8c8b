import type { Gongwen } from '../../../shared/gongwen/model.ts';
import type { LayoutNote } from '../../../shared/gongwen/pages.ts';
import type { Measure } from './cells.ts';
import type { FontMetrics } from './font-metrics.ts';

/** Width and height of an image file in any unit; undefined when it cannot be read. */
export type ImageSize = (file: string) => { readonly width: number; readonly height: number } | undefined;

/** What every part of the layout needs. */
export interface Context {
  readonly document: Gongwen;
  readonly fonts: FontMetrics;
  readonly measure: Measure;
  readonly imageSize: ImageSize;
  readonly notes: LayoutNote[];
}

/** Records something a person should know; the same note is kept once. */
export function note(context: Context, code: string, message: string, path: string): void {
  if (context.notes.some((known) => known.code === code && known.path === path)) return;
  context.notes.push({ code, message, path });
}
