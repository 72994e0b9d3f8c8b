import { describe, expect, test } from 'vitest';
import { CELL, EM_3, LINE_PITCH, MM_PER_PT, rowTop } from '../../electron/docgen/layout/geometry.ts';
import { fonts, lay, linesOf, must, rules } from './support.ts';
import type { Input, Line } from './support.ts';

const row = (line: Line): number => (line.baseline - 0.86 * EM_3 - rowTop(0)) / LINE_PITCH;
const inkTop = (line: Line): number =>
  line.baseline -
  Math.max(
    ...line.items.flatMap((item) =>
      Array.from(item.text).map((char) => fonts.inkBox(item.face, char).top * item.sizePt * MM_PER_PT),
    ),
  );
const inkBottom = (line: Line): number =>
  line.baseline -
  Math.min(
    ...line.items.flatMap((item) =>
      Array.from(item.text).map((char) => fonts.inkBox(item.face, char).bottom * item.sizePt * MM_PER_PT),
    ),
  );
const mark = (input: Input): Line => must(linesOf(lay(input), 'issuerMark')[0], 'mark');
const corner: Input = { copyNumber: '000012', secrecy: '机密', secrecyTerm: '1年', urgency: '特急' };

describe('header (7.2)', () => {
  test('H-01, H-03, H-06, H-07: 份号, 密级, 紧急程度 flush left from the first line down', () => {
    const laidOut = lay(corner);
    const found = (['copyNumber', 'secrecy', 'urgency'] as const).map((element) =>
      must(linesOf(laidOut, element)[0]),
    );
    expect(found.map((line) => line.text)).toEqual(['000012', '机密★1年', '特急']);
    found.forEach((line, index) => {
      expect(line.x).toBeCloseTo(28, 2);
      expect(row(line)).toBeCloseTo(index, 3);
    });
  });

  test('H-03: the secrecy level stands on the second line without a copy number too', () => {
    const laidOut = lay({ secrecy: '秘密' });
    expect(row(must(linesOf(laidOut, 'secrecy')[0]))).toBeCloseTo(1, 3);
  });

  test('H-06: the urgency alone stands on the first line', () => {
    expect(row(must(linesOf(lay({ urgency: '加急' }), 'urgency')[0]))).toBeCloseTo(0, 3);
  });

  test.each([
    '国务院',
    '湖州市人民政府办公室',
    '湖州市南太湖新区管理委员会社会发展和卫生健康局人口监测与家庭发展处',
  ])('H-10: the ink of the mark of %s starts at 72 mm, centred, whatever stands in the corner', (name) => {
    for (const extra of [{}, corner]) {
      const line = mark({ ...extra, issuers: [name] });
      expect(line.text).toBe(`${name}文件`);
      expect(inkTop(line)).toBeCloseTo(72, 2);
      expect((line.x + line.right) / 2).toBeCloseTo(106, 1);
      expect(line.x).toBeGreaterThanOrEqual(27.99);
      expect(line.right).toBeLessThanOrEqual(184.01);
    }
  });

  test('H-11: red 小标宋, never higher than 22 mm, narrowed for a long name', () => {
    const short = must(mark({ issuers: ['国务院'] }).items[0]);
    const longest = must(mark({ issuers: ['湖州市南太湖新区管理委员会社会发展和卫生健康局'] }).items[0]);
    for (const item of [short, longest]) {
      expect(item.color).toBe('red');
      expect(item.sizePt * MM_PER_PT).toBeLessThanOrEqual(22);
      expect(item.scaleX).toBeLessThanOrEqual(1);
    }
    expect(longest.sizePt).toBeLessThan(short.sizePt);
  });

  test('H-15: the number is centred two lines under the mark', () => {
    const laidOut = lay();
    const number = must(linesOf(laidOut, 'documentNumber')[0]);
    expect(number.text).toBe('湖政办发〔2026〕12号');
    expect((number.x + number.right) / 2).toBeCloseTo(106, 2);
    const gap = number.baseline - 0.86 * EM_3 - inkBottom(must(linesOf(laidOut, 'issuerMark')[0]));
    expect(gap).toBeCloseTo(2 * LINE_PITCH + (LINE_PITCH - EM_3), 2);
  });

  test('H-15: without a number its place stays blank and nothing moves', () => {
    const numbered = must(rules(lay().pages[0])[0]);
    const blank = lay({ documentNumber: undefined });
    expect(linesOf(blank, 'documentNumber')).toEqual([]);
    expect(must(rules(blank.pages[0])[0]).y1).toBeCloseTo(numbered.y1, 3);
  });

  test('H-24: a red rule as wide as the type area, 4 mm under the ink of the number', () => {
    const laidOut = lay();
    const rule = must(rules(laidOut.pages[0]).find((item) => item.element === 'redRule'));
    expect([rule.x1, rule.x2, rule.color]).toEqual([28, 184, 'red']);
    const number = must(linesOf(laidOut, 'documentNumber')[0]);
    expect(rule.y1 - rule.thickness / 2 - inkBottom(number)).toBeCloseTo(4, 2);
  });
});

describe('signatories of 上行文 (7.2.5, 7.2.6)', () => {
  const names = ['张三丰', '李四', '王五一', '赵六', '孙七七'];
  const signed = (count: number): ReturnType<typeof lay> =>
    lay({ genre: '请示', signatories: names.slice(0, count).map((name) => ({ name })) });

  test.each([1, 2, 3, 4, 5])('H-18…H-22: %i signatories', (count) => {
    const laidOut = signed(count);
    const lines = linesOf(laidOut, 'signatories');
    expect(lines).toHaveLength(Math.ceil(count / 2));
    expect(must(lines[0]).text.startsWith('签发人：')).toBe(true);
    // H-19: one cell from the right edge
    const rightmost = Math.max(...lines.map((line) => line.right));
    expect(rightmost).toBeCloseTo(184 - CELL, 1);
    // H-21: at most two on a line, further lines start under the first name
    const firstName = must(must(lines[0]).items[1]).xs[0] ?? 0;
    for (const line of lines.slice(1)) {
      expect(line.items.length).toBeLessThanOrEqual(2);
      expect(line.x).toBeCloseTo(firstName, 2);
    }
    // H-18: the number one cell from the left on the line of the last signatory
    const number = must(linesOf(laidOut, 'documentNumber')[0]);
    expect(number.x).toBeCloseTo(28 + CELL, 2);
    expect(number.baseline).toBeCloseTo(must(lines.at(-1)).baseline, 3);
    // H-22: the rule goes down with them, the mark stays
    const rule = must(rules(laidOut.pages[0])[0]);
    expect(rule.y1 - rule.thickness / 2 - inkBottom(number)).toBeCloseTo(4, 2);
    expect(inkTop(must(linesOf(laidOut, 'issuerMark')[0]))).toBeCloseTo(72, 2);
  });

  test('H-20: 签发人 in 仿宋, the name in 楷体', () => {
    const laidOut = signed(1);
    const [label, name] = must(linesOf(laidOut, 'signatories')[0]).items;
    expect(must(laidOut.faces[must(label).face]).role).toBe('fangsong');
    expect(must(laidOut.faces[must(name).face]).role).toBe('kai');
  });
});
