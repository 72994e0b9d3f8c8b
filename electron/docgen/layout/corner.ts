import { toAtoms } from './atoms.ts';
import type { Run } from './atoms.ts';
import type { Context } from './context.ts';
import { AREA_LEFT, AREA_WIDTH, SIZE_3 } from './geometry.ts';
import { fittedLine } from './set-line.ts';
import type { SetLine } from './set-line.ts';
import { numberText } from './wording.ts';

/** One unbroken 3号 line from x = `left`, narrowed where it would pass the type area. */
export function plainLine(context: Context, runs: readonly Run[], left: number): SetLine {
  const atoms = toAtoms(runs, SIZE_3, context.measure);
  return fittedLine(atoms, left, AREA_WIDTH - Math.max(0, left - AREA_LEFT), SIZE_3);
}

/**
 * 份号、密级和保密期限、紧急程度 (7.2.1–7.2.3): flush left from the first line down. The secrecy level
 * stands on the second line even without a copy number above it, as 7.2.2 words it.
 */
export function cornerRuns(context: Context): { row: number; run: Run }[] {
  const { copyNumber, secrecy, secrecyTerm, urgency } = context.document;
  const rows: { row: number; run: Run }[] = [];
  if (copyNumber !== undefined && copyNumber !== '') {
    rows.push({
      row: 0,
      run: { text: copyNumber, role: 'fangsong', element: 'copyNumber', path: 'copyNumber' },
    });
  }
  if (secrecy !== undefined) {
    const term = secrecyTerm === undefined || secrecyTerm === '' ? '' : `★${secrecyTerm}`;
    rows.push({ row: 1, run: { text: secrecy + term, role: 'hei', element: 'secrecy', path: 'secrecy' } });
  }
  if (urgency !== undefined) {
    const row = rows.length === 0 ? 0 : (rows.at(-1)?.row ?? 0) + 1;
    rows.push({ row, run: { text: urgency, role: 'hei', element: 'urgency', path: 'urgency' } });
  }
  return rows;
}

/** 发文字号; an empty text while the document has none. */
export function numberRun(context: Context): Run {
  const { documentNumber } = context.document;
  const text = documentNumber === undefined ? '' : numberText(documentNumber);
  return { text, role: 'fangsong', element: 'documentNumber', path: 'documentNumber' };
}
