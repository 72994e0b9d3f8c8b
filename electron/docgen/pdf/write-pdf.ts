import type {
  ImageItem,
  InkColor,
  LaidOut,
  LaidOutPage,
  PageItem,
  RuleItem,
} from '../../../shared/gongwen/pages.ts';
import type { Gongwen } from '../../../shared/gongwen/model.ts';
import { redOf } from '../../../shared/gongwen/red.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { bookmarksOf } from './bookmarks.ts';
import { decimal, MM_TO_PT } from './numbers.ts';
import type { Pdf } from './pdfkit-internals.ts';
import { addBookmarks, addContent, newPdf } from './pdfkit-internals.ts';
import { documentStructure } from './roles.ts';
import type { TagStructure } from './roles.ts';
import { TagWriter } from './tag-writer.ts';
import { TextPen } from './text-pen.ts';

export interface PdfMeta {
  readonly title: string;
  /** The issuing body. */
  readonly author: string;
  /** Given by the caller, so that the same document gives the same bytes; no date is written without it. */
  readonly createdAt?: Date;
  /** Tells headings from paragraphs, for the tags and the bookmarks. */
  readonly document?: Gongwen;
  /** The tags of something else than a document: a form. */
  readonly structure?: TagStructure;
  /** False for a document that PDF/A cannot hold (a picture in CMYK); true when absent. */
  readonly archival?: boolean;
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

interface Tools {
  readonly pdf: Pdf;
  readonly pen: TextPen;
  readonly tags: TagWriter;
  readonly inks: Inks;
}

/**
 * Draws laid-out pages as tagged PDF 1.7 with the settings of PDF/A-2b, every glyph and rule at exactly the
 * given place (mm), fonts embedded as subsets. Rooms for seals are not drawn. Equal input gives equal bytes.
 */
export async function writePdf(laidOut: LaidOut, fonts: FontSet, meta: PdfMeta): Promise<Uint8Array> {
  const [first] = laidOut.pages;
  const {
    title,
    author,
    createdAt,
    document,
    structure = documentStructure(document),
    archival = true,
  } = meta;
  const pdf = newPdf({
    size: paper(first ?? { width: 210, height: 297 }),
    info: {
      ...(title === '' ? {} : { Title: title }),
      ...(author === '' ? {} : { Author: author }),
      Creator: '公文台',
      Producer: '公文台 (pdfkit)',
      ...(createdAt === undefined ? {} : { CreationDate: createdAt, ModDate: createdAt }),
    },
    lang: 'zh-CN',
    archival,
  });
  const bytes = collect(pdf);
  const tags = new TagWriter(pdf, structure);
  const tools = { pdf, pen: new TextPen(pdf, fonts), tags, inks: inksOf(laidOut) };
  for (const page of laidOut.pages) drawPage(page, tools);
  tags.end();
  if (document) addBookmarks(pdf, bookmarksOf(laidOut, document));
  pdf.end();
  return bytes;
}

function paper(page: Pick<LaidOutPage, 'width' | 'height'>): [number, number] {
  return [page.width * MM_TO_PT, page.height * MM_TO_PT];
}

const isNumber = (item: PageItem): boolean => item.element === 'pageNumber';

function drawPage(page: LaidOutPage, tools: Tools): void {
  const { pdf, pen } = tools;
  pdf.addPage({ size: paper(page), margin: 0 });
  pen.startPage();
  if (page.turned !== true) {
    drawItems(page, page.items, tools);
    return;
  }
  // 横排表格: drawn on a paper lying on its side, turned counter-clockwise onto this one
  const lying = page.items.filter((item) => !isNumber(item));
  addContent(pdf, `q 0 -1 1 0 0 ${pt(page.height)} cm`);
  drawItems(page, lying, tools);
  addContent(pdf, 'Q');
  pen.startPage();
  drawItems(page, page.items.filter(isNumber), tools);
}

function drawItems(page: LaidOutPage, items: readonly PageItem[], { pdf, pen, tags, inks }: Tools): void {
  for (const item of items) {
    if (item.kind === 'seal') continue;
    tags.enter(item, page);
    if (item.kind === 'text') pen.draw(item, inks.fill[item.color]);
    else if (item.kind === 'rule') drawRule(pdf, item, inks);
    else drawImage(pdf, item);
  }
  tags.leave();
}

const pt = (mm: number): string => decimal(mm * MM_TO_PT);

function drawRule(pdf: Pdf, { x1, y1, x2, y2, thickness, color }: RuleItem, inks: Inks): void {
  addContent(pdf, `${inks.stroke[color]} ${pt(thickness)} w ${pt(x1)} ${pt(y1)} m ${pt(x2)} ${pt(y2)} l S`);
}

function drawImage(pdf: Pdf, { element, file, x, y, width, height }: ImageItem): void {
  const size: [number, number] = [width * MM_TO_PT, height * MM_TO_PT];
  // A seal is never distorted, whatever the shape of its picture; it stands in the middle of its room.
  const box =
    element === 'seal'
      ? ({ fit: size, align: 'center', valign: 'center' } as const)
      : { width: size[0], height: size[1] };
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
