import { describe, expect, test } from 'vitest';
import {
  CELL,
  EM_3,
  LINE_GAP,
  LINE_PITCH,
  MM_PER_PT,
  TITLE_PITCH,
} from '../../electron/docgen/layout/geometry.ts';
import { filler, heading, lay, linesOf, must, paragraph, rules } from './support.ts';
import type { Line } from './support.ts';

const top = (line: Line, sizePt = 16): number => line.baseline - 0.86 * sizePt * MM_PER_PT;
const bottom = (line: Line, sizePt = 16): number => line.baseline + 0.14 * sizePt * MM_PER_PT;
const roleOf = (laidOut: ReturnType<typeof lay>, line: Line, index = 0): string =>
  must(laidOut.faces[must(line.items[index]).face]).role;

describe('title (7.3.1)', () => {
  test('B-01: two lines under the red rule, centred', () => {
    const laidOut = lay();
    const title = must(linesOf(laidOut, 'title')[0]);
    const rule = must(rules(laidOut.pages[0])[0]);
    const white = (TITLE_PITCH - 22 * MM_PER_PT) / 2;
    expect(top(title, 22) - rule.y1).toBeCloseTo(2 * LINE_PITCH + white + rule.thickness / 2, 2);
    expect((title.x + title.right) / 2).toBeCloseTo(106, 2);
  });

  test('B-02: a forced break wins; lines are 36 pt apart (U-05)', () => {
    const lines = linesOf(
      lay({ title: '湖州市卫生健康委关于印发\n2023年全市卫生健康工作要点的通知' }),
      'title',
    );
    expect(lines.map((line) => line.text)).toEqual([
      '湖州市卫生健康委关于印发',
      '2023年全市卫生健康工作要点的通知',
    ]);
    expect(must(lines[1]).baseline - must(lines[0]).baseline).toBeCloseTo(36 * MM_PER_PT, 3);
    for (const line of lines) expect((line.x + line.right) / 2).toBeCloseTo(106, 2);
  });

  test('B-02: a long title is broken into lines that fit', () => {
    const title = '湖州市人民政府办公室关于印发湖州市推进新型城镇化与乡村全面振兴融合发展三年行动计划的通知';
    const lines = linesOf(lay({ title }), 'title');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map((line) => line.text).join('')).toBe(title);
    for (const line of lines) expect(line.right - line.x).toBeLessThanOrEqual(156.01);
  });
});

describe('addressees and body (7.3.2, 7.3.3)', () => {
  test('B-04: an empty line under the title, flush left with every line, a full-width colon', () => {
    const laidOut = lay({
      addressees: [
        '各区县人民政府（含南太湖新区、长合区管理委员会）',
        '市府各部门',
        '市直各单位',
        '各直属机构',
      ],
    });
    const lines = linesOf(laidOut, 'addressees');
    expect(lines.length).toBe(2);
    for (const line of lines) expect(line.x).toBeCloseTo(28, 2);
    expect(must(lines.at(-1)).text.endsWith('：')).toBe(true);
    const title = must(linesOf(laidOut, 'title').at(-1));
    const titleWhite = (TITLE_PITCH - 22 * MM_PER_PT) / 2;
    expect(top(must(lines[0])) - bottom(title, 22)).toBeCloseTo(titleWhite + LINE_PITCH + LINE_GAP / 2, 2);
  });

  test('B-05, B-06: too many addressees move to the imprint', () => {
    const addressees = Array.from({ length: 40 }, (_, index) => `湖州市第${index + 1}人民医院管理委员会`);
    const laidOut = lay({
      addressees,
      copyTo: [['市委办公室']],
      printingOffice: '市府办',
      printedOn: '2026-03-06',
    });
    expect(linesOf(laidOut, 'addressees')).toEqual([]);
    expect(must(linesOf(laidOut, 'body')[0]).page).toBe(1);
    const imprint = linesOf(laidOut, 'imprint');
    expect(must(imprint[0]).text.startsWith('主送：')).toBe(true);
    expect(imprint.some((line) => line.text.startsWith('抄送：'))).toBe(true);
    expect(laidOut.notes.map((note) => note.code)).toContain('addressees-moved');
  });

  test('B-08: paragraphs start two cells in, further lines at the edge', () => {
    const [first, second] = linesOf(lay(), 'body');
    expect(must(first).x).toBeCloseTo(28 + 2 * CELL, 2);
    expect(must(second).x).toBeCloseTo(28, 2);
  });

  test('B-09: faces of the four levels, all two cells in', () => {
    const laidOut = lay({
      body: [
        heading(1, '一、总体要求'),
        heading(2, '（一）指导思想'),
        heading(3, '1.工作目标'),
        heading(4, '（1）任务分工'),
        paragraph('正文。'),
      ],
    });
    const lines = linesOf(laidOut, 'body');
    expect(lines.map((line) => roleOf(laidOut, line))).toEqual([
      'hei',
      'kai',
      'fangsong',
      'fangsong',
      'fangsong',
    ]);
    for (const line of lines) expect(line.x).toBeCloseTo(28 + 2 * CELL, 2);
  });

  test('B-09: a heading that ends in a full stop runs into its paragraph', () => {
    const laidOut = lay({ body: [heading(2, '（一）加强领导。'), paragraph('各地要高度重视。')] });
    const lines = linesOf(laidOut, 'body');
    expect(lines).toHaveLength(1);
    expect(must(lines[0]).items.map((item) => [item.text, item.path])).toEqual([
      ['（一）加强领导。', 'body.0'],
      ['各地要高度重视。', 'body.1'],
    ]);
    expect([roleOf(laidOut, must(lines[0]), 0), roleOf(laidOut, must(lines[0]), 1)]).toEqual([
      'kai',
      'fangsong',
    ]);
  });

  test('B-11: a heading never stands alone at the foot of a page', () => {
    for (let length = 400; length < 1300; length += 28) {
      const laidOut = lay({
        body: [paragraph(filler(length)), heading(1, '一、总体要求'), paragraph(`${filler(90)}。`)],
      });
      const lines = linesOf(laidOut, 'body');
      const at = lines.findIndex((line) => line.text === '一、总体要求');
      expect(must(lines[at]).page, `after ${length} characters`).toBe(must(lines[at + 1]).page);
    }
  });

  test('B-11: no line of a single character where it can be avoided', () => {
    for (const length of [27, 55, 83]) {
      const lines = linesOf(lay({ body: [paragraph(`${filler(length - 6)}，而且，好。`)] }), 'body');
      const last = must(lines.at(-1)).text.replaceAll(/[，。]/gu, '');
      expect(Array.from(last).length, `${length}`).toBeGreaterThan(1);
    }
  });
});

describe('attachment note (7.3.4)', () => {
  const long = '湖州市推进新型城镇化与乡村全面振兴融合发展三年行动计划重点任务责任分工一览表';

  test('B-13, B-15, B-16: one attachment, no number, further lines under the name', () => {
    const laidOut = lay({ attachments: [{ title: long }] });
    const lines = linesOf(laidOut, 'attachmentNote');
    expect(lines.map((line) => line.text).join('')).toBe(`附件：${long}`);
    expect(must(lines[0]).x).toBeCloseTo(28 + 2 * CELL, 2);
    expect(must(lines[1]).x).toBeCloseTo(28 + 5 * CELL, 2);
    const body = must(linesOf(laidOut, 'body').at(-1));
    expect(must(lines[0]).baseline - body.baseline).toBeCloseTo(2 * LINE_PITCH, 2);
  });

  test('B-14, B-15: several are numbered 1., numbers and names aligned, no punctuation at the end', () => {
    const laidOut = lay({ attachments: [{ title: long }, { title: '责任清单' }] });
    const lines = linesOf(laidOut, 'attachmentNote');
    expect(lines.map((line) => line.text).join('|')).toContain('附件：1.');
    const second = must(lines.at(-1));
    expect(second.text).toBe('2.责任清单');
    expect(second.x).toBeCloseTo(28 + 5 * CELL, 2);
    const nameX = must(lines[0]).items.find((item) => item.path === 'attachments.0.title')?.xs[0];
    expect(must(lines[1]).x).toBeCloseTo(must(nameX), 2);
    expect(must(second.items.find((item) => item.path === 'attachments.1.title')).xs[0]).toBeCloseTo(
      must(nameX),
      2,
    );
    for (const line of lines) expect(line.text).not.toMatch(/[。；，、]$/u);
  });

  test('EM_3 is 16 pt', () => expect(EM_3).toBeCloseTo(5.644, 3));
});
