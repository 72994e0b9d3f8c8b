import type { PageWindow, PreviewPage } from '../../shared/features/document.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import type { LaidOut, LaidOutPage } from '../../shared/gongwen/pages.ts';
import { redOf } from '../../shared/gongwen/red.ts';
import type { FontSet } from './fonts/font-set.ts';
import type { ImageOptions } from './image/page-image.ts';
import { CHARS_PER_LINE, EM_3, LINE_PITCH, LINES_PER_PAGE } from './layout/geometry.ts';
import { layout } from './layout/layout.ts';
import { findFontNotes, findPictureNotes } from './layout-notes.ts';
import { readImageSizes } from './pdf/image-sizes.ts';
import { elementBoxes } from './svg/element-boxes.ts';
import { writeSvgPage } from './svg/write-svg.ts';

export type FileKind = 'pdf' | 'docx';

export interface Rendered {
  /** The pages, with the notes on fonts added to those of the layout. */
  readonly laidOut: LaidOut;
  /** 例：仿宋用 Noto Serif SC 代替. */
  readonly standIns: readonly string[];
  readonly files: Partial<Readonly<Record<FileKind, Uint8Array>>>;
}

/**
 * The one way from a document to its files: model, pages, bytes of the asked kinds. Equal input and fonts
 * give equal bytes; `createdAt` is written into the PDF and defaults to the 成文日期 (without one, no date is).
 */
export async function renderDocument(
  document: Gongwen,
  fonts: FontSet,
  options: { readonly kinds: readonly FileKind[]; readonly createdAt?: Date },
): Promise<Rendered> {
  const pages = await layOut(document, fonts);
  const files: Partial<Record<FileKind, Uint8Array>> = {};
  // The writers bring big libraries along, which a preview never needs.
  if (options.kinds.includes('pdf')) {
    const { writePdf } = await import('./pdf/write-pdf.ts');
    files.pdf = await writePdf(pages.laidOut, fonts, {
      title: titleOf(document, pages.laidOut),
      author: document.issuers.join('、'),
      ...dated(document, options.createdAt),
      document,
      archival: pages.archival,
    });
  }
  if (options.kinds.includes('docx')) {
    const { writeDocx } = await import('./docx/write-docx.ts');
    files.docx = await writeDocx(document, pages.laidOut, fonts);
  }
  return { laidOut: pages.laidOut, standIns: pages.standIns, files };
}

/** Pictures of all pages as printed, in order. */
export async function pageImages(
  laidOut: LaidOut,
  fonts: FontSet,
  options: Omit<ImageOptions, 'redHex'>,
): Promise<readonly Uint8Array[]> {
  const { pageImage } = await import('./image/page-image.ts');
  const images: Uint8Array[] = [];
  for (const page of laidOut.pages) {
    images.push(await pageImage(page, fonts, { ...options, redHex: redOf(laidOut) }));
  }
  return images;
}

export interface PageImage {
  readonly bytes: Uint8Array;
  /** Of the whole document. */
  readonly pages: number;
}

/**
 * Picture of one page as printed, for a list.
 * @param index 1-based
 * @throws Error (Chinese) when the document has no such page
 */
export async function documentPageImage(
  document: Gongwen,
  fonts: FontSet,
  { page: index, ...options }: Omit<ImageOptions, 'redHex'> & { readonly page: number },
): Promise<PageImage> {
  const { laidOut } = await layOut(document, fonts);
  const page = laidOut.pages[index - 1];
  if (!page) throw new Error(`这份公文没有第${index}页，共${laidOut.pages.length}页。`);
  const { pageImage } = await import('./image/page-image.ts');
  const bytes = await pageImage(page, fonts, { ...options, redHex: redOf(laidOut) });
  return { bytes, pages: laidOut.pages.length };
}

/** A 令 has no title; it goes by its 发文机关标志 and 令号. */
function titleOf({ title }: Gongwen, { pages: [first] }: LaidOut): string {
  const own = title.replaceAll('\n', '');
  if (own !== '') return own;
  const named = (first?.items ?? []).filter(
    ({ element }) => element === 'issuerMark' || element === 'documentNumber',
  );
  return named.map((item) => (item.kind === 'text' ? item.text : '')).join('');
}

function dated({ issuedOn }: Gongwen, createdAt: Date | undefined): { createdAt?: Date } {
  if (createdAt) return { createdAt };
  return issuedOn === undefined ? {} : { createdAt: new Date(issuedOn) };
}

export interface PreviewDrawn {
  readonly pages: readonly PreviewPage[];
  readonly notes: LaidOut['notes'];
  readonly standIns: readonly string[];
}

/** A document of at most so many pages is drawn whole, whatever the window: that takes no time worth sparing. */
const SHORT = 12;

/**
 * Pages as SVG with the boxes of their elements, for the editor. Of a long document only the pages in the
 * window are drawn; `laidOut` draws the others (`previewPages`).
 */
export async function previewDocument(
  document: Gongwen,
  fonts: FontSet,
  window?: PageWindow,
): Promise<PreviewDrawn & { readonly laidOut: LaidOut }> {
  const { laidOut, standIns } = await layOut(document, fonts);
  const shown = laidOut.pages.length <= SHORT ? undefined : window;
  const red = redOf(laidOut);
  const pages = laidOut.pages.map((page) => previewPage(page, fonts, isIn(shown, page) ? red : undefined));
  return { laidOut, pages, notes: laidOut.notes, standIns };
}

/** The pages in the window, drawn. */
export function previewPages(laidOut: LaidOut, fonts: FontSet, window: PageWindow): readonly PreviewPage[] {
  return laidOut.pages
    .filter((page) => isIn(window, page))
    .map((page) => previewPage(page, fonts, redOf(laidOut)));
}

function isIn(window: PageWindow | undefined, { index }: LaidOutPage): boolean {
  return window === undefined || (index >= window.from && index <= window.to);
}

/** The 28 × 22 characters of a page (5.2.3), mm. */
const GRID = { columns: CHARS_PER_LINE, rows: LINES_PER_PAGE, pitch: LINE_PITCH, height: EM_3 };

/** Without a red the page is described and not drawn. */
function previewPage(page: LaidOutPage, fonts: FontSet, redHex: string | undefined): PreviewPage {
  const { index, pageNumber, width, height, typeArea, turned } = page;
  const drawn = redHex !== undefined;
  return {
    index,
    ...(pageNumber === undefined ? {} : { pageNumber }),
    width,
    height,
    svg: drawn ? writeSvgPage(page, fonts, { redHex }) : '',
    boxes: elementBoxes(page, drawn ? fonts : undefined),
    typeArea,
    grid: turned === true ? null : GRID,
  };
}

/** Pages as SVG with exactly what is printed. */
export async function printPages(
  document: Gongwen,
  fonts: FontSet,
): Promise<readonly { readonly svg: string }[]> {
  const { laidOut } = await layOut(document, fonts);
  return laidOut.pages.map((page) => ({
    svg: writeSvgPage(page, fonts, { forPrint: true, redHex: redOf(laidOut) }),
  }));
}

async function layOut(
  document: Gongwen,
  fonts: FontSet,
): Promise<Pick<Rendered, 'laidOut' | 'standIns'> & { readonly archival: boolean }> {
  const sizes = await readImageSizes(document);
  const laidOut = layout(document, fonts, { imageSize: (file) => sizes.get(file) });
  const { notes, standIns } = findFontNotes(laidOut, fonts);
  const pictures = findPictureNotes(document, sizes);
  return {
    laidOut: { ...laidOut, notes: [...laidOut.notes, ...notes, ...pictures] },
    standIns,
    archival: pictures.length === 0,
  };
}
