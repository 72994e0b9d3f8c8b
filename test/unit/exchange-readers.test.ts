import { describe, expect, it } from 'vitest';
import { isClassifiedRow, showsClassifiedMark } from '../../shared/domain/exchange/classified.ts';
import type { Cell, Sheet } from '../../shared/domain/exchange/cell.ts';
import {
  findHeadings,
  headingTexts,
  proposeMapping,
  yearOf,
} from '../../shared/domain/exchange/find-headings.ts';
import { INCOMING_FIELDS, PAPER_KEYS } from '../../shared/domain/exchange/incoming-import.ts';
import { printScale, READABLE_SCALE } from '../../shared/domain/exchange/export-list.ts';
import { dayRange, EXPORT_LISTS } from '../../shared/domain/exchange/export-lists.ts';
import { ledgerRows } from '../../shared/domain/exchange/ledger-rows.ts';
import { proposeByContent } from '../../shared/domain/exchange/propose-by-content.ts';
import { readMoment, showMoment } from '../../shared/domain/exchange/read-date.ts';
import { readBookNumber } from '../../shared/domain/exchange/read-values.ts';
import type { ReadContext } from '../../shared/domain/exchange/reading.ts';

const CONTEXT: ReadContext = { year: 2025, today: '2026-11-22', from1904: false };

const codes = (marks: readonly { readonly code: string }[]) => marks.map(({ code }) => code);
const sheetOf = (rows: readonly (readonly Cell[])[], merges: Sheet['merges'] = []): Sheet => ({
  name: '收文',
  rows,
  merges,
  from1904: false,
});

describe('dates of ledgers', () => {
  it.each<[Cell, string, string[]]>([
    ['2025.3.5', '2025-03-05', ['dateForm']],
    ['2025-03-05', '2025-03-05', []],
    ['2025年3月5日', '2025-03-05', ['dateForm']],
    ['2025年3月5日 星期三', '2025-03-05', ['dateForm']],
    ['２０２５．３．５', '2025-03-05', ['dateForm']],
    ['2025。3。5', '2025-03-05', ['dateForm']],
    ['2025、3、5', '2025-03-05', ['dateForm']],
    ['20250305', '2025-03-05', ['dateForm']],
    [20_250_305, '2025-03-05', ['dateForm']],
    [45_721, '2025-03-05', ['dateForm']],
    ['45721', '2025-03-05', ['dateForm']],
    [45_721.604_166_666_67, '2025-03-05 14:30', ['dateForm']],
    ['二〇二五年三月五日', '2025-03-05', ['dateForm']],
    ['2025-3-5 14:30', '2025-03-05 14:30', ['dateForm']],
    ['2025年3月5日下午2时30分', '2025-03-05 14:30', ['dateForm']],
    ['2025-03-05 08:30:15', '2025-03-05 08:30', ['dateForm']],
    ['2025-03-05T08:30', '2025-03-05 08:30', ['dateForm']],
    [{ at: '2025-03-05T00:00:00' }, '2025-03-05', []],
    ['3月5日', '2025-03-05', ['yearAdded']],
    ['3.5', '2025-03-05', ['yearAdded']],
    [3.5, '2025-03-05', ['yearAdded']],
    ['25.3.5', '2025-03-05', ['shortYear']],
    ['2026-12-01', '2026-12-01', ['futureDate']],
  ])('%j is %s', (cell, shown, marks) => {
    const { value, marks: found } = readMoment(cell, CONTEXT);
    expect(showMoment(value)).toBe(shown);
    expect(codes(found)).toEqual(marks);
  });

  it.each<Cell>(['2025-02-30', '待补', '13.45', '2025.13.1', 3.1, 12, '1900-01-01', '2025-03-05 25:00', '—'])(
    '%j is none',
    (cell) => {
      const { value, marks } = readMoment(cell, CONTEXT);
      expect([value, codes(marks)]).toEqual([null, ['notADate']]);
    },
  );

  it('without a year are none where nothing tells the year', () => {
    expect(codes(readMoment('3月5日', { ...CONTEXT, year: null }).marks)).toEqual(['notADate']);
  });

  it('every day of thirty years is read the same in every form', () => {
    for (let at = Date.UTC(1995, 0, 1); at < Date.UTC(2025, 0, 1); at += 86_400_000) {
      const iso = new Date(at).toISOString().slice(0, 10);
      const [year, month, day] = iso.split('-').map(Number);
      const forms: Cell[] = [
        `${year}.${month}.${day}`,
        `${year}年${month}月${day}日`,
        iso.replaceAll('-', ''),
        at / 86_400_000 + 25_569,
      ];
      for (const form of forms) expect(readMoment(form, CONTEXT).value).toBe(`${iso}T00:00`);
    }
  });
});

describe('numbers of the book', () => {
  it.each<[Cell, number | null, number]>([
    ['收〔2025〕0012', 2025, 12],
    ['收[2025]12号', 2025, 12],
    ['收（2025）12', 2025, 12],
    ['2025-12', 2025, 12],
    ['2025年第12号', 2025, 12],
    ['20250012', 2025, 12],
    ['12', null, 12],
    [12, null, 12],
    ['０１２', null, 12],
    ['第12号', null, 12],
    ['No.12', null, 12],
    ['收文12号', null, 12],
  ])('%j', (cell, year, serial) => {
    expect(readBookNumber(cell)).toEqual({ value: { year, serial }, marks: [] });
  });

  it.each(['甲-办-7', '0', '12、13', '1234567'])('%j is kept in the remark', (cell) => {
    const { value, note, marks } = readBookNumber(cell);
    expect([value, note, codes(marks)]).toEqual([null, `原收文号：${cell}`, ['numberKept']]);
  });
});

const read = (key: 'urgency' | 'copies' | 'channel' | 'secrecy' | 'state', cell: Cell) => {
  const { value, marks, note } = INCOMING_FIELDS[key].read(cell, CONTEXT);
  return [value, codes(marks), note];
};

describe('words of ledgers', () => {
  it('stand for the values of the book', () => {
    expect(read('urgency', '急 件')).toEqual(['加急', ['wordForm'], undefined]);
    expect(read('urgency', null)).toEqual(['平件', [], undefined]);
    expect(read('urgency', '火急')).toEqual(['平件', ['unknownWord'], undefined]);
    expect(read('secrecy', '无')).toEqual(['', ['wordForm'], undefined]);
    expect(read('channel', 'ＯＡ')).toEqual(['电子', ['wordForm'], undefined]);
    expect(read('channel', '信使')).toEqual(['邮寄', ['unknownWord'], '来文方式：信使']);
    expect(read('state', '办结')).toEqual(['closed', ['wordForm'], undefined]);
    expect(read('state', '已办结')).toEqual(['closed', [], undefined]);
  });

  it('counts in any digits', () => {
    for (const cell of ['3', 3, '３', '3份', '三份', ' 3 件', '3.0']) expect(read('copies', cell)[0]).toBe(3);
    expect(read('copies', '十二')[0]).toBe(12);
    expect(read('copies', '若干')[1]).toEqual(['notACount']);
    expect(read('copies', '0')[1]).toEqual(['notACount']);
    expect(read('copies', '-1')[1]).toEqual(['notACount']);
  });
});

describe('rows of state secrets', () => {
  it.each([
    '秘密',
    '机密★10年',
    '机 密',
    '绝密级',
    '秘密5年',
    '机密（10年）',
    '★10年',
    '关于某事的通知 秘密★',
  ])('%s', (text) => {
    expect(isClassifiedRow(['1', '关于某事的通知', text])).toBe(true);
  });

  it.each(['工作秘密', '内部', '关于加强机密文件管理的通知', '保守国家秘密法', '★★★重要', '工作秘密★5年'])(
    '%s is none',
    (text) => {
      expect(isClassifiedRow(['1', '关于某事的通知', text])).toBe(false);
    },
  );

  it('are told from names of files', () => {
    expect(showsClassifiedMark('2025收文 机密★10年.xlsx')).toBe(true);
    expect(showsClassifiedMark('2025收文登记.xlsx')).toBe(false);
  });
});

describe('headings', () => {
  it('are found below title lines, in one row or two', () => {
    const one = sheetOf([['收文登记簿'], [], ['序号', '日期', '来文单位', '文 号', '标题'], ['1']]);
    expect(findHeadings(one)).toEqual({ row: 2, height: 1 });
    const two = sheetOf(
      [
        ['收文号', '来文', null, '承办', null],
        [null, '来文单位', '文号', '主办', '办理结果'],
        ['1', '甲局', '', '', ''],
      ],
      [{ top: 0, bottom: 1, left: 0, right: 0 }],
    );
    const headings = findHeadings(two);
    expect(headings).toEqual({ row: 1, height: 1 });
    const merged = sheetOf(
      [
        ['收文号', '收文日期', '标题', '承办情况', null],
        [null, null, null, '主办', '办理结果'],
        ['1', '甲局', '', '', ''],
      ],
      [
        { top: 0, bottom: 1, left: 0, right: 0 },
        { top: 0, bottom: 0, left: 3, right: 4 },
      ],
    );
    expect(findHeadings(merged)).toEqual({ row: 0, height: 2 });
    expect(headingTexts(merged, { row: 0, height: 2 })).toEqual([
      '收文号',
      '收文日期',
      '标题',
      '主办',
      '办理结果',
    ]);
  });

  it('none are found where there are none', () => {
    expect(
      findHeadings(
        sheetOf([
          ['甲', '乙'],
          ['1', '2'],
        ]),
      ),
    ).toBeUndefined();
  });

  it('give each column to the surest field, each field once', () => {
    const mapping = proposeMapping([
      '序号',
      '收文编号',
      '来文单位名称',
      '发文字号',
      '文件标题（事由）',
      '办理情况及结果',
    ]);
    expect(mapping).toEqual({ number: 1, senderName: 2, documentNumber: 3, title: 4, result: 5 });
  });

  it('of the exported book are all known again', () => {
    const { columns } = EXPORT_LISTS.incoming;
    const mapping = proposeMapping(columns.map(({ heading }) => heading));
    for (const key of PAPER_KEYS) expect([key, columns[mapping[key] ?? -1]?.key]).toEqual([key, key]);
  });

  it('every synonym belongs to one field alone', () => {
    const all = PAPER_KEYS.flatMap((key) => INCOMING_FIELDS[key].synonyms);
    expect(all.filter((synonym, index) => all.indexOf(synonym) !== index)).toEqual([]);
  });

  it('the year is told by the lines over the table', () => {
    const sheet = sheetOf([['临江市2024年度收文登记簿'], ['收文号', '标题']]);
    expect(yearOf(sheet, { row: 1, height: 1 }, '2023.xlsx')).toBe(2024);
    expect(yearOf(sheetOf([['收文号', '标题']]), { row: 0, height: 1 }, '收文2023.xlsx')).toBe(2023);
    expect(yearOf(sheetOf([['收文号', '标题']]), { row: 0, height: 1 }, '收文.xlsx')).toBeNull();
  });

  it('columns without headings are told by what stands in them', () => {
    const sheet = sheetOf([
      ['2025.3.5', '市财政局', '临财〔2025〕5号', '关于编报预算的通知', '王'],
      ['2025.3.6', '市总工会', null, '关于慰问职工的函', null],
    ]);
    expect(proposeByContent(sheet)).toEqual({ receivedAt: 0, senderName: 1, documentNumber: 2, title: 3 });
  });
});

describe('rows', () => {
  const head = ['收文号', '来文单位', '标题', '主办'];
  const mapping = { number: 0, senderName: 1, title: 2, leadName: 3 };

  it('that are no papers are told apart, merged and 同上 cells are filled', () => {
    const sheet = sheetOf(
      [
        head,
        ['1', '甲局', '一', '工程科'],
        ['2', '同上', '二', null],
        [null, null],
        ['本月合计', null, '2件'],
        head,
        ['3', '乙局', '三', '房管科'],
        ['填表人：某某'],
      ],
      [{ top: 1, bottom: 2, left: 3, right: 3 }],
    );
    const rows = ledgerRows(sheet, { row: 0, height: 1 }, mapping);
    expect(rows.map(({ row, kind }) => [row, kind])).toEqual([
      [1, 'paper'],
      [2, 'paper'],
      [4, 'total'],
      [5, 'heading'],
      [6, 'paper'],
      [7, 'note'],
    ]);
    expect(rows[1]?.cells).toEqual(['2', '甲局', '二', '工程科']);
    expect([...(rows[1]?.filled ?? [])]).toEqual([
      [3, 'merged'],
      [1, 'ditto'],
    ]);
  });

  it('a paper about totals is a paper', () => {
    const sheet = sheetOf([head, ['1', '市统计局', '合计指标调整的通知', '']]);
    expect(ledgerRows(sheet, { row: 0, height: 1 }, mapping)[0]?.kind).toBe('paper');
  });
});

describe('the days a table covers', () => {
  it.each([
    ['2026-01-05', '2026-03-31', '2026年1月5日至3月31日'],
    ['2025-12-30', '2026-01-02', '2025年12月30日至2026年1月2日'],
    ['2026-01-05', '2026-01-05', '2026年1月5日'],
    [null, null, ''],
  ])('%s to %s', (first, last, words) => {
    expect(dayRange(first, last)).toBe(words);
  });
});

describe('the size on paper', () => {
  it.each(['incoming', 'outgoing'] as const)('the book of %s can be read on A4 as it is offered', (list) => {
    const columns = EXPORT_LISTS[list].columns.filter(({ extra }) => extra !== true);
    expect(printScale(columns)).toBeGreaterThanOrEqual(READABLE_SCALE);
  });

  it('narrow tables are not enlarged', () => {
    expect(printScale([{ width: 20 }])).toBe(1);
    expect(printScale([])).toBe(1);
  });
});
