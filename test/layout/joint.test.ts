import { describe, expect, test } from 'vitest';
import { CELL, EM_3, LINE_PITCH, MM_PER_PT } from '../../electron/docgen/layout/geometry.ts';
import { filler, fonts, lay, linesOf, must, paragraph, seals } from './support.ts';
import type { Input, Line } from './support.ts';

const OFFICES = [
  '湖州市发展和改革委员会',
  '湖州市财政局',
  '湖州市卫生健康委员会',
  '湖州市教育局',
  '湖州市民政局',
  '湖州市公安局',
];
const joint = (count: number, input: Input = {}): ReturnType<typeof lay> =>
  lay({ issuers: OFFICES.slice(0, count), body: [paragraph(`${filler(400)}。`)], ...input });

const extent = (line: Line): { top: number; bottom: number } => {
  const boxes = line.items.flatMap((item) =>
    Array.from(item.text).map((char) => ({
      ink: fonts.inkBox(item.face, char),
      em: item.sizePt * MM_PER_PT,
    })),
  );
  return {
    top: line.baseline - Math.max(...boxes.map(({ ink, em }) => ink.top * em)),
    bottom: line.baseline - Math.min(...boxes.map(({ ink, em }) => ink.bottom * em)),
  };
};

describe('joint mark (7.2.4)', () => {
  test.each([2, 3, 5])(
    'H-12, H-13, H-14: %i names under each other, equally wide, 文件 at half their height',
    (count) => {
      const laidOut = joint(count);
      const lines = linesOf(laidOut, 'issuerMark');
      const names = lines.filter((line) => line.text !== '文件');
      expect(names.map((line) => line.text)).toEqual(OFFICES.slice(0, count));
      expect(extent(must(names[0])).top).toBeCloseTo(72, 2);
      for (const line of names) {
        expect(line.x).toBeCloseTo(must(names[0]).x, 2);
        expect(line.right).toBeCloseTo(must(names[0]).right, 2);
      }
      const suffix = must(lines.find((line) => line.text === '文件'));
      expect(suffix.x).toBeGreaterThan(must(names[0]).right);
      const block = (extent(must(names[0])).top + extent(must(names.at(-1))).bottom) / 2;
      expect((extent(suffix).top + extent(suffix).bottom) / 2).toBeCloseTo(block, 1);
      expect(suffix.right).toBeLessThanOrEqual(184.01);
    },
  );

  test('H-12: the host’s mark alone', () => {
    const laidOut = joint(3, { issuerMark: { names: ['湖州市发展和改革委员会'] } });
    expect(linesOf(laidOut, 'issuerMark').map((line) => line.text)).toEqual(['湖州市发展和改革委员会文件']);
  });

  test('B-05: six names leave room for text on the first page', () => {
    expect(must(linesOf(joint(6), 'body')[0]).page).toBe(1);
  });
});

describe('joint seals (7.3.5.1)', () => {
  test.each([2, 3, 4, 5, 6])('S-15, S-16: %i seals, one per office, apart, inside the type area', (count) => {
    const laidOut = joint(count);
    const page = must(laidOut.pages.find((each) => seals(each).length > 0));
    const found = seals(page);
    expect(found).toHaveLength(count);
    found.forEach((seal, index) => {
      expect(seal.path).toBe(`seals.${index}`);
      expect(seal.centerX - seal.diameter / 2).toBeGreaterThanOrEqual(27.99);
      expect(seal.centerX + seal.diameter / 2).toBeLessThanOrEqual(184.01);
      for (const other of found.slice(index + 1)) {
        const distance = Math.hypot(seal.centerX - other.centerX, seal.centerY - other.centerY);
        expect(distance).toBeGreaterThan((seal.diameter + other.diameter) / 2);
      }
      // each presses its own office, in the middle
      const office = must(
        laidOut.pages
          .flatMap((each) => (each.index === page.index ? each.items : []))
          .find(
            (item) =>
              item.kind === 'text' && item.path === `issuers.${index}` && item.element === 'issuerSignature',
          ),
      );
      if (office.kind !== 'text') throw new Error('no text');
      expect((must(office.xs[0]) + office.right) / 2).toBeCloseTo(seal.centerX, 1);
      expect(office.baseline).toBeLessThan(seal.centerY + seal.diameter / 2);
      expect(office.baseline - 0.86 * EM_3).toBeGreaterThan(seal.centerY - seal.diameter / 2);
    });
    // the upper edge of the first row within one line of the text
    const text = must(linesOf(laidOut, 'body').findLast((line) => line.page === page.index));
    const distance = must(found[0]).centerY - must(found[0]).diameter / 2 - (text.baseline + 0.14 * EM_3);
    expect(distance).toBeGreaterThanOrEqual(0);
    expect(distance).toBeLessThanOrEqual(LINE_PITCH);
    // the last presses the date
    const date = must(linesOf(laidOut, 'issuedOn')[0]);
    expect((date.x + date.right) / 2).toBeCloseTo(must(found.at(-1)).centerX, 1);
  });

  test('S-15: at most three seals of 42 mm in a row', () => {
    const found = seals(
      must(
        joint(6, { issuers: ['甲局', '乙局', '丙局', '丁局', '戊局', '己局'] }).pages.find(
          (page) => seals(page).length > 0,
        ),
      ),
    );
    const heights = found.map((seal) => seal.centerY.toFixed(1));
    expect([...new Set(heights)].map((height) => heights.filter((each) => each === height).length)).toEqual([
      3, 3,
    ]);
  });
});

describe('joint issuers without seals (7.3.5.2)', () => {
  test('S-23: the host first, the others under it, the date under the last', () => {
    const laidOut = joint(3, { sealing: 'none' });
    const names = linesOf(laidOut, 'issuerSignature');
    expect(names.map((line) => line.text)).toEqual(OFFICES.slice(0, 3));
    for (const line of names) expect(line.x).toBeCloseTo(must(names[0]).x, 2);
    const date = must(linesOf(laidOut, 'issuedOn')[0]);
    expect(date.baseline - must(names.at(-1)).baseline).toBeCloseTo(LINE_PITCH, 2);
    expect(date.x - must(names[0]).x).toBeCloseTo(2 * CELL, 2);
  });
});
