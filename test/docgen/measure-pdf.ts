import { readFile } from 'node:fs/promises';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { walkOperators } from './pdf-operators.ts';

/**
 * The oracle of the layout tests: what a PDF really draws, read back by pdf.js and given in mm from the
 * upper left corner of the paper. It knows nothing of our writer, so it measures LibreOffice's PDFs too.
 */

/** One shown glyph. */
export interface MeasuredChar {
  /** What text extraction gives for the glyph; usually one character. */
  readonly text: string;
  /** Left edge (glyph origin) and right end of the advance, mm. */
  readonly x: number;
  readonly right: number;
  /** mm. */
  readonly baseline: number;
  readonly sizePt: number;
  /** Horizontal scale, 1 = as designed. */
  readonly scaleX: number;
  /** `#rrggbb`. */
  readonly color: string;
  /** PostScript name with the subset tag, as embedded. */
  readonly font: string;
  /** Length of the advance in mm, along the text's own direction. */
  readonly advance: number;
  /** Counter-clockwise turn of the text in degrees: 0, 90, … */
  readonly turn: number;
}

/** The glyphs of one showing operator (`Tj`, `TJ`). */
export interface MeasuredText {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  readonly sizePt: number;
  readonly color: string;
  readonly font: string;
  readonly chars: readonly MeasuredChar[];
}

/** A straight stroke, or a filled rectangle thin enough to be one: centre line and thickness in mm. */
export interface MeasuredRule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly thickness: number;
  readonly color: string;
}

export interface MeasuredImage {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Characters on one baseline, from left to right. */
export interface MeasuredLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  readonly chars: readonly MeasuredChar[];
}

export interface MeasuredPage {
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly texts: readonly MeasuredText[];
  readonly rules: readonly MeasuredRule[];
  readonly images: readonly MeasuredImage[];
  /** Upright text by baselines (0.3 mm), top to bottom. */
  readonly lines: readonly MeasuredLine[];
  /** Text in the order it is drawn, nothing added between runs. */
  readonly text: string;
  /** Text as pdf.js gives it to a person who selects and copies: an independent second opinion. */
  readonly extracted: string;
}

export interface MeasuredFont {
  /** PostScript name without the subset tag. */
  readonly name: string;
  readonly embedded: boolean;
  readonly subset: boolean;
}

export interface MeasuredPdf {
  readonly pages: readonly MeasuredPage[];
  readonly fonts: readonly MeasuredFont[];
  /** Title, Author, Creator, Producer, CreationDate, … */
  readonly info: Readonly<Record<string, unknown>>;
  readonly lang: string | null;
  readonly text: string;
  readonly bytes: number;
}

/** Measures a PDF given as bytes or as a path. */
export async function measurePdf(source: Uint8Array | string): Promise<MeasuredPdf> {
  const bytes = typeof source === 'string' ? await readFile(source) : source;
  const task = getDocument({
    // pdf.js takes the buffer away from its owner, so it gets a copy.
    data: new Uint8Array(bytes),
    verbosity: 0,
    fontExtraProperties: true,
    useSystemFonts: false,
  });
  const pdf = await task.promise;
  const pages: MeasuredPage[] = [];
  const fonts = new Map<string, MeasuredFont>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const operators = await page.getOperatorList();
    const [left, bottom, right, top] = page.view as [number, number, number, number];
    const fontInfo = (id: string): FontObject => page.commonObjs.get(id) as FontObject;
    const drawn = walkOperators(operators, { left, top }, (id) => fontInfo(id).name);
    for (const [index, fn] of operators.fnArray.entries()) {
      if (fn !== OPS.setFont) continue;
      const info = fontInfo((operators.argsArray[index] as [string])[0]);
      fonts.set(info.name, describeFont(info));
    }
    const content = await page.getTextContent({ disableNormalization: true });
    pages.push({
      index: number,
      width: toMm(right - left),
      height: toMm(top - bottom),
      ...drawn,
      lines: linesOf(drawn.texts),
      text: drawn.texts.map((item) => item.text).join(''),
      extracted: content.items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join(''),
    });
  }
  const { info } = await pdf.getMetadata();
  const lang = (info as { Language?: string | null }).Language ?? null;
  await task.destroy();
  return {
    pages,
    fonts: [...fonts.values()],
    info: { ...info },
    lang,
    text: pages.map((page) => page.text).join(''),
    bytes: bytes.byteLength,
  };
}

const toMm = (pt: number): number => (pt * 25.4) / 72;

interface FontObject {
  readonly name: string;
  readonly missingFile?: boolean;
}

function describeFont(info: FontObject): MeasuredFont {
  const tagged = /^[A-Z]{6}\+(.*)$/su.exec(info.name);
  return {
    name: tagged?.[1] ?? info.name,
    embedded: info.missingFile !== true,
    subset: tagged !== null,
  };
}

/** Upright characters by their baselines (0.3 mm), top to bottom. */
export function linesOf(texts: readonly MeasuredText[]): MeasuredLine[] {
  const upright = texts.flatMap((item) => item.chars).filter((char) => char.turn === 0);
  const byBaseline = [...upright].sort((a, b) => a.baseline - b.baseline);
  const lines: MeasuredChar[][] = [];
  for (const char of byBaseline) {
    const current = lines.at(-1);
    const first = current?.[0];
    if (current && first && Math.abs(char.baseline - first.baseline) < 0.3) current.push(char);
    else lines.push([char]);
  }
  return lines.map((chars) => {
    const ordered = chars.sort((a, b) => a.x - b.x);
    const inked = ordered.filter((char) => char.text.trim() !== '');
    const [first] = inked;
    return {
      text: ordered.map((char) => char.text).join(''),
      x: first?.x ?? ordered[0]?.x ?? 0,
      right: inked.at(-1)?.right ?? 0,
      baseline: first?.baseline ?? ordered[0]?.baseline ?? 0,
      chars: ordered,
    };
  });
}
