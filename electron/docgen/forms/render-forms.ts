import type { FormSheet } from '../../../shared/domain/forms/sheet.ts';
import type { LaidOut, LaidOutPage } from '../../../shared/gongwen/pages.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { TagStructure } from '../pdf/roles.ts';
import { writeSvgPage } from '../svg/write-svg.ts';
import { layoutForm } from './form-pages.ts';
import { turnedUpright } from './page-parts.ts';
import { formStructure } from './structure.ts';

/** A page of a form or register as SVG; lengths in mm. */
export interface FormPage {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/** `print`: exactly what is printed, lying pages turned onto an upright sheet as printers take them. */
export type PagePurpose = 'screen' | 'print';

export function drawFormPages(
  pages: readonly LaidOutPage[],
  fonts: FontSet,
  purpose: PagePurpose,
): readonly FormPage[] {
  const forPrint = purpose === 'print';
  return pages.map((own) => {
    const page = forPrint ? turnedUpright(own) : own;
    const { index, width, height } = page;
    return { index, width, height, svg: writeSvgPage(page, fonts, { forPrint }) };
  });
}

/** All pages of a form. */
export async function formPages(
  sheet: FormSheet,
  fonts: FontSet,
  purpose: PagePurpose,
): Promise<readonly FormPage[]> {
  return drawFormPages((await laidOutForm(sheet, fonts)).pages, fonts, purpose);
}

async function laidOutForm(sheet: FormSheet, fonts: FontSet): Promise<LaidOut> {
  // the library of codes is large, and documents never need it
  const { qrSymbol } = await import('./code-modules.ts');
  return layoutForm(sheet, fonts, sheet.code === '' ? undefined : qrSymbol(sheet.code));
}

/** A form as tagged PDF with the settings of PDF/A-2b, like every document. */
export async function formPdf(sheet: FormSheet, fonts: FontSet, createdAt: Date): Promise<Uint8Array> {
  const meta = { title: sheet.officeName + sheet.name, author: sheet.officeName, createdAt };
  return pagesPdf(await laidOutForm(sheet, fonts), fonts, { ...meta, structure: formStructure(sheet) });
}

export async function pagesPdf(
  laidOut: LaidOut,
  fonts: FontSet,
  meta: {
    readonly title: string;
    readonly author: string;
    readonly createdAt: Date;
    readonly structure: TagStructure;
  },
): Promise<Uint8Array> {
  // brings a big library along, which a preview never needs
  const { writePdf } = await import('../pdf/write-pdf.ts');
  return writePdf(laidOut, fonts, meta);
}
