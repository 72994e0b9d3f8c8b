import { describe, expect, it } from 'vitest';
import { daysInMonth, formatChineseDate, parseChineseDate } from '../../shared/gongwen/chinese-date.ts';
import {
  formatDocumentNumber,
  normalizeDocumentNumberText,
  numberIrregularities,
  parseDocumentNumber,
} from '../../shared/gongwen/document-number.ts';

describe('formatDocumentNumber (H-16, H-17, C-04)', () => {
  it.each([
    [{ issuerCode: '湖卫健发', year: 2023, serial: 1 }, '湖卫健发〔2023〕1号'],
    [{ orderNo: 5 }, '第5号'],
    [{ issueNo: 12 }, '第12期'],
  ])('%o', (number, shown) => {
    expect(formatDocumentNumber(number)).toBe(shown);
  });
});

describe('what a clerk types', () => {
  it.each([
    ['2026-38', '〔2026〕38号'],
    ['[2026]38', '〔2026〕38号'],
    ['（2026）38 号', '〔2026〕38号'],
    ['【2026]38号', '〔2026〕38号'],
    ['湖卫健发[2026]38号', '湖卫健发〔2026〕38号'],
    ['湖卫健发（2026）第038号', '湖卫健发〔2026〕38号'],
    ['湖卫健发〔２０２６〕３８号', '湖卫健发〔2026〕38号'],
    ['湖卫健发2026-38', '湖卫健发〔2026〕38号'],
    ['湖卫健发 〔2026年〕 38 号', '湖卫健发〔2026〕38号'],
    ['第5号', '第5号'],
    ['第 12 期', '第12期'],
    ['湖卫健发〔2026〕38号', '湖卫健发〔2026〕38号'],
  ])('%s → %s', (typed, shown) => {
    expect(normalizeDocumentNumberText(typed)).toBe(shown);
  });

  it.each(['', '通知', '2026-03-05', '[26]38', '[2026]0', '〔2026〕号', '第0期', '38'])(
    '%s is left as typed',
    (typed) => {
      expect(parseDocumentNumber(typed)).toBeUndefined();
      expect(normalizeDocumentNumberText(` ${typed} `)).toBe(typed);
    },
  );

  it('takes the 机关代字 of the office when none is typed', () => {
    expect(parseDocumentNumber('2026-38', '江医发')).toEqual({
      issuerCode: '江医发',
      year: 2026,
      serial: 38,
    });
    expect(parseDocumentNumber('江医〔2026〕3号', '江医发')).toEqual({
      issuerCode: '江医',
      year: 2026,
      serial: 3,
    });
  });
});

describe('numberIrregularities (K-01..K-05)', () => {
  it.each([
    ['国办发〔2026〕5号', []],
    ['国办发[2026]5号', ['年份应置于六角括号“〔〕”内']],
    ['国办发〔26〕5号', ['年份应写全4位']],
    ['国办发〔2026〕第5号', ['顺序号前不加“第”']],
    ['国办发〔2026〕05号', ['顺序号不编虚位（1不编为01）']],
    ['国办发〔2026〕5', ['顺序号后应加“号”']],
  ])('%s', (text, faults) => {
    expect(numberIrregularities(text)).toEqual(faults);
  });
});

describe('dates (S-01, K-06..K-08)', () => {
  it('prints without leading zeros', () => {
    expect(formatChineseDate('2026-03-05')).toBe('2026年3月5日');
    expect(formatChineseDate('2026-12-31')).toBe('2026年12月31日');
  });

  it.each([
    ['2026年3月5日', '2026-03-05'],
    ['2026年03月05日', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['2026-3-5', '2026-03-05'],
    ['2026/03/05', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['２０２６年３月５日', '2026-03-05'],
    ['二〇二六年三月五日', '2026-03-05'],
    ['二○二六年十二月三十一日', '2026-12-31'],
    ['二零二六年二月二十八日', '2026-02-28'],
    ['2026年3月6日印发', '2026-03-06'],
    ['3月5日', '2026-03-05'],
    ['3.5', '2026-03-05'],
  ])('reads %s', (typed, iso) => {
    expect(parseChineseDate(typed, 2026)).toBe(iso);
  });

  it.each(['2026年2月30日', '2026-13-01', '2025.2.29', '26年3月5日', '三月', '2026', '', '1.5万元'])(
    'refuses %s',
    (typed) => {
      expect(parseChineseDate(typed, 2026)).toBeUndefined();
    },
  );

  it('knows leap years', () => {
    expect([2024, 2025, 2000, 1900].map((year) => daysInMonth(year, 2))).toEqual([29, 28, 29, 28]);
  });
});
