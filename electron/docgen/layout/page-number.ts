import { toAtoms } from './atoms.ts';
import type { Context } from './context.ts';
import { AREA_LEFT, AREA_RIGHT, EM_4, PAGE_NUMBER_DASH_Y, SIZE_4 } from './geometry.ts';
import { putLine } from './page.ts';
import type { PageDraft } from './page.ts';
import { lineWidth, setLine } from './set-line.ts';

/**
 * 页码 (7.5): 4号 宋体 between two one-cell dashes whose ink lies 7 mm below the type area; odd pages
 * one cell from the right edge, even pages one cell from the left.
 */
export function drawPageNumber(context: Context, page: PageDraft, number: number): void {
  const run = { text: `— ${number} —`, role: 'song', element: 'pageNumber', path: 'pageNumber' } as const;
  const atoms = toAtoms([run], SIZE_4, context.measure);
  const width = lineWidth(atoms);
  const left = number % 2 === 1 ? AREA_RIGHT - EM_4 - width : AREA_LEFT + EM_4;
  const face = atoms.cells[0]?.face ?? '';
  const dash = context.fonts.inkBox(face, '—');
  const baseline = PAGE_NUMBER_DASH_Y + ((dash.top + dash.bottom) / 2) * EM_4;
  putLine(page, setLine(atoms, 0, atoms.cells.length - 1, { left, sizePt: SIZE_4, bleed: true }), baseline);
}
