import { beforeAll, describe, expect, it } from 'vitest';
import { AREA_TOP, EM_4 } from '../../electron/docgen/layout/geometry.ts';
import { MARGINS } from '../../electron/docgen/docx/grid.ts';
import { twipsToMm } from '../../electron/docgen/docx/units.ts';
import type { LaidOutPage, PageItem, RuleItem } from '../../shared/gongwen/pages.ts';
import { boundPage } from '../docgen/bound-pages.ts';
import { measureInk } from '../docgen/measure-ink.ts';
import { measurePdf } from '../docgen/measure-pdf.ts';
import type { MeasuredPage, MeasuredPdf } from '../docgen/measure-pdf.ts';
import { compareTexts, lineTexts, ruleDifference } from './compare-pages.ts';
import type { Finding } from './compare-pages.ts';
import { convertToPdf, hasLibreOffice } from './libre-office.ts';
import { MADE_UP } from './made-up-documents.ts';
import { documentOf, sampleDocument, SAMPLES, written } from './sample-documents.ts';
import type { Written } from './sample-documents.ts';

/** L-15: no element further than 1 mm from its place. */
const MM = 1;

const NAMES = [...SAMPLES, ...Object.keys(MADE_UP)];

/**
 * A table that runs on by itself starts at the margin of the page, which lies above the type area by what stands above
 * the characters of a first line.
 */
const LINE_SLACK = AREA_TOP - twipsToMm(MARGINS.top);

/** Whether the table at the top of a page came there by itself; where the flow had to be cut, it is at its place. */
const runsOn = (page: LaidOutPage, findings: readonly Finding[]): boolean => {
  const first = page.items.find((item) => item.kind === 'text' || item.kind === 'rule');
  const shift = findings.find(({ element }) => element === 'table')?.dy ?? 0;
  return page.index > 1 && first?.element === 'table' && shift < -1.5;
};

const isNumber = (item: PageItem): boolean => item.element === 'pageNumber';

/**
 * What the layout has on a page beside what was drawn of it. A lying page is compared as it lies, its number as it is
 * bound (clause 8).
 */
function views(page: LaidOutPage, drawn: MeasuredPage | undefined): [LaidOutPage, MeasuredPage][] {
  if (drawn === undefined) return [];
  if (page.turned !== true) return [[page, drawn]];
  return [
    [{ ...page, items: page.items.filter((item) => !isNumber(item)) }, drawn],
    [{ ...page, items: page.items.filter(isNumber) }, boundPage(drawn)],
  ];
}

describe.skipIf(!hasLibreOffice)('opened by LibreOffice', () => {
  const sources = new Map<string, Written>();
  const pdfs = new Map<string, MeasuredPdf>();
  let bytes: ReadonlyMap<string, Uint8Array> = new Map();

  beforeAll(async () => {
    for (const name of NAMES) {
      const made = MADE_UP[name];
      const document = made === undefined ? sampleDocument(name) : documentOf(made);
      // the families the layout measured, so that only the typesetting is compared and not the fonts
      sources.set(name, await written(document, { fontNames: 'laid-out' }));
    }
    bytes = await convertToPdf(Object.fromEntries([...sources].map(([name, { docx }]) => [name, docx])));
    for (const [name, pdf] of bytes) pdfs.set(name, await measurePdf(pdf));
  }, 240_000);

  const source = (name: string): Written => {
    const found = sources.get(name);
    if (found === undefined) throw new Error(`not written: ${name}`);
    return found;
  };
  const pdfOf = (name: string): MeasuredPdf => {
    const found = pdfs.get(name);
    if (found === undefined) throw new Error(`not measured: ${name}`);
    return found;
  };

  describe.each(NAMES)('%s', (name) => {
    it('has the pages of the layout', () => {
      expect(pdfOf(name).pages).toHaveLength(source(name).laidOut.pages.length);
    });

    it('breaks every line where the layout does', () => {
      for (const [index, page] of source(name).laidOut.pages.entries()) {
        for (const [view, { lines }] of views(page, pdfOf(name).pages[index])) {
          const drawn = lines.map(({ text }) => text.replace(/\s/gu, ''));
          for (const { text } of lineTexts(view)) expect(drawn, `page ${page.index}`).toContain(text);
        }
      }
    });

    it('has every element within 1 mm of its place', () => {
      for (const [index, page] of source(name).laidOut.pages.entries()) {
        const findings = views(page, pdfOf(name).pages[index]).flatMap((view) => compareTexts(...view));
        expect(findings.length > 0, `page ${page.index}`).toBe(
          page.items.some(({ kind }) => kind === 'text'),
        );
        const slack = runsOn(page, findings) ? LINE_SLACK : 0;
        for (const finding of findings) {
          const shift = finding.element === 'table' ? slack : 0;
          const place = {
            ...finding,
            dx: Math.abs(finding.dx) <= MM,
            dy: Math.abs(finding.dy + shift) <= MM,
          };
          expect(place).toMatchObject({ drawn: expect.any(String), dx: true, dy: true });
        }
      }
    });

    it('has the rules of header and imprint at their places and as thick as asked (H-24, I-01..I-03)', () => {
      for (const [index, page] of source(name).laidOut.pages.entries()) {
        const drawn = pdfOf(name).pages[index];
        const rules = page.items.filter(
          (item): item is RuleItem => item.kind === 'rule' && item.element !== 'table',
        );
        for (const rule of rules) {
          if (drawn === undefined) continue;
          const { place, thickness } = ruleDifference(rule, drawn);
          expect(place, `${rule.element} ${rule.y1}`).toBeLessThanOrEqual(0.1);
          expect(thickness, `${rule.element} ${rule.y1}`).toBeLessThanOrEqual(0.03);
        }
      }
    });

    it('has page numbers odd right, even left, and none where the layout has none (P-03, P-05)', () => {
      for (const [index, page] of source(name).laidOut.pages.entries()) {
        const drawn = pdfOf(name).pages[index];
        const foot = (drawn && boundPage(drawn))?.lines.find(({ text }) => /^—\s*\d+\s*—$/u.test(text));
        if (page.pageNumber === undefined) {
          expect(foot, `page ${page.index}`).toBeUndefined();
          continue;
        }
        expect(foot?.text.replace(/\s/gu, ''), `page ${page.index}`).toBe(`—${page.pageNumber}—`);
        const { left, right } = page.typeArea;
        const place =
          page.pageNumber % 2 === 1 ? (foot?.right ?? 0) - (right - EM_4) : (foot?.x ?? 0) - (left + EM_4);
        expect(Math.abs(place), `page ${page.index}`).toBeLessThanOrEqual(MM);
      }
    });
  });

  it('sets 22 lines of 28 characters on a full page (L-08)', () => {
    const page = pdfOf('full-pages').pages[1];
    const lines = page?.lines.filter(({ text }) => !text.includes('—')) ?? [];
    expect(lines).toHaveLength(22);
    const full = lines.filter(({ x, right }) => x < 28.5 && right > 183);
    expect(full.length).toBeGreaterThan(15);
    for (const { text } of full) expect(Array.from(text.replace(/\s/gu, ''))).toHaveLength(28);
  });

  it('has the ink of the page number’s dash 7 mm below the type area (P-02)', async () => {
    const pdf = bytes.get('full-pages') ?? new Uint8Array();
    for (const [page, x] of [
      [1, 164],
      [2, 33.5],
    ] as const) {
      const ink = await measureInk(pdf, { page, region: { x, y: 264, width: 3, height: 10 } });
      expect(((ink?.top ?? 0) + (ink?.bottom ?? 0)) / 2).toBeGreaterThan(268);
      expect(((ink?.top ?? 0) + (ink?.bottom ?? 0)) / 2).toBeLessThan(270);
    }
  });

  it('has the ink of the mark 35 mm below the type area’s upper edge (H-10)', async () => {
    const pdf = bytes.get('full-pages') ?? new Uint8Array();
    const ink = await measureInk(pdf, { color: 'red', region: { x: 20, y: 60, width: 170, height: 40 } });
    expect(Math.abs((ink?.top ?? 0) - 72)).toBeLessThanOrEqual(MM);
  });

  it('repeats the header of a table on every page it runs over (T-05)', () => {
    const withHeader = pdfOf('long-table').pages.filter(({ text }) => text.includes('检查项目'));
    const withRows = pdfOf('long-table').pages.filter(({ text }) => text.includes('抽查记录'));
    expect(withRows.length).toBeGreaterThan(1);
    expect(withHeader).toHaveLength(withRows.length);
  });

  it.each(['lying-attachment', 'lying-body'])(
    '%s: lays a 横排表格 on papers of its own, its head at the binding edge (T-01..T-04)',
    (name) => {
      const { laidOut } = source(name);
      const { pages } = pdfOf(name);
      const turned = laidOut.pages.filter((page) => page.turned === true);
      expect(turned.length).toBeGreaterThan(1);
      for (const { width, height, index } of pages) {
        const isLying = laidOut.pages[index - 1]?.turned === true;
        expect(Math.round(width) - Math.round(height), `page ${index}`).toBe(isLying ? 87 : -87);
      }
      for (const page of turned) {
        const drawnPage = pages[page.index - 1];
        if (drawnPage === undefined) throw new Error(`no page ${page.index}`);
        const { lines, rules } = boundPage(drawnPage);
        // nothing but the number stands upright on the bound page
        expect(lines.map(({ text }) => text.replace(/\s/gu, ''))).toEqual([`—${page.pageNumber ?? ''}—`]);
        const borders = page.items.filter((item): item is RuleItem => item.kind === 'rule');
        // lying x runs up the bound page, lying y to the right
        const wanted = {
          left: Math.min(...borders.map(({ y1 }) => y1)),
          right: Math.max(...borders.map(({ y2 }) => y2)),
          lower: 297 - Math.min(...borders.map(({ x1 }) => x1)),
          upper: 297 - Math.max(...borders.map(({ x2 }) => x2)),
        };
        expect(Math.abs(Math.min(...rules.map(({ x1 }) => x1)) - wanted.left)).toBeLessThan(MM);
        expect(Math.abs(Math.max(...rules.map(({ x2 }) => x2)) - wanted.right)).toBeLessThan(MM);
        expect(Math.abs(Math.max(...rules.map(({ y2 }) => y2)) - wanted.lower)).toBeLessThan(MM);
        expect(Math.abs(Math.min(...rules.map(({ y1 }) => y1)) - wanted.upper)).toBeLessThan(MM);
      }
    },
  );
});
