import { NO_OFFSET } from '../../shared/domain/print.ts';
import type { PrintOffset } from '../../shared/domain/print.ts';
import type { PrintPage } from '../features/context.ts';

/**
 * The pages one below the other, each exactly one sheet of A4 (210 × 297 mm) without any margin of the printer's,
 * moved by `offset` mm on the paper: by a transform, since boxes snap to pixels of 0.26 mm.
 */
export function printHtml(
  pages: readonly PrintPage[],
  title: string,
  offset: PrintOffset = NO_OFFSET,
): (nonce: string) => string {
  const sheets = pages.map(({ svg }) => `<div class="sheet">${svg}</div>`).join('\n');
  return (nonce) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title.replaceAll(/[<>&]/gu, '')}</title>
<style nonce="${nonce}">
@page { size: A4 portrait; margin: 0; }
html, body { margin: 0; padding: 0; }
.sheet { width: 210mm; height: 297mm; overflow: hidden; break-after: page; break-inside: avoid; }
.sheet:last-child { break-after: auto; }
.sheet svg { display: block; width: 210mm; height: 297mm; transform: translate(${offset.x}mm, ${offset.y}mm); }
</style></head><body>
${sheets}
</body></html>`;
}
