import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check, writeFindings } from './conformance-log.ts';
import { inkOf, lineOf, linesOn, pageOf, produce } from './produced-pdf.ts';
import type { Produced } from './produced-pdf.ts';
import { filler, must, notice, paragraph } from './support.ts';

const MM = 25.4 / 72;
const CELL = 156 / 28;
const EM = 16 * MM;
const LINE = 29.5 * MM;
const SEVEN_EIGHTHS = (EM * 7) / 8;
const MARK_WIDTH = { x: 15, width: 180 };
/** Ink is measured on a raster, which needs poppler. */
const raster = spawnSync('pdftoppm', ['-v']).error === undefined;

let letter: Produced;
let order: Produced;
let minutes: Produced;
let joint: Produced;

beforeAll(async () => {
  letter = await produce(
    notice({ format: 'letter', genre: '函', copyNumber: '000012', body: [paragraph(`${filler(900)}。`)] }),
  );
  order = await produce(
    notice({
      format: 'order',
      genre: '命令（令）',
      issuers: ['湖州市人民政府'],
      documentNumber: { orderNo: 7 },
      sealing: 'stamp',
      stamps: [{ office: '市长', name: '洪建国' }],
    }),
  );
  minutes = await produce(
    notice({
      format: 'minutes',
      genre: '纪要',
      issuerMark: { names: ['湖州市人民政府常务会议'] },
      attendance: { present: [{ unit: '市财政局', names: Array.from({ length: 12 }, () => '王建国') }] },
    }),
  );
  joint = await produce(
    notice({ issuers: ['湖州市财政局', '湖州市卫生健康委员会'], body: [paragraph(`${filler(400)}。`)] }),
  );
});
afterAll(() => writeFindings('formats'));

const redRules = (produced: Produced): { y1: number; x1: number; x2: number; thickness: number }[] =>
  pageOf(produced, 1)
    .rules.filter((rule) => rule.color !== '#000000')
    .toSorted((a, b) => a.y1 - b.y1);

describe('the produced PDF of the other formats (clause 10, 7.2.4, 7.3.5)', () => {
  test.skipIf(!raster)('X-01, C-01, M-01, H-10: upper ink edge of the marks', async () => {
    const marks = [
      ['X-01', '10.1', letter, 30, 20, 28],
      ['C-01', '10.2', order, 57, 45, 45],
      ['M-01', '10.3', minutes, 72, 60, 40],
      ['H-10', '7.2.4', joint, 72, 60, 55],
    ] as const;
    for (const [rule, clause, produced, expected, y, height] of marks) {
      const ink = await inkOf(
        produced,
        1,
        { ...MARK_WIDTH, y, height: Math.min(height, 4 + expected - y + 8) },
        'red',
      );
      check(rule, clause, '标志着墨上缘', ink.top, expected);
    }
  });

  test.skipIf(!raster)('X-04: first double rule 4 mm under the ink of the mark', async () => {
    const [first] = redRules(letter);
    const edge = must(first).y1 - must(first).thickness / 2;
    const ink = await inkOf(letter, 1, { ...MARK_WIDTH, y: 25, height: edge - 26 }, 'red');
    check('X-04', '10.1', '第一条双线距标志着墨下缘', edge - ink.bottom, 4);
  });

  test('X-04: lengths, places and order of the double rules', () => {
    const rules = redRules(letter);
    check('X-04', '10.1', '红线条数', rules.length, 4, 0, 'count');
    for (const rule of rules) check('X-04', '10.1', '线长', Math.abs(rule.x2 - rule.x1), 170, 0.1);
    const [thick, thin, upper, lower] = rules.map((rule) => must(rule));
    expect(must(thick).thickness).toBeGreaterThan(must(thin).thickness);
    expect(must(lower).thickness).toBeGreaterThan(must(upper).thickness);
    check('X-04', '10.1', '第二条双线距下页边', 297 - (must(upper).y1 + must(lower).y1) / 2, 20, 0.5);
  });

  test('X-05, X-06, X-08: text at the double rules', () => {
    const [, thin, upper] = redRules(letter);
    const edge = must(thin).y1 + must(thin).thickness / 2;
    const line = lineOf(letter, 1, /^000012/u);
    check('X-05', '10.1', '份号顶格', line.x, 28, 0.05);
    check('X-05', '10.1', '份号距第一条双线', line.baseline - 0.86 * EM - edge, SEVEN_EIGHTHS, 0.1);
    check('X-06', '10.1', '发文字号顶格右边缘', line.right, 184, 0.1);
    const last = must(linesOn(letter, 1).at(-1));
    const gap = must(upper).y1 - must(upper).thickness / 2 - (last.baseline + 0.14 * EM);
    check('X-08', '10.1', '末行距第二条双线', gap, SEVEN_EIGHTHS, 0.1);
    check(
      'X-09',
      '10.1',
      '首页页码',
      linesOn(letter, 1).filter((each) => each.text.includes('—')).length,
      0,
      0,
      'count',
    );
  });

  test('C-02: number and body of an order', () => {
    const number = lineOf(order, 1, /^第7号$/u);
    const body = must(linesOn(order, 1)[linesOn(order, 1).indexOf(number) + 1]);
    check('C-02', '10.2', '令号居中', (number.x + number.right) / 2, 106, 0.1);
    check('C-02', '10.2', '令号下空二行排正文', body.baseline - number.baseline, 3 * LINE, 0.1);
    check('C-04', '10.2', '红线条数', redRules(order).length, 0, 0, 'count');
    const date = lineOf(order, 1, /^2026年3月5日$/u);
    check('S-31', '7.3.5.3', '日期右空四字', 184 - date.right, 4 * CELL, 0.1);
  });

  test('M-02: attendance of minutes', () => {
    const page =
      minutes.pdf.pages.findIndex(({ lines }) => lines.some((line) => line.text.startsWith('出席：'))) + 1;
    const label = lineOf(minutes, page, /^出席：/u);
    check('M-02', '10.3', '出席左空二字', label.x - 28, 2 * CELL, 0.1);
    const following = must(linesOn(minutes, page)[linesOn(minutes, page).indexOf(label) + 1]);
    check('M-02', '10.3', '回行与冒号后首字对齐', following.x, 28 + 5 * CELL, 0.1);
  });

  test('H-13, H-14: joint mark', () => {
    const chars = pageOf(joint, 1)
      .lines.flatMap((line) => line.chars)
      .filter((char) => char.color !== '#000000');
    const xs = [...new Set(chars.map((char) => char.baseline.toFixed(1)))];
    check('H-13', '7.2.4', '名称与“文件”各占一行', xs.length, 3, 0, 'count');
    const suffix = must(chars.find((char) => char.text === '文'));
    const names = chars.filter((char) => !'文件'.includes(char.text)).map((char) => char.baseline);
    check(
      'H-13',
      '7.2.4',
      '“文件”上下居中',
      suffix.baseline,
      (Math.min(...names) + Math.max(...names)) / 2,
      0.5,
    );
  });
});
