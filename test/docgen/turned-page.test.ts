import { describe, expect, it } from 'vitest';
import { writePdf } from '../../electron/docgen/pdf/write-pdf.ts';
import { elementBoxes } from '../../electron/docgen/svg/element-boxes.ts';
import { writeSvgPage } from '../../electron/docgen/svg/write-svg.ts';
import { bundledFonts } from './fonts-for-tests.ts';
import { documentOf, pageOf, rule, textRuns } from './hand-made-page.ts';
import { measurePdf } from './measure-pdf.ts';
import { readTags } from './tagged-pdf.ts';

/** A page with a 横排表格: given lying (297 × 210), drawn counter-clockwise, its number upright (clause 8). */

const fonts = bundledFonts();
const lying = textRuns(fonts, '横排表格', { x: 60, baseline: 40 });
const number = textRuns(fonts, '— 5 —', { role: 'song', x: 160, baseline: 270, sizePt: 14, pitch: 0.5 }).map(
  (run) => Object.assign(run, { element: 'pageNumber' as const }),
);
const page = { ...pageOf([...lying, rule(50, 0.35, 'black'), ...number]), turned: true } as const;

describe('a turned page', () => {
  it('has its text running upwards from the lower edge, and its number upright', async () => {
    const bytes = await writePdf(documentOf([page], fonts), fonts, { title: '', author: '' });
    const [measured] = (await measurePdf(bytes)).pages;
    expect([measured?.width, measured?.height].map((mm) => Math.round(mm ?? 0))).toEqual([210, 297]);
    const chars = measured?.texts.flatMap(({ chars: drawn }) => [...drawn]) ?? [];
    const turned = chars.filter(({ turn }) => turn === 90);
    expect(turned.map(({ text }) => text).join('')).toBe('横排表格');
    const places = lying.flatMap(({ xs }) => xs);
    for (const [index, { x, baseline }] of turned.entries()) {
      expect(x).toBeCloseTo(40, 2);
      expect(baseline).toBeCloseTo(297 - (places[index] ?? 0), 2);
    }
    const upright = chars.filter(({ turn }) => turn === 0);
    expect(upright.map(({ text }) => text).join('')).toBe('— 5 —');
    expect(upright[0]?.baseline).toBeCloseTo(270, 2);
    const [line] = measured?.rules ?? [];
    expect([line?.x1, line?.x2].map((mm) => mm?.toFixed(2))).toEqual(['50.00', '50.00']);
    expect([line?.y1, line?.y2].map((mm) => mm?.toFixed(2))).toEqual(['269.00', '113.00']);
    const tags = await readTags(bytes);
    expect(tags.unmarked).toBe(0);
    expect(tags.marks.map(({ tag, text }) => [tag, text])).toEqual([
      ['P', '横排表格'],
      ['Artifact', ''],
      ['Artifact', '— 5 —'],
    ]);
  });

  it('is turned the same way in the preview, and its boxes stand where it is seen', () => {
    expect(writeSvgPage(page, fonts)).toContain('<g transform="matrix(0 -1 1 0 0 297)">');
    const box = elementBoxes(page).find(({ element }) => element === 'body');
    // The em box reaches 0.88 em above the baseline, which is to its left here.
    expect(box?.x).toBeCloseTo(40 - 0.88 * 5.6444, 2);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(297 - 60, 2);
  });
});
