import { getDocument, GlobalWorkerOptions, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href;

/** One worker for all PDFs: starting one takes longer than opening a page. */
let worker: PDFWorker | undefined;

const folder = (name: string) => new URL(`/pdfjs/${name}/`, window.location.href).href;

export interface OpenedPdf {
  readonly document: Promise<PDFDocumentProxy>;
  readonly close: () => void;
}

/** Opens a PDF of the office; only the parts that are shown are read. */
export function openPdf(url: string): OpenedPdf {
  worker ??= new PDFWorker();
  const task = getDocument({
    url,
    worker,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    iccUrl: folder('iccs'),
    wasmUrl: folder('wasm'),
    // The page's policy allows no WebAssembly.
    useWasm: false,
    // pdf.js knows http alone; our own scheme can be fetched from as well.
    useWorkerFetch: true,
    enableXfa: false,
    disableAutoFetch: true,
    isOffscreenCanvasSupported: true,
  });
  return { document: task.promise, close: () => void task.destroy() };
}
