import { describe, expect, test } from 'vitest';
import { EM_4 } from '../../electron/docgen/layout/geometry.ts';
import { filler, lay, linesOf, must, paragraph, rules } from './support.ts';
import type { Input } from './support.ts';

const printed: Input = { printingOffice: '湖州市人民政府办公室', printedOn: '2026-03-06' };
const copyTo = [
  [
    '市委办公室',
    '市人大常委会办公室',
    '市政协办公室',
    '市纪委市监委',
    '市中级人民法院',
    '市人民检察院',
    '湖州军分区',
  ],
];

const enclosed = (lines: number): ReturnType<typeof lay> =>
  lay({
    ...printed,
    copyTo: [['市委办公室']],
    enclosures: [{ title: '办法', body: [paragraph(`${filler(lines * 28 - 10)}。`)] }],
  });

describe('imprint (7.4)', () => {
  const laidOut = lay({ ...printed, copyTo });
  const last = laidOut.pages.at(-1);
  const lines = rules(last);

  test('I-01, I-02: rules as wide as the type area; first and last 0.35 mm, the middle one 0.25 mm', () => {
    for (const rule of lines) expect([rule.x1, rule.x2]).toEqual([28, 184]);
    expect(lines.map((rule) => rule.thickness)).toEqual([0.35, 0.25, 0.35]);
  });

  test('I-03: the last rule lies on the lower edge of the last page’s type area', () => {
    expect(must(lines.at(-1)).y1).toBe(262);
    expect(last?.index).toBe(laidOut.pages.length);
  });

  test('I-04: 抄送 one cell in on both sides, further lines after the colon, a full stop at the end', () => {
    const found = linesOf(laidOut, 'imprint').filter((line) => must(line.items[0]).path.startsWith('copyTo'));
    expect(found.length).toBeGreaterThan(1);
    expect(must(found[0]).text.startsWith('抄送：市委办公室')).toBe(true);
    expect(must(found[0]).x).toBeCloseTo(28 + EM_4, 2);
    for (const line of found.slice(1)) expect(line.x).toBeCloseTo(28 + 4 * EM_4, 2);
    for (const line of found) expect(line.right).toBeLessThanOrEqual(184 - EM_4 + 0.01);
    expect(must(found.at(-1)).text.endsWith('。')).toBe(true);
  });

  test('I-07, I-09: office left, date right, both one cell in, “印发” behind the date', () => {
    const line = must(linesOf(laidOut, 'imprint').at(-1));
    expect(line.items.map((item) => item.text)).toEqual(['湖州市人民政府办公室', '2026年3月6日印发']);
    expect(line.x).toBeCloseTo(28 + EM_4, 2);
    expect(line.right).toBeCloseTo(184 - EM_4, 2);
  });

  test('I-08: a thin rule only between 抄送 and the printing line', () => {
    expect(rules(lay(printed).pages.at(-1)).filter((rule) => rule.element === 'imprintRule')).toHaveLength(2);
  });

  test('I-06: 主送 above 抄送 without a rule between them', () => {
    const moved = lay({ ...printed, copyTo, options: { addresseesInImprint: true } });
    const found = linesOf(moved, 'imprint').map((line) => line.text);
    expect(must(found[0])).toBe('主送：各区县人民政府，市府各部门，市直各单位。');
    expect(rules(moved.pages.at(-1)).filter((rule) => rule.element === 'imprintRule')).toHaveLength(3);
  });

  test('I-10: on the even side; off by option', () => {
    expect(lay(printed).pages).toHaveLength(2);
    expect(lay({ ...printed, options: { imprintOnEvenPage: false } }).pages).toHaveLength(1);
  });

  test('I-10, P-05: text that fills an even page leaves a blank page; it and the imprint’s have no number', () => {
    const found = Array.from({ length: 40 }, (_, index) => 400 + index * 28)
      .map((length) => lay({ ...printed, copyTo, body: [paragraph(`${filler(length)}。`)] }))
      .filter((each) => each.pages.length === 4 && each.pages[2]?.items.length === 0);
    expect(found.length).toBeGreaterThan(0);
    for (const each of found) {
      expect(each.pages.map((page) => page.pageNumber)).toEqual([1, 2, undefined, undefined]);
      expect(linesOf(each, 'pageNumber')).toHaveLength(2);
      expect(must(rules(each.pages[3]).at(-1)).y1).toBe(262);
    }
  });

  test('I-10, S-34: a page of running text is tightened, within 27.5 pt, before two more sides are taken', () => {
    const counts = [14, 15, 16, 17, 18].map((lines) => enclosed(lines));
    const tightened = counts.filter((each) => each.notes.some((note) => note.code === 'pitch-tightened'));
    expect(tightened.length).toBeGreaterThan(0);
    for (const each of tightened) {
      expect(each.pages).toHaveLength(2);
      const lines = linesOf(each, 'enclosure');
      const pitch = ((must(lines[1]).baseline - must(lines[0]).baseline) * 72) / 25.4;
      expect(pitch).toBeGreaterThanOrEqual(27.49);
      expect(pitch).toBeLessThan(29.5);
      const top = must(rules(each.pages[1]).find((rule) => rule.element === 'imprintRule')).y1;
      expect(top - must(lines.at(-1)).baseline).toBeGreaterThan(3);
    }
  });

  test('I-11: never divided, whatever the length of the text', () => {
    for (let length = 30; length < 1400; length += 28) {
      const each = lay({ ...printed, copyTo, body: [paragraph(`${filler(length)}。`)] });
      const pages = new Set(linesOf(each, 'imprint').map((line) => line.page));
      expect([...pages], `${length}`).toEqual([each.pages.length]);
      expect(each.pages.length % 2).toBe(0);
      const top = must(rules(each.pages.at(-1)).find((rule) => rule.element === 'imprintRule')).y1;
      for (const element of ['body', 'issuedOn', 'issuerSignature'] as const) {
        for (const line of linesOf(each, element).filter(({ page }) => page === each.pages.length)) {
          expect(line.baseline).toBeLessThan(top);
        }
      }
    }
  });
});
