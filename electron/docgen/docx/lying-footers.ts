import { Footer, Paragraph } from 'docx';
import { ShapeRun } from 'docx/shapes';
import type { LaidOut } from '../../../shared/gongwen/pages.ts';
import { MIRROR_SHIFT } from '../layout/geometry.ts';
import { MARGINS, PAPER, SMALL_CELL, TYPE_AREA_WIDTH } from './grid.ts';
import { numberParagraph } from './page-footers.ts';
import { numberTop } from './page-limits.ts';
import { SPACER } from './spacer.ts';
import type { FontContext } from './text-runs.ts';
import { mmToTwips } from './units.ts';

const EMU_PER_TWIP = 635;
const EMU_PER_PIXEL = 9525;
const pixels = (twips: number): number => (twips * EMU_PER_TWIP) / EMU_PER_PIXEL;

const NO_MARGINS = { top: 0, right: 0, bottom: 0, left: 0 } as const;

/**
 * 页码 of a lying paper in its portrait place (clause 8, T-04): what is the foot of the bound page is the left
 * side of the lying one, so the number stands there in a box whose text runs from top to bottom; odd ones at
 * the lower, even ones at the upper end. The box belongs to the footer, so that it comes on every page.
 */
export function lyingFooters(
  laidOut: LaidOut,
  mirrorMargins: boolean,
  context: FontContext,
): { default: Footer; even: Footer } {
  const x = PAPER.height - numberTop(laidOut) - SMALL_CELL;
  const footer = (parity: 'Odd' | 'Even', shift: number): Footer =>
    new Footer({
      children: [
        new Paragraph({
          style: SPACER,
          children: [
            new ShapeRun({
              type: 'rectangle',
              transformation: { width: pixels(SMALL_CELL), height: pixels(TYPE_AREA_WIDTH) },
              line: { width: 0, transparency: 100 },
              floating: {
                horizontalPosition: { relative: 'page', offset: x * EMU_PER_TWIP },
                verticalPosition: { relative: 'page', offset: (MARGINS.left + shift) * EMU_PER_TWIP },
                allowOverlap: true,
              },
              textOptions: { direction: 'topToBottom', margins: NO_MARGINS, verticalAlignment: 'top' },
              children: [numberParagraph(parity, laidOut, context)],
            }),
          ],
        }),
      ],
    });
  return { default: footer('Odd', 0), even: footer('Even', mirrorMargins ? mmToTwips(MIRROR_SHIFT) : 0) };
}
