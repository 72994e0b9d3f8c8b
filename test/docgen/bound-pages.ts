import { linesOf } from './measure-pdf.ts';
import type { MeasuredChar, MeasuredPage, MeasuredPdf } from './measure-pdf.ts';

const UPRIGHT = 0;

/** A character of a lying paper, `width` mm wide, on the paper turned counter-clockwise by a quarter. */
function turnedChar(char: MeasuredChar, width: number): MeasuredChar {
  const turn = char.turn + 90;
  const x = char.baseline;
  return { ...char, x, right: turn === UPRIGHT ? x + char.advance : x, baseline: width - char.x, turn };
}

/**
 * A page as it lies in the bound document. A .docx shows a 横排表格 on a paper lying on its side; the clerk who
 * binds it turns that paper counter-clockwise (clause 8). Upright papers stay as they are.
 */
export function boundPage(page: MeasuredPage): MeasuredPage {
  const { width, height } = page;
  if (width <= height) return page;
  const texts = page.texts.map((item) => {
    const chars = item.chars.map((char) => turnedChar(char, width));
    const [first] = chars;
    const last = chars.at(-1);
    return { ...item, chars, x: first?.x ?? 0, right: last?.right ?? 0, baseline: first?.baseline ?? 0 };
  });
  return {
    ...page,
    width: height,
    height: width,
    texts,
    lines: linesOf(texts),
    rules: page.rules.map((rule) => ({
      ...rule,
      x1: rule.y1,
      x2: rule.y2,
      y1: width - rule.x2,
      y2: width - rule.x1,
    })),
    images: page.images.map((image) => ({
      x: image.y,
      y: width - image.x - image.width,
      width: image.height,
      height: image.width,
    })),
  };
}

/** All pages of a PDF as they lie in the bound document. */
export const boundPdf = (pdf: MeasuredPdf): MeasuredPdf => ({ ...pdf, pages: pdf.pages.map(boundPage) });
