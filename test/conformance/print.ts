import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDocx } from '../../electron/docgen/docx/write-docx.ts';
import { layout } from '../../electron/docgen/layout/layout.ts';
import { writePdf } from '../../electron/docgen/pdf/write-pdf.ts';
import type { Gongwen } from '../../shared/gongwen/model.ts';
import type { LaidOut } from '../../shared/gongwen/pages.ts';
import { boundPdf } from '../docgen/bound-pages.ts';
import { measurePdf } from '../docgen/measure-pdf.ts';
import { onePixelPng } from '../docgen/one-pixel-png.ts';
import { convertToPdf } from '../docx/libre-office.ts';
import { fonts } from '../layout/support.ts';
import { Paper } from './paper.ts';
import type { PaperKind } from './paper.ts';
import { specimensWith } from './specimens.ts';
import type { SpecimenName } from './specimens.ts';

/** Ink is measured on poppler's raster; without poppler nothing of it can be said. */
export const hasRaster = (): boolean => spawnSync('pdftoppm', ['-v']).error === undefined;

export type Papers = Readonly<Record<SpecimenName, Paper>>;

/** All specimens printed by one of the two ways. */
export interface Prints {
  readonly kind: PaperKind;
  readonly papers: Papers;
}

async function pdfOf(document: Gongwen, laidOut: LaidOut): Promise<Uint8Array> {
  const author = document.issuers.join('、');
  return writePdf(laidOut, fonts, { title: document.title, author, createdAt: new Date(0) });
}

/** Lays every specimen out and prints it: as our PDF, or as our .docx through LibreOffice. */
export async function printSpecimens(kind: PaperKind): Promise<Prints> {
  const folder = mkdtempSync(join(tmpdir(), 'gongwentai-seal-'));
  try {
    const seal = join(folder, 'seal.png');
    writeFileSync(seal, onePixelPng());
    const specimens = Object.entries(specimensWith(seal)).map(([name, document]) => ({
      name,
      document,
      laidOut: layout(document, fonts, { imageSize: () => ({ width: 1, height: 1 }) }),
    }));
    const docx: Record<string, Uint8Array> = {};
    const pdfs = new Map<string, Uint8Array>();
    for (const { name, document, laidOut } of specimens) {
      if (kind === 'pdf') pdfs.set(name, await pdfOf(document, laidOut));
      else docx[name] = await writeDocx(document, laidOut, fonts, { fontNames: 'laid-out' });
    }
    const printed = kind === 'pdf' ? pdfs : await convertToPdf(docx);
    const papers: Record<string, Paper> = {};
    for (const { name, laidOut } of specimens) {
      const bytes = printed.get(name) ?? new Uint8Array();
      const source = { laidOut, bytes, docx: docx[name] };
      papers[name] = new Paper(kind, source, boundPdf(await measurePdf(bytes)));
    }
    return { kind, papers: papers as Papers };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
