import { strFromU8, unzipSync } from 'fflate';
import type { Paper } from '../paper.ts';
import type { Prints } from '../print.ts';
import type { Measure } from '../reading.ts';
import { EM_4, isSetIn, LEFT, must, RIGHT, sizeOf } from './units.ts';

const NUMBER = /^—\d+—$/u;

/** Parts of the .docx behind a print, by name. */
const partsOf = (paper: Paper): Map<string, string> =>
  new Map(
    Object.entries(unzipSync(must(paper.source.docx, 'docx'))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  );

/** 版记 (7.4). */
export const IMPRINT_MEASURES: readonly Measure<Prints>[] = [
  {
    rules: ['I-01', 'I-02', 'I-03', 'I-08', 'I-10', 'I-11'],
    take: ({ papers: { down, short } }, readings) => {
      for (const paper of [down, short]) {
        const last = paper.count;
        readings.is('I-10', '所在面除以二的余数', last % 2, 0, '');
        const rules = paper.blackRules(last);
        readings.is('I-02', '线条数', rules.length, 3, '');
        for (const rule of rules) {
          readings.is('I-01', '左端', Math.min(rule.x1, rule.x2), LEFT, 'mm', 0.5);
          readings.is('I-01', '右端', Math.max(rule.x1, rule.x2), RIGHT, 'mm', 0.5);
        }
        const [first, middle, bottom] = rules.map((rule) => must(rule, '线'));
        readings.is('I-02', '首条粗', must(first, '首条').thickness, 0.35, 'mm', 0.03);
        readings.is('I-02', '中间细', must(middle, '中间').thickness, 0.25, 'mm', 0.03);
        readings.is('I-02', '末条粗', must(bottom, '末条').thickness, 0.35, 'mm', 0.03);
        readings.is('I-03', '末条线', must(bottom, '末条').y1, 262);
        const printing = paper.line(last, /印发$/u);
        readings.between('I-08', '细线在印发行之上', printing.baseline - must(middle, '中间').y1, 3, 10);
        readings.holds('I-11', '版记在一面之内', paper.pageWith(/^抄送/u) === paper.pageWith(/印发$/u));
      }
    },
  },
  {
    rules: ['I-04', 'I-05', 'I-07'],
    take: ({ papers: { down } }, readings) => {
      const last = down.count;
      const copy = down.line(last, /^抄送：/u);
      const next = down.after(last, /^抄送：/u);
      readings.is('I-04', '左空一字', copy.x - LEFT, EM_4);
      readings.is('I-04', '回行与冒号后首字对齐', next.x, LEFT + 4 * EM_4);
      readings.between('I-04', '右空一字', RIGHT - copy.right, EM_4 - 0.3, 3 * EM_4);
      readings.holds('I-04', '末尾句号', next.text.endsWith('。'));
      readings.is('I-04', '字号', sizeOf(copy), 14, 'pt');
      readings.holds(
        'I-04',
        '仿宋',
        copy.chars.every((char) => isSetIn(char, 'fangsong')),
      );
      readings.holds('I-05', '用逗号', copy.text.includes('，'));
      const printing = down.line(last, /印发$/u);
      readings.is('I-07', '左空一字', printing.x - LEFT, EM_4);
      readings.is('I-07', '右空一字', RIGHT - printing.right, EM_4);
      readings.is('I-07', '字号', sizeOf(printing), 14, 'pt');
      readings.holds('I-07', printing.text, printing.text.endsWith('2026年3月6日印发'));
    },
  },
];

/** 页码 (7.5). */
export const NUMBER_MEASURES: readonly Measure<Prints>[] = [
  {
    rules: ['P-01', 'P-02', 'P-03', 'P-04'],
    take: async ({ papers: { down } }, readings) => {
      for (const page of [1, 2, 3]) {
        const line = down.line(page, NUMBER);
        const odd = page % 2 === 1;
        readings.holds('P-01', line.text, line.text === `—${page}—`);
        readings.is('P-01', '字号', sizeOf(line), 14, 'pt');
        readings.holds(
          'P-01',
          '宋体',
          line.chars.every((char) => isSetIn(char, 'song')),
        );
        const digit = must(line.chars[1], '数字');
        readings.between('P-04', '一字线与数字间距', digit.x - must(line.chars[0], '线').right, 0.5, 3);
        const ink = await down.ink(page, { x: 20, y: 264, width: 170, height: 10 });
        const outer = odd ? RIGHT - ink.right : ink.left - LEFT;
        readings.is('P-03', odd ? '单页码右空一字' : '双页码左空一字', outer, EM_4);
        const x = odd ? ink.right - 4 : ink.left;
        const dash = await down.ink(page, { x, y: 264, width: 4, height: 10 });
        readings.is('P-02', '一字线着墨中线', (dash.top + dash.bottom) / 2, 269);
      }
    },
  },
  {
    rules: ['P-05'],
    take: ({ papers: { blank } }, readings) => {
      const last = blank.count;
      readings.is('P-05', '面数', last, 4, '');
      readings.is('P-05', '空白页文字数', blank.lines(last - 1).length, 0, '');
      readings.holds(
        'P-05',
        '版记页无页码',
        blank.lines(last).every(({ text }) => !NUMBER.test(text)),
      );
      readings.holds(
        'P-05',
        '其前各页有页码',
        blank.lines(last - 2).some(({ text }) => NUMBER.test(text)),
      );
    },
  },
  {
    rules: ['P-07'],
    take: ({ papers: { letter } }, readings) => {
      readings.holds(
        'P-07',
        '首页无页码',
        letter.lines(1).every(({ text }) => !NUMBER.test(text)),
      );
      readings.holds(
        'P-07',
        '第二页页码为2',
        letter.lines(2).some(({ text }) => text === '—2—'),
      );
    },
  },
  {
    rules: ['P-08'],
    take: ({ kind, papers: { down, letter } }, readings) => {
      if (kind === 'pdf') return;
      const parts = partsOf(down);
      const body = parts.get('word/document.xml') ?? '';
      readings.holds(
        'P-08',
        '奇偶页不同',
        (parts.get('word/settings.xml') ?? '').includes('evenAndOddHeaders'),
      );
      for (const type of ['default', 'even']) {
        const has = new RegExp(`<w:footerReference[^>]*w:type="${type}"`, 'u').test(body);
        readings.holds('P-08', `页脚${type}`, has);
      }
      const own = partsOf(letter).get('word/document.xml') ?? '';
      readings.holds('P-08', '信函首页不同', own.includes('<w:titlePg'));
    },
  },
];

/** 横排表格 (8), tables. */
export const TABLE_MEASURES: readonly Measure<Prints>[] = [
  {
    rules: ['T-05'],
    take: ({ papers: { table } }, readings) => {
      const pages = [1, 2, 3].filter(
        (page) => page <= table.count && table.lines(page).some(({ text }) => text.includes('重点任务第')),
      );
      readings.between('T-05', '表格面数', pages.length, 2, 9, '');
      for (const page of pages) {
        const head = table.line(page, /序号任务牵头单位金额/u);
        readings.holds('T-05', '表头重复', head.text.length > 0);
        readings.between('T-05', '字号', sizeOf(head), 11.9, 14.1, 'pt');
        const rules = table.blackRules(page);
        readings.between(
          'T-05',
          '表格左端',
          Math.min(...rules.map((rule) => Math.min(rule.x1, rule.x2))),
          LEFT - 0.5,
          RIGHT,
        );
        readings.between(
          'T-05',
          '表格右端',
          Math.max(...rules.map((rule) => Math.max(rule.x1, rule.x2))),
          LEFT,
          RIGHT + 0.5,
        );
      }
    },
  },
  {
    rules: ['T-01', 'T-02', 'T-03', 'T-04'],
    take: ({ kind, papers: { landscape } }, readings) => {
      const turned = landscape.pdf.pages.filter((page) =>
        page.texts.some(({ chars }) => chars.some((char) => char.turn === 90)),
      );
      if (turned.length === 0) throw new Error('横排表格的内容没有旋转');
      for (const page of turned) {
        const chars = page.texts.flatMap((item) => item.chars).filter((char) => char.text.trim() !== '');
        const rotated = chars.filter((char) => char.turn === 90);
        const number = must(
          landscape.lines(page.index).find(({ text }) => NUMBER.test(text)),
          '页码',
        );
        const odd = page.index % 2 === 1;
        const outer = odd ? RIGHT - number.right : number.x - LEFT;
        readings.is('T-01', '页码外侧空一字', outer, EM_4, 'mm', 1);
        readings.between('T-01', '页码基线', number.baseline, 269, 272);
        if (kind === 'docx') readings.between('T-04', '页码基线', number.baseline, 269, 272);
        // text that runs upwards: its baseline is a column of the paper, the header the leftmost
        const head = must(
          rotated.find((char) => char.text === '序'),
          '表头',
        );
        const row = rotated.filter((char) => char.text === '第');
        readings.between('T-02', '表头在左', Math.min(...row.map((char) => char.x)) - head.x, 1, 200);
        readings.between('T-03', '内容左缘', Math.min(...rotated.map((char) => char.x)), LEFT, RIGHT);
        readings.between('T-03', '内容右缘', Math.max(...rotated.map((char) => char.x)), LEFT, RIGHT);
      }
    },
  },
];
