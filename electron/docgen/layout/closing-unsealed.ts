import type { Closing, ClosingLine } from './closing-parts.ts';
import { dateOf, lineOffset, placed, signatureOf } from './closing-parts.ts';
import type { Context } from './context.ts';
import { AREA_LEFT, AREA_RIGHT, CELL } from './geometry.ts';

/**
 * 不加盖印章 (7.3.5.2): an empty line under the text, 署名 two cells from the right, the host first and the
 * others under it; the date starts two cells to the right of 署名. A date longer than 署名 stands two cells
 * from the right itself and 署名 moves left.
 */
export function unsealedClosing(context: Context): Closing {
  const date = dateOf(context);
  const names = context.document.issuers.map((_, index) => signatureOf(context, index));
  const widest = Math.max(0, ...names.map((name) => name.width));
  const longDate = date.width > widest;
  const wantedDate = longDate ? AREA_RIGHT - 2 * CELL - date.width : AREA_RIGHT - widest;
  const wantedName = longDate ? wantedDate - 2 * CELL : AREA_RIGHT - 2 * CELL - widest;
  const nameLeft = Math.max(AREA_LEFT, wantedName);
  // a 署名 as wide as the type area leaves no two cells on its right
  const dateLeft = Math.min(Math.max(wantedDate, nameLeft + 2 * CELL), AREA_RIGHT - date.width);
  const lines: ClosingLine[] = names
    .flatMap((name) => name.lines)
    .map(({ atoms }, index) => ({ parts: [placed(atoms, nameLeft)], offset: lineOffset(2 + index) }));
  if (date.atoms !== undefined) {
    lines.push({ parts: [placed(date.atoms, dateLeft)], offset: lineOffset(2 + lines.length) });
  }
  return { lines, marks: [] };
}
