import type { MeasuredLine } from '../../docgen/measure-pdf.ts';
import type { Prints } from '../print.ts';
import type { Measure } from '../reading.ts';
import {
  allSetIn,
  CELL,
  CENTER,
  EM_2,
  GAP,
  isRed,
  LEFT,
  LINE,
  middleOf,
  MM,
  must,
  sizeOf,
  topOf,
  bottomOf,
} from './units.ts';

const isTitle = (line: MeasuredLine): boolean => Math.abs(sizeOf(line) - 22) < 0.2 && !line.chars.some(isRed);

/** White above and below a 2号 character in its line. */
const TITLE_WHITE = 7 * MM;

/** 标题 to 附件说明 (7.3.1–7.3.4). */
export const BODY_MEASURES: readonly Measure<Prints>[] = [
  {
    rules: ['B-01'],
    take: ({ papers: { down, short } }, readings) => {
      for (const paper of [down, short]) {
        const rule = must(paper.redRules(1)[0], '红线');
        const title = paper.line(1, /^关于进一步规范/u);
        readings.is(
          'B-01',
          '红线至标题上缘',
          topOf(title, EM_2) - rule.y1,
          2 * LINE + TITLE_WHITE,
          'mm',
          0.6,
        );
        readings.is('B-01', '居中', middleOf(title), CENTER);
        readings.is('B-01', '字号', sizeOf(title), 22, 'pt');
        readings.holds('B-01', '小标宋', allSetIn(title, 'title'));
      }
    },
  },
  {
    rules: ['B-02', 'B-03'],
    take: ({ papers: { longTitle } }, readings) => {
      const lines = longTitle.lines(1).filter(isTitle);
      const widths = lines.map((line) => line.chars.length);
      readings.between('B-02', '行数', widths.length, 2, 3, '');
      const peak = widths.indexOf(Math.max(...widths));
      const single = widths.every(
        (width, at) =>
          at === 0 || (at <= peak ? width >= (widths[at - 1] ?? 0) : width <= (widths[at - 1] ?? 0)),
      );
      readings.holds('B-02', `单调或单峰（${widths.join('、')}字）`, single && new Set(widths).size > 1);
      readings.holds(
        'B-02',
        '不以“的”起行',
        lines.every((line) => !line.text.startsWith('的')),
      );
      for (const line of lines) {
        readings.is('B-02', '居中', middleOf(line), CENTER);
        readings.between('B-03', '每行字数', line.chars.length, 1, 20, '');
      }
    },
  },
  {
    rules: ['B-04'],
    take: ({ papers: { down } }, readings) => {
      const title = down.line(1, /^关于进一步规范/u);
      const line = down.line(1, /^各区县人民政府/u);
      readings.is('B-04', '顶格', line.x, LEFT);
      readings.holds('B-04', '全角冒号', line.text.endsWith('：'));
      readings.is(
        'B-04',
        '标题下缘至主送上缘',
        topOf(line) - bottomOf(title, EM_2),
        LINE + TITLE_WHITE + GAP / 2,
      );
    },
  },
  {
    rules: ['B-05'],
    take: ({ papers }, readings) => {
      for (const name of ['down', 'moved', 'jointSix', 'longTitle', 'letter', 'order', 'up'] as const) {
        const found = papers[name]
          .lines(1)
          .some((line) => line.text.startsWith('为进一步规范') || line.text.startsWith('一、'));
        readings.holds('B-05', `首页有正文（${name}）`, found);
      }
    },
  },
  {
    rules: ['B-06', 'I-06'],
    take: ({ papers: { moved } }, readings) => {
      readings.holds(
        'B-06',
        '首页没有主送',
        !moved.lines(1).some((line) => line.text.startsWith('第101工作')),
      );
      const last = moved.count;
      const main = moved.line(last, /^主送：第101/u);
      const copy = moved.line(last, /^抄送：/u);
      readings.holds('B-06', '主送在版记', main.text.startsWith('主送：'));
      readings.between('I-06', '主送在抄送之上', copy.baseline - main.baseline, 5, 250);
      readings.is('I-06', '左空一字', main.x - LEFT, 14 * MM);
      readings.is('I-06', '回行与冒号后首字对齐', moved.after(last, /^主送：第101/u).x, LEFT + 4 * 14 * MM);
      const between = moved
        .blackRules(last)
        .filter((rule) => rule.y1 > main.baseline && rule.y1 < copy.baseline);
      readings.is('I-06', '主送与抄送之间的线', between.length, 0, '');
    },
  },
  {
    rules: ['B-08', 'B-09'],
    take: ({ papers: { down } }, readings) => {
      const levels = [
        [/^一、/u, 'hei'],
        [/^（一）/u, 'kai'],
        [/^1\./u, 'fangsong'],
        [/^（1）/u, 'fangsong'],
      ] as const;
      levels.forEach(([pattern, role], index) => {
        const line = down.line(down.pageWith(pattern), pattern);
        // an opening bracket stands in the right half of its cell
        readings.is('B-09', `第${index + 1}层左空二字`, line.x - LEFT, 2 * CELL);
        readings.holds('B-09', `第${index + 1}层字体`, allSetIn(line, role));
        readings.is('B-09', '字号', sizeOf(line), 16, 'pt');
      });
      const page = down.pageWith(/^为进一步规范/u);
      const start = down.line(page, /^为进一步规范/u);
      readings.is('B-08', '段首左空二字', start.x - LEFT, 2 * CELL);
      readings.is('B-08', '回行顶格', must(down.textLines(2)[1], '回行').x, LEFT);
      readings.holds('B-08', '仿宋', allSetIn(start, 'fangsong'));
    },
  },
  {
    rules: ['B-08'],
    take: ({ papers: { short } }, { is }) => {
      const line = short.line(1, /^各区县人民政府/u);
      is('B-08', '正文在主送下一行', short.after(1, /^各区县人民政府/u).baseline - line.baseline, LINE);
    },
  },
  {
    rules: ['B-11'],
    take: ({ papers: { headings } }, readings) => {
      for (let page = 1; page <= headings.count; page += 1) {
        readings.holds(
          'B-11',
          `第${page}面末行不是标题`,
          headings.textLines(page).at(-1)?.text !== '一、总体要求',
        );
      }
    },
  },
  {
    rules: ['B-13', 'B-14', 'B-15', 'B-16'],
    take: ({ papers: { noted, single } }, readings) => {
      const page = noted.pageWith(/^附件：1\./u);
      const line = noted.line(page, /^附件：1\./u);
      const body = noted.before(page, /^附件：1\./u);
      readings.is('B-13', '左空二字', line.x - LEFT, 2 * CELL);
      readings.is('B-13', '正文下空一行', line.baseline - body.baseline, 2 * LINE);
      readings.holds('B-14', '“1.”编号', line.text.startsWith('附件：1.'));
      const second = noted.line(page, /^2\.联系人/u);
      const third = noted.line(page, /^3\./u);
      readings.holds(
        'B-14',
        '名称后无标点',
        [second, third].every(({ text }) => !/[。；，、]$/u.test(text)),
      );
      readings.is('B-15', '序号上下对齐（2）', second.x, must(line.chars[3], '序号').x);
      readings.is('B-15', '序号上下对齐（3）', third.x, must(line.chars[3], '序号').x);
      const name = must(line.chars[5], '名称首字').x;
      readings.is('B-15', '回行与名称首字对齐', noted.after(page, /^附件：1\./u).x, name);
      readings.is('B-15', '名称首字对齐', must(second.chars[2], '名称首字').x, name);
      const only = single.line(1, /^附件：/u);
      readings.holds('B-16', '单个附件不编号', only.text === '附件：重点任务分工表');
      readings.holds('B-16', '附件页只写“附件”', single.lines(2)[0]?.text === '附件');
    },
  },
];
