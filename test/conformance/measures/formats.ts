import type { Paper } from '../paper.ts';
import type { Prints } from '../print.ts';
import type { Measure } from '../reading.ts';
import {
  allSetIn,
  bottomOf,
  CELL,
  CENTER,
  EM_2,
  EM_3,
  GAP,
  isRed,
  isSetIn,
  LEFT,
  LINE,
  middleOf,
  MM,
  must,
  RIGHT,
  SEVEN_EIGHTHS,
  sizeOf,
  topOf,
} from './units.ts';

const markOf = (paper: Paper) =>
  must(
    paper.lines(1).find((line) => line.chars.some(isRed)),
    '标志',
  );
const NUMBER = /^—\d+—$/u;

/** 信函 (10.1). */
const LETTER_MEASURES: readonly Measure<Prints>[] = [
  {
    rules: ['X-01', 'X-02', 'X-03'],
    take: async ({ papers: { letter, jointLetter } }, readings) => {
      for (const paper of [letter, jointLetter]) {
        const rule = must(paper.redRules(1)[0], '双线');
        const height = rule.y1 - rule.thickness / 2 - 0.5 - 20;
        const ink = await paper.ink(1, { x: 15, y: 20, width: 180, height }, 'red');
        readings.is('X-01', '着墨上缘', ink.top, 30);
        readings.is('X-01', '居中', (ink.left + ink.right) / 2, CENTER, 'mm', 1);
        readings.is('X-04', '第一条双线距标志着墨下缘', rule.y1 - rule.thickness / 2 - ink.bottom, 4);
        readings.holds('X-02', '小标宋', allSetIn(markOf(paper), 'title'));
      }
      readings.holds('X-01', '不加“文件”', markOf(letter).text === '湖州市人民政府办公室');
      readings.holds('X-03', '主办机关标志', markOf(jointLetter).text === '湖州市发展和改革委员会');
    },
  },
  {
    rules: ['X-04', 'X-10'],
    take: ({ papers: { letter } }, readings) => {
      const rules = letter.redRules(1);
      readings.is('X-04', '红线条数', rules.length, 4, '');
      readings.is('X-10', '没有版头分隔线：红线条数', rules.length, 4, '');
      for (const rule of rules) {
        readings.is('X-04', '线长', Math.abs(rule.x2 - rule.x1), 170, 'mm', 1);
        readings.is('X-04', '居中', (rule.x1 + rule.x2) / 2, CENTER, 'mm', 1);
      }
      const [one, two, three, four] = rules;
      readings.between(
        'X-04',
        '第一条上粗下细',
        must(one, '线').thickness - must(two, '线').thickness,
        0.1,
        2,
      );
      readings.between(
        'X-04',
        '第二条上细下粗',
        must(four, '线').thickness - must(three, '线').thickness,
        0.1,
        2,
      );
      readings.is(
        'X-04',
        '第二条距下页边',
        297 - (must(three, '线').y1 + must(four, '线').y1) / 2,
        20,
        'mm',
        1,
      );
      readings.is('X-04', '其他页红线条数', letter.redRules(2).length, 0, '');
      readings.holds('X-10', '没有签发人', !letter.lines(1).some(({ text }) => text.includes('签发人')));
    },
  },
  {
    rules: ['X-05', 'X-06', 'X-07', 'X-08', 'X-09'],
    take: ({ papers: { letter } }, readings) => {
      const [, thin, upper] = letter.redRules(1);
      const edge = must(thin, '双线').y1 + must(thin, '双线').thickness / 2;
      const corner = [/^000012/u, /^秘密★5年$/u, /^加急$/u].map((pattern) => letter.line(1, pattern));
      corner.forEach((line, index) => {
        readings.is('X-05', '顶格', line.x, LEFT);
        readings.is('X-05', `第${index + 1}行距双线`, topOf(line) - edge, SEVEN_EIGHTHS + index * LINE);
      });
      const number = letter.asWritten(letter.part(1, /湖政办发.*号$/u));
      readings.is('X-06', '末字右缘', number.right, RIGHT);
      readings.is('X-06', '距双线', topOf(number) - edge, SEVEN_EIGHTHS);
      const title = letter.line(1, /^关于商请/u);
      readings.is(
        'X-07',
        '与最后一个要素相距',
        topOf(title, EM_2) - bottomOf(must(corner[2], '紧急程度')),
        2 * LINE + GAP / 2 + 7 * MM,
      );
      const last = must(letter.lines(1).at(-1), '末行');
      readings.is(
        'X-08',
        '末行距第二条双线',
        must(upper, '双线').y1 - must(upper, '双线').thickness / 2 - bottomOf(last),
        SEVEN_EIGHTHS,
      );
      readings.holds(
        'X-09',
        '首页无页码',
        letter.lines(1).every(({ text }) => !NUMBER.test(text)),
      );
      const end = letter.count;
      readings.is('X-09', '版记分隔线条数', letter.blackRules(end).length, 0, '');
      readings.holds(
        'X-09',
        '无印发机关和日期',
        !letter.lines(end).some(({ text }) => text.includes('印发')),
      );
      const copy = must(letter.textLines(end).at(-1), '抄送');
      readings.between('X-09', '抄送在版心最下方：距版心下边缘', 262 - bottomOf(copy, 14 * MM), 0, 5);
    },
  },
];

/** 命令（令） (10.2) and 纪要 (10.3). */
export const FORMAT_MEASURES: readonly Measure<Prints>[] = [
  ...LETTER_MEASURES,
  {
    rules: ['C-01', 'C-02', 'C-04'],
    take: async ({ papers: { order } }, readings) => {
      const number = order.line(1, /^第7号$/u);
      const ink = await order.ink(1, { x: 15, y: 45, width: 180, height: topOf(number) - 46 }, 'red');
      readings.is('C-01', '着墨上缘', ink.top, 57);
      readings.is('C-01', '居中', (ink.left + ink.right) / 2, CENTER, 'mm', 1);
      readings.holds('C-01', markOf(order).text, markOf(order).text === '湖州市人民政府令');
      readings.is('C-02', '标志下空二行', topOf(number) - ink.bottom, 2 * LINE + GAP);
      readings.is('C-02', '令号居中', middleOf(number), CENTER);
      const body = order.after(1, /^第7号$/u);
      readings.is('C-02', '令号下空二行排正文', body.baseline - number.baseline, 3 * LINE);
      readings.is('C-04', '红线条数', order.redRules(1).length, 0, '');
      readings.is('C-04', '令号下即正文：段首', body.x - LEFT, 2 * CELL);
    },
  },
  {
    rules: ['M-01', 'M-04'],
    take: async ({ papers: { minutes } }, readings) => {
      const ink = await minutes.ink(1, { x: 15, y: 60, width: 180, height: 30 }, 'red');
      readings.is('M-01', '着墨上缘', ink.top, 72);
      readings.is('M-01', '居中', (ink.left + ink.right) / 2, CENTER, 'mm', 1);
      readings.holds('M-01', markOf(minutes).text, markOf(minutes).text === '湖州市人民政府常务会议纪要');
      readings.is('M-04', '印章数', minutes.pdf.pages.flatMap((page) => page.images).length, 0, '');
    },
  },
  {
    rules: ['M-02', 'M-03'],
    take: ({ papers: { minutes } }, readings) => {
      const page = minutes.pageWith(/^出席：/u);
      const present = minutes.line(page, /^出席：/u);
      readings.is('M-02', '左空二字', present.x - LEFT, 2 * CELL);
      readings.is(
        'M-02',
        '正文下空一行',
        present.baseline - minutes.before(page, /^出席：/u).baseline,
        2 * LINE,
      );
      readings.holds(
        'M-02',
        '“出席”黑体',
        present.chars.slice(0, 2).every((char) => isSetIn(char, 'hei')),
      );
      readings.holds(
        'M-02',
        '名单仿宋',
        present.chars.slice(3).every((char) => isSetIn(char, 'fangsong')),
      );
      readings.is('M-02', '字号', sizeOf(present), 16, 'pt');
      readings.is('M-02', '回行与冒号后首字对齐', minutes.after(page, /^出席：/u).x, LEFT + 5 * CELL);
      const others = [/^请假：/u, /^列席：/u].map((pattern) => minutes.line(page, pattern));
      for (const line of others) {
        readings.is('M-03', '左空二字', line.x - LEFT, 2 * CELL);
        readings.is('M-03', '名单首字', must(line.chars[3], '名单').x, LEFT + 5 * CELL);
      }
      readings.between(
        'M-03',
        '依次向下',
        must(others[1], '列席').baseline - must(others[0], '请假').baseline,
        EM_3,
        30,
      );
    },
  },
];
