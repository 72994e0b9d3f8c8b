import type { LaidOut } from '../../shared/gongwen/pages.ts';
import { measureInk } from '../docgen/measure-ink.ts';
import type { Ink, Region } from '../docgen/measure-ink.ts';
import type {
  MeasuredChar,
  MeasuredImage,
  MeasuredLine,
  MeasuredPage,
  MeasuredPdf,
  MeasuredRule,
} from '../docgen/measure-pdf.ts';

export type PaperKind = 'pdf' | 'docx';

interface Source {
  readonly laidOut: LaidOut;
  readonly bytes: Uint8Array;
  readonly docx: Uint8Array | undefined;
}

const isBlack = (color: string): boolean => color === '#000000';

/** A line without the white between its characters. */
function compact(line: MeasuredLine): MeasuredLine {
  const chars = line.chars.filter((char) => char.text.trim() !== '');
  return {
    ...line,
    chars,
    text: chars.map((char) => char.text).join(''),
    x: chars[0]?.x ?? line.x,
    right: chars.at(-1)?.right ?? line.right,
  };
}

const isHan = (char: MeasuredChar): boolean => /\p{Script=Han}/u.test(char.text);
const isLatin = (char: MeasuredChar): boolean => /[\dA-Za-z]/u.test(char.text);

/** Share of the character's height LibreOffice puts between Chinese and Latin characters. */
const AUTO_SPACE = 1 / 5;

/** A specimen on paper: what pdf.js and a raster see of it. Lengths in mm, pages count from 1. */
export class Paper {
  readonly kind: PaperKind;
  readonly source: Source;
  readonly pdf: MeasuredPdf;

  constructor(kind: PaperKind, source: Source, pdf: MeasuredPdf) {
    this.kind = kind;
    this.source = source;
    this.pdf = pdf;
  }

  get count(): number {
    return this.pdf.pages.length;
  }

  page(index: number): MeasuredPage {
    const page = this.pdf.pages[index - 1];
    if (page === undefined) throw new Error(`没有第${index}面`);
    return page;
  }

  /** Upright lines from top to bottom, without white characters. */
  lines(index: number): MeasuredLine[] {
    return this.page(index)
      .lines.map(compact)
      .filter((line) => line.text !== '');
  }

  /** Lines inside the type area: without the page number. */
  textLines(index: number): MeasuredLine[] {
    return this.lines(index).filter((line) => line.baseline < 263);
  }

  line(index: number, pattern: RegExp): MeasuredLine {
    const found = this.lines(index).find((line) => pattern.test(line.text));
    if (found === undefined) throw new Error(`第${index}面没有${pattern.source}`);
    return found;
  }

  /** The line after the one that matches. */
  after(index: number, pattern: RegExp): MeasuredLine {
    const lines = this.lines(index);
    const found = lines[lines.findIndex((line) => pattern.test(line.text)) + 1];
    if (found === undefined) throw new Error(`第${index}面的${pattern.source}之后没有文字`);
    return found;
  }

  before(index: number, pattern: RegExp): MeasuredLine {
    const lines = this.lines(index);
    const found = lines[lines.findIndex((line) => pattern.test(line.text)) - 1];
    if (found === undefined) throw new Error(`第${index}面的${pattern.source}之前没有文字`);
    return found;
  }

  /** Page with a line that matches. */
  pageWith(pattern: RegExp): number {
    const found = this.pdf.pages.findIndex((_, at) =>
      this.lines(at + 1).some(({ text }) => pattern.test(text)),
    );
    if (found < 0) throw new Error(`没有${pattern.source}`);
    return found + 1;
  }

  /** Part of a line that matches, with its own ends. */
  part(index: number, pattern: RegExp): MeasuredLine {
    const line = this.line(index, pattern);
    const match = pattern.exec(line.text);
    const from = Array.from(line.text.slice(0, match?.index ?? 0)).length;
    const chars = line.chars.slice(from, from + Array.from(match?.[0] ?? '').length);
    return compact({ ...line, chars });
  }

  /**
   * The line as the file has it. LibreOffice 7.4 does not know `w:autoSpaceDE` and `w:autoSpaceDN`, which
   * the .docx switches off, and puts a fifth of the character's height between digits and hanzi all the
   * same; Word does not. What it added is taken off again where a rule speaks of a line's right end.
   */
  asWritten(line: MeasuredLine): MeasuredLine {
    if (this.kind === 'pdf') return line;
    let added = 0;
    const chars = line.chars.map((char, index) => {
      const before = line.chars[index - 1];
      const meets =
        before !== undefined && ((isHan(before) && isLatin(char)) || (isLatin(before) && isHan(char)));
      if (meets) added += char.sizePt * (25.4 / 72) * AUTO_SPACE;
      return { ...char, x: char.x - added, right: char.right - added };
    });
    return compact({ ...line, chars });
  }

  chars(): MeasuredChar[] {
    return this.pdf.pages
      .flatMap((page) => page.texts.flatMap(({ chars }) => chars))
      .filter((char) => char.text.trim() !== '');
  }

  /** Horizontal red rules of a page, from top to bottom. */
  redRules(index: number): MeasuredRule[] {
    return this.rulesWhere(index, (rule) => !isBlack(rule.color));
  }

  blackRules(index: number): MeasuredRule[] {
    return this.rulesWhere(index, (rule) => isBlack(rule.color));
  }

  private rulesWhere(index: number, accepts: (rule: MeasuredRule) => boolean): MeasuredRule[] {
    return this.page(index)
      .rules.filter((rule) => Math.abs(rule.y1 - rule.y2) < 0.05 && accepts(rule))
      .toSorted((a, b) => a.y1 - b.y1);
  }

  /** Seals and 签名章 of a page, in the order of reading. */
  images(index: number): MeasuredImage[] {
    return this.page(index).images.toSorted((a, b) => (Math.abs(a.y - b.y) > 5 ? a.y - b.y : a.x - b.x));
  }

  async ink(index: number, region: Region, color: 'red' | 'black' = 'black'): Promise<Ink> {
    const ink = await measureInk(this.source.bytes, { page: index, region, color });
    if (ink === null) throw new Error(`第${index}面没有着墨`);
    return ink;
  }
}
