import { toAtoms } from './atoms.ts';
import type { Context } from './context.ts';
import { note } from './context.ts';
import {
  AREA_BOTTOM,
  AREA_LEFT,
  AREA_RIGHT,
  AREA_WIDTH,
  CELL,
  EM_3,
  LINE_GAP,
  LINE_PITCH,
  SIZE_3,
  TEXT_BOTTOM,
} from './geometry.ts';
import { baselineOf, putImage, putLine, putSeal } from './page.ts';
import type { PageDraft } from './page.ts';
import { paragraphLines } from './paragraph.ts';
import { lineWidth, setLine } from './set-line.ts';
import type { SetLine } from './set-line.ts';
import { annotationText, dateText } from './wording.ts';

/** 署名, 成文日期, 印章 and 附注 as one block; offsets are mm below the lower edge of the text above it. */
export interface Closing {
  /** Tops of the lines' characters, measured from the text's lower edge. */
  readonly lines: readonly { readonly line: SetLine; readonly offset: number }[];
  readonly seals: readonly {
    readonly centerX: number;
    readonly offset: number;
    readonly diameter: number;
    readonly image?: string;
  }[];
}

export const EMPTY_CLOSING: Closing = { lines: [], seals: [] };

/** Top of the n-th line (1-based) under the text, without empty lines. */
export const lineOffset = (line: number): number => LINE_GAP + (line - 1) * LINE_PITCH;

/** A seal may reach below the type area, which binds text only (5.2.1), but stays off the page number. */
const SEAL_LIMIT = AREA_BOTTOM + 4;

/** True when the block has its room under text that ends at y = `textBottom`. */
export function closingFits(closing: Closing, textBottom: number): boolean {
  return (
    closing.lines.every(({ offset }) => textBottom + offset + EM_3 <= TEXT_BOTTOM + 0.02) &&
    closing.seals.every(({ offset, diameter }) => textBottom + offset + diameter / 2 <= SEAL_LIMIT + 0.02)
  );
}

export function drawClosing(closing: Closing, page: PageDraft, textBottom: number): void {
  for (const { line, offset } of closing.lines) {
    putLine(page, line, baselineOf(textBottom + offset, SIZE_3));
    page.textBottom = Math.max(page.textBottom, textBottom + offset + EM_3);
  }
  closing.seals.forEach(({ centerX, offset, diameter, image }, index) => {
    const centerY = textBottom + offset;
    const path = `seals.${index}`;
    page.textBottom = Math.max(page.textBottom, centerY + diameter / 2);
    if (image === undefined) {
      putSeal(page, { element: 'seal', path, centerX, centerY, diameter });
      return;
    }
    const box = { x: centerX - diameter / 2, y: centerY - diameter / 2, width: diameter, height: diameter };
    putImage(page, { element: 'seal', path, file: image, ...box });
  });
}

/** Where the seal's centre stands above the middle of 署名 and 日期, in parts of its radius (7.3.5.1: 中心偏下). */
const SEAL_RAISE = { least: 0.1, best: 0.25, most: 0.4 };
/** `compact` raises the seal as far as it may, for a page with little room. */
export type SealFit = 'best' | 'compact';

export interface SealPlace {
  /** Empty lines between the text and 署名. */
  readonly blanks: number;
  /** Seal's centre below the text's lower edge, mm. */
  readonly center: number;
}

/**
 * Finds the room of a seal: the fewest empty lines under the text with which the seal's upper edge stays
 * within one line of it while the seal presses 署名 and 日期, these a little below its centre (7.3.5.1).
 * @param signatureLines number of lines of 署名.
 */
export function sealPlace(diameter: number, signatureLines: number, fit: SealFit = 'best'): SealPlace {
  const radius = diameter / 2;
  for (let blanks = 1; blanks < 12; blanks += 1) {
    const first = lineOffset(blanks + 1);
    const middle = first + (signatureLines * LINE_PITCH + EM_3) / 2;
    const highest = middle - SEAL_RAISE.most * radius;
    const lowest = middle - SEAL_RAISE.least * radius;
    const best = middle - (fit === 'best' ? SEAL_RAISE.best : SEAL_RAISE.most) * radius;
    // upper edge between 1 mm and one line below the text
    const from = Math.max(highest, radius + 1);
    const to = Math.min(lowest, radius + LINE_PITCH - 0.5);
    if (from <= to) return { blanks, center: Math.min(Math.max(best, from), to) };
  }
  return { blanks: 2, center: radius + 1 };
}

/** 署名 in lines not wider than the type area. */
export function signatureLines(
  context: Context,
  name: string,
  path: string,
): { text: string; width: number }[] {
  const element = 'issuerSignature';
  const atoms = toAtoms([{ text: name, role: 'fangsong', element, path }], SIZE_3, context.measure);
  const width = lineWidth(atoms);
  if (width <= AREA_WIDTH) return [{ text: name, width }];
  const chars = Array.from(name);
  const half = Math.ceil(chars.length / 2);
  return [
    ...signatureLines(context, chars.slice(0, half).join(''), path),
    ...signatureLines(context, chars.slice(half).join(''), path),
  ];
}

export const textLine = (
  context: Context,
  text: string,
  element: 'issuerSignature' | 'issuedOn',
  path: string,
  left: number,
): SetLine => {
  const atoms = toAtoms([{ text, role: 'fangsong', element, path }], SIZE_3, context.measure);
  return setLine(atoms, 0, atoms.cells.length - 1, { left, sizePt: SIZE_3 });
};

const widthOf = (context: Context, text: string): number =>
  lineWidth(
    toAtoms([{ text, role: 'fangsong', element: 'issuedOn', path: 'issuedOn' }], SIZE_3, context.measure),
  );

/** Width kept for a date that is not known yet. */
const DATE_SAMPLE = '2026年12月31日';

/** 加盖印章, one issuer (7.3.5.1). */
function sealedClosing(context: Context, fit: SealFit): Closing {
  const { document } = context;
  const date = document.issuedOn === undefined ? '' : dateText(document.issuedOn);
  const dateWidth = widthOf(context, date === '' ? DATE_SAMPLE : date);
  const names = signatureLines(context, document.issuers[0] ?? '', 'issuers.0');
  const widest = Math.max(...names.map((name) => name.width));
  // 日期右空四字，署名以日期为准居中; a long 署名 stays inside the type area and takes the date along
  let center = AREA_RIGHT - 4 * CELL - dateWidth / 2;
  if (center + widest / 2 > AREA_RIGHT) {
    center = AREA_RIGHT - widest / 2;
    note(context, 'signature-long', '署名较长，成文日期随署名左移居中。', 'issuers.0');
  }
  const seal = document.seals[0];
  const diameter = seal?.diameter ?? 42;
  const place = sealPlace(diameter, names.length, fit);
  const lines = names.map((name, index) => ({
    line: textLine(context, name.text, 'issuerSignature', 'issuers.0', center - name.width / 2),
    offset: lineOffset(place.blanks + 1 + index),
  }));
  if (date !== '') {
    lines.push({
      line: textLine(context, date, 'issuedOn', 'issuedOn', center - dateWidth / 2),
      offset: lineOffset(place.blanks + 1 + names.length),
    });
  }
  const image = seal?.image === undefined ? {} : { image: seal.image };
  return { lines, seals: [{ centerX: center, offset: place.center, diameter, ...image }] };
}

/** 不加盖印章, one issuer (7.3.5.2): the date starts two cells to the right of 署名. */
function unsealedClosing(context: Context): Closing {
  const { document } = context;
  const date = document.issuedOn === undefined ? '' : dateText(document.issuedOn);
  const dateWidth = widthOf(context, date === '' ? DATE_SAMPLE : date);
  const names = signatureLines(context, document.issuers[0] ?? '', 'issuers.0');
  const widest = Math.max(...names.map((name) => name.width));
  const longDate = dateWidth > widest;
  const dateLeft = longDate ? AREA_RIGHT - 2 * CELL - dateWidth : AREA_RIGHT - widest;
  const nameLeft = Math.max(AREA_LEFT, longDate ? dateLeft - 2 * CELL : AREA_RIGHT - 2 * CELL - widest);
  const lines = names.map((name, index) => ({
    line: textLine(context, name.text, 'issuerSignature', 'issuers.0', nameLeft),
    offset: lineOffset(2 + index),
  }));
  if (date !== '') {
    lines.push({
      line: textLine(context, date, 'issuedOn', 'issuedOn', Math.max(AREA_LEFT, dateLeft)),
      offset: lineOffset(2 + names.length),
    });
  }
  return { lines, seals: [] };
}

/** 附注 on the line after the date, two cells in (7.3.6). */
function withAnnotation(context: Context, closing: Closing): Closing {
  const { annotation } = context.document;
  if (annotation === undefined || annotation === '') return closing;
  const last = Math.max(0, ...closing.lines.map(({ offset }) => offset));
  const run = {
    text: annotationText(annotation),
    role: 'fangsong',
    element: 'annotation',
    path: 'annotation',
  } as const;
  const set = paragraphLines(context, [run], { first: AREA_LEFT + 2 * CELL, rest: AREA_LEFT });
  const lines = set.map((line, index) => ({
    line,
    offset: (last === 0 ? LINE_GAP : last + LINE_PITCH) + index * LINE_PITCH,
  }));
  return { ...closing, lines: [...closing.lines, ...lines] };
}

/** The block at the end of the text for the document's way of sealing. */
export function closingOf(context: Context, fit: SealFit = 'best'): Closing {
  const base = context.document.sealing === 'none' ? unsealedClosing(context) : sealedClosing(context, fit);
  return withAnnotation(context, base);
}
