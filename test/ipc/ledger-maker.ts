import ExcelJS from '@protobi/exceljs';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import type { MarkCode } from '../../shared/domain/exchange/reading.ts';

/** Makes the kind of receiving ledger an office has kept in Excel for years: every disorder of it, counted as it is made. */

export interface LedgerFacts {
  /** Rows that hold a paper, classified ones not counted. */
  papers: number;
  classified: number;
  blanks: number;
  totals: number;
  /** Headings repeated in the middle. */
  headings: number;
  notes: number;
  /** Cells by what the program has to say of them. */
  marks: Partial<Record<MarkCode, number>>;
  highest: number;
}

export interface Ledger {
  readonly facts: LedgerFacts;
  /** Every row of the sheet, from the title line on; null is an empty cell. */
  readonly rows: readonly (readonly MadeCell[])[];
  /** One-based: top, left, bottom, right. */
  readonly merges: readonly (readonly [number, number, number, number])[];
}
type MadeCell = string | number | Date | null;

/** The same numbers in the same order, always (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const YEAR = 2025;
const SENDERS = [
  '省住房和城乡建设厅',
  '市人民政府办公室',
  '市发展和改革委员会',
  '市财政局',
  '江北区人民政府',
  '市总工会',
];
const CODES = ['建办', '政办发', '发改投资', '财建', '北政函', '工发'];
const SUBJECTS = [
  '房屋安全排查',
  '汛期值守',
  '预算编制',
  '档案管理',
  '安全生产月活动',
  '老旧小区改造',
  '节能降耗',
];
const GENRE = ['通知', '函', '通报', '意见'];
const DEPARTMENTS = ['工程科', '房管科', '财务科', ''];

export const HEADINGS = [
  '序号',
  '收文日期',
  '来文单位',
  '文  号',
  '文件标题\n（事由）',
  '密级',
  '缓急',
  '份数',
  '承办情况',
  '',
  '',
  '备注',
];
export const SUB_HEADINGS = ['', '', '', '', '', '', '', '', '承办部门', '办结时限', '办理结果', ''];

/** Eight ways in which people type a day, the last one without its year. */
const DATE_FORMS: readonly ((y: number, m: number, d: number) => string)[] = [
  (y, m, d) => `${y}.${m}.${d}`,
  (y, m, d) => `${y}年${m}月${d}日`,
  (y, m, d) => `${y}/${m}/${d}`,
  (y, m, d) => `${y}${two(m)}${two(d)}`,
  (y, m, d) => fullWidth(`${y}.${m}.${d}`),
  (y, m, d) => `${y}-${m}-${d} 14:30`,
  (y, m, d) => `${y}。${m}。${d}`,
  (_y, m, d) => `${m}月${d}日`,
];
const two = (value: number) => String(value).padStart(2, '0');
const fullWidth = (text: string) =>
  text.replaceAll(/[0-9]/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

/** @param merged cells are merged (a workbook); in a text file every row stands for itself */
export function makeLedger(count: number, options: { merged: boolean; seed?: number }): Ledger {
  const random = randomFrom(options.seed ?? 20_251_122);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const rows: (readonly MadeCell[])[] = [
    ['临江市住房和城乡建设局收文登记簿'],
    [`${YEAR}年度`],
    [],
    HEADINGS.map((heading) => (heading === '' ? null : heading)),
    SUB_HEADINGS.map((heading) => (heading === '' ? null : heading)),
  ];
  const merges: [number, number, number, number][] = options.merged
    ? [
        [1, 1, 1, 12],
        [2, 1, 2, 12],
        [4, 9, 4, 11],
        ...[1, 2, 3, 4, 5, 6, 7, 8, 12].map((column): [number, number, number, number] => [
          4,
          column,
          5,
          column,
        ]),
      ]
    : [];
  const facts: LedgerFacts = {
    papers: 0,
    classified: 0,
    blanks: 0,
    totals: 0,
    headings: 0,
    notes: 0,
    marks: {},
    highest: 0,
  };
  const mark = (code: MarkCode) => {
    facts.marks[code] = (facts.marks[code] ?? 0) + 1;
  };
  const numbers = new Set<MadeCell | undefined>();
  let serial = 0;
  for (let made = 0; made < count; made += 1) {
    serial += 1;
    const month = 1 + Math.floor((made * 12) / count);
    const day = 1 + Math.floor(random() * 28);
    const secret = made % 199 === 17;
    const sender = pick(SENDERS);
    const own = 1 + made;
    const row: MadeCell[] = [
      serial,
      new Date(Date.UTC(YEAR, month - 1, day)),
      sender,
      `${CODES[SENDERS.indexOf(sender)]}〔${YEAR}〕${own}号`,
      `关于做好第${own}批${pick(SUBJECTS)}工作的${pick(GENRE)}`,
      '',
      '平件',
      2,
      pick(DEPARTMENTS),
      null,
      '已办结',
      null,
    ].map((cell) => (cell === '' ? null : cell));
    if (secret) {
      row[5] = pick(['秘密', '机密★10年', '机 密', '绝密']);
      rows.push(row);
      facts.classified += 1;
      continue;
    }
    facts.papers += 1;
    // Every number of the ledger is bare and gets its full form; faults of the number are made below.
    mark('numberForm');
    const form = made % 9;
    const write = DATE_FORMS[form];
    let dated: MarkCode | undefined;
    if (write !== undefined) {
      row[1] = write(YEAR, month, day);
      dated =
        form === 7
          ? 'yearAdded'
          : row[1] === `${YEAR}-${two(month)}-${two(day)} 14:30`
            ? undefined
            : 'dateForm';
      if (dated !== undefined) mark(dated);
    }
    if (made % 11 === 3) {
      row[3] = `${CODES[SENDERS.indexOf(sender)]}[${YEAR}]${own}号`;
      mark('numberForm');
    }
    if (made % 13 === 5) {
      row[7] = pick(['３', '3份', '三份', '3 份']);
      mark('countForm');
    }
    if (made % 17 === 6) {
      row[6] = pick(['急', '急件']);
      mark('wordForm');
    }
    if (made % 151 === 20) {
      row[1] = pick(['2025-02-30', '待补', '13.45']);
      if (dated !== undefined) facts.marks[dated] = (facts.marks[dated] ?? 0) - 1;
      mark('notADate');
    }
    if (made % 173 === 21) {
      row[4] = null;
      mark('missing');
    }
    if (made % 181 === 22) {
      row[7] = '若干';
      if (made % 13 === 5) facts.marks.countForm = (facts.marks.countForm ?? 0) - 1;
      mark('notACount');
    }
    if (made % 211 === 23) {
      row[0] = serial - 1;
      serial -= 1;
    }
    // That of a classified row is free.
    if (numbers.has(row[0])) mark('sameNumberInFile');
    numbers.add(row[0]);
    facts.highest = Math.max(facts.highest, serial);
    if (made % 227 === 24) {
      row[6] = '火急';
      if (made % 17 === 6) facts.marks.wordForm = (facts.marks.wordForm ?? 0) - 1;
      mark('unknownWord');
    }
    if (made % 97 === 25) {
      row[2] = '同上';
      row[3] = `联发〔${YEAR}〕${own}号`;
      if (made % 11 === 3) facts.marks.numberForm = (facts.marks.numberForm ?? 0) - 1;
      mark('ditto');
    }
    rows.push(row);
    const atRow = rows.length;
    if (options.merged && made % 89 === 30 && atRow > 6 && isPlainPaper(rows[atRow - 2])) {
      // 主办 of two papers written once, over both.
      const above = rows[atRow - 2];
      if (above !== undefined && above[8] !== null) {
        rows[atRow - 1] = row.with(8, null);
        merges.push([atRow - 1, 9, atRow, 9]);
        mark('merged');
      }
    }
    if (made % 120 === 60) {
      rows.push([]);
      facts.blanks += 1;
    }
    if (made % 400 === 399) {
      rows.push([`${month}月合计`, null, null, null, `共 ${made} 件`]);
      facts.totals += 1;
    }
    if (made % 1000 === 700) {
      rows.push(HEADINGS.map((heading) => (heading === '' ? null : heading)));
      facts.headings += 1;
    }
  }
  rows.push([], ['填表人：林晓']);
  facts.notes += 1;
  return { facts, rows, merges };
}

function isPlainPaper(row: readonly MadeCell[] | undefined): boolean {
  return row !== undefined && row.length === 12 && typeof row[0] === 'number' && row[5] === null;
}

export async function asXlsx({ rows, merges }: Ledger): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('说明').addRow(['本台账由办公室登记，勿外传。']);
  const sheet = book.addWorksheet(`${YEAR}年`);
  for (const row of rows) sheet.addRow([...row]);
  sheet.getColumn(2).numFmt = 'yyyy-mm-dd';
  for (const [top, left, bottom, right] of merges) sheet.mergeCells(top, left, bottom, right);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** As Chinese Excel saves it: GB18030, dates as they are shown. */
export function asCsv({ rows }: Ledger): Uint8Array {
  const lines = rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : (cell ?? ''))),
  );
  return iconv.encode(Papa.unparse(lines, { newline: '\r\n' }), 'gb18030');
}
