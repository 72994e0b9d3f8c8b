import { toAtoms } from './atoms.ts';
import type { Context } from './context.ts';
import { AREA_RIGHT, CELL, SIZE_3 } from './geometry.ts';
import { fittedLine, lineWidth, setLine } from './set-line.ts';
import type { SetLine } from './set-line.ts';

const LABEL = '签发人：';
/** Names up to this many cells are spread to the width of the longest (two characters under three). */
const SPREAD_UP_TO = 4;
/** Cells a name is given at least, however long the number is. */
const LEAST_NAME = 4;

/**
 * 签发人 (7.2.6): the label in 仿宋, names in 楷体, at most two on a line, the last one ending one cell
 * before the right edge; further lines start under the first name. Falls back to one name a line when
 * two would run into the document number, which ends at x = `numberRight`.
 * @returns the pieces of each line, from the first to the last.
 */
export function layoutSignatories(context: Context, numberRight: number): SetLine[][] {
  const names = context.document.signatories.map((signatory, index) => ({
    atoms: toAtoms(
      [{ text: signatory.name, role: 'kai', element: 'signatories', path: `signatories.${index}.name` }],
      SIZE_3,
      context.measure,
    ),
  }));
  const right = AREA_RIGHT - CELL;
  const labelWidth = LABEL.length * CELL;
  const room = right - labelWidth - Math.min(numberRight + CELL, right - LEAST_NAME * CELL - labelWidth);
  const widest = Math.min(room, Math.max(CELL, ...names.map((name) => lineWidth(name.atoms))));
  const label = toAtoms(
    [{ text: LABEL, role: 'fangsong', element: 'signatories', path: 'signatories' }],
    SIZE_3,
    context.measure,
  );
  let perLine = Math.min(2, names.length);
  const startOf = (columns: number): number => right - columns * widest - (columns - 1) * CELL;
  if (perLine === 2 && startOf(2) - labelWidth < numberRight + CELL) perLine = 1;
  const start = startOf(perLine);
  const spread = widest <= SPREAD_UP_TO * CELL;

  const rows: SetLine[][] = [];
  names.forEach(({ atoms }, index) => {
    const row = Math.floor(index / perLine);
    const line = (rows[row] ??= []);
    if (index === 0) {
      line.push(setLine(label, 0, LABEL.length - 1, { left: start - labelWidth, sizePt: SIZE_3 }));
    }
    const left = start + (index % perLine) * (widest + CELL);
    const spreadOut = spread && atoms.cells.length > 1;
    line.push(
      spreadOut
        ? setLine(atoms, 0, atoms.cells.length - 1, { left, sizePt: SIZE_3, measure: widest })
        : fittedLine(atoms, left, widest, SIZE_3),
    );
  });
  return rows;
}
