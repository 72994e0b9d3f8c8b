import type { Font } from 'fontkit';
import PdfKit from 'pdfkit';
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
  readonly info: Readonly<Record<string, string | Date>>;
  readonly lang: string;
}

interface Internals {
  readonly _font: EmbeddedFont;
  readonly page: { readonly fonts: Record<string, object> };
  readonly addContent: (operators: string) => void;
  /** Public in pdfkit, missing in its types. */
  readonly openImage: (file: string) => { width: number; height: number; orientation?: number };
  readonly ref: (data?: object) => { readonly end: (data: string) => void };
  readonly appendXML: (xml: string) => void;
  _addInfo: () => void;
}

export type Pdf = PDFKit.PDFDocument;

const internals = (pdf: Pdf): Internals => pdf as unknown as Internals;

/** A document without pages and without the default Helvetica (whose metrics would have to be bundled). */
export function newPdf({ size, info, lang }: PdfOptions): Pdf {
  const options = { size, info, lang, margin: 0, font: null, autoFirstPage: false, displayTitle: true };
  const pdf = new PdfKit({ ...options, pdfVersion: '1.7' } as unknown as PDFKit.PDFDocumentOptions);
  // pdfkit puts title and author into the XMP packet without escaping them.
  internals(pdf)['_addInfo'] = () => internals(pdf).appendXML(xmp(info));
  return pdf;
}

/** Starts embedding a parsed font; pdfkit 0.20 takes the fontkit object, which spares a second parse. */
export function embedFont(pdf: Pdf, font: Font): EmbeddedFont {
  pdf.font(font as unknown as PDFKit.Mixins.PDFFontSource);
  const embedded = internals(pdf)['_font'];
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

/** Size in pixels of a PNG or JPEG; `orientation` is the EXIF tag. Throws when it is neither. */
export function openImage(
  pdf: Pdf,
  file: string,
): { readonly width: number; readonly height: number; readonly orientation?: number } {
  return internals(pdf).openImage(file);
}

function xmp(info: PdfOptions['info']): string {
  const text = (key: string): string => escapeXml(String(info[key] ?? ''));
  const date = info['CreationDate'];
  const created = date instanceof Date ? `${date.toISOString().slice(0, 19)}Z` : '';
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreateDate>${created}</xmp:CreateDate><xmp:CreatorTool>${text('Creator')}</xmp:CreatorTool>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${text('Title')}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${text('Author')}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${text('Producer')}</pdf:Producer>
</rdf:Description>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
