import { sealedClosing } from './closing-sealed.ts';
import type { SealFit } from './closing-sealed.ts';
import { stampedClosing } from './closing-stamped.ts';
import { unsealedClosing } from './closing-unsealed.ts';
import type { Closing } from './closing-parts.ts';
import { lineOffset } from './closing-parts.ts';
import type { Context } from './context.ts';
import { AREA_LEFT, CELL, EM_3, LINE_PITCH, SIZE_3 } from './geometry.ts';
import { baselineOf, putImage, putLines, putSeal } from './page.ts';
import type { PageDraft } from './page.ts';
import { paragraphLines } from './paragraph.ts';
import { profileOf } from './profile.ts';
import { annotationText } from './wording.ts';

/** A seal may reach below the type area, which binds text only (5.2.1), but stays off the page number. */
const SEAL_OVERHANG = 4.8;

/** True when the block has its room under text that ends at `textBottom`; text must end at `limit`, mm. */
export function closingFits(closing: Closing, textBottom: number, limit: number): boolean {
  return (
    closing.lines.every(({ offset }) => textBottom + offset + EM_3 <= limit + 0.02) &&
    closing.marks.every(({ offset, height }) => textBottom + offset + height <= limit + SEAL_OVERHANG + 0.02)
  );
}

export function drawClosing(closing: Closing, page: PageDraft, textBottom: number): void {
  for (const { parts, offset } of closing.lines) {
    putLines(page, parts, baselineOf(textBottom + offset, SIZE_3));
    page.textBottom = Math.max(page.textBottom, textBottom + offset + EM_3);
  }
  for (const { left, offset, width, height, image, path } of closing.marks) {
    const top = textBottom + offset;
    page.textBottom = Math.max(page.textBottom, top + height);
    if (image === undefined) {
      const place = { centerX: left + width / 2, centerY: top + height / 2, diameter: height };
      putSeal(page, { element: 'seal', path, ...place });
    } else {
      putImage(page, { element: 'seal', path, file: image, x: left, y: top, width, height });
    }
  }
}

/** 附注 on the line after the date, two cells in (7.3.6). */
function withAnnotation(context: Context, closing: Closing): Closing {
  const { annotation } = context.document;
  if (annotation === undefined || annotation === '') return closing;
  const last =
    closing.lines.length === 0 ? undefined : Math.max(...closing.lines.map(({ offset }) => offset));
  const text = annotationText(annotation);
  const run = { text, role: 'fangsong', element: 'annotation', path: 'annotation' } as const;
  const set = paragraphLines(context, [run], { first: AREA_LEFT + 2 * CELL, rest: AREA_LEFT });
  const first = last === undefined ? lineOffset(1) : last + LINE_PITCH;
  const lines = set.map((line, index) => ({ parts: [line], offset: first + index * LINE_PITCH }));
  return { ...closing, lines: [...closing.lines, ...lines] };
}

/** 署名, 成文日期, 印章 or 签名章 and 附注, by the document's way of sealing (7.3.5). */
export function closingOf(context: Context, fit: SealFit = 'best'): Closing {
  const { sealing } = context.document;
  if (sealing === 'stamp') return withAnnotation(context, stampedClosing(context));
  if (sealing === 'none' || !profileOf(context.document).sealedByDefault) {
    return withAnnotation(context, unsealedClosing(context));
  }
  // 附注 stands right under the date: the seal is raised so that it does not press it as well
  const raised = context.document.annotation === undefined ? fit : 'compact';
  return withAnnotation(context, sealedClosing(context, raised));
}
