import { beforeAll, describe, expect, test } from 'vitest';
import { check } from './check-rule.ts';
import { outsideArea } from './page-checks.ts';
import { pageOf, produce } from './produced-pdf.ts';
import type { Produced } from './produced-pdf.ts';
import { lay, linesOf, must, notice, paragraph, rules, texts } from './support.ts';
import type { Input } from './support.ts';

const HEADER = ['序号', '任务名称', '责任单位', '一季度', '二季度', '三季度', '四季度', '备注'];
const rows = Array.from({ length: 30 }, (_, index) => [
  String(index + 1),
  '农村生活污水治理设施提升改造与长效管护机制建设',
  '吴兴区人民政府',
  '100',
  '200',
  '300',
  '400',
  '',
]);
const wide: Input = {
  sealing: 'none',
  attachments: [
    {
      title: '重点任务分解表',
      body: [
        { type: 'table', landscape: true, header: [HEADER], rows },
        paragraph('说明：以上任务纳入考核。'),
      ],
    },
  ],
  printingOffice: '市府办',
  printedOn: '2026-03-06',
};

describe('tables lying on their side (clause 8)', () => {
  const laidOut = lay(wide);
  const turned = laidOut.pages.filter((page) => page.turned === true);

  test('T-01: upright A4 pages, the page number where it always is', () => {
    expect(turned.length).toBeGreaterThan(1);
    for (const page of turned) {
      expect([page.width, page.height]).toEqual([210, 297]);
      const number = must(linesOf(laidOut, 'pageNumber').find((line) => line.page === page.index));
      expect(number.baseline).toBeGreaterThan(265);
      expect(number.text).toBe(`— ${page.index} —`);
    }
  });

  test('T-03: the table fills 225 × 156 mm at most; margins 28 above, 26 below, 35 left, 37 right as it lies', () => {
    for (const page of turned) {
      expect(outsideArea(page)).toEqual([]);
      const borders = rules(page);
      expect(Math.min(...borders.map((rule) => rule.x1))).toBeCloseTo(35, 1);
      expect(Math.max(...borders.map((rule) => rule.x2))).toBeCloseTo(260, 1);
      expect(Math.max(...borders.map((rule) => rule.y2))).toBeLessThanOrEqual(184.01);
      expect(Math.min(...borders.map((rule) => rule.y1))).toBeGreaterThanOrEqual(27.99);
    }
  });

  test('T-05: the header is repeated; label and title lie with the table; text after it is upright again', () => {
    for (const page of turned)
      expect(texts(page).some((item) => item.path.includes('.header.0.0'))).toBe(true);
    expect(must(linesOf(laidOut, 'attachmentLabel')[0]).page).toBe(must(turned[0]).index);
    const after = must(linesOf(laidOut, 'attachment').at(-1));
    expect(after.text).toBe('说明：以上任务纳入考核。');
    expect(laidOut.pages[after.page - 1]?.turned).toBeUndefined();
  });
});

describe('the PDF of a turned page', () => {
  let produced: Produced;
  beforeAll(async () => {
    produced = await produce(notice(wide));
  });

  test('T-02: the head of the table is at the left edge of the paper, the text runs upwards', () => {
    for (const index of [2, 3]) {
      const chars = pageOf(produced, index).texts.flatMap((text) => text.chars);
      const turnedChars = chars.filter((char) => char.turn === 90);
      expect(turnedChars.length).toBeGreaterThan(100);
      const upright = chars.filter((char) => char.turn === 0).map((char) => char.text);
      expect(upright.join('').replaceAll(' ', '')).toBe(`—${index}—`);
      const borders = pageOf(produced, index).rules;
      const left = Math.min(...borders.map((rule) => Math.min(rule.x1, rule.x2)));
      const lower = Math.max(...borders.map((rule) => Math.max(rule.y1, rule.y2)));
      const upper = Math.min(...borders.map((rule) => Math.min(rule.y1, rule.y2)));
      if (index === 3) check('T-02', '8', '表头距纸左边', left, 28, 0.1);
      check('T-03', '8', '表格下端', lower, 262, 0.1);
      check('T-03', '8', '表格上端', upper, 37, 0.1);
    }
  });
});
