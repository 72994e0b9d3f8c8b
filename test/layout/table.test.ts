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

describe('merged cells', () => {
  const header = [
    ['序号', '季度进度', ''],
    ['', '一季度', '二季度'],
  ];
  const spans = [
    { row: 0, column: 0, rows: 2 },
    { row: 0, column: 1, columns: 2 },
  ];
  const rows = Array.from({ length: 60 }, (_, index) => [
    String(index + 1),
    index % 2 === 0 ? '同上' : '',
    '20',
  ]);
  const pairs = Array.from({ length: 30 }, (_, index) => ({ row: 2 + 2 * index, column: 1, rows: 2 }));
  const laidOut = lay({
    body: [{ type: 'table', header, rows, widths: [30, 40, 50], spans: [...spans, ...pairs] }],
  });
  const bordersOf = (page: number, part: string): ReturnType<typeof rules> =>
    rules(laidOut.pages[page]).filter((rule) => rule.path === `body.0.${part}`);

  test('no border runs through a merged cell', () => {
    const upper = bordersOf(0, 'header.0');
    const edges = { left: 46, first: 76, second: 116, right: 166 };
    const xs = upper.filter(({ x1, x2 }) => x1 === x2).map(({ x1 }) => x1);
    expect(xs).toEqual([edges.left, edges.first, edges.right]);
    const bottom = Math.max(...upper.map(({ y2 }) => y2));
    const under = upper.filter(({ y1, y2 }) => y1 === bottom && y2 === bottom);
    expect(under.map(({ x1, x2 }) => [x1, x2])).toEqual([[edges.first, edges.right]]);
    const lower = bordersOf(0, 'header.1').filter(({ x1, x2 }) => x1 === x2);
    expect(lower.map(({ x1 }) => x1)).toEqual([edges.left, edges.first, edges.second, edges.right]);
  });

  test('the text stands in the middle of all the rows and columns', () => {
    const across = must(texts(laidOut.pages[0]).find(({ path }) => path === 'body.0.header.0.1'));
    expect((must(across.xs[0]) + across.right) / 2).toBeCloseTo(121, 1);
    const down = must(texts(laidOut.pages[0]).find(({ path }) => path === 'body.0.header.0.0'));
    const beside = must(texts(laidOut.pages[0]).find(({ path }) => path === 'body.0.header.1.1'));
    expect(down.baseline).toBeCloseTo((across.baseline + beside.baseline) / 2, 2);
  });

  test('no page ends inside one, and the whole header comes again', () => {
    expect(laidOut.pages.length).toBeGreaterThan(1);
    for (const page of laidOut.pages) {
      const numbers = texts(page).flatMap(({ path }) => /\.rows\.(\d+)\.0$/u.exec(path)?.[1] ?? []);
      expect(numbers.length % 2).toBe(0);
      expect(texts(page).filter(({ path }) => path.includes('.header.'))).toHaveLength(4);
    }
  });

  test('a text that needs more room makes the rows higher', () => {
    const long = '完成农村生活污水治理设施改造提升，建立长效管护机制，确保出水水质达标';
    const page = lay({
      body: [
        {
          type: 'table',
          rows: [
            [long, '甲'],
            ['', '乙'],
          ],
          widths: [30, 40],
          spans: [{ row: 0, column: 0, rows: 2 }],
        },
      ],
    }).pages[0];
    const found = texts(page).filter(({ path }) => path === 'body.0.rows.0.0');
    const bottom = Math.max(...rules(page).flatMap(({ element, y2 }) => (element === 'table' ? [y2] : [])));
    expect(found.length).toBeGreaterThan(3);
    expect(Math.max(...found.map(({ baseline }) => baseline))).toBeLessThan(bottom);
  });

  test('one higher than a page, or with a fault, is set as single cells and loses no text', () => {
    const high = lay({
      body: [{ type: 'table', rows, spans: [{ row: 0, column: 1, rows: 60 }] }],
    });
    expect(texts(high.pages[0]).filter(({ path }) => path.endsWith('.0'))).not.toHaveLength(0);
    const wrong = lay({
      body: [{ type: 'table', rows: [['甲', '乙']], spans: [{ row: 0, column: 0, columns: 2 }] }],
    });
    expect(texts(wrong.pages[0]).filter(({ element }) => element === 'table')).toHaveLength(2);
  });
});
