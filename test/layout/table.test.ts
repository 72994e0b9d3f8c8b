import { describe, expect, test } from 'vitest';
import { gongwenDraftSchema } from '../../shared/gongwen/model.ts';
import type { Block } from '../../shared/gongwen/model.ts';
import { outsideArea, overlaps } from './page-checks.ts';
import { filler, lay, linesOf, must, paragraph, rules, texts } from './support.ts';

const table = (rows: number): Block =>
  must(
    gongwenDraftSchema.parse({
      genre: '通知',
      issuers: ['甲'],
      body: [
        {
          type: 'table',
          caption: '表1 各区县任务数',
          header: [['序号', '单位', '主要任务', '金额（万元）']],
          rows: Array.from({ length: rows }, (_, index) => [
            String(index + 1),
            '吴兴区人民政府',
            '完成农村生活污水治理设施改造提升，建立长效管护机制，确保出水水质达标',
            `${1200 + index}.50`,
          ]),
        },
      ],
    }).body[0],
  );

describe('tables', () => {
  const laidOut = lay({ body: [paragraph('任务见下表：'), table(40), paragraph('请认真执行。')] });

  test('T-05: the header is repeated on every page of the table', () => {
    const headers = laidOut.pages.map(
      (page) => texts(page).filter((item) => item.path.includes('.header.')).length,
    );
    const withRows = laidOut.pages.filter((page) => texts(page).some((item) => item.path.includes('.rows.')));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(headers[page.index - 1]).toBe(4);
  });

  test('T-05: 4号 or 小四, not wider than the type area, borders 0.25 mm', () => {
    for (const line of linesOf(laidOut, 'table')) {
      for (const item of line.items) expect([14, 12]).toContain(item.sizePt);
    }
    const borders = laidOut.pages.flatMap((page) => rules(page).filter((rule) => rule.element === 'table'));
    expect(borders.length).toBeGreaterThan(0);
    for (const rule of borders) {
      expect(rule.thickness).toBe(0.25);
      expect(Math.min(rule.x1, rule.x2)).toBeGreaterThanOrEqual(27.99);
      expect(Math.max(rule.x1, rule.x2)).toBeLessThanOrEqual(184.01);
      expect(Math.max(rule.y1, rule.y2)).toBeLessThanOrEqual(262.01);
    }
  });

  test('T-05: numbers are aligned right', () => {
    const amounts = laidOut.pages.flatMap((page) =>
      texts(page).filter((item) => /\.rows\.\d+\.3$/u.test(item.path)),
    );
    expect(amounts).toHaveLength(40);
    for (const item of amounts) expect(item.right).toBeCloseTo(must(amounts[0]).right, 2);
  });

  test('T-05: given widths are used', () => {
    const block = gongwenDraftSchema.parse({
      genre: '通知',
      issuers: ['甲'],
      body: [{ type: 'table', rows: [['一', '二']], widths: [40, 80] }],
    }).body;
    const xs = rules(lay({ body: block }).pages[0])
      .filter((rule) => rule.element === 'table' && rule.x1 === rule.x2)
      .map((rule) => rule.x1);
    expect(xs).toEqual([46, 86, 166]);
  });

  test('B-11: the caption and the header stay with the first row', () => {
    for (let lines = 5; lines < 40; lines += 1) {
      const filled = lay({ body: [...Array.from({ length: lines }, () => paragraph('甲。')), table(3)] });
      const pageOf = (part: string): number =>
        must(filled.pages.find((page) => texts(page).some((item) => item.path.includes(part)))).index;
      expect(pageOf('.caption')).toBe(pageOf('.rows.0.'));
    }
  });
});

const shaped = (rows: string[][]): ReturnType<typeof lay> =>
  lay({
    body: [paragraph('见下表。'), { type: 'table', header: [must(rows[0])], rows }, paragraph('请执行。')],
  });

describe('tables of every shape', () => {
  test('thirty columns stay inside the type area', () => {
    const laidOut = shaped([Array.from({ length: 30 }, (_, index) => `第${index + 1}列`)]);
    expect(laidOut.pages.flatMap((page) => outsideArea(page))).toEqual([]);
    expect(laidOut.pages.flatMap((page) => overlaps(page))).toEqual([]);
  });

  test('a cell higher than a page is continued, every character once', () => {
    const text = `${filler(2600)}。`;
    const laidOut = shaped([
      ['序号', '内容', '备注'],
      ['1', text, '甲'],
    ]);
    expect(laidOut.pages.flatMap((page) => outsideArea(page))).toEqual([]);
    const out = laidOut.pages
      .flatMap((page) => texts(page))
      .filter((item) => item.path === 'body.1.rows.1.1')
      .map((item) => item.text);
    expect(out.join('')).toBe(text);
  });

  test('rows of unequal length and empty tables', () => {
    expect(shaped([['甲'], ['乙', '丙', '丁'], []]).pages.length).toBeGreaterThan(0);
    expect(lay({ body: [{ type: 'table', rows: [] }] }).pages.length).toBeGreaterThan(0);
  });
});
