import type { Paper } from '../paper.ts';
import type { Prints } from '../print.ts';
import type { Measure } from '../reading.ts';
import {
  allSetIn,
  bottomOf,
  CELL,
  CENTER,
  EM_3,
  isRed,
  isSetIn,
  LEFT,
  LINE,
  middleOf,
  must,
  RIGHT,
  sizeOf,
  topOf,
} from './units.ts';

const MARK = { x: 15, y: 60, width: 180, height: 60 };

const redRuleOf = (paper: Paper): number => {
  const rule = must(paper.redRules(1)[0], '红色分隔线');
  return rule.y1 - rule.thickness / 2;
};

/** Lines of the mark: names of joint issuers each, and 文件. */
const markLines = (paper: Paper) => paper.lines(1).filter((line) => line.chars.some(isRed));

/** 版头 (7.2). */
export const HEADER_MEASURES: readonly Measure<Prints>[] = [
  {
    rules: ['H-01', 'H-03', 'H-04', 'H-06', 'H-07'],
    take: ({ papers: { down } }, readings) => {
      const rows = [
        ['H-01', /^000012$/u, 'fangsong'],
        ['H-03', /^机密★1年$/u, 'hei'],
        ['H-06', /^特急$/u, 'hei'],
      ] as const;
      rows.forEach(([rule, pattern, role], index) => {
        const line = down.line(1, pattern);
        readings.is(rule, '顶格', line.x, LEFT);
        readings.is(rule, '字号', sizeOf(line), 16, 'pt');
        const char = line.chars.filter(({ text }) => text !== '★');
        readings.holds(
          rule,
          role === 'hei' ? '黑体' : '仿宋',
          char.every((each) => isSetIn(each, role)),
        );
        readings.is(rule, '所在行', topOf(line), 37 + index * LINE);
        readings.is('H-07', `第${index + 1}行字面上缘`, topOf(line), 37 + index * LINE);
      });
      const star = must(down.line(1, /^机密★1年$/u).chars[2], '★');
      readings.between('H-04', '★有字形，字宽', star.right - star.x, 4, 6);
    },
  },
  {
    rules: ['H-09', 'H-11'],
    take: ({ papers: { down, noSuffix, longMark } }, readings) => {
      readings.holds('H-09', '名称加“文件”', markLines(down)[0]?.text === '湖州市人民政府办公室文件');
      readings.holds('H-09', '可不加“文件”', markLines(noSuffix)[0]?.text === '湖州市人民政府办公室');
      for (const paper of [down, longMark]) {
        const [line, second] = markLines(paper);
        readings.holds('H-11', '一行', second === undefined);
        readings.holds('H-11', '小标宋', allSetIn(must(line, '标志'), 'title'));
        readings.between('H-11', '左缘', must(line, '标志').x, 27.7, 106);
        readings.between('H-11', '右缘', must(line, '标志').right, 106, 184.3);
      }
    },
  },
  {
    rules: ['H-10'],
    take: async ({ papers: { down, up, short, joint, longMark } }, readings) => {
      for (const paper of [down, up, short, joint, longMark]) {
        const ink = await paper.ink(1, MARK, 'red');
        readings.is('H-10', '着墨上缘', ink.top, 72);
        readings.is('H-10', '居中', (ink.left + ink.right) / 2, CENTER, 'mm', 1);
      }
    },
  },
  {
    rules: ['H-12', 'H-13', 'H-14'],
    take: ({ papers: { joint, jointHost } }, readings) => {
      const lines = markLines(joint);
      const suffix = must(
        lines.find((line) => line.text.endsWith('文件')),
        '“文件”',
      );
      const suffixChars = suffix.chars.slice(-2);
      const inSuffix = new Set(suffixChars);
      const names = lines
        .map((line) => line.chars.filter((char) => !inSuffix.has(char)))
        .filter((chars) => chars.length > 0);
      readings.is('H-12', '并列名称数', names.length, 3, '');
      readings.holds(
        'H-12',
        '只用主办机关名',
        markLines(jointHost)[0]?.text === '湖州市发展和改革委员会文件',
      );
      const texts = names.map((chars) => chars.map((char) => char.text).join(''));
      readings.holds('H-13', '主办在前', texts[0] === '湖州市发展和改革委员会');
      const first = must(names[0]?.[0], '名称');
      const last = must(names.at(-1)?.[0], '名称');
      const middle = (first.baseline + last.baseline) / 2;
      readings.is(
        'H-13',
        '“文件”与名称块上下居中之差',
        must(suffixChars[0], '文').baseline - middle,
        0,
        'mm',
        1,
      );
      const edge = Math.max(...names.map((chars) => must(chars.at(-1), '末字').right));
      readings.between('H-13', '“文件”在名称右侧', must(suffixChars[0], '文').x - edge, 0, 40);
      for (const chars of names) {
        readings.is('H-14', '名称左端', must(chars[0], '首字').x, first.x);
        readings.is('H-14', '名称右端', must(chars.at(-1), '末字').right, edge);
      }
    },
  },
  {
    rules: ['H-15', 'H-16', 'H-17'],
    take: async ({ papers: { down, short } }, readings) => {
      for (const paper of [down, short]) {
        const number = paper.line(1, /号$/u);
        readings.is('H-15', '居中', middleOf(number), CENTER);
        const mark = await paper.ink(1, { ...MARK, height: topOf(number) - MARK.y }, 'red');
        readings.is('H-15', '标志下缘至字号上缘', topOf(number) - mark.bottom, 2 * LINE + (LINE - EM_3));
        readings.holds('H-16', number.text, /^.+〔\d{4}〕[1-9]\d*号$/u.test(number.text));
        readings.is(
          'H-17',
          '字号个数',
          paper.lines(1).filter((line) => /〔\d{4}〕/u.test(line.text)).length,
          1,
          '',
        );
      }
    },
  },
  {
    rules: ['H-18', 'H-19', 'H-20', 'H-21', 'H-22'],
    take: async ({ papers: { up, upOne } }, readings) => {
      const first = up.part(1, /签发人：张建国李卫东/u);
      readings.is('H-19', '末字右空一字', RIGHT - first.right, CELL);
      readings.is('H-19', '单人时右空一字', RIGHT - upOne.part(1, /签发人：张建国/u).right, CELL);
      const mark = await up.ink(1, { ...MARK, height: topOf(first) - MARK.y }, 'red');
      readings.is('H-19', '标志下缘至签发人上缘', topOf(first) - mark.bottom, 2 * LINE + (LINE - EM_3));
      readings.holds(
        'H-20',
        '“签发人”仿宋',
        first.chars.slice(0, 4).every((char) => isSetIn(char, 'fangsong')),
      );
      readings.holds(
        'H-20',
        '姓名楷体',
        first.chars.slice(4).every((char) => isSetIn(char, 'kai')),
      );
      readings.is('H-20', '字号', sizeOf(first), 16, 'pt');
      const third = up.part(1, /王爱民/u);
      readings.is('H-21', '回行姓名左缘', third.x, must(first.chars[4], '首个姓名').x);
      readings.is('H-21', '行距', third.baseline - first.baseline, LINE);
      const number = up.part(1, /湖政办发.*?号/u);
      readings.is('H-18', '左空一字', number.x - LEFT, CELL);
      readings.is('H-18', '与最后一个签发人基线之差', number.baseline - third.baseline, 0);
      const one = upOne.part(1, /湖政办发.*?号/u);
      readings.is('H-22', '字号下移行数×行距', number.baseline - one.baseline, LINE);
      readings.is('H-22', '红线下移', redRuleOf(up) - redRuleOf(upOne), LINE);
      const other = await upOne.ink(1, { ...MARK, height: topOf(one) - MARK.y }, 'red');
      readings.is('H-22', '标志不动', mark.top - other.top, 0);
    },
  },
  {
    rules: ['H-24', 'H-25'],
    take: async ({ papers: { down, up, short, joint } }, readings) => {
      for (const paper of [down, up, short, joint]) {
        const rules = paper.redRules(1);
        const rule = must(rules[0], '红色分隔线');
        const above = await paper.ink(1, { x: 28, y: rule.y1 - 11, width: 100, height: 10.4 });
        readings.is('H-24', '红线上缘距字号着墨下缘', redRuleOf(paper) - above.bottom, 4);
        readings.is('H-24', '左端', Math.min(rule.x1, rule.x2), LEFT);
        readings.is('H-24', '右端', Math.max(rule.x1, rule.x2), RIGHT);
        readings.is('H-25', '粗细', rule.thickness, 0.5, 'mm', 0.05);
        readings.is('H-25', '红线条数', rules.length, 1, '');
      }
    },
  },
  {
    rules: ['H-10'],
    take: ({ papers: { down } }, { between }) => {
      const number = down.line(1, /号$/u);
      between('H-24', '红线在字号之下', redRuleOf(down) - bottomOf(number), 2.5, 5.5);
    },
  },
];
