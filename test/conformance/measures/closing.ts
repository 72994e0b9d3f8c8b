import type { MeasuredImage } from '../../docgen/measure-pdf.ts';
import type { Paper } from '../paper.ts';
import type { Prints } from '../print.ts';
import { OFFICES } from '../specimens.ts';
import type { Measure, Readings } from '../reading.ts';
import { CELL, LEFT, LINE, middleOf, must, RIGHT, topOf, bottomOf } from './units.ts';

const DATE = /2026年3月5日$/u;
const centerX = (image: MeasuredImage): number => image.x + image.width / 2;
const centerY = (image: MeasuredImage): number => image.y + image.height / 2;

/** Lower edge of the text right above the first seal of the page, which has no text of the closing in it. */
function textAbove(paper: Paper, page: number, seal: MeasuredImage): number {
  const lines = paper.textLines(page).filter((line) => bottomOf(line) <= seal.y + 1.05);
  return bottomOf(must(lines.at(-1), '正文'));
}

function checkSeals(paper: Paper, names: readonly string[], readings: Readings): void {
  const page = paper.pageWith(DATE);
  const seals = paper.images(page);
  readings.is('S-15', `${names.length}个机关的章数`, seals.length, names.length, '');
  const first = must(seals[0], '章');
  const distance = first.y - textAbove(paper, page, first);
  readings.between('S-16', '首排章顶距正文', distance, 0, LINE);
  seals.forEach((seal, index) => {
    readings.between('S-16', '章左端', seal.x, LEFT - 0.01, RIGHT);
    readings.between('S-16', '章右端', seal.x + seal.width, LEFT, RIGHT + 0.01);
    for (const other of seals.slice(index + 1)) {
      const gap = Math.hypot(centerX(seal) - centerX(other), centerY(seal) - centerY(other)) - seal.width;
      readings.between('S-16', '两章间距', gap, 0.01, 400);
    }
    const name = paper.part(page, new RegExp(names[index] ?? '', 'u'));
    readings.is('S-15', '章与署名居中之差', centerX(seal) - middleOf(name), 0);
    readings.between('S-12', '章下压有署名', name.baseline, seal.y, seal.y + seal.height);
    readings.between('S-17', '章径', seal.width, 41.7, 42.3);
  });
  const date = paper.asWritten(paper.part(page, DATE));
  const last = must(seals.at(-1), '末章');
  readings.is('S-15', '末章压日期：居中之差', middleOf(date) - centerX(last), 0);
  readings.between('S-15', '末章压日期：上下', date.baseline, last.y, last.y + last.height);
}

/** 署名、成文日期、印章 (7.3.5). */
export const CLOSING_MEASURES: readonly Measure<Prints>[] = [
  {
    rules: ['S-01', 'S-10', 'S-11', 'S-12', 'S-13', 'S-14'],
    take: ({ papers: { short, crowded } }, readings) => {
      for (const paper of [short, crowded]) {
        const page = paper.pageWith(DATE);
        const date = paper.asWritten(paper.line(page, DATE));
        const name = paper.before(page, DATE);
        readings.holds('S-01', date.text, /^\d{4}年[1-9]\d?月[1-9]\d?日$/u.test(date.text));
        readings.is('S-10', '日期右空四字', RIGHT - date.right, 4 * CELL);
        readings.is('S-11', '署名与日期居中之差', middleOf(name) - middleOf(date), 0);
        readings.is('S-11', '署名在上一行', date.baseline - name.baseline, LINE);
        const seal = must(paper.images(page)[0], '章');
        readings.is('S-14', '章径', seal.width, 42);
        readings.is('S-13', '章与日期居中之差', centerX(seal) - middleOf(date), 0);
        readings.between('S-13', '章顶距正文', seal.y - textAbove(paper, page, seal), 0, LINE);
        const middle = (topOf(name) + bottomOf(date)) / 2;
        readings.between('S-13', '署名日期在章中心偏下', middle - centerY(seal), 0.2, 21);
        readings.between('S-12', '章下压署名', name.baseline, seal.y, seal.y + seal.height);
        readings.between('S-12', '章下压日期', date.baseline, seal.y, seal.y + seal.height);
      }
    },
  },
  {
    rules: ['S-15', 'S-16', 'S-17'],
    take: ({ papers: { joint, jointSix } }, readings) => {
      checkSeals(joint, OFFICES.slice(0, 3), readings);
      checkSeals(jointSix, OFFICES, readings);
    },
  },
  {
    rules: ['S-20', 'S-22', 'A-01', 'A-02', 'A-03'],
    take: ({ papers: { up } }, readings) => {
      const date = up.line(1, DATE);
      const name = up.before(1, DATE);
      const body = up.before(1, /^湖州市人民政府办公室$/u);
      readings.is('S-20', '署名下空一行', name.baseline - body.baseline, 2 * LINE);
      readings.is('S-20', '署名右空二字', RIGHT - name.right, 2 * CELL);
      readings.is('S-20', '日期首字右移二字', date.x - name.x, 2 * CELL);
      readings.is('S-22', '日期首字右移二字', date.x - name.x, 2 * CELL);
      const note = up.line(1, /^（联系人/u);
      readings.is('A-01', '左空二字', note.x - LEFT, 2 * CELL);
      readings.is('A-01', '在日期下一行', note.baseline - date.baseline, LINE);
      readings.holds('A-02', note.text, note.text === '（联系人：李四，电话：2026000）');
      readings.holds('A-03', '联系人在附注', note.text.startsWith('（联系人'));
    },
  },
  {
    rules: ['S-21', 'S-22'],
    take: ({ papers: { shortOffice } }, readings) => {
      const date = shortOffice.asWritten(shortOffice.line(1, /^2026年12月25日$/u));
      const name = shortOffice.line(1, /^市府办$/u);
      readings.is('S-21', '日期右空二字', RIGHT - date.right, 2 * CELL);
      readings.is('S-21', '日期首字右移二字', date.x - name.x, 2 * CELL);
    },
  },
  {
    rules: ['S-23'],
    take: ({ papers: { jointPlain } }, readings) => {
      const page = jointPlain.pageWith(DATE);
      const names = OFFICES.slice(0, 3).map((name) => jointPlain.line(page, new RegExp(`^${name}$`, 'u')));
      const first = must(names[0], '署名');
      names.forEach((name, index) => {
        readings.is('S-23', '依次向下', name.baseline - first.baseline, index * LINE);
        readings.is('S-23', '左端', name.x, first.x);
      });
      readings.is(
        'S-23',
        '日期在最后署名下',
        jointPlain.line(page, DATE).baseline - first.baseline,
        3 * LINE,
      );
    },
  },
  {
    rules: ['S-30', 'S-31', 'S-32', 'C-03'],
    take: ({ papers: { stamped, order } }, readings) => {
      for (const paper of [stamped, order]) {
        const page = paper.pageWith(DATE);
        const stamps = paper.images(page);
        const first = must(stamps[0], '签名章');
        const rule = paper === order ? 'C-03' : 'S-30';
        const office = paper.line(page, /^市长$/u);
        const body = paper.before(page, /^市长$/u);
        readings.is(rule, '右空四字', RIGHT - first.x - first.width, 4 * CELL);
        readings.is(
          rule,
          '正文下空二行',
          first.y - bottomOf(body),
          2 * LINE + (LINE - 16 * (25.4 / 72)) / 2,
          'mm',
          1,
        );
        readings.is(rule, '职务上下居中', (topOf(office) + bottomOf(office)) / 2 - centerY(first), 0);
        const last = must(stamps.at(-1), '签名章');
        const date = paper.asWritten(paper.line(page, DATE));
        readings.is('S-31', '日期右空四字', RIGHT - date.right, 4 * CELL);
        readings.is(
          'S-31',
          '签名章下空一行',
          topOf(date) - last.y - last.height,
          LINE + (LINE - 16 * (25.4 / 72)) / 2,
          'mm',
          1,
        );
      }
      const [one, two] = stamped.images(stamped.pageWith(DATE));
      const second = stamped.line(stamped.pageWith(DATE), /^市政府秘书长$/u);
      readings.is('S-30', '职务右空二字', must(one, '章').x - second.right, 2 * CELL);
      readings.is('S-32', '签名章左端', must(two, '第二章').x, must(one, '章').x);
      readings.is('S-32', '职务左端', second.x, stamped.line(stamped.pageWith(DATE), /^市长$/u).x);
    },
  },
  {
    rules: ['S-34'],
    take: ({ papers }, readings) => {
      for (const name of [
        'short',
        'crowded',
        'joint',
        'jointSix',
        'noted',
        'up',
        'stamped',
        'blank',
      ] as const) {
        const paper = papers[name];
        const page = paper.pageWith(DATE);
        const body = paper
          .textLines(page)
          .some((line) => /为进一步规范|有关事项通知|请结合实际|落实/u.test(line.text));
        readings.holds('S-34', `署名页有正文（${name}）`, body);
      }
    },
  },
];

/** 附件 (7.3.7). */
export const ATTACHMENT_MEASURES: readonly Measure<Prints>[] = [
  {
    rules: ['A-10', 'A-11', 'A-12', 'A-13'],
    take: ({ papers: { noted, single } }, readings) => {
      const pages = [
        [single, single.pageWith(/^附件$/u), /^附件$/u, /^重点任务分工表$/u],
        [noted, noted.pageWith(/^附件2$/u), /^附件2$/u, /^联系人名单$/u],
      ] as const;
      for (const [paper, page, labelPattern, titlePattern] of pages) {
        const [label, title] = paper.lines(page);
        readings.holds('A-10', '另面，首行为“附件”', labelPattern.test(must(label, '附件').text));
        readings.is('A-11', '顶格', must(label, '附件').x, LEFT);
        readings.is('A-11', '在第一行', topOf(must(label, '附件')), 37);
        readings.holds(
          'A-11',
          '黑体',
          must(label, '附件').chars.every((char) => char.font.includes('SansSC')),
        );
        readings.holds('A-13', '标题与附件说明一致', titlePattern.test(must(title, '标题').text));
        readings.is('A-12', '居中', middleOf(must(title, '标题')), 106);
        const middle = must(title, '标题').baseline - 0.36 * 22 * (25.4 / 72);
        readings.is('A-12', '在第三行（字中线）', middle, 37 + 2 * LINE + 8 * (25.4 / 72));
      }
      const imprint = noted.pageWith(/^抄送/u);
      readings.between('A-10', '在版记之前', imprint - noted.pageWith(/^附件2$/u), 0, 9, '');
    },
  },
  {
    rules: ['A-14'],
    take: ({ papers: { noted } }, readings) => {
      const page = noted.pageWith(/^湖政办发〔2026〕12号附件3$/u);
      const label = noted.line(page, /附件3$/u);
      readings.is('A-14', '顶格', label.x, LEFT);
      readings.is('A-14', '在第一行', topOf(label), 37);
    },
  },
  {
    rules: ['A-15', 'P-06'],
    take: ({ papers: { noted } }, readings) => {
      for (const pattern of [/^附件1$/u, /^附件2$/u]) {
        const page = noted.pageWith(pattern);
        const number = noted.line(page, /^—\d+—$/u).text;
        readings.holds('A-15', `附件页码${number}`, number === `—${page}—`);
        readings.holds('P-06', `附件页码${number}`, number === `—${page}—`);
      }
    },
  },
];
