import { describe, expect, it } from 'vitest';
import {
  choosePages,
  correctionOf,
  formatCopyNumber,
  parseCopyNumber,
  parsePageRanges,
  sheetsOf,
} from '../../shared/domain/print.ts';

function pagesOf(text: string, count: number): readonly number[] | string {
  const parsed = parsePageRanges(text, count);
  const all = Array.from({ length: count }, (_, index) => index + 1);
  return parsed.ok ? choosePages(all, parsed.ranges) : parsed.message;
}

describe('pages a person types', () => {
  it('are single pages and ranges, in the order of the document, each once', () => {
    expect(pagesOf('1-3,5', 8)).toEqual([1, 2, 3, 5]);
    expect(pagesOf('5, 1-3, 2-4', 8)).toEqual([1, 2, 3, 4, 5]);
    expect(pagesOf('8', 8)).toEqual([8]);
    expect(pagesOf('1-3，5', 8)).toEqual([1, 2, 3, 5]);
  });

  it('may be typed with Chinese punctuation, full-width digits and spaces', () => {
    expect(pagesOf('１－３、５', 8)).toEqual([1, 2, 3, 5]);
    expect(pagesOf(' 1 至 3 5 ', 8)).toEqual([1, 2, 3, 5]);
    expect(pagesOf('2—4；7～8', 8)).toEqual([2, 3, 4, 7, 8]);
  });

  it('are all pages when nothing is typed', () => {
    expect(pagesOf('', 3)).toEqual([1, 2, 3]);
    expect(pagesOf(' ， ', 3)).toEqual([1, 2, 3]);
    expect(parsePageRanges('', 3)).toEqual({ ok: true, ranges: [] });
  });

  it('are joined where they touch', () => {
    expect(parsePageRanges('4,1-2,3', 8)).toEqual({ ok: true, ranges: [{ from: 1, to: 4 }] });
    expect(parsePageRanges('1-5,2-3', 8)).toEqual({ ok: true, ranges: [{ from: 1, to: 5 }] });
  });

  it('say what is wrong and what to type', () => {
    expect(pagesOf('第一页', 8)).toBe('“第一页”不是页码。请写成“1-3,5”这样，全部打印就留空。');
    expect(pagesOf('1-', 8)).toContain('不是页码');
    expect(pagesOf('1-2-3', 8)).toContain('不是页码');
    expect(pagesOf('1.5', 8)).toContain('不是页码');
    expect(pagesOf('5-3', 8)).toBe('“5-3”前大后小，请写成“3-5”。');
    expect(pagesOf('2,9', 8)).toBe('没有“9”这些页：本件共 8 页，请填 1 至 8。');
    expect(pagesOf('0', 8)).toContain('请填 1 至 8');
    expect(pagesOf('1-99999', 8)).toContain('请填 1 至 8');
  });
});

describe('sheets of paper', () => {
  it('begin anew with every copy', () => {
    expect(sheetsOf(3, 20, 'simplex')).toBe(60);
    expect(sheetsOf(3, 20, 'longEdge')).toBe(40);
    expect(sheetsOf(4, 20, 'shortEdge')).toBe(40);
    expect(sheetsOf(1, 2, 'longEdge')).toBe(2);
    expect(sheetsOf(0, 5, 'longEdge')).toBe(0);
  });
});

describe('份号', () => {
  it('has six digits', () => {
    expect(formatCopyNumber(7)).toBe('000007');
    expect(formatCopyNumber(999_999)).toBe('999999');
    expect(parseCopyNumber('000020')).toBe(20);
    expect(parseCopyNumber(' 12 ')).toBe(12);
  });

  it('is no number otherwise', () => {
    for (const wrong of ['', '000000', '0000001', '12a', '-1', '第1号']) {
      expect(parseCopyNumber(wrong), wrong).toBeUndefined();
    }
  });
});

describe('the move of a printer', () => {
  it('takes back what was measured too much or too little, in tenths of a millimetre', () => {
    expect(correctionOf(20)).toBe(0);
    expect(correctionOf(18.5)).toBe(1.5);
    expect(correctionOf(22)).toBe(-2);
    expect(correctionOf(20.06)).toBe(-0.1);
    expect(Object.is(correctionOf(20.04), 0)).toBe(true);
  });
});
