import { createHash } from 'node:crypto';
import type { Font } from 'fontkit';
import PdfKit from 'pdfkit';
import type { Bookmark } from './bookmarks.ts';
import { lightenSubset } from './light-subset.ts';
import { toUnicode } from './to-unicode.ts';

/**
 * The few inner parts of pdfkit 0.20.2 that exact placing needs, typed in one place. The version is
 * pinned; test/docgen/write-pdf.test.ts fails when an update changes any of them.
 */

/** pdfkit's `EmbeddedFont`: the subset that grows while pages are drawn. */
export interface EmbeddedFont {
  readonly id: string;
  readonly subset: { readonly glyphs: number[]; readonly mapping: Record<number, number> };
  /** Advance by subset glyph, thousandths of an em. */
  readonly widths: number[];
  /** ToUnicode entries by subset glyph. */
  readonly unicode: number[][];
  /** Thousandths of an em in one font unit. */
  readonly scale: number;
  readonly ref: () => object;
  /** Called when the font is embedded; answers the finished ToUnicode stream. */
  toUnicodeCmap: () => object;
}

export interface PdfOptions {
  readonly size: readonly [number, number];
  /** Entries of the Info dictionary; the XMP packet says the same. */
  readonly info: Readonly<Record<string, string | Date>>;
  readonly lang: string;
  /**
   * Written by the rules of PDF/A-2b (ISO 19005-2): pdfaid in the XMP packet, sRGB as output intent. The
   * standard's validator (veraPDF) is not part of the tests; test/docgen/archive.test.ts checks what it can.
   */
  readonly archival: boolean;
}

interface Internals {
  readonly _font: EmbeddedFont;
  readonly page: { readonly fonts: Record<string, object> };
  readonly addContent: (operators: string) => void;
  /** Public in pdfkit, missing in its types. */
  readonly openImage: (file: string) => { width: number; height: number; orientation?: number };
  readonly ref: (data?: object) => { readonly end: (data: string) => void };
  readonly appendXML: (xml: string) => void;
  readonly info: Record<string, string | Date>;
  readonly _root: { readonly data: Record<string, unknown> };
  readonly outline: OutlineItem;
  readonly push: (chunk: Uint8Array | null) => boolean;
  _id: Uint8Array;
  _addInfo: () => void;
  _finalize: () => void;
}

interface OutlineItem {
  readonly addItem: (
    title: string,
    options: { readonly pageNumber: number; readonly top: number; readonly left: number },
  ) => OutlineItem;
}

export type Pdf = PDFKit.PDFDocument;

const internals = (pdf: Pdf): Internals => pdf as unknown as Internals;

/** A document without pages and without the default Helvetica (whose metrics would have to be bundled). */
export function newPdf({ size, info, lang, archival }: PdfOptions): Pdf {
  const options = {
    size,
    // pdfkit needs a date to begin with.
    info: { CreationDate: new Date(0), ...info },
    lang,
    margin: 0,
    font: null,
    autoFirstPage: false,
    displayTitle: true,
    tagged: true,
    pdfVersion: '1.7',
    ...(archival ? { subset: 'PDF/A-2b' } : {}),
  };
  const pdf = new PdfKit(options as unknown as PDFKit.PDFDocumentOptions);
  const inner = internals(pdf);
  if (!('CreationDate' in info)) delete inner.info['CreationDate'];
  // pdfkit puts title and author into the XMP packet without escaping them.
  inner['_addInfo'] = () => inner.appendXML(xmp(info));
  identifyByContent(pdf);
  return pdf;
}

/** The file identifier (ISO 32000-1, 14.4) is a digest of all that was written before it. */
function identifyByContent(pdf: Pdf): void {
  const inner = internals(pdf) as { -readonly [K in keyof Internals]: Internals[K] };
  const digest = createHash('sha256');
  const push = inner.push.bind(pdf);
  inner.push = (chunk) => {
    if (chunk) digest.update(chunk);
    return push(chunk);
  };
  const finalize = inner['_finalize'].bind(pdf);
  inner['_finalize'] = () => {
    inner.push = push;
    inner['_id'] = new Uint8Array(digest.digest().subarray(0, 16));
    finalize();
  };
}

/** Starts embedding a parsed font; pdfkit 0.20 takes the fontkit object, which spares a second parse. */
export function embedFont(pdf: Pdf, font: Font): EmbeddedFont {
  pdf.font(font as unknown as PDFKit.Mixins.PDFFontSource);
  const embedded = internals(pdf)['_font'];
  lightenSubset(embedded.subset);
  // pdfkit states the width of .notdef in font units, all others in thousandths of an em.
  embedded.widths[0] = (embedded.widths[0] ?? 0) * embedded.scale;
  embedded.toUnicodeCmap = () => {
    const stream = internals(pdf).ref();
    stream.end(toUnicode(embedded.unicode));
    return stream;
  };
  return embedded;
}

/** Names the font in the resources of the current page. */
export function useFontOnPage(pdf: Pdf, font: EmbeddedFont): void {
  internals(pdf).page.fonts[font.id] = font.ref();
}

/** Writes content stream operators; pdfkit has turned the page so that y runs downwards, in pt. */
export function addContent(pdf: Pdf, operators: string): void {
  internals(pdf).addContent(operators);
}

/** Adds bookmarks; a viewer shows them when asked, the page is what a reader wants to see first. */
export function addBookmarks(pdf: Pdf, bookmarks: readonly Bookmark[]): void {
  internals(pdf)['_root'].data['PageMode'] = 'UseNone';
  const add = (parent: OutlineItem, items: readonly Bookmark[]): void => {
    for (const { title, page, top, children } of items) {
      // pdfkit measures `left` from the paper's right edge.
      add(parent.addItem(title, { pageNumber: page, top, left: PAPER_WIDTH }), children);
    }
  };
  add(internals(pdf).outline, bookmarks);
}

/** A4, pt; more than the paper's width would be a place left of it. */
const PAPER_WIDTH = (210 * 72) / 25.4;

export interface OpenedImage {
  readonly width: number;
  readonly height: number;
  /** The EXIF tag of a JPEG. */
  readonly orientation?: number;
  /** Of a JPEG; a PNG has none here. */
  readonly colorSpace?: string;
}

/** What a PNG or JPEG says of itself. Throws when the file is neither. */
export function openImage(pdf: Pdf, file: string): OpenedImage {
  return internals(pdf).openImage(file);
}

function xmp(info: PdfOptions['info']): string {
  const date = info['CreationDate'];
  const day = date instanceof Date ? `${date.toISOString().slice(0, 19)}Z` : '';
  const wrapped = (key: string, open: string, close: string): string => {
    const value = info[key];
    return typeof value === 'string' && value !== '' ? `${open}${escapeXml(value)}${close}\n` : '';
  };
  return (
    `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">\n` +
    (day === '' ? '' : `<xmp:CreateDate>${day}</xmp:CreateDate>\n<xmp:ModifyDate>${day}</xmp:ModifyDate>\n`) +
    wrapped('Creator', '<xmp:CreatorTool>', '</xmp:CreatorTool>') +
    wrapped('Title', '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">', '</rdf:li></rdf:Alt></dc:title>') +
    wrapped('Author', '<dc:creator><rdf:Seq><rdf:li>', '</rdf:li></rdf:Seq></dc:creator>') +
    `<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>\n` +
    wrapped('Producer', '<pdf:Producer>', '</pdf:Producer>') +
    `</rdf:Description>`
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What a merged cell of a table takes (ISO 32000-1, 14.8.5.7); before the element is written. */
export function addSpan(
  element: PDFKit.PDFStructureElement,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): void {
  // the attributes of a new element are an open dictionary, missing in the types
  const { data } = (element as unknown as StructureElement).dictionary;
  data.A = {
    ...data.A,
    O: 'Table',
    ...(rows > 1 ? { RowSpan: rows } : {}),
    ...(columns > 1 ? { ColSpan: columns } : {}),
  };
}

interface StructureElement {
  readonly dictionary: { readonly data: { A?: Readonly<Record<string, unknown>> } };
}
