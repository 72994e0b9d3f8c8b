import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Puts the parser into this thread: pdf.js would otherwise look for a file beside itself.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** pdf.js's tables beside the bundle in the program (vite.config.ts copies them), in node_modules when sources run. */
function dataFolder(name: 'cmaps' | 'standard_fonts' | 'wasm'): string {
  const here = fileURLToPath(import.meta.url);
  const shipped = path.join(path.dirname(here), '..', 'renderer', 'pdfjs', name);
  const folder = existsSync(shipped)
    ? shipped
    : path.join(path.dirname(createRequire(here).resolve('pdfjs-dist/package.json')), name);
  return `${folder}/`;
}

/** Opens a PDF in this thread. @throws PasswordException and others of pdf.js */
export async function withPdf<T>(
  bytes: Uint8Array,
  work: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const task = getDocument({
    // pdf.js takes the buffer for itself.
    data: new Uint8Array(bytes),
    cMapUrl: dataFolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: dataFolder('standard_fonts'),
    wasmUrl: dataFolder('wasm'),
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await work(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** Pages beyond are not read: nobody searches a paper of that length by its words. */
const MOST_PAGES = 2000;

/** Text of a PDF, page by page, in the order it is drawn. */
export function pdfPages(bytes: Uint8Array): Promise<string[]> {
  return withPdf(bytes, async (document) => {
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      page.cleanup();
    }
    return pages;
  });
}
