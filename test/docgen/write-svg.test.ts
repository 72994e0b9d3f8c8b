import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { writePdf } from '../../electron/docgen/pdf/write-pdf.ts';
import { elementBoxes } from '../../electron/docgen/svg/element-boxes.ts';
import { writeSvgPage } from '../../electron/docgen/svg/write-svg.ts';
import { bundledFonts } from './fonts-for-tests.ts';
import { documentOf, pageOf, rule, textRuns } from './hand-made-page.ts';
import { measurePdf } from './measure-pdf.ts';

/** jsdom carries no types; its XML parser is all that is used of it, and it refuses malformed text. */
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (text: string, options: { contentType: string }) => { window: { document: Document } };
};

const fonts = bundledFonts();
const lines = [
  ...textRuns(fonts, '某市人民政府文件', {
    role: 'title',
    x: 30.123,
    baseline: 90.5,
    sizePt: 52,
    color: 'red',
    scaleX: 0.62,
  }),
  ...textRuns(fonts, '（一）“引号”——号……按GB/T 9704—2012', {
    role: 'kai',
    x: 28,
    baseline: 145.454,
    pitch: 0.987,
  }),
  ...textRuns(fonts, '一、总体要求', { role: 'hei', x: 39.2, baseline: 155 }),
  ...textRuns(fonts, '— 12 —', { role: 'song', x: 160, baseline: 270, sizePt: 14, pitch: 0.5 }),
];
const seal = {
  kind: 'seal',
  element: 'seal',
  path: 'seals.0',
  centerX: 150,
  centerY: 200,
  diameter: 42,
} as const;
const page = pageOf([...lines, rule(120.7, 0.35, 'red'), seal]);

function parse(svg: string): Document {
  return new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document;
}

/** Origins of the glyphs in mm, from the transforms and the `x` of the uses. */
function glyphOrigins(svg: Document): { x: number; y: number }[] {
  return [...svg.querySelectorAll('g')].flatMap((group) => {
    const numbers =
      group
        .getAttribute('transform')
        ?.match(/-?[\d.]+(?:e-?\d+)?/gu)
        ?.map(Number) ?? [];
    const [left = 0, baseline = 0, scale = 0] = numbers;
    return [...group.querySelectorAll('use')].map((use) => ({
      x: left + Number(use.getAttribute('x')) * scale,
      y: baseline,
    }));
  });
}

describe('the SVG of a page', () => {
  const svg = writeSvgPage(page, fonts);

  it('has every inked glyph where the PDF has it, to 0.01 mm', async () => {
    const pdf = await measurePdf(
      await writePdf(documentOf([page], fonts), fonts, { title: '', author: '', createdAt: new Date(0) }),
    );
    const inPdf = pdf.pages.flatMap(({ texts }) => texts.flatMap(({ chars }) => [...chars]));
    const inked = inPdf.filter(({ text }) => text.trim() !== '');
    const drawn = glyphOrigins(parse(svg));
    expect(drawn).toHaveLength(inked.length);
    for (const [index, { x, y }] of drawn.entries()) {
      expect(Math.abs(x - (inked[index]?.x ?? 0))).toBeLessThan(0.01);
      expect(Math.abs(y - (inked[index]?.baseline ?? 0))).toBeLessThan(0.01);
    }
  });

  it('draws the outlines of the PDF’s glyphs: same size and same ink', () => {
    const document = parse(svg);
    const [use] = document.querySelectorAll('g[data-path="body.0"] use');
    const outline = document.getElementById(use?.getAttribute('href')?.slice(1) ?? '');
    const box = fonts.inkBox(lines[0]?.face ?? '', '某');
    const ys = absoluteYs(outline?.getAttribute('d') ?? '');
    expect(Math.max(...ys) / 1000).toBeCloseTo(box.top, 2);
    expect(Math.min(...ys) / 1000).toBeCloseTo(box.bottom, 2);
  });

  it('stands alone: millimetres, own glyphs only, nothing from outside', () => {
    const document = parse(svg);
    expect(document.documentElement.getAttribute('viewBox')).toBe('0 0 210 297');
    for (const use of document.querySelectorAll('use')) {
      expect(document.getElementById(use.getAttribute('href')?.slice(1) ?? '')?.localName).toBe('path');
    }
    expect(svg).not.toMatch(/https?:(?!\/\/www\.w3\.org\/2000\/svg)|<style|<script|<text|font-family/u);
  });

  it('defines each glyph once and gives ids that differ from page to page', () => {
    const ids = [...parse(svg).querySelectorAll('path')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const second = [...parse(writeSvgPage({ ...page, index: 2 }, fonts)).querySelectorAll('path')];
    expect(second.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual([]);
  });

  it('says of every item which element it is and where it comes from', () => {
    const items = [...parse(svg).querySelectorAll('[data-element]')];
    expect(items).toHaveLength(page.items.length);
    expect(items.map((item) => item.getAttribute('data-element'))).toEqual(
      page.items.map(({ element }) => element),
    );
    expect(items.map((item) => item.getAttribute('data-path'))).toEqual(page.items.map(({ path }) => path));
  });

  it('shows the room of a seal dashed in the preview and not at all in print', () => {
    const circle = parse(svg).querySelector('circle');
    expect(circle?.getAttribute('r')).toBe('21');
    expect(circle?.getAttribute('stroke-dasharray')).toBeTruthy();
    const print = parse(writeSvgPage(page, fonts, { forPrint: true }));
    expect(print.querySelector('circle')).toBeNull();
    expect(print.querySelectorAll('use')).toHaveLength(parse(svg).querySelectorAll('use').length);
  });

  it('escapes what a path may hold', () => {
    const odd = textRuns(fonts, '字', { x: 28, baseline: 50 }).map((run) =>
      Object.assign(run, { path: 'body."<&>' }),
    );
    expect(
      parse(writeSvgPage(pageOf(odd), fonts))
        .querySelector('g')
        ?.getAttribute('data-path'),
    ).toBe('body."<&>');
  });
});

describe('boxes of elements', () => {
  it('joins the runs of one element and keeps elements apart', () => {
    const [first, second] = [
      textRuns(fonts, '甲乙丙', { x: 40, baseline: 60 }),
      textRuns(fonts, '丁', { x: 28, baseline: 70 }),
    ];
    const boxes = elementBoxes(pageOf([...first, ...second, rule(120.7, 0.35, 'red'), seal]));
    expect(boxes.map(({ element, path }) => [element, path])).toEqual([
      ['body', 'body.0'],
      ['redRule', 'documentNumber'],
      ['seal', 'seals.0'],
    ]);
    const [body, red, room] = boxes;
    expect(body?.x).toBeCloseTo(28, 2);
    expect((body?.x ?? 0) + (body?.width ?? 0)).toBeCloseTo(40 + 3 * 5.6444, 2);
    expect(body?.y).toBeCloseTo(60 - 0.88 * 5.6444, 2);
    expect(red).toMatchObject({ x: 28, width: 156, height: 0.35 });
    expect(room).toMatchObject({ x: 129, y: 179, width: 42, height: 42 });
  });
});

/** y of every point of relative path data. */
function absoluteYs(path: string): number[] {
  const ys: number[] = [];
  let y = 0;
  let startY = 0;
  for (const [, letter = '', rest = ''] of path.matchAll(/([a-z])([^a-z]*)/gu)) {
    // Every point of a relative command counts from where the command began.
    const points = (rest.match(/-?\d+/gu) ?? [])
      .filter((_, index) => index % 2 === 1)
      .map((dy) => y + Number(dy));
    ys.push(...points);
    y = points.at(-1) ?? y;
    if (letter === 'm') startY = y;
    if (letter === 'z') y = startY;
  }
  return ys;
}
