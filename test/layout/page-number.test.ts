import { describe, expect, test } from 'vitest';
import { EM_4 } from '../../electron/docgen/layout/geometry.ts';
import { filler, fonts, lay, linesOf, must, paragraph } from './support.ts';

const laidOut = lay({ body: [paragraph(`${filler(6500)}。`)] });
const numbers = linesOf(laidOut, 'pageNumber');

describe('page numbers (7.5)', () => {
  test('P-01, P-04: 4号 digits between two one-cell dashes', () => {
    expect(numbers.length).toBeGreaterThanOrEqual(10);
    numbers.forEach((line, index) => expect(line.text).toBe(`— ${index + 1} —`));
    for (const line of numbers) {
      const dash = must(line.items[0]);
      const ink = fonts.inkBox(dash.face, '—');
      expect((ink.right - ink.left) * dash.scaleX).toBeCloseTo(1, 2);
    }
  });

  test('P-02: the dashes’ ink lies 7 mm under the type area', () => {
    for (const line of numbers) {
      const ink = fonts.inkBox(must(line.items[0]).face, '—');
      expect(line.baseline - ((ink.top + ink.bottom) / 2) * EM_4).toBeCloseTo(269, 3);
    }
  });

  test('P-03: odd pages one cell from the right, even pages one cell from the left', () => {
    for (const line of numbers) {
      const first = must(line.items[0]);
      const ink = fonts.inkBox(first.face, '—');
      const inkLeft = line.x + ink.left * first.scaleX * EM_4;
      if (line.page % 2 === 1) expect(line.right).toBeCloseTo(184 - EM_4, 2);
      else expect(inkLeft).toBeCloseTo(28 + EM_4, 2);
    }
  });
});
