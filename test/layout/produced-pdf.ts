import { layout } from '../../electron/docgen/layout/layout.ts';
import { writePdf } from '../../electron/docgen/pdf/write-pdf.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import type { LaidOut } from '../../shared/gongwen/pages.ts';
import { measurePdf } from '../docgen/measure-pdf.ts';
import type { MeasuredPage, MeasuredPdf } from '../docgen/measure-pdf.ts';
import { fonts, must } from './support.ts';

/** A document's PDF as pdf.js reads it. */
export interface Produced {
  readonly laidOut: LaidOut;
  readonly bytes: Uint8Array;
  readonly pdf: MeasuredPdf;
}

export async function produce(document: Gongwen): Promise<Produced> {
  const laidOut = layout(document, fonts);
  const bytes = await writePdf(laidOut, fonts, {
    title: document.title,
    author: document.issuers.join('、'),
    createdAt: new Date(0),
  });
  return { laidOut, bytes, pdf: await measurePdf(bytes) };
}

export const pageOf = ({ pdf }: Produced, index: number): MeasuredPage =>
  must(pdf.pages[index - 1], `page ${index}`);
