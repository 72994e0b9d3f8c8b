import type { SheetCell, SheetParagraph } from '../../../shared/domain/forms/sheet.ts';
import type { Measure } from '../layout/cells.ts';
import { paragraphLines } from '../layout/paragraph.ts';
import type { SetLine } from '../layout/set-line.ts';
import { paddingOf, shiftedLine } from '../layout/table-row.ts';
import { em, PADDING_X, PITCH, TEXT_PT } from './style.ts';

/** A line of a cell, set; it only has to be given its height on the page. */
export interface CellLine {
  readonly line: SetLine;
  /** A signature stays with the line above it. */
  readonly sticky: boolean;
}

export interface CellContent {
  readonly lines: readonly CellLine[];
  readonly foot: readonly CellLine[];
}

export interface CellPlace {
  /** mm: left edge of the cell. */
  readonly left: number;
  readonly width: number;
  readonly sizePt: number;
  readonly path: string;
}

/** White beside the text; small type and narrow columns have less. */
const paddingIn = (width: number, sizePt: number): number =>
  sizePt < TEXT_PT || width < PADDING_NARROW ? Math.min(paddingOf(width), PADDING_SMALL) : PADDING_X;
const PADDING_NARROW = 14;
const PADDING_SMALL = 1;

export const pitchOf = (sizePt: number): number => em(sizePt) * PITCH;

/** Breaks the words of a cell into lines and sets them between its edges. */
export function cellContent(measure: Measure, cell: SheetCell, place: CellPlace): CellContent {
  const setAll = (paragraphs: readonly SheetParagraph[]): CellLine[] =>
    paragraphs.flatMap((paragraph) => paragraphSet(measure, cell, paragraph, place));
  return { lines: setAll(cell.paragraphs), foot: setAll(cell.foot ?? []) };
}

function paragraphSet(
  measure: Measure,
  cell: SheetCell,
  paragraph: SheetParagraph,
  { left, width, sizePt, path }: CellPlace,
): CellLine[] {
  const text = cleanText(paragraph.text);
  if (text === '') return [];
  const padding = paddingIn(width, sizePt);
  const from = left + padding;
  // blanks behind a place to sign are room for the pen
  const pen = paragraph.kind === 'signature' ? (/\u3000*$/u.exec(paragraph.text)?.[0].length ?? 0) : 0;
  const right = left + width - padding - pen * em(sizePt);
  const indent = paragraph.indent === true ? 2 * em(sizePt) : 0;
  const role = cell.label === true ? 'hei' : 'fangsong';
  const justify = paragraph.indent === true;
  const runs = [{ text, role, element: 'table', path }] as const;
  const shape = { first: from + indent, rest: from, right, sizePt, justify, ragged: !justify };
  const sticky = paragraph.kind === 'signature';
  const alignment = cell.label === true ? 'center' : sticky ? 'right' : (cell.align ?? 'left');
  return paragraphLines({ measure }, runs, shape).map((line, index) => ({
    line: aligned(line, index === 0 ? from + indent : from, right, alignment),
    sticky,
  }));
}

function aligned(
  line: SetLine,
  left: number,
  right: number,
  alignment: 'left' | 'center' | 'right',
): SetLine {
  const free = right - left - (line.right - line.left);
  const dx = alignment === 'left' ? 0 : alignment === 'right' ? free : free / 2;
  return dx <= 0 ? line : shiftedLine(line, dx);
}

/** Every kind of line break becomes one; other characters that cannot be drawn go. */
function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replaceAll(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : ''))
    .trim();
}
