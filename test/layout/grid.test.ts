import { describe, expect, test } from 'vitest';
import { CELL, EM_3, LINE_PITCH, MM_PER_PT } from '../../electron/docgen/layout/geometry.ts';
import { filler, lay, linesOf, must, paragraph, rules, texts } from './support.ts';

const long = lay({ body: [paragraph(`${filler(2400)}。`)] });
const body = linesOf(long, 'body');
const full = body.filter((line) => line.page === 2);
const square = { top: 0.86, bottom: 0.14 };

describe('grid (GB/T 9704-2012 5)', () => {
  test('L-01: A4 paper', () => {
    expect(long.pages.map((page) => [page.width, page.height])).toEqual(long.pages.map(() => [210, 297]));
  });

  test('L-02: the first line’s characters stand 37 mm under the edge', () => {
    const top = must(full[0]).baseline - square.top * EM_3;
    expect(top).toBeCloseTo(37, 2);
  });

  test('L-03: text starts 28 mm from the left edge', () => {
    expect(must(linesOf(long, 'addressees')[0]).x).toBeCloseTo(28, 2);
    for (const line of full) expect(line.x).toBeCloseTo(28, 2);
  });

  test('L-08: a full page has 22 lines of 28 characters and fills the type area', () => {
    expect(full).toHaveLength(22);
    for (const line of full) {
      expect(Array.from(line.text)).toHaveLength(28);
      expect(line.right).toBeCloseTo(184, 2);
    }
    const bottom = must(full.at(-1)).baseline + square.bottom * EM_3;
    expect(bottom).toBeLessThanOrEqual(262);
    expect(262 - bottom).toBeLessThanOrEqual(1.5);
  });

  test('L-04: descenders of a page’s last line stay inside the type area', () => {
    const last = must(full.at(-1));
    const deepest = 0.271 * EM_3; // j of the bundled face
    expect(last.baseline + deepest).toBeLessThanOrEqual(262);
  });

  test('L-08: lines are 29.5 pt apart (3.2: 字高加 3号字高的 7/8)', () => {
    expect(LINE_PITCH / MM_PER_PT).toBeCloseTo(29.5, 6);
    for (let i = 1; i < full.length; i += 1) {
      expect(must(full[i]).baseline - must(full[i - 1]).baseline).toBeCloseTo(LINE_PITCH, 3);
    }
  });

  test('L-12: 28 characters are evenly spaced', () => {
    const xs = must(full[3]).items.flatMap((item) => item.xs);
    for (let i = 1; i < xs.length; i += 1) {
      expect(must(xs[i]) - must(xs[i - 1])).toBeCloseTo((156 - EM_3) / 27, 2);
    }
    expect((156 - EM_3) / 27).toBeCloseTo(CELL, 2);
  });

  test('L-13: black, but for the mark and the red rule', () => {
    for (const page of long.pages) {
      for (const item of texts(page))
        expect(item.color).toBe(item.element === 'issuerMark' ? 'red' : 'black');
      for (const item of rules(page)) expect(item.color).toBe(item.element === 'redRule' ? 'red' : 'black');
    }
  });

  test('L-06: with mirrored margins even pages stand 2 mm further left', () => {
    const mirrored = lay({ body: [paragraph(`${filler(2400)}。`)], options: { mirrorMargins: true } });
    expect(mirrored.pages.map((page) => page.typeArea.left)).toEqual(
      mirrored.pages.map((page) => (page.index % 2 === 0 ? 26 : 28)),
    );
    expect(must(linesOf(mirrored, 'body').find((line) => line.page === 2)).x).toBeCloseTo(26, 2);
  });

  test('Z-01: sizes and faces of the elements', () => {
    const laidOut = lay({
      copyNumber: '000012',
      secrecy: '机密',
      secrecyTerm: '1年',
      urgency: '特急',
      signatories: [{ name: '王建国' }],
      annotation: '此件公开发布',
      attachments: [{ title: '名单', body: [paragraph('内容。')] }],
      copyTo: [['市委办公室']],
      printingOffice: '湖州市人民政府办公室',
      printedOn: '2026-03-06',
    });
    const of = (element: Parameters<typeof linesOf>[1]): [string, number][] =>
      linesOf(laidOut, element).flatMap((line) =>
        line.items.map((item): [string, number] => [must(laidOut.faces[item.face]).role, item.sizePt]),
      );
    const all = (element: Parameters<typeof linesOf>[1], role: string, size: number): void => {
      expect(of(element).length, element).toBeGreaterThan(0);
      for (const found of of(element)) expect(found, element).toEqual([role, size]);
    };
    all('copyNumber', 'fangsong', 16);
    all('secrecy', 'hei', 16);
    all('urgency', 'hei', 16);
    all('documentNumber', 'fangsong', 16);
    expect(of('signatories')).toEqual([
      ['fangsong', 16],
      ['kai', 16],
    ]);
    all('title', 'title', 22);
    all('addressees', 'fangsong', 16);
    all('attachmentNote', 'fangsong', 16);
    all('issuerSignature', 'fangsong', 16);
    all('issuedOn', 'fangsong', 16);
    all('annotation', 'fangsong', 16);
    all('attachmentLabel', 'hei', 16);
    all('attachmentTitle', 'title', 22);
    all('imprint', 'fangsong', 14);
    all('pageNumber', 'song', 14);
  });
});
