import { describe, expect, test } from 'vitest';
import { MM_PER_PT } from '../../electron/docgen/layout/geometry.ts';
import { OFFICIAL_RED, redOf } from '../../shared/gongwen/red.ts';
import type { LaidOut } from '../../shared/gongwen/pages.ts';
import { fonts, lay, linesOf, must } from './support.ts';
import type { Input } from './support.ts';

/** Ink of every character of the mark in mm, as a ruler on the paper would measure it. */
function markInk(laidOut: LaidOut): { height: number; width: number; top: number; right: number } {
  const items = linesOf(laidOut, 'issuerMark').flatMap((line) => line.items);
  const boxes = items.flatMap((item) =>
    Array.from(item.text).map((char, index) => {
      const box = fonts.inkBox(item.face, char);
      const em = item.sizePt * MM_PER_PT;
      return {
        height: (box.top - box.bottom) * em,
        width: (box.right - box.left) * em * item.scaleX,
        top: item.baseline - box.top * em,
        right: (item.xs[index] ?? 0) + box.right * em * item.scaleX,
      };
    }),
  );
  return {
    height: Math.max(...boxes.map((box) => box.height)),
    width: Math.max(...boxes.map((box) => box.width)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
  };
}

const office: Input = { issuers: ['湖州市人民政府'] };
const codes = (laidOut: LaidOut): string[] => laidOut.notes.map((note) => note.code);

describe('size of the issuer mark asked for by a template (7.2.4, H-11)', () => {
  test.each([
    [22, 15],
    [16, 12],
    [10, 10],
    [5, 3],
  ])('%i mm high and %i mm wide is what the ink measures', (charHeight, charWidth) => {
    const laidOut = lay({ ...office, issuerMark: { charHeight, charWidth } });
    const ink = markInk(laidOut);
    expect(ink.height).toBeCloseTo(charHeight, 2);
    expect(ink.width).toBeCloseTo(charWidth, 2);
    // the place of the mark does not depend on its size (H-10)
    expect(ink.top).toBeCloseTo(72, 2);
    expect(codes(laidOut)).toEqual([]);
  });

  test('one of the two keeps the automatic proportions of the other', () => {
    const automatic = markInk(lay(office));
    const high = markInk(lay({ ...office, issuerMark: { charHeight: 12 } }));
    expect(high.height).toBeCloseTo(12, 2);
    expect(high.width).toBeLessThanOrEqual(automatic.width);
    const wide = markInk(lay({ ...office, issuerMark: { charWidth: 10 } }));
    expect(wide.width).toBeCloseTo(10, 2);
    expect(wide.height / wide.width).toBeCloseTo(automatic.height / automatic.width, 1);
  });

  test('a width that has no room on one line gives way to the type area, and is told', () => {
    const laidOut = lay({
      issuers: ['湖州市南太湖新区管理委员会社会发展局'],
      issuerMark: { charHeight: 15, charWidth: 15 },
    });
    const ink = markInk(laidOut);
    expect(ink.height).toBeCloseTo(15, 2);
    expect(ink.right).toBeLessThanOrEqual(184.01);
    expect(codes(laidOut)).toContain('mark-narrowed');
  });

  test('the names of a joint mark never grow past their room, and that is told', () => {
    const issuers = ['甲市人民政府', '乙市人民政府', '丙市人民政府', '丁市人民政府', '戊市人民政府'];
    const laidOut = lay({ issuers, issuerMark: { charHeight: 22 } });
    const [page] = laidOut.pages;
    expect(markInk(laidOut).height).toBeLessThan(22);
    expect(codes(laidOut)).toContain('mark-lowered');
    expect(must(page).items.some((item) => item.element === 'body')).toBe(true);
  });

  test('flat characters alone do not blow the mark up', () => {
    const ink = markInk(
      lay({ issuers: ['一一'], issuerMark: { suffix: '', charHeight: 22, charWidth: 15 } }),
    );
    expect(ink.height).toBeLessThan(22);
    expect(ink.width).toBeLessThan(30);
  });

  test('the red of the mark is the red of the whole document', () => {
    expect(redOf(lay(office))).toBe(OFFICIAL_RED);
    expect(redOf(lay({ ...office, issuerMark: { color: '#C00000' } }))).toBe('#C00000');
  });
});
