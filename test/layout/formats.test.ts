import { describe, expect, test } from 'vitest';
import {
  CELL,
  EM_3,
  LINE_GAP,
  LINE_PITCH,
  MM_PER_PT,
  TITLE_PITCH,
} from '../../electron/docgen/layout/geometry.ts';
import { filler, fonts, lay, linesOf, must, paragraph, rules } from './support.ts';
import type { Input, Line } from './support.ts';

const inks = (line: Line): { top: number; bottom: number } => {
  const boxes = line.items.flatMap((item) =>
    Array.from(item.text).map((char) => ({
      ink: fonts.inkBox(item.face, char),
      em: item.sizePt * MM_PER_PT,
    })),
  );
  return {
    top: line.baseline - Math.max(...boxes.map(({ ink, em }) => ink.top * em)),
    bottom: line.baseline - Math.min(...boxes.map(({ ink, em }) => ink.bottom * em)),
  };
};
const top = (line: Line, sizePt = 16): number => line.baseline - 0.86 * sizePt * MM_PER_PT;
const bottom = (line: Line, sizePt = 16): number => line.baseline + 0.14 * sizePt * MM_PER_PT;
const SEVEN_EIGHTHS = (EM_3 * 7) / 8;

const letter = (input: Input = {}): ReturnType<typeof lay> =>
  lay({
    format: 'letter',
    genre: '函',
    issuers: ['湖州市人民政府办公室', '湖州市财政局'],
    body: [paragraph(`${filler(900)}。`)],
    copyTo: [['市发展改革委']],
    printingOffice: '市府办',
    printedOn: '2026-03-06',
    ...input,
  });

describe('letter (10.1)', () => {
  const laidOut = letter();
  const red = rules(laidOut.pages[0]).filter((rule) => rule.element === 'redRule');

  test('X-01, X-03: the host’s mark without 文件, its ink 30 mm under the edge, centred', () => {
    const [mark, second] = linesOf(laidOut, 'issuerMark');
    expect(must(mark).text).toBe('湖州市人民政府办公室');
    expect(second).toBeUndefined();
    expect(inks(must(mark)).top).toBeCloseTo(30, 2);
    expect((must(mark).x + must(mark).right) / 2).toBeCloseTo(106, 1);
  });

  test('X-04: double rules 170 mm long: 上粗下细 4 mm under the mark, 上细下粗 20 mm above the edge', () => {
    expect(red).toHaveLength(4);
    for (const rule of red) {
      expect(rule.x2 - rule.x1).toBeCloseTo(170, 3);
      expect((rule.x1 + rule.x2) / 2).toBeCloseTo(106, 3);
    }
    const [thick, thin, thin2, thick2] = red.toSorted((a, b) => a.y1 - b.y1).map((rule) => must(rule));
    expect(must(thick).thickness).toBeGreaterThan(must(thin).thickness);
    expect(must(thick2).thickness).toBeGreaterThan(must(thin2).thickness);
    const mark = inks(must(linesOf(laidOut, 'issuerMark')[0]));
    expect(must(thick).y1 - must(thick).thickness / 2 - mark.bottom).toBeCloseTo(4, 2);
    expect((must(thin2).y1 + must(thick2).y1) / 2).toBeGreaterThan(276);
    expect((must(thin2).y1 + must(thick2).y1) / 2).toBeLessThan(278);
    expect(rules(laidOut.pages[1]).some((rule) => rule.element === 'redRule')).toBe(false);
  });

  test('X-05, X-06: corner elements left and the number right, 7/8 of a character under the rule', () => {
    const cornered = letter({ copyNumber: '000012', secrecy: '秘密', urgency: '加急' });
    const lower = must(rules(cornered.pages[0]).toSorted((a, b) => a.y1 - b.y1)[1]);
    const edge = lower.y1 + lower.thickness / 2;
    const corner = (['copyNumber', 'secrecy', 'urgency'] as const).map((element) =>
      must(linesOf(cornered, element)[0]),
    );
    corner.forEach((line, index) => {
      expect(line.x).toBeCloseTo(28, 2);
      expect(top(line)).toBeCloseTo(edge + SEVEN_EIGHTHS + index * LINE_PITCH, 2);
    });
    const number = must(linesOf(cornered, 'documentNumber')[0]);
    expect(number.right).toBeCloseTo(184, 2);
    expect(top(number)).toBeCloseTo(edge + SEVEN_EIGHTHS, 2);
  });

  test('X-07: the title two lines under the last element above it', () => {
    const title = must(linesOf(laidOut, 'title')[0]);
    const white = (TITLE_PITCH - 22 * MM_PER_PT) / 2;
    expect(top(title, 22) - bottom(must(linesOf(laidOut, 'documentNumber')[0]))).toBeCloseTo(
      2 * LINE_PITCH + LINE_GAP / 2 + white,
      2,
    );
  });

  test('X-08: the last line of a full first page stands 7/8 of a character above the second rule', () => {
    for (const length of [700, 728, 756, 784, 812]) {
      const full = letter({ body: [paragraph(`${filler(length)}。`)] });
      const line = must(linesOf(full, 'body').findLast(({ page }) => page === 1));
      const rule = must(rules(full.pages[0]).toSorted((a, b) => a.y1 - b.y1)[2]);
      expect(rule.y1 - rule.thickness / 2 - bottom(line)).toBeCloseTo(SEVEN_EIGHTHS, 1);
    }
  });

  test('X-09, P-07: no number on the first page, no rules and no printing line in the imprint', () => {
    expect(laidOut.pages.map((page) => page.pageNumber)).toEqual(
      laidOut.pages.map((page) => (page.index === 1 ? undefined : page.index)),
    );
    expect(linesOf(laidOut, 'pageNumber').map((line) => line.page)).not.toContain(1);
    expect(linesOf(laidOut, 'imprint').map((line) => line.text)).toEqual(['抄送：市发展改革委。']);
    expect(laidOut.pages.flatMap((page) => rules(page)).some((rule) => rule.element === 'imprintRule')).toBe(
      false,
    );
    expect(must(linesOf(laidOut, 'imprint')[0]).page).toBe(laidOut.pages.length);
  });

  test('X-10: no red rule under the number', () => expect(red).toHaveLength(4));
});

describe('order (10.2)', () => {
  const laidOut = lay({
    format: 'order',
    genre: '命令（令）',
    issuers: ['湖州市人民政府'],
    documentNumber: { orderNo: 7 },
    title: '',
    addressees: [],
    sealing: 'stamp',
    stamps: [{ office: '市长', name: '洪建国' }],
  });

  test('C-01: the mark’s ink 20 mm under the type area’s edge', () => {
    const mark = must(linesOf(laidOut, 'issuerMark')[0]);
    expect(mark.text).toBe('湖州市人民政府令');
    expect(inks(mark).top).toBeCloseTo(57, 2);
  });

  test('C-02, C-04: the number two lines under the mark, the body two lines under the number, no rule', () => {
    const number = must(linesOf(laidOut, 'documentNumber')[0]);
    expect(number.text).toBe('第7号');
    expect((number.x + number.right) / 2).toBeCloseTo(106, 2);
    expect(top(number) - inks(must(linesOf(laidOut, 'issuerMark')[0])).bottom).toBeCloseTo(
      2 * LINE_PITCH + LINE_GAP,
      2,
    );
    const body = must(linesOf(laidOut, 'body')[0]);
    expect(body.baseline - number.baseline).toBeCloseTo(3 * LINE_PITCH, 2);
    expect(rules(laidOut.pages[0])).toEqual([]);
  });
});

describe('signature stamps (7.3.5.3)', () => {
  const stamps = [
    { office: '市长', name: '洪建国', image: 'a.png' },
    { office: '市政府秘书长', name: '李四', image: 'b.png' },
  ];
  const stamped = (count: number): ReturnType<typeof lay> =>
    lay(
      { sealing: 'stamp', stamps: stamps.slice(0, count) },
      { imageSize: () => ({ width: 300, height: 100 }) },
    );

  test('S-30, S-31, S-33: two lines under the text, four cells from the right; office two cells to its left', () => {
    const laidOut = stamped(1);
    const image = must(laidOut.pages[0]?.items.find((item) => item.kind === 'image'));
    const body = must(linesOf(laidOut, 'body').at(-1));
    const office = must(linesOf(laidOut, 'issuerSignature')[0]);
    const date = must(linesOf(laidOut, 'issuedOn')[0]);
    expect(image.y - bottom(body)).toBeCloseTo(2 * LINE_PITCH + LINE_GAP / 2, 2);
    expect(image.x + image.width).toBeCloseTo(184 - 4 * CELL, 2);
    expect(image.x - office.right).toBeCloseTo(2 * CELL, 2);
    expect((top(office) + bottom(office)) / 2).toBeCloseTo(image.y + image.height / 2, 2);
    expect(date.right).toBeCloseTo(184 - 4 * CELL, 2);
    expect(top(date) - (image.y + image.height)).toBeCloseTo(LINE_PITCH + LINE_GAP / 2, 2);
  });

  test('S-32: joint issuers downwards, aligned', () => {
    const laidOut = stamped(2);
    const images = laidOut.pages.flatMap((page) => page.items).filter((item) => item.kind === 'image');
    const [first, second] = images;
    expect(must(first).x).toBeCloseTo(must(second).x, 3);
    expect(must(second).y).toBeGreaterThan(must(first).y + must(first).height);
    const offices = linesOf(laidOut, 'issuerSignature');
    expect(must(offices[0]).x).toBeCloseTo(must(offices[1]).x, 2);
  });
});

describe('minutes (10.3)', () => {
  const laidOut = lay({
    format: 'minutes',
    genre: '纪要',
    issuerMark: { names: ['湖州市人民政府常务会议'] },
    documentNumber: { issueNo: 12 },
    attendance: {
      present: [
        { unit: '市发展改革委', names: ['张三', '李四', '王五', '赵六', '孙七', '周八', '吴九', '郑十'] },
        { unit: '市财政局', names: ['王建国'] },
      ],
      leave: [{ names: ['李卫东'] }],
      observers: [{ unit: '市教育局', names: ['陈二'] }],
    },
  });

  test('M-01: the mark’s ink 35 mm under the type area’s edge', () => {
    const mark = must(linesOf(laidOut, 'issuerMark')[0]);
    expect(mark.text).toBe('湖州市人民政府常务会议纪要');
    expect(inks(mark).top).toBeCloseTo(72, 2);
  });

  test('M-02, M-03: 出席、请假、列席 an empty line under the text, hanging behind the colon', () => {
    const lines = linesOf(laidOut, 'attendance');
    const labels = lines.filter((line) => /^(?:出席|请假|列席)：/u.test(line.text));
    expect(labels.map((line) => line.text.slice(0, 3))).toEqual(['出席：', '请假：', '列席：']);
    for (const line of labels) {
      expect(line.x).toBeCloseTo(28 + 2 * CELL, 2);
      expect(must(laidOut.faces[must(line.items[0]).face]).role).toBe('hei');
      expect(must(laidOut.faces[must(line.items[1]).face]).role).toBe('fangsong');
      expect(must(line.items[1]).xs[0]).toBeCloseTo(28 + 5 * CELL, 2);
    }
    const following = lines.filter((line) => !labels.includes(line));
    expect(following.length).toBeGreaterThan(0);
    for (const line of following) expect(line.x).toBeCloseTo(28 + 5 * CELL, 2);
    const body = must(linesOf(laidOut, 'body').findLast(({ page }) => page === must(lines[0]).page));
    expect(must(lines[0]).baseline - body.baseline).toBeCloseTo(2 * LINE_PITCH, 2);
  });
});
