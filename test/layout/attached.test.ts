import { describe, expect, test } from 'vitest';
import { EM_3, LINE_PITCH, MM_PER_PT, rowTop } from '../../electron/docgen/layout/geometry.ts';
import { heading, filler, lay, linesOf, must, paragraph } from './support.ts';

const body = [paragraph(`${filler(100)}。`)];

describe('attachments (7.3.7)', () => {
  const laidOut = lay({
    sealing: 'none',
    attachments: [
      { title: '重点任务分工表', body },
      { title: '联系人名单', body },
    ],
    copyTo: [['市委办公室']],
    printingOffice: '市府办',
    printedOn: '2026-03-06',
  });
  const labels = linesOf(laidOut, 'attachmentLabel');
  const titles = linesOf(laidOut, 'attachmentTitle');

  test('A-10: each on a new side, after the date and before the imprint', () => {
    expect(labels.map((line) => line.page)).toEqual([2, 3]);
    expect(must(linesOf(laidOut, 'imprint')[0]).page).toBe(4);
  });

  test('A-11: label flush left on the first line', () => {
    expect(labels.map((line) => line.text)).toEqual(['附件1', '附件2']);
    for (const line of labels) {
      expect(line.x).toBeCloseTo(28, 2);
      expect(line.baseline - 0.86 * EM_3).toBeCloseTo(rowTop(0), 3);
    }
  });

  test('A-12: the title stands centred on the third line', () => {
    for (const line of titles) {
      const middle = line.baseline - 0.86 * 22 * MM_PER_PT + 11 * MM_PER_PT;
      expect(middle).toBeCloseTo(rowTop(2) + EM_3 / 2, 2);
      expect((line.x + line.right) / 2).toBeCloseTo(106, 2);
    }
  });

  test('A-13: numbers and titles agree with the note', () => {
    const note = linesOf(laidOut, 'attachmentNote').map((line) => line.text);
    expect(note).toEqual(['附件：1.重点任务分工表', '2.联系人名单']);
    expect(titles.map((line) => line.text)).toEqual(['重点任务分工表', '联系人名单']);
  });

  test('A-15, P-06: page numbers run on', () => {
    expect(laidOut.pages.map((page) => page.pageNumber)).toEqual([1, 2, 3, 4]);
  });

  test('A-11: a single attachment has no number', () => {
    expect(must(linesOf(lay({ attachments: [{ title: '名单', body }] }), 'attachmentLabel')[0]).text).toBe(
      '附件',
    );
  });

  test('A-14: bound by itself it carries the document number and its own page numbers, after the imprint', () => {
    const apart = lay({
      attachments: [{ title: '名单', body, separate: true }],
      printingOffice: '市府办',
      printedOn: '2026-03-06',
    });
    const label = must(linesOf(apart, 'attachmentLabel')[0]);
    expect(label.text).toBe('湖政办发〔2026〕12号附件');
    expect(label.page).toBe(3);
    expect(must(linesOf(apart, 'imprint')[0]).page).toBe(2);
    expect(apart.pages.map((page) => page.pageNumber)).toEqual([1, 2, 1]);
  });
});

describe('enclosures', () => {
  test('a new side, its title as in the body, no label and no note', () => {
    const laidOut = lay({ enclosures: [{ title: '公文处理办法', body }] });
    const title = must(linesOf(laidOut, 'enclosureTitle')[0]);
    expect([title.page, title.text]).toEqual([2, '公文处理办法']);
    expect(linesOf(laidOut, 'attachmentLabel')).toEqual([]);
    expect(linesOf(laidOut, 'attachmentNote')).toEqual([]);
    const first = must(linesOf(laidOut, 'enclosure')[0]);
    expect(first.baseline - title.baseline).toBeGreaterThan(2 * LINE_PITCH);
  });

  test('without a title it starts at the upper edge, and no blank page stands before a tall picture', () => {
    const picture = { type: 'image', file: 'scan.png', width: 156 } as const;
    const laidOut = lay(
      { enclosures: [{ title: '', body: [heading(1, '一、总则'), picture] }] },
      { imageSize: () => ({ width: 100, height: 200 }) },
    );
    expect(laidOut.pages).toHaveLength(2);
    expect(must(linesOf(laidOut, 'enclosure')[0]).baseline).toBeLessThan(45);
  });
});
