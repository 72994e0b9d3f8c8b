import { describe, expect, it } from 'vitest';
import { fitLines } from '../../electron/docgen/docx/fit-lines.ts';
import type { FitLine } from '../../electron/docgen/docx/fit-lines.ts';
import { libreOfficeWidth, wordWidth } from '../../electron/docgen/docx/line-widths.ts';
import type { FitChar } from '../../electron/docgen/docx/line-widths.ts';

/** 三号 with the spacing of the body: Chinese 16 pt, ASCII half of it. */
const chars = (text: string): FitChar[] =>
  Array.from(text, (char) => {
    const width = char < '\u007f' ? 8 : 16;
    return { char, natural: width, widest: width, styleSpacing: -5, size: 16, format: '仿宋' };
  });

/** Width of the type area. */
const FULL = 442.2;
const line = (text: string, available = FULL): FitLine => ({ chars: chars(text), available });
const HAN = '各区县要高度重视加强领导精心组织确保各项工作落到实处并结合实际';

const han = (count: number): string => HAN.slice(0, count);

describe('how wide programs set a line', () => {
  it('is the same where nothing but Chinese stands, but for the last character', () => {
    expect(wordWidth(chars(han(28)), undefined)).toBeCloseTo(28 * 15.75);
    expect(libreOfficeWidth(chars(han(28)), undefined)).toBeCloseTo(28 * 15.75 + 0.25);
  });

  it('differs by a fifth of an em at every place where Chinese meets a number, as measured', () => {
    const date = chars('年8月3日');
    const stretches = 5;
    expect(wordWidth(date, undefined)).toBeCloseTo(3 * 16 + 2 * 8 - 5 * 0.25);
    expect(libreOfficeWidth(date, undefined)).toBeCloseTo(3 * 16 + 2 * 8 + 4 * 3.2 - (5 - stretches) * 0.25);
  });

  it('has no such place beside punctuation', () => {
    const bracketed = chars('（8）');
    expect(libreOfficeWidth(bracketed, 0)).toBeCloseTo(16 + 8 + 16);
  });
});

describe('fitting lines', () => {
  it('leaves a line alone that ends there by itself', () => {
    expect(fitLines([line(han(28)), line(han(10))])).toEqual([
      { spacing: undefined, hardBreak: false, everywhere: true },
      { spacing: undefined, hardBreak: false, everywhere: true },
    ]);
  });

  it('draws a line together into which the layout has squeezed one more', () => {
    const [first] = fitLines([line(`${han(28)}。`), line(han(10))]);
    expect(first).toMatchObject({ hardBreak: false, everywhere: true });
    expect(first?.spacing).toBeLessThan(-5);
    expect(wordWidth(chars(`${han(28)}。`), first?.spacing)).toBeLessThan(FULL);
    expect(libreOfficeWidth(chars(`${han(28)}。`), first?.spacing)).toBeLessThan(FULL);
  });

  it('spreads a line from which the layout has sent characters down, until the next one does not fit', () => {
    const [first] = fitLines([line(han(26)), line(han(10))]);
    expect(first).toMatchObject({ hardBreak: false, everywhere: true });
    const width = wordWidth(chars(han(26)), first?.spacing);
    expect(width).toBeLessThan(FULL);
    expect(width + 15.75).toBeGreaterThan(FULL);
  });

  it('needs nothing where the next word is too long to come up', () => {
    const [first] = fitLines([line(han(26)), line('GB9704标准')]);
    expect(first).toEqual({ spacing: undefined, hardBreak: false, everywhere: true });
  });

  it('ends a line by a break where the layout has torn a word', () => {
    const [torn] = fitLines([line(`${han(24)}example`), line('gov')]);
    expect(torn?.hardBreak).toBe(true);
  });

  it('serves all programs where a line has a few numbers, and Word where it has too many', () => {
    const width = (text: string): number => wordWidth(chars(text), undefined);
    const few = '在本月开展检查和5次抽查中共发现问题';
    const [one] = fitLines([line(few, width(few) + 1), line(han(10))]);
    expect(one).toMatchObject({ hardBreak: false, everywhere: true });
    expect(libreOfficeWidth(chars(few), one?.spacing)).toBeLessThan(width(few) + 1);
    const many = '在2026年7月8日至9月16日间开展3次检查和5次抽查共';
    const [other] = fitLines([line(many, width(many) + 0.5), line(han(10))]);
    expect(other).toEqual({ spacing: undefined, hardBreak: false, everywhere: false });
  });

  it('asks nothing of LibreOffice where the document names the fonts of Windows', () => {
    // LibreOffice needs a break here, Word and WPS do not
    const text = '在2026年7月8日至9月16日间开展3次检查和5次抽查共';
    const lines = [line(text, wordWidth(chars(text), undefined) + 1), line(han(10))];
    expect(fitLines(lines, { isForWord: true })[0]).toEqual({
      spacing: undefined,
      hardBreak: false,
      everywhere: true,
    });
    const [torn] = fitLines([line(`${han(24)}example`), line('gov')], { isForWord: true });
    expect(torn?.hardBreak).toBe(true);
  });

  it('never spreads a line that is not justified', () => {
    const [first] = fitLines([line(han(4), 90), line(han(3), 90)], { isRagged: true });
    expect(first).toEqual({ spacing: undefined, hardBreak: true, everywhere: true });
  });

  it('sets the last line of a cut paragraph to the full width', () => {
    const [only] = fitLines([line(han(26))], { isCut: true });
    expect(wordWidth(chars(han(26)), only?.spacing)).toBeGreaterThan(FULL - 3);
    expect(wordWidth(chars(han(26)), only?.spacing)).toBeLessThan(FULL);
  });
});
