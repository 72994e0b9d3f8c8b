import { formatChineseDate } from '../../../shared/gongwen/chinese-date.ts';
import { toAtoms } from './atoms.ts';
import type { Atoms } from './atoms.ts';
import type { Context } from './context.ts';
import { AREA_RIGHT, AREA_WIDTH, LINE_GAP, LINE_PITCH, SIZE_3 } from './geometry.ts';
import { fittedLine, lineWidth } from './set-line.ts';
import type { SetLine } from './set-line.ts';

/** A line of the closing block; `offset` is the top of its characters below the text above, mm. */
export interface ClosingLine {
  readonly parts: readonly SetLine[];
  readonly offset: number;
}

/** Room of a seal or 签名章 (filled when it has an image); `offset` is its top below the text above, mm. */
export interface ClosingMark {
  readonly left: number;
  readonly offset: number;
  readonly width: number;
  readonly height: number;
  readonly path: string;
  readonly image?: string;
}

/** 署名, 成文日期, 印章 and 附注 as one block under the text. */
export interface Closing {
  readonly lines: readonly ClosingLine[];
  readonly marks: readonly ClosingMark[];
}

/** Top of the n-th (1-based) line under the text, when nothing but text stands between. */
export const lineOffset = (line: number): number => LINE_GAP + (line - 1) * LINE_PITCH;

type ClosingElement = 'issuerSignature' | 'issuedOn';

export const closingAtoms = (context: Context, text: string, element: ClosingElement, path: string): Atoms =>
  toAtoms([{ text, role: 'fangsong', element, path }], SIZE_3, context.measure);

export const placed = (atoms: Atoms, left: number): SetLine =>
  fittedLine(atoms, left, AREA_RIGHT - left, SIZE_3);

/** 署名 of one issuer, in one line, or in several of at most `room` mm. */
export interface Signature {
  readonly lines: readonly SignatureLine[];
  readonly width: number;
}

interface SignatureLine {
  readonly atoms: Atoms;
  readonly width: number;
}

function splitName(context: Context, name: string, path: string, room: number): SignatureLine[] {
  const atoms = closingAtoms(context, name, 'issuerSignature', path);
  const width = lineWidth(atoms);
  const chars = Array.from(name);
  if (width <= room || chars.length < 2) return [{ atoms, width }];
  const half = Math.ceil(chars.length / 2);
  const parts = [chars.slice(0, half).join(''), chars.slice(half).join('')];
  return parts.flatMap((part) => splitName(context, part, path, room));
}

export function signatureOf(context: Context, index: number, room = AREA_WIDTH): Signature {
  const name = context.document.issuers[index] ?? '';
  const lines = splitName(context, name, `issuers.${index}`, room);
  return { lines, width: Math.max(...lines.map((line) => line.width)) };
}

/** Width kept for a date that is not known yet. */
const DATE_SAMPLE = '2026年12月31日';

/** 成文日期; without text while it is not known, its room is kept all the same. */
export interface DateLine {
  readonly atoms?: Atoms;
  readonly width: number;
}

export function dateOf(context: Context): DateLine {
  const { issuedOn } = context.document;
  const atoms = closingAtoms(
    context,
    issuedOn === undefined ? DATE_SAMPLE : formatChineseDate(issuedOn),
    'issuedOn',
    'issuedOn',
  );
  return { width: lineWidth(atoms), ...(issuedOn === undefined ? {} : { atoms }) };
}
