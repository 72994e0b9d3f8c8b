import type { Gongwen } from '../../../shared/gongwen/model.ts';
import type { FaceId, FaceInfo, LaidOut } from '../../../shared/gongwen/pages.ts';
import { layoutAttachment, layoutEnclosure } from './attached.ts';
import { createMeasure } from './cells.ts';
import type { Context, ImageSize } from './context.ts';
import type { FontMetrics } from './font-metrics.ts';
import { finishPages } from './finish.ts';
import { layoutMain } from './main-part.ts';
import type { PageDraft } from './page.ts';

export interface LayoutOptions {
  /** Tells the size of an image file; the layout itself opens no files. */
  readonly imageSize?: ImageSize;
}

/**
 * Lays a document out by GB/T 9704-2012: every character, rule and seal at its place in mm. Never throws
 * for a document that passes the draft schema; what had to give way is told in `notes` (Chinese).
 */
export function layout(document: Gongwen, fonts: FontMetrics, options: LayoutOptions = {}): LaidOut {
  const context: Context = {
    document,
    fonts,
    measure: createMeasure(fonts),
    imageSize: options.imageSize ?? (() => undefined),
    notes: [],
  };
  const main = layoutMain(context);
  const bound: PageDraft[] = [...main.pages];
  document.enclosures.forEach((enclosure, index) =>
    bound.push(...layoutEnclosure(context, enclosure, index)),
  );
  const separate: PageDraft[][] = [];
  document.attachments.forEach((attachment, index) => {
    if (attachment.body.length === 0) return;
    const pages = layoutAttachment(context, attachment, index);
    if (attachment.separate) separate.push(pages);
    else bound.push(...pages);
  });
  const pages = finishPages(context, bound, separate, main.addresseesMoved);
  const faces: Record<FaceId, FaceInfo> = {};
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind === 'text') faces[item.face] ??= fonts.info(item.face);
    }
  }
  const redHex = document.issuerMark?.color;
  return { pages, faces, notes: context.notes, ...(redHex === undefined ? {} : { redHex }) };
}
