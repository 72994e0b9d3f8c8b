import { beforeAll, describe, expect, it } from 'vitest';
import { RegisterStore } from '../../electron/docgen/forms/register-store.ts';
import { LANDSCAPE } from '../../electron/docgen/forms/style.ts';
import { registerPanels, REGISTER_KEYS, REGISTERS } from '../../shared/domain/forms/registers.ts';
import type { RegisterSize } from '../../shared/domain/forms/registers.ts';
import type { RegisterColumn, RegisterEntry, RegisterSheet } from '../../shared/domain/forms/sheet.ts';
import { randomFrom } from '../random.ts';
import { bundledFonts } from './fonts-for-tests.ts';
import { OFFICE_NAME, randomText } from './form-samples.ts';
import { measurePdf } from './measure-pdf.ts';
import type { MeasuredPage, MeasuredPdf } from './measure-pdf.ts';
import { readTags, walk } from './tagged-pdf.ts';

/** 收文登记簿 and 发文登记簿 as printed: A4 landscape, columns of the paper book, headings on every page. */

const fonts = bundledFonts();
const MADE_AT = new Date('2026-11-22T09:00:00Z');

const sheetOf = (register: (typeof REGISTER_KEYS)[number], size: RegisterSize): RegisterSheet => ({
  name: REGISTERS[register].name,
  officeName: OFFICE_NAME,
  scope: '2026年',
  printedOn: '2026年11月22日',
  panels: registerPanels(register, size),
});

const bare = (text: string): string => text.replaceAll(/\s/gu, '');

/** Every value of an entry says its column and its row, so that nothing can change places unseen. */
const entryOf = (columns: readonly RegisterColumn[], row: number, text = ''): RegisterEntry =>
  Object.fromEntries(columns.map(({ key }, column) => [key, `${row}行${column}列${text}`]));

async function printed(sheet: RegisterSheet, entries: readonly RegisterEntry[]): Promise<Uint8Array> {
  const store = new RegisterStore(fonts);
  for (let at = 0; at < entries.length; at += 50) store.add('job', sheet, entries.slice(at, at + 50));
  store.finish('job');
  return (await store.pdf('job', MADE_AT)) ?? new Uint8Array();
}

/** Vertical lines of a page from left to right: the edges of its columns, mm. */
function edgesOf(page: MeasuredPage): number[] {
  const upright = page.rules
    .filter(({ x1, x2 }) => Math.abs(x1 - x2) < 0.01)
    .map(({ x1 }) => Math.round(x1 * 100) / 100);
  return [...new Set(upright)].sort((a, b) => a - b);
}

/** Lines between the rows of a page, from the top, mm. */
const levelsOf = (page: MeasuredPage | undefined): number[] =>
  (page?.rules ?? [])
    .filter(({ y1, y2 }) => Math.abs(y1 - y2) < 0.01)
    .map(({ y1 }) => Math.round(y1 * 100) / 100);

describe.each(REGISTER_KEYS)('%s', (register) => {
  const sheet = sheetOf(register, 'full');
  const columns = sheet.panels.flat();
  const entries = Array.from({ length: 60 }, (_, row) => entryOf(columns, row));
  let pdf: MeasuredPdf;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await printed(sheet, entries);
    pdf = await measurePdf(bytes);
  });

  it('lies on A4 with its margins, two facing pages for each part', () => {
    expect(pdf.pages.length).toBeGreaterThanOrEqual(4);
    expect(pdf.pages.length % 2).toBe(0);
    pdf.pages.forEach((page, index) => {
      expect([page.width, page.height]).toEqual([expect.closeTo(297, 1), expect.closeTo(210, 1)]);
      const edges = edgesOf(page);
      expect(edges[0]).toBeCloseTo(LANDSCAPE.left, 1);
      expect(edges.at(-1)).toBeCloseTo(LANDSCAPE.right, 1);
      expect(edges).toHaveLength((sheet.panels[index % 2]?.length ?? 0) + 1);
      for (const { x, right } of page.lines) {
        expect(x).toBeGreaterThanOrEqual(LANDSCAPE.left - 0.1);
        expect(right).toBeLessThanOrEqual(LANDSCAPE.right + 0.1);
      }
    });
  });

  it('headings in the order of the paper book on every page, and the pages counted', () => {
    pdf.pages.forEach((page, index) => {
      const headings = (sheet.panels[index % 2] ?? []).map(({ heading }) => bare(heading));
      expect(bare(page.text)).toContain(headings.join(''));
      expect(page.text).toContain(`第 ${index + 1} 页　共 ${pdf.pages.length} 页`);
      expect(page.text).toContain(`${REGISTERS[register].name}（${index % 2 === 0 ? '左' : '右'}页）`);
    });
  });

  it('every value stands in its own column, an entry at the same height on both pages', () => {
    pdf.pages.forEach((page, index) => {
      const edges = edgesOf(page);
      const before = index % 2 === 0 ? 0 : (sheet.panels[0]?.length ?? 0);
      const byColumn = new Map<number, string>();
      const chars = page.texts.flatMap(({ chars }) => chars);
      for (const { text, x } of chars) {
        const column = edges.findLastIndex((edge) => edge <= x + 0.05);
        byColumn.set(column, (byColumn.get(column) ?? '') + text);
      }
      for (const [column, text] of byColumn) {
        const found = [...text.matchAll(/(\d+)行(\d+)列/gu)].map((match) => Number(match[2]));
        const key = columns[before + column]?.key;
        const same = found.every((at) => columns[at]?.key === key);
        expect(same, `column ${column} on page ${index + 1}: ${text}`).toBe(true);
      }
    });
    for (let left = 0; left < pdf.pages.length; left += 2) {
      expect(levelsOf(pdf.pages[left])).toEqual(levelsOf(pdf.pages[left + 1]));
    }
    const said = bare(pdf.text);
    for (const [row, entry] of entries.entries()) {
      for (const value of Object.values(entry)) expect(said, `row ${row}`).toContain(value);
    }
  });

  it('is a table to a reader who listens: headings once, a row for each entry', async () => {
    const tags = await readTags(bytes);
    const nodes = walk(tags.root);
    expect(tags.unmarked).toBe(0);
    expect(nodes.filter(({ tag }) => tag === 'TR')).toHaveLength(entries.length + 1);
    expect(nodes.filter(({ tag }) => tag === 'TH')).toHaveLength(columns.length);
    expect(nodes.filter(({ tag }) => tag === 'TD')).toHaveLength(entries.length * columns.length);
  });

  it('the brief one keeps the order of the book on one page', async () => {
    const brief = sheetOf(register, 'brief');
    expect(brief.panels).toHaveLength(1);
    const keys = brief.panels.flat().map(({ key }) => key);
    expect(keys).toEqual(
      columns.map(({ key }) => key).filter((key, at, all) => keys.includes(key) && all.indexOf(key) === at),
    );
    const { pages } = await measurePdf(await printed(brief, entries.slice(0, 5)));
    expect(pages).toHaveLength(1);
  });
});

it('random contents, also higher than a page, are all there', async () => {
  const sheet = sheetOf('incoming', 'full');
  const columns = sheet.panels.flat();
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    const random = randomFrom(seed);
    const entries = Array.from({ length: 12 }, (_, row) =>
      Object.fromEntries(
        columns.map(({ key }) => [
          key,
          randomText(random, Math.floor(random() ** 5 * (row === 3 ? 1500 : 200))),
        ]),
      ),
    );
    const store = new RegisterStore(fonts);
    store.add('job', sheet, entries);
    const count = store.finish('job') ?? 0;
    expect(count % 2).toBe(0);
    const drawn = await measurePdf((await store.pdf('job', MADE_AT)) ?? new Uint8Array());
    const most = drawn.pages.flatMap(({ rules }) => rules.map(({ y1, y2 }) => Math.max(y1, y2)));
    expect(Math.max(...most)).toBeLessThanOrEqual(LANDSCAPE.bottom + 0.3);
    const letters = (text: string): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const letter of bare(text)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
      return counts;
    };
    const onPaper = letters(drawn.text);
    for (const [letter, times] of letters(
      entries.flatMap((entry) => columns.map(({ key }) => entry[key] ?? '')).join(''),
    )) {
      expect(onPaper.get(letter) ?? 0, `seed ${seed}: ${letter}`).toBeGreaterThanOrEqual(times);
    }
  }
});

it('a lying page goes to the printer on an upright sheet, the same ink turned', () => {
  const store = new RegisterStore(fonts);
  const sheet = sheetOf('incoming', 'full');
  store.add('job', sheet, [entryOf(sheet.panels.flat(), 1)]);
  store.finish('job');
  const [shown] = store.draw('job', { from: 1, to: 1 }, 'screen') ?? [];
  const [sent] = store.draw('job', { from: 1, to: 1 }, 'print') ?? [];
  expect(shown).toMatchObject({ width: 297, height: 210 });
  expect(sent).toMatchObject({ width: 210, height: 297 });
  expect(sent?.svg).toContain('matrix(0 -1 1 0 0 297)');
  // nothing but the one turned group stands on the sheet
  expect(sent?.svg.replace(/<defs>.*?<\/defs>/su, '')).toMatch(
    /^<svg[^>]*><g transform="matrix\(0 -1 1 0 0 297\)">.*<\/g><\/svg>$/su,
  );
});

it('thousands of entries are laid out in seconds and go when they are dropped', () => {
  const store = new RegisterStore(fonts);
  const sheet = sheetOf('incoming', 'full');
  const started = performance.now();
  for (let at = 0; at < 3000; at += 200) {
    store.add(
      'job',
      sheet,
      Array.from({ length: 200 }, (_, row) => entryOf(sheet.panels.flat(), at + row)),
    );
  }
  expect(store.finish('job')).toBeGreaterThan(200);
  // measured 1.0 s; far more would be a fault of the layout, not of a busy machine
  expect(performance.now() - started).toBeLessThan(20_000);
  store.drop('job');
  expect(store.draw('job', { from: 1, to: 1 }, 'screen')).toBeNull();
});
