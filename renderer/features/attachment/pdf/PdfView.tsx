import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ScrollFrame } from '../ScrollFrame.tsx';
import { useFrameSize } from '../use-frame-size.ts';
import { shownWidth } from '../view-box.ts';
import type { ViewBox } from '../view-box.ts';
import { openPdf } from './open-pdf.ts';
import { PdfPage } from './PdfPage.tsx';

interface PdfViewProps {
  readonly url: string;
  readonly name: string;
  readonly box: ViewBox;
  readonly takeFocus: boolean;
  readonly onPages: (count: number) => void;
  /** The page in view, after scrolling. */
  readonly onPage: (page: number) => void;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** px between two pages. */
const GAP = 12;

/** A PDF as one long strip; only pages in view are drawn. */
export function PdfView({ url, name, box, takeFocus, onPages, onPage }: PdfViewProps) {
  const outer = useRef<HTMLDivElement>(null);
  const frame = useFrameSize(outer);
  const [document, setDocument] = useState<PDFDocumentProxy | null>(null);
  /** Size of the first page, points; taken for all until they are drawn. */
  const [first, setFirst] = useState<Sheet | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [top, setTop] = useState(0);

  const opened = useEffectEvent((count: number) => onPages(count));
  useEffect(() => {
    let current = true;
    const { document: opening, close } = openPdf(url);
    const run = async (): Promise<void> => {
      const pdf = await opening;
      const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (!current) return;
      setFirst({ width, height });
      setDocument(pdf);
      opened(pdf.numPages);
    };
    run().catch((error: unknown) => {
      if (current) setFault(faultOf(error));
    });
    return () => {
      current = false;
      close();
    };
  }, [url]);

  const sideways = box.turn % 180 !== 0;
  const sheet: Sheet =
    first === null
      ? { width: 595, height: 842 }
      : sideways
        ? { width: first.height, height: first.width }
        : first;
  const width = Math.round(shownWidth(box, sheet, { width: frame.width - 2, height: frame.height - GAP }));
  const height = Math.round((width * sheet.height) / sheet.width);
  const pitch = height + GAP;

  // A page asked for by key or button is scrolled to; one reached by scrolling is there already.
  const shown = useRef(1);
  const scrollTo = useEffectEvent((page: number) => {
    if (shown.current === page) return;
    shown.current = page;
    outer.current?.scrollTo({ top: (page - 1) * pitch });
  });
  useEffect(() => scrollTo(box.page), [box.page]);
  // After a change of size the same page stays in view.
  useEffect(() => outer.current?.scrollTo({ top: (shown.current - 1) * pitch }), [pitch]);

  if (fault !== null) return <p role="alert">{fault}</p>;
  const count = document?.numPages ?? 0;
  const from = Math.max(Math.floor((top - frame.height) / pitch), 0);
  const to = Math.min(Math.ceil((top + 2 * frame.height) / pitch), count);
  return (
    <ScrollFrame
      frame={outer}
      label={`“${name}”的内容`}
      takeFocus={takeFocus}
      onScroll={({ currentTarget }) => {
        setTop(currentTarget.scrollTop);
        const page = Math.min(
          Math.floor((currentTarget.scrollTop + frame.height / 3) / pitch) + 1,
          Math.max(count, 1),
        );
        if (page !== shown.current) {
          shown.current = page;
          onPage(page);
        }
      }}
    >
      <div className="gwt-pdf-strip" style={{ width, height: Math.max(count * pitch - GAP, 0) }}>
        {document === null
          ? null
          : Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index + 1).map((number) => (
              <PdfPage
                key={number}
                document={document}
                number={number}
                width={width}
                height={height}
                top={(number - 1) * pitch}
                turn={box.turn}
              />
            ))}
      </div>
    </ScrollFrame>
  );
}

function faultOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return '这个 PDF 有打开密码，请用程序打开查看。';
  return '这个 PDF 读不出来，可能已损坏。可用程序打开试试，或向来文单位重新索取。';
}
