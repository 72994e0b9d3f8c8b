import { describe, expect, it } from 'vitest';
import { qrSymbol } from '../../electron/docgen/forms/code-modules.ts';
import { layoutForm } from '../../electron/docgen/forms/form-pages.ts';
import { em, PORTRAIT, TEXT_PT } from '../../electron/docgen/forms/style.ts';
import { FORM_KEYS } from '../../shared/domain/forms/declaration.ts';
import type { FormSheet } from '../../shared/domain/forms/sheet.ts';
import type { LaidOut } from '../../shared/gongwen/pages.ts';
import { randomFrom } from '../random.ts';
import { cellAround } from './cells-of-page.ts';
import { bundledFonts } from './fonts-for-tests.ts';
import { CODE, OFFICE_NAME, randomRecord, randomText, sheetOf } from './form-samples.ts';

/** Whatever people write: all of it is on the pages, every character inside its own cell. */

const fonts = bundledFonts();
const SEEDS = Array.from({ length: 25 }, (_, index) => index + 1);

const bare = (text: string): string => text.replaceAll(/[\s\p{Cc}]/gu, '');

/** What each cell of the table must say, rows counted from the top, cells from the left. */
function wordsOf(sheet: FormSheet): { label: boolean; text: string }[][] {
  const rows = sheet.sections.flatMap(({ heading, rows: own }) => [...heading, ...own]);
  return rows.map(({ cells }) =>
    cells.map(({ label, paragraphs, foot = [] }) => ({
      label: label === true,
      text: bare([...paragraphs, ...foot].map(({ text }) => text).join('')),
    })),
  );
}

/** What is drawn in each cell, over all pages; cells of a row from left to right. */
function drawnIn({ pages }: LaidOut): Map<string, string> {
  const drawn = new Map<string, string>();
  for (const { items } of pages) {
    for (const item of items) {
      if (item.kind !== 'text' || !item.path.startsWith('form.rows.')) continue;
      drawn.set(item.path, (drawn.get(item.path) ?? '') + bare(item.text));
    }
  }
  return drawn;
}

function check(sheet: FormSheet): void {
  const laidOut = layoutForm(sheet, fonts, qrSymbol(CODE));
  const drawn = drawnIn(laidOut);
  wordsOf(sheet).forEach((cells, row) => {
    const own = [...drawn.keys()]
      .filter((path) => path.startsWith(`form.rows.${row}.`))
      .sort((a, b) => Number(a.split('.').at(-1)) - Number(b.split('.').at(-1)));
    const expected = cells.filter(({ text }) => text !== '');
    expect(own.length, `row ${row}`).toBe(expected.length);
    expected.forEach(({ label, text }, index) => {
      const said = drawn.get(own[index] ?? '') ?? '';
      // a label is said again where its row goes on overleaf
      expect(label ? said.slice(0, text.length) : said).toBe(text);
      if (label) expect(said.length % text.length).toBe(0);
    });
  });
  for (const page of laidOut.pages) {
    const owners = new Map<string, string>();
    const baselines = new Map<string, Set<number>>();
    for (const item of page.items) {
      if (item.kind !== 'text') continue;
      expect(Math.min(...item.xs)).toBeGreaterThanOrEqual(PORTRAIT.left - 0.01);
      expect(item.right).toBeLessThanOrEqual(PORTRAIT.right + 0.01);
      if (!item.path.startsWith('form.rows.')) continue;
      const cell = cellAround(page, item);
      expect(cell, `“${item.text}” of ${item.path} on page ${page.index}`).toBeDefined();
      const key = JSON.stringify(cell);
      expect(owners.get(key) ?? item.path).toBe(item.path);
      owners.set(key, item.path);
      baselines.set(key, (baselines.get(key) ?? new Set()).add(item.baseline));
    }
    // no line of a cell runs into the next one
    for (const own of baselines.values()) {
      const sorted = [...own].sort((a, b) => a - b);
      sorted.forEach((at, index) => {
        if (index > 0) expect(at - (sorted[index - 1] ?? 0)).toBeGreaterThan(em(TEXT_PT));
      });
    }
    const lowest = page.items.flatMap((item) =>
      item.kind === 'rule' ? [item.y2 + (item.y1 === item.y2 ? item.thickness / 2 : 0)] : [],
    );
    expect(Math.max(...lowest)).toBeLessThanOrEqual(PORTRAIT.bottom + 0.3);
  }
}

describe.each(FORM_KEYS)('%s', (form) => {
  it.each(SEEDS)('random contents %d', (seed) => {
    const random = randomFrom(seed * 7919);
    const officeName = random() < 0.3 ? randomText(random, 45).replaceAll(/\s/gu, '') : OFFICE_NAME;
    const filled = random() < 0.8;
    const record = randomRecord(random);
    check(
      sheetOf(form, record, { filled, history: random() < 0.5, officeName, marks: ['工作秘密', '作废'] }),
    );
  });
});

it('an opinion higher than two pages goes on overleaf, its label said again, its signature never alone', () => {
  const text = '请各单位认真贯彻执行，抓紧办理并报送落实情况。'.repeat(120);
  const record = {
    texts: {},
    lists: {},
    opinions: { instructions: [{ text, name: '王建国', on: '2026年11月23日' }] },
  };
  const sheet = sheetOf('processing', record);
  check(sheet);
  const { pages } = layoutForm(sheet, fonts, qrSymbol(CODE));
  expect(pages.length).toBeGreaterThanOrEqual(3);
  const texts = pages.map(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])));
  const withLabel = texts.filter((page) => page.some((word) => word.includes('批示')));
  expect(withLabel.length).toBeGreaterThanOrEqual(3);
  const signed = texts.find((page) => page.some((word) => word.includes('王建国')));
  expect(signed?.some((word) => word.includes('落实情况'))).toBe(true);
});
