import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check, writeFindings } from './conformance-log.ts';
import { inkOf, lineOf, linesOn, pageOf, produce } from './produced-pdf.ts';
import type { Produced } from './produced-pdf.ts';
import { filler, heading, must, notice, paragraph } from './support.ts';

const MM = 25.4 / 72;
const CELL = 156 / 28;
const EM = 16 * MM;
const EM_4 = 14 * MM;
const LINE = 29.5 * MM;
/** Ink is measured on a raster, which needs poppler. */
const raster = spawnSync('pdftoppm', ['-v']).error === undefined;

const imprint = {
  copyTo: [
    [
      '市委办公室',
      '市人大常委会办公室',
      '市政协办公室',
      '市纪委市监委',
      '市中级人民法院',
      '市人民检察院',
      '湖州军分区',
    ],
  ],
  printingOffice: '湖州市人民政府办公室',
  printedOn: '2026-03-06',
};

let down: Produced;
let up: Produced;
let short: Produced;
let noted: Produced;
let attached: Produced;

beforeAll(async () => {
  down = await produce(
    notice({
      copyNumber: '000012',
      secrecy: '机密',
      secrecyTerm: '1年',
      urgency: '特急',
      body: [heading(1, '一、总体要求'), heading(2, '（一）指导思想'), paragraph(`${filler(1900)}。`)],
      ...imprint,
    }),
  );
  up = await produce(
    notice({
      genre: '请示',
      signatories: [{ name: '张建国' }, { name: '李卫东' }, { name: '王爱民' }],
      sealing: 'none',
      annotation: '联系人：李四',
    }),
  );
  short = await produce(notice(imprint));
  noted = await produce(
    notice({ sealing: 'none', attachments: [{ title: '分工表' }, { title: '联系人名单' }] }),
  );
  attached = await produce(
    notice({
      sealing: 'none',
      attachments: [{ title: '重点任务分工表', body: [paragraph(`${filler(80)}。`)] }],
    }),
  );
});
afterAll(() => writeFindings());

describe('the produced PDF keeps GB/T 9704-2012 within 0.3 mm', () => {
  test('L: paper, type area, grid', () => {
    check('L-01', '5.1', '纸宽', pageOf(down, 1).width, 210);
    check('L-01', '5.1', '纸高', pageOf(down, 1).height, 297);
    const full = linesOn(down, 2).filter((line) => !line.text.includes('—'));
    check('L-08', '5.2.3', '每面行数', full.length, 22, 0, 'count');
    for (const line of full) {
      check('L-08', '5.2.3', '每行字数', Array.from(line.text).length, 28, 0, 'count');
      check('L-03', '5.2.1', '行首', line.x, 28, 0.05);
      check('L-04', '5.2.1', '行末', line.right, 184, 0.1);
    }
    check('L-02', '5.2.1', '首行字面上缘', must(full[0]).baseline - 0.86 * EM, 37);
    check('L-08', '5.2.3', '行距', must(full[1]).baseline - must(full[0]).baseline, LINE, 0.05);
    const bottom = must(full.at(-1)).baseline + 0.14 * EM;
    check('L-08', '5.2.3', '末行字面下缘距版心下边', 262 - bottom, 0.8, 0.7);
  });

  test.skipIf(!raster)('L: ink of a full page', async () => {
    const ink = await inkOf(down, 2, { x: 0, y: 0, width: 210, height: 264 });
    check('L-02', '5.2.1', '首行着墨上缘', ink.top, 37, 0.5);
    check('L-04', '5.2.1', '着墨左缘', ink.left, 28.2, 0.3);
    check('L-04', '5.2.1', '着墨右缘', ink.right, 183.8, 0.3);
    expect(ink.bottom).toBeLessThanOrEqual(262);
    check('L-08', '5.2.3', '末行着墨下缘距版心下边', 262 - ink.bottom, 1, 0.5);
  });

  test('H: corner elements, number', () => {
    const rows = [/^000012$/u, /^机密★1年$/u, /^特急$/u].map((pattern) => lineOf(down, 1, pattern));
    const rules = [
      ['H-01', '7.2.1'],
      ['H-03', '7.2.2'],
      ['H-06', '7.2.3'],
    ] as const;
    rows.forEach((line, index) => {
      const [rule, clause] = must(rules[index]);
      check(rule, clause, '顶格', line.x, 28, 0.05);
      check('H-07', '7.2.3', '自上而下分行', line.baseline - 0.86 * EM, 37 + index * LINE, 0.1);
    });
    const number = lineOf(down, 1, /号$/u);
    expect(number.text).toBe('湖政办发〔2026〕12号');
    check('H-15', '7.2.5', '发文字号居中', (number.x + number.right) / 2, 106, 0.1);
  });

  test.skipIf(!raster)('H: ink of the mark, distance of the number and of the red rule', async () => {
    for (const produced of [down, up, short]) {
      const mark = await inkOf(produced, 1, { x: 20, y: 55, width: 170, height: 45 }, 'red');
      check('H-10', '7.2.4', '发文机关标志着墨上缘', mark.top, 72);
      check('H-10', '7.2.4', '标志居中', (mark.left + mark.right) / 2, 106, 0.6);
      const rule = must(pageOf(produced, 1).rules.find((each) => each.color !== '#000000'));
      const number = await inkOf(produced, 1, { x: 28, y: rule.y1 - 11, width: 100, height: 10.5 });
      check('H-24', '7.2.7', '红线上缘距发文字号着墨下缘', rule.y1 - rule.thickness / 2 - number.bottom, 4);
    }
  });

  test('H: red rule as wide as the type area', () => {
    const rule = must(pageOf(down, 1).rules.find((each) => each.color !== '#000000'));
    check('H-24', '7.2.7', '红线左端', Math.min(rule.x1, rule.x2), 28, 0.05);
    check('H-24', '7.2.7', '红线右端', Math.max(rule.x1, rule.x2), 184, 0.05);
    check('H-25', '7.2.7', '红线粗细', rule.thickness, 0.5, 0.01);
  });

  test('H: signatories and number of 上行文', () => {
    const first = lineOf(up, 1, /^签发人：/u);
    check('H-19', '7.2.6', '签发人右空一字', 184 - first.right, CELL, 0.1);
    const last = lineOf(up, 1, /王爱民$/u);
    expect(last.text).toBe('湖政办发〔2026〕12号王爱民');
    check('H-18', '7.2.5', '发文字号左空一字', last.x - 28, CELL, 0.1);
    const nameX = must(first.chars[4]).x;
    check(
      'H-21',
      '7.2.6',
      '回行与首个姓名对齐',
      must(last.chars.find((char) => char.text === '王')).x,
      nameX,
      0.1,
    );
  });

  test('B: title, addressees, levels, attachment note', () => {
    const rule = must(pageOf(down, 1).rules.find((each) => each.color !== '#000000'));
    const title = lineOf(down, 1, /^关于进一步规范/u);
    check(
      'B-01',
      '7.3.1',
      '标题在红线下空二行',
      title.baseline - 0.86 * 22 * MM - rule.y1,
      2 * LINE + 7 * MM,
      0.3,
    );
    check('B-01', '7.3.1', '标题居中', (title.x + title.right) / 2, 106, 0.2);
    check('B-01', '7.3.1', '标题字号', must(title.chars[0]).sizePt, 22, 0.01, 'pt');
    const addressees = lineOf(down, 1, /^各区县人民政府/u);
    check('B-04', '7.3.2', '主送机关顶格', addressees.x, 28, 0.05);
    const gap = addressees.baseline - 0.86 * EM - (title.baseline + 0.14 * 22 * MM);
    check('B-04', '7.3.2', '标题与主送间空一行', gap, LINE + 7 * MM + 6.75 * MM, 0.3);
    const level1 = lineOf(down, 1, /^一、/u);
    const level2 = lineOf(down, 1, /^（一）/u);
    check('B-08', '7.3.3', '段首左空二字', level1.x - 28, 2 * CELL, 0.1);
    check('B-09', '7.3.3', '第二层左空二字', level2.x - 28, 2 * CELL, 0.1);
    expect(must(level1.chars[0]).font).not.toBe(must(level2.chars[0]).font);
    const note = lineOf(noted, 1, /^附件：/u);
    check('B-13', '7.3.4', '附件说明左空二字', note.x - 28, 2 * CELL, 0.1);
    const second = lineOf(noted, 1, /^2\./u);
    check('B-15', '7.3.4', '第二个序号与第一个对齐', second.x - 28, 5 * CELL, 0.1);
    check('B-15', '7.3.4', '名称首字对齐', must(second.chars[2]).x, must(note.chars[5]).x, 0.1);
  });

  test('S: signature and date', () => {
    const date = lineOf(short, 1, /^2026年3月5日$/u);
    const office = lineOf(short, 1, /^湖州市人民政府办公室$/u);
    check('S-10', '7.3.5.1', '日期右空四字', 184 - date.right, 4 * CELL, 0.1);
    check(
      'S-11',
      '7.3.5.1',
      '署名以日期为准居中',
      (office.x + office.right) / 2,
      (date.x + date.right) / 2,
      0.1,
    );
    const last = linesOn(up, 1).findLast((line) => line.text.endsWith('。'));
    const name = lineOf(up, 1, /^湖州市人民政府办公室$/u);
    const day = lineOf(up, 1, /^2026年3月5日$/u);
    check('S-20', '7.3.5.2', '署名下空一行', name.baseline - must(last).baseline, 2 * LINE, 0.1);
    check('S-20', '7.3.5.2', '署名右空二字', 184 - name.right, 2 * CELL, 0.1);
    check('S-20', '7.3.5.2', '日期比署名右移二字', day.x - name.x, 2 * CELL, 0.1);
    const annotation = lineOf(up, 1, /^（联系人/u);
    check('A-01', '7.3.6', '附注左空二字', annotation.x - 28, 2 * CELL, 0.1);
    check('A-01', '7.3.6', '附注在日期下一行', annotation.baseline - day.baseline, LINE, 0.1);
  });

  test('A: attachments', () => {
    const label = lineOf(attached, 2, /^附件$/u);
    const title = lineOf(attached, 2, /^重点任务分工表$/u);
    check('A-11', '7.3.7', '附件二字顶格', label.x, 28, 0.05);
    check('A-11', '7.3.7', '附件二字在首行', label.baseline - 0.86 * EM, 37, 0.1);
    check('A-12', '7.3.7', '标题在第三行', title.baseline - 0.36 * 22 * MM, 37 + 2 * LINE + EM / 2, 0.1);
    check('A-12', '7.3.7', '标题居中', (title.x + title.right) / 2, 106, 0.1);
  });

  test('I: imprint', () => {
    const last = down.pdf.pages.length;
    check('I-10', '7.4', '版记在偶数面', last % 2, 0, 0, 'count');
    const rules = pageOf(down, last).rules;
    expect(rules).toHaveLength(3);
    for (const rule of rules) {
      check('I-01', '7.4.1', '分隔线左端', Math.min(rule.x1, rule.x2), 28, 0.05);
      check('I-01', '7.4.1', '分隔线右端', Math.max(rule.x1, rule.x2), 184, 0.05);
    }
    const [first, middle, bottom] = rules.toSorted((a, b) => a.y1 - b.y1);
    check('I-02', '7.4.1', '首条粗线', must(first).thickness, 0.35, 0.01);
    check('I-02', '7.4.1', '中间细线', must(middle).thickness, 0.25, 0.01);
    check('I-02', '7.4.1', '末条粗线', must(bottom).thickness, 0.35, 0.01);
    check('I-03', '7.4.1', '末条线与版心下边缘重合', must(bottom).y1, 262, 0.05);
    const copy = lineOf(down, last, /^抄送：/u);
    check('I-04', '7.4.2', '抄送左空一字', copy.x - 28, EM_4, 0.05);
    const following = must(linesOn(down, last)[linesOn(down, last).indexOf(copy) + 1]);
    check('I-04', '7.4.2', '回行与冒号后首字对齐', following.x, 28 + 4 * EM_4, 0.1);
    const printing = lineOf(down, last, /印发$/u);
    check('I-07', '7.4.3', '印发机关左空一字', printing.x - 28, EM_4, 0.05);
    check('I-07', '7.4.3', '印发日期右空一字', 184 - printing.right, EM_4, 0.1);
    check('I-07', '7.4.3', '字号', must(printing.chars[0]).sizePt, 14, 0.01, 'pt');
  });

  test.skipIf(!raster)('P: ink of the page numbers', async () => {
    for (const page of [1, 2, 3]) {
      const whole = await inkOf(down, page, { x: 20, y: 264, width: 170, height: 10 });
      const odd = page % 2 === 1;
      check(
        'P-03',
        '7.5',
        odd ? '单页码居右空一字' : '双页码居左空一字',
        odd ? 184 - whole.right : whole.left - 28,
        EM_4,
        0.1,
      );
      // the dash alone: the outer 4 mm of the number
      const dash = await inkOf(down, page, {
        x: odd ? whole.right - 4 : whole.left,
        y: 264,
        width: 4,
        height: 10,
      });
      check('P-02', '7.5', '一字线着墨中线', (dash.top + dash.bottom) / 2, 269, 0.1);
    }
    check('P-01', '7.5', '页码字号', must(lineOf(down, 1, /^—/u).chars[0]).sizePt, 14, 0.01, 'pt');
  });

  test('text of the PDF is the text of the pages, without compatibility radicals', () => {
    for (const produced of [down, up, short, noted, attached]) {
      expect(produced.pdf.text).not.toMatch(/[\u2e80-\u2fdf]/u);
      const expected = produced.laidOut.pages
        .flatMap((page) => page.items)
        .map((item) => (item.kind === 'text' ? item.text : ''))
        .join('');
      expect(produced.pdf.text.replaceAll(/\s/gu, '')).toBe(expected.replaceAll(/\s/gu, ''));
    }
  });
});
