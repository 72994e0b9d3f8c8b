import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextItem } from '../../shared/gongwen/pages.ts';
import { writePdf } from '../../electron/docgen/pdf/write-pdf.ts';
import { bundledFonts } from './fonts-for-tests.ts';
import { documentOf, pageOf, rule, textRuns } from './hand-made-page.ts';
import { measureInk } from './measure-ink.ts';
import type { MeasuredChar, MeasuredPdf } from './measure-pdf.ts';
import { measurePdf } from './measure-pdf.ts';
import { onePixelPng } from './one-pixel-png.ts';

const fonts = bundledFonts();
const META = {
  title: '关于<测试>&“排版”的通知',
  author: '某市人民政府办公室',
  createdAt: new Date(Date.UTC(2026, 2, 5)),
};

/** Mixed on purpose: punctuation, Latin at odd places, a wide and a narrowed run, four faces, two radicals' twins. */
const lines = [
  ...textRuns(fonts, '某市人民政府文件', {
    role: 'title',
    x: 30.123,
    baseline: 90.5,
    sizePt: 52,
    color: 'red',
    scaleX: 0.62,
  }),
  ...textRuns(fonts, '某政办发〔2026〕5号', { x: 60, baseline: 108.25 }),
  ...textRuns(fonts, '一、总体要求', { role: 'hei', x: 39.2, baseline: 125 }),
  ...textRuns(fonts, '（一）人民至上、工业立市', { role: 'kai', x: 39.2, baseline: 135.227 }),
  ...textRuns(fonts, '“引号”——号……按GB/T 9704—2012，张喆、李堃。', {
    x: 28,
    baseline: 145.454,
    pitch: 0.987,
  }),
  ...textRuns(fonts, '— 12 —', { role: 'song', x: 160, baseline: 270, sizePt: 14, pitch: 0.5 }),
];
const rules = [rule(120.7, 0.35, 'red'), rule(241.55, 0.35, 'black'), rule(251.78, 0.25, 'black')];

describe('the PDF of a hand-made page', () => {
  let bytes: Uint8Array;
  let pdf: MeasuredPdf;
  beforeAll(async () => {
    const seal = {
      kind: 'seal',
      element: 'seal',
      path: 'seals.0',
      centerX: 150,
      centerY: 200,
      diameter: 42,
    } as const;
    bytes = await writePdf(documentOf([pageOf([...lines, ...rules, seal])], fonts), fonts, META);
    pdf = await measurePdf(bytes);
  });

  it('is A4 (L-01)', () => {
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.pages[0]?.width).toBeCloseTo(210, 2);
    expect(pdf.pages[0]?.height).toBeCloseTo(297, 2);
  });

  it('has every character where the layout put it, to 0.01 mm', () => {
    const drawn = charsOf(pdf);
    const asked = lines.flatMap(placesOf);
    expect(drawn.map(({ text }) => text).join('')).toBe(asked.map(({ text }) => text).join(''));
    for (const [index, char] of drawn.entries()) {
      const place = asked[index];
      expect(Math.abs(char.x - (place?.x ?? 0)), `x of ${char.text}`).toBeLessThan(0.01);
      expect(Math.abs(char.baseline - (place?.baseline ?? 0)), `y of ${char.text}`).toBeLessThan(0.01);
      expect(char.sizePt).toBeCloseTo(place?.sizePt ?? 0, 3);
      expect(char.scaleX).toBeCloseTo(place?.scaleX ?? 0, 4);
    }
  });

  it('has every rule at its place, thickness and colour (I-02)', () => {
    const drawn = pdf.pages[0]?.rules ?? [];
    expect(drawn).toHaveLength(rules.length);
    for (const [index, { x1, x2, y1, y2, thickness, color }] of rules.entries()) {
      const found = drawn[index];
      expect(found?.x1).toBeCloseTo(x1, 2);
      expect(found?.x2).toBeCloseTo(x2, 2);
      expect(found?.y1).toBeCloseTo(y1, 2);
      expect(found?.y2).toBeCloseTo(y2, 2);
      expect(found?.thickness).toBeCloseTo(thickness, 3);
      expect(found?.color).toBe(color === 'red' ? '#ff0000' : '#000000');
    }
  });

  it('gives red to what is red and black to the rest (L-13)', () => {
    const colors = charsOf(pdf).map(({ color }) => color);
    const asked = lines.flatMap((line) =>
      Array.from(line.text, () => (line.color === 'red' ? '#ff0000' : '#000000')),
    );
    expect(colors).toEqual(asked);
  });

  it('copies as the text that was set, without Kangxi radicals', () => {
    const asked = lines.map(({ text }) => text).join('');
    expect(bare(pdf.pages[0]?.extracted ?? '')).toBe(bare(asked));
    expect(pdf.text).not.toMatch(/[\u2E80-\u2FDF]/u);
  });

  it('embeds a subset of every font, and Helvetica not at all', () => {
    expect(pdf.fonts.map(({ name }) => name).toSorted()).toEqual([
      'LXGWWenKai-Regular',
      'NotoSansSC-Medium',
      'NotoSerifSC-Bold',
      'NotoSerifSC-Regular',
    ]);
    expect(pdf.fonts.every(({ embedded, subset }) => embedded && subset)).toBe(true);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Helvetica');
  });

  it('says what it is: title, author, program, language', () => {
    expect(pdf.info).toMatchObject({
      Title: META.title,
      Author: META.author,
      Creator: '公文台',
      PDFFormatVersion: '1.7',
      CreationDate: 'D:20260305000000Z',
    });
    expect(pdf.lang).toBe('zh-CN');
    const xmp = Buffer.from(bytes).toString('utf8');
    expect(xmp).toContain('关于&lt;测试&gt;&amp;“排版”的通知');
  });

  it('leaves the room of the seal empty', async () => {
    const region = { x: 125, y: 175, width: 50, height: 50 };
    expect(await measureInk(bytes, { region, dpi: 150 })).toBeNull();
  });

  it('prints the rules with their thickness in ink', async () => {
    const ink = await measureInk(bytes, {
      region: { x: 20, y: 119, width: 180, height: 3 },
      color: 'red',
      dpi: 1200,
    });
    expect(ink?.top).toBeCloseTo(120.525, 1);
    expect(ink?.bottom).toBeCloseTo(120.875, 1);
    expect(ink?.left).toBeCloseTo(28, 1);
    expect(ink?.right).toBeCloseTo(184, 1);
  });

  it('is the same, byte for byte, the second time', async () => {
    const seal = {
      kind: 'seal',
      element: 'seal',
      path: 'seals.0',
      centerX: 150,
      centerY: 200,
      diameter: 42,
    } as const;
    const again = await writePdf(documentOf([pageOf([...lines, ...rules, seal])], fonts), fonts, META);
    expect(Buffer.from(again).equals(bytes)).toBe(true);
  });
});

describe('difficult characters', () => {
  it('keeps 人 and its Kangxi twin ⼈ apart, though they share a glyph', async () => {
    const text = '⼈人⼈人⼯工';
    const pdf = await pdfOf(textRuns(fonts, text, { x: 28, baseline: 50 }));
    expect(pdf.text).toBe(text);
  });

  it('is not misled by an earlier document that used the twin', async () => {
    await pdfOf(textRuns(fonts, '⽂⽅⽇⽉', { x: 28, baseline: 50 }));
    const pdf = await pdfOf(textRuns(fonts, '文方日月', { x: 28, baseline: 50 }));
    expect(pdf.text).toBe('文方日月');
  });

  it.each(['喆堃翀镕玥頔燊', '𠮷野家', '〇一二三'])('draws ink for every character of %s', async (text) => {
    const bytes = await writePdf(
      documentOf([pageOf(textRuns(fonts, text, { x: 28, baseline: 50, sizePt: 22 }))], fonts),
      fonts,
      META,
    );
    for (const char of charsOf(await measurePdf(bytes))) {
      const region = { x: char.x, y: 42, width: 7.76, height: 10 };
      const ink = await measureInk(bytes, { region, dpi: 200 });
      expect((ink?.right ?? 0) - (ink?.left ?? 0), char.text).toBeGreaterThan(3);
    }
  });

  it('sets the printers’ 〓 for a character no font has, and still copies the character', async () => {
    const unknown = '\u{2FA1F}';
    const runs = textRuns(fonts, `张${unknown}`, { x: 28, baseline: 50 });
    const face = runs.at(-1)?.face ?? '';
    expect(fonts.glyph(face, unknown).real).toBe(false);
    expect(fonts.glyph(face, unknown).id).toBe(fonts.glyph(face, '〓').id);
    expect((await pdfOf(runs)).text).toBe(`张${unknown}`);
  });

  it('draws nothing for variation selectors and joiners', async () => {
    const runs = textRuns(fonts, '葛\u{E0100}城', { x: 28, baseline: 50 });
    expect((await pdfOf(runs)).text).toBe('葛城');
  });
});

describe('text copied by another program (poppler)', () => {
  it('has no spaces where a line is spread, and no break where punctuation is squeezed', async () => {
    const spread = textRuns(fonts, '该设备预算价格为1680万元，其中自筹', {
      x: 28,
      baseline: 50,
      pitch: 1.15,
    });
    const squeezed = textRuns(fonts, '内容均为虚构。）请照此办理', { x: 28, baseline: 60 });
    const [line] = squeezed;
    const place = line?.text.indexOf('）') ?? 0;
    const xs = line?.xs.map((x, index) => (index < place ? x : x - 2.8)) ?? [];
    expect(line?.text).toContain('。）');
    expect(await popplerText([...spread, ...squeezed.map((run) => Object.assign(run, { xs }))])).toBe(
      '该设备预算价格为1680万元，其中自筹\n内容均为虚构。）请照此办理\n',
    );
  });

  it('keeps the space between two items on one line', async () => {
    const left = textRuns(fonts, '某市人民政府', { x: 28, baseline: 50 });
    const right = textRuns(fonts, '2026年3月6日印发', { x: 130, baseline: 50, pitch: 0.8 });
    expect(await popplerText([...left, ...right])).toMatch(/^某市人民政府\s+2026年3月6日印发\n$/u);
  });
});

async function popplerText(runs: readonly TextItem[]): Promise<string> {
  const bytes = await writePdf(documentOf([pageOf(runs)], fonts), fonts, META);
  const text = execFileSync('pdftotext', ['-', '-'], { input: bytes, encoding: 'utf8' });
  return text.replaceAll(/\n+|\f/gu, '\n').replace(/\n+$/u, '\n');
}

describe('pages and images', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongwentai-image-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('draws many pages and shares the fonts between them', async () => {
    const pages = Array.from({ length: 12 }, (_, index) =>
      pageOf(textRuns(fonts, `第${index + 1}页`, { x: 28, baseline: 50, pitch: 1.01 }), index + 1),
    );
    const pdf = await measurePdf(await writePdf(documentOf(pages, fonts), fonts, META));
    expect(pdf.pages.map(({ text }) => text)).toEqual(pages.map((_, index) => `第${index + 1}页`));
    expect(pdf.fonts).toHaveLength(1);
  });

  it('places an image', async () => {
    const file = join(folder, 'seal.png');
    writeFileSync(file, onePixelPng());
    const image = {
      kind: 'image',
      element: 'body',
      path: 'body.1',
      file,
      x: 40,
      y: 60,
      width: 100,
      height: 55.5,
    } as const;
    const pdf = await measurePdf(await writePdf(documentOf([pageOf([image])], fonts), fonts, META));
    const [drawn] = pdf.pages[0]?.images ?? [];
    expect(drawn?.x).toBeCloseTo(40, 2);
    expect(drawn?.y).toBeCloseTo(60, 2);
    expect(drawn?.width).toBeCloseTo(100, 2);
    expect(drawn?.height).toBeCloseTo(55.5, 2);
  });

  it('says which image cannot be used', async () => {
    const file = join(folder, 'broken.png');
    writeFileSync(file, 'not an image');
    const image = {
      kind: 'image',
      element: 'body',
      path: 'body.1',
      file,
      x: 40,
      y: 60,
      width: 100,
      height: 50,
    } as const;
    await expect(writePdf(documentOf([pageOf([image])], fonts), fonts, META)).rejects.toThrow(
      `图片无法放入 PDF：${file}`,
    );
    expect(readFileSync(file, 'utf8')).toBe('not an image');
  });
});

async function pdfOf(runs: readonly TextItem[]): Promise<MeasuredPdf> {
  return measurePdf(await writePdf(documentOf([pageOf(runs)], fonts), fonts, META));
}

const bare = (text: string): string => text.replaceAll(/\s/gu, '');

function charsOf(pdf: MeasuredPdf): readonly MeasuredChar[] {
  return pdf.pages.flatMap((page) => page.texts).flatMap((item) => item.chars);
}

function placesOf(
  item: TextItem,
): { text: string; x: number; baseline: number; sizePt: number; scaleX: number }[] {
  const { baseline, sizePt, scaleX } = item;
  return Array.from(item.text, (text, index) => ({ text, x: item.xs[index] ?? 0, baseline, sizePt, scaleX }));
}
