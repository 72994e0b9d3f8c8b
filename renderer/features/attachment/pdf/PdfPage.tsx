import { useEffect, useRef } from 'react';
import { TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
  /** px on screen. */
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly turn: number;
}

/** A canvas of more pixels than this is drawn coarser: a page enlarged sixfold would take half a gigabyte. */
const MOST_PIXELS = 16_000_000;

/** One page with its words over it, to be selected and copied. */
export function PdfPage({ document, number, width, height, top, turn }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const drawing = draw(document, { number, width, turn }, canvas.current, words.current);
    return () => drawing.stop();
  }, [document, number, width, turn]);
  return (
    <div className="gwt-pdf-page" style={{ width, height, top }} data-page={number}>
      <canvas ref={canvas} aria-label={`第 ${number} 页`} />
      <div ref={words} className="gwt-pdf-words" />
    </div>
  );
}

interface PageView {
  readonly number: number;
  readonly width: number;
  readonly turn: number;
}

function draw(
  document: PDFDocumentProxy,
  { number, width, turn }: PageView,
  canvas: HTMLCanvasElement | null,
  words: HTMLDivElement | null,
): { readonly stop: () => void } {
  let stopped = false;
  let stopDrawing: (() => void) | undefined;
  const run = async (): Promise<void> => {
    const page = await document.getPage(number);
    if (stopped || canvas === null || words === null) return;
    const rotation = (page.rotate + turn) % 360;
    const natural = page.getViewport({ scale: 1, rotation });
    const onScreen = page.getViewport({ scale: width / natural.width, rotation });
    const ratio = Math.min(
      window.devicePixelRatio,
      Math.sqrt(MOST_PIXELS / (onScreen.width * onScreen.height)),
    );
    canvas.width = Math.round(onScreen.width * ratio);
    canvas.height = Math.round(onScreen.height * ratio);
    const task = page.render({
      canvas,
      viewport: onScreen,
      ...(ratio === 1 ? {} : { transform: [ratio, 0, 0, ratio, 0, 0] }),
    });
    const layer = new TextLayer({
      textContentSource: page.streamTextContent(),
      container: words,
      viewport: onScreen,
    });
    stopDrawing = () => {
      task.cancel();
      layer.cancel();
    };
    words.replaceChildren();
    words.style.setProperty('--total-scale-factor', String(onScreen.scale));
    await Promise.allSettled([task.promise, layer.render()]);
  };
  // A page that cannot be drawn stays white; its neighbours are not its concern.
  run().catch(() => undefined);
  return {
    stop: () => {
      stopped = true;
      stopDrawing?.();
    },
  };
}
