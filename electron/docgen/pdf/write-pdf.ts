import type {
  ImageItem,
  InkColor,
  LaidOut,
  LaidOutPage,
  PageItem,
  RuleItem,
} from '../../../shared/gongwen/pages.ts';
import { redOf } from '../../../shared/gongwen/red.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { decimal, MM_TO_PT } from './numbers.ts';
import type { Pdf } from './pdfkit-internals.ts';
import { addContent, newPdf } from './pdfkit-internals.ts';
import { TextPen } from './text-pen.ts';

export interface PdfMeta {
  readonly title: string;
  /** The issuing body. */
  readonly author: string;
  /** Given by the caller, so that the same document gives the same bytes. */
  readonly createdAt: Date;
}

/**
 * Ink in the drawing colour spaces of PDF. Black is DeviceGray 0, black ink alone on any press (L-16:
 * BL 100 %). Red is the RGB of screens, office printers and our .docx; a press with the standard's
 * Y 80 % M 80 % would be given DeviceCMYK `0 .8 .8 0 k` here.
 */
interface Inks {
  readonly fill: Readonly<Record<InkColor, string>>;
  readonly stroke: Readonly<Record<InkColor, string>>;
}

function inksOf(laidOut: LaidOut): Inks {
  const red = (redOf(laidOut).match(/[\da-f]{2}/giu) ?? [])
    .map((part) => decimal(Number.parseInt(part, 16) / 255))
    .join(' ');
  return { fill: { black: '0 g', red: `${red} rg` }, stroke: { black: '0 G', red: `${red} RG` } };
}

/**
 * Draws laid-out pages as PDF 1.7, every glyph and rule at exactly the given place (mm), fonts embedded as
 * subsets. Rooms for seals are not drawn. Equal input gives equal bytes.
 */
export async function writePdf(laidOut: LaidOut, fonts: FontSet, meta: PdfMeta): Promise<Uint8Array> {
  const [first] = laidOut.pages;
  const pdf = newPdf({
    size: paper(first ?? { width: 210, height: 297 }),
    info: {
      Title: meta.title,
      Author: meta.author,
      Creator: '公文台',
      Producer: '公文台 (pdfkit)',
      CreationDate: meta.createdAt,
      ModDate: meta.createdAt,
    },
    lang: 'zh-CN',
  });
  const bytes = collect(pdf);
  const pen = new TextPen(pdf, fonts);
  const inks = inksOf(laidOut);
  for (const page of laidOut.pages) drawPage(pdf, page, pen, inks);
  pdf.end();
  return bytes;
}

function paper(page: Pick<LaidOutPage, 'width' | 'height'>): [number, number] {
  return [page.width * MM_TO_PT, page.height * MM_TO_PT];
}

const isNumber = (item: PageItem): boolean => item.element === 'pageNumber';

function drawPage(pdf: Pdf, page: LaidOutPage, pen: TextPen, inks: Inks): void {
  pdf.addPage({ size: paper(page), margin: 0 });
  pen.startPage();
  if (page.turned !== true) {
    drawItems(pdf, page.items, pen, inks);
    return;
  }
  // 横排表格: drawn on a paper lying on its side, turned counter-clockwise onto this one
  addContent(pdf, `q 0 -1 1 0 0 ${pt(page.height)} cm`);
  drawItems(
    pdf,
    page.items.filter((item) => !isNumber(item)),
    pen,
    inks,
  );
  addContent(pdf, 'Q');
  pen.startPage();
  drawItems(pdf, page.items.filter(isNumber), pen, inks);
}

function drawItems(pdf: Pdf, items: readonly PageItem[], pen: TextPen, inks: Inks): void {
  for (const item of items) {
    if (item.kind === 'text') pen.draw(item, inks.fill[item.color]);
    else if (item.kind === 'rule') drawRule(pdf, item, inks);
    else if (item.kind === 'image') drawImage(pdf, item);
  }
}

const pt = (mm: number): string => decimal(mm * MM_TO_PT);

function drawRule(pdf: Pdf, { x1, y1, x2, y2, thickness, color }: RuleItem, inks: Inks): void {
  addContent(pdf, `${inks.stroke[color]} ${pt(thickness)} w ${pt(x1)} ${pt(y1)} m ${pt(x2)} ${pt(y2)} l S`);
}

function drawImage(pdf: Pdf, { file, x, y, width, height }: ImageItem): void {
  const box = { width: width * MM_TO_PT, height: height * MM_TO_PT };
  try {
    pdf.image(file, x * MM_TO_PT, y * MM_TO_PT, box);
  } catch (error) {
    throw new Error(`图片无法放入 PDF：${file}。请换用 PNG 或 JPEG 图片。`, { cause: error });
  }
}

async function collect(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => {
      // Not Buffer.concat: a pooled buffer could not be handed over to another thread.
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
    pdf.on('error', reject);
  });
}
