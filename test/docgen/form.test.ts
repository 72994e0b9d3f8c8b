import { beforeAll, describe, expect, it } from 'vitest';
import { qrSymbol } from '../../electron/docgen/forms/code-modules.ts';
import { layoutForm } from '../../electron/docgen/forms/form-pages.ts';
import { formPdf } from '../../electron/docgen/forms/render-forms.ts';
import { MODULE, PORTRAIT, QUIET_MODULES, STAMP } from '../../electron/docgen/forms/style.ts';
import { FORM_KEYS } from '../../shared/domain/forms/declaration.ts';
import type { FormKey } from '../../shared/domain/forms/declaration.ts';
import { FORMS } from '../../shared/domain/forms/forms.ts';
import { CODED_KINDS, idCode, numberedCode } from '../../shared/domain/item-code.ts';
import type { LaidOut } from '../../shared/gongwen/pages.ts';
import { cellAround } from './cells-of-page.ts';
import type { CellBox } from './cells-of-page.ts';
import { bundledFonts } from './fonts-for-tests.ts';
import { CODE, OFFICE_NAME, RECORD, sheetOf } from './form-samples.ts';
import { measureInk } from './measure-ink.ts';
import { measurePdf } from './measure-pdf.ts';
import type { MeasuredPdf } from './measure-pdf.ts';
import { readCode } from './read-code.ts';
import { readTags, walk } from './tagged-pdf.ts';

/** The printed forms, measured in mm on the PDF and on poppler's picture of it. */

const fonts = bundledFonts();
const MADE_AT = new Date('2026-11-22T09:00:00Z');

const CODE_AREA = { x: 168, y: 4, width: 30, height: 24 };
const STAMP_AREA = {
  x: (PORTRAIT.left + PORTRAIT.right - STAMP.width) / 2,
  y: STAMP.top,
  width: STAMP.width,
  height: STAMP.height,
};

describe.each(FORM_KEYS)('%s', (form) => {
  let bytes: Uint8Array;
  let pdf: MeasuredPdf;
  beforeAll(async () => {
    bytes = await formPdf(sheetOf(form, RECORD, { marks: ['工作秘密'] }), fonts, MADE_AT);
    pdf = await measurePdf(bytes);
  });

  it('is one page of A4 with 25 mm to bind and its table to the millimetre', () => {
    expect(pdf.pages).toHaveLength(1);
    const [page] = pdf.pages;
    expect(page?.width).toBeCloseTo(210, 1);
    expect(page?.height).toBeCloseTo(297, 1);
    const strong = (page?.rules ?? []).filter(({ thickness }) => Math.abs(thickness - 0.5) < 0.02);
    const upright = strong.filter(({ x1, x2 }) => Math.abs(x1 - x2) < 0.01).map(({ x1 }) => x1);
    expect(Math.min(...upright)).toBeCloseTo(25, 1);
    expect(Math.max(...upright)).toBeCloseTo(190, 1);
    const level = strong.filter(({ y1, y2 }) => Math.abs(y1 - y2) < 0.01).map(({ y1 }) => y1);
    expect(level).toHaveLength(2);
    expect(Math.max(...level)).toBeLessThanOrEqual(278.01);
    const thin = (page?.rules ?? []).filter(({ thickness }) => Math.abs(thickness - 0.2) < 0.02);
    expect(thin.length).toBeGreaterThan(15);
    for (const { x1, x2 } of thin) {
      expect(Math.min(x1, x2)).toBeGreaterThanOrEqual(24.99);
      expect(Math.max(x1, x2)).toBeLessThanOrEqual(190.01);
    }
  });

  it('its title is 2号 in the middle over the table', () => {
    const [page] = pdf.pages;
    const line = page?.lines.find(({ text }) => text.includes(FORMS[form].name));
    expect(line?.text).toBe(`${OFFICE_NAME}${FORMS[form].name}`);
    expect(line?.chars[0]?.sizePt).toBeCloseTo(22, 1);
    expect(((line?.x ?? 0) + (line?.right ?? 0)) / 2).toBeCloseTo(107.5, 0);
  });

  it('keeps the room of the 归档章 free', async () => {
    expect(await measureInk(bytes, { region: STAMP_AREA, dpi: 150 })).toBeNull();
    // the picture shows ink where there is some
    const around = { ...STAMP_AREA, height: 40 };
    expect(await measureInk(bytes, { region: around, dpi: 150 })).not.toBeNull();
  });

  it('bears 工作秘密 at its head', () => {
    const mark = pdf.pages[0]?.lines.find(({ text }) => text.includes('工作秘密'));
    expect(mark?.x).toBeCloseTo(25, 0);
    expect(mark?.baseline).toBeLessThan(20);
    expect(mark?.chars[0]?.sizePt).toBeCloseTo(16, 1);
  });

  it('has its code where scanner and eye find it, with white around', async () => {
    expect(await readCode(bytes, CODE_AREA)).toBe(CODE);
    const ink = await measureInk(bytes, { region: { x: 150, y: 0, width: 60, height: 22 }, color: 'black' });
    expect(ink?.right).toBeCloseTo(190, 1);
    expect(ink?.top).toBeCloseTo(8, 1);
    expect((ink?.right ?? 0) - (ink?.left ?? 0)).toBeCloseTo(21 * MODULE, 1);
    const quiet = QUIET_MODULES * MODULE;
    for (const region of [
      { x: 190.1, y: 0, width: 19.9, height: 34 },
      { x: 190 - 21 * MODULE - quiet, y: 4, width: quiet - 0.1, height: 19 },
      { x: 170, y: 8 + 21 * MODULE + 0.1, width: 22, height: quiet - 0.8 },
      { x: 170, y: 0, width: 40, height: 7.9 },
    ]) {
      expect(await measureInk(bytes, { region, dpi: 300 })).toBeNull();
    }
    const typed = pdf.pages[0]?.lines.find(({ text }) => text.includes(CODE));
    expect(typed?.text).toContain(CODE);
    expect(typed?.right).toBeCloseTo(190, 0);
  });

  it('is a table to a reader who listens, everything drawn is marked', async () => {
    const tags = await readTags(bytes);
    const nodes = walk(tags.root);
    expect(tags.unmarked).toBe(0);
    expect(nodes.filter(({ tag }) => tag === 'H1').map(({ text }) => text)).toEqual([
      `${OFFICE_NAME}${FORMS[form].name}`,
    ]);
    const rows = nodes.filter(({ tag }) => tag === 'TR');
    expect(rows.length).toBeGreaterThan(6);
    for (const row of rows) expect(row.children.every(({ tag }) => tag === 'TH' || tag === 'TD')).toBe(true);
    const labels = nodes.filter(({ tag }) => tag === 'TH').map(({ text }) => text);
    expect(labels.length).toBeGreaterThan(8);
    const title = rows.find((row) => /文件标题|事/u.test(row.children[0]?.text ?? ''));
    expect(title?.children[1]?.text).toBe(RECORD.texts.title);
  });

  it('equal input gives equal bytes', async () => {
    const again = await formPdf(sheetOf(form, RECORD, { marks: ['工作秘密'] }), fonts, MADE_AT);
    expect(Buffer.compare(Buffer.from(again), Buffer.from(bytes))).toBe(0);
  });
});

/** The cell beside a label. */
function cellOf(laidOut: LaidOut, row: string): CellBox {
  const [page] = laidOut.pages;
  const label = page?.items.find(
    (item) => item.kind === 'text' && item.element === 'table' && item.text === row,
  );
  const cell = page && label?.kind === 'text' ? cellAround(page, label) : undefined;
  if (cell === undefined) throw new Error(`no cell says ${row}`);
  return cell;
}

describe('the heights of the 文件处理单', () => {
  it.each([true, false])('拟办 at least 30 mm, 批示 at least 60 mm (filled: %s)', (filled) => {
    const laidOut = layoutForm(sheetOf('processing', RECORD, { filled }), fonts, qrSymbol(CODE));
    const proposal = cellOf(laidOut, '拟办');
    const instruction = cellOf(laidOut, '领导');
    expect(proposal.bottom - proposal.top).toBeGreaterThanOrEqual(30);
    expect(instruction.bottom - instruction.top).toBeGreaterThanOrEqual(60);
  });

  it('a form of one page fills it', () => {
    const bottoms = FORM_KEYS.filter((form) => form !== 'circulation').map((form) => {
      const [page] = layoutForm(sheetOf(form), fonts, qrSymbol(CODE)).pages;
      return Math.max(...(page?.items ?? []).flatMap((item) => (item.kind === 'rule' ? [item.y2] : [])));
    });
    for (const bottom of bottoms) expect(bottom).toBeCloseTo(278, 0);
  });
});

describe('the 交办单', () => {
  it('says the order in its very words and leaves room to sign and to answer', () => {
    const words = (filled: boolean): string =>
      layoutForm(sheetOf('ordering', RECORD, { filled }), fonts, qrSymbol(CODE))
        .pages.flatMap(({ items }) => items.map((item) => (item.kind === 'text' ? item.text : '')))
        .join('');
    const known = [
      '编号：收〔2026〕0042',
      '王建国',
      '口头交办',
      '值班表明天中午前给我',
      '工程科（张伟）',
      '房管科',
    ];
    for (const word of [...known, '李明，2026-11-22', '已排查隐患点']) expect(words(true)).toContain(word);
    for (const word of known) expect(words(false)).toContain(word);
    for (const word of ['李明', '已排查隐患点']) expect(words(false)).not.toContain(word);
    const laidOut = layoutForm(sheetOf('ordering', RECORD, { filled: false }), fonts, qrSymbol(CODE));
    const order = cellOf(laidOut, '交办');
    const signed = cellOf(laidOut, '承办');
    const result = cellOf(laidOut, '办理');
    expect(order.bottom - order.top).toBeGreaterThanOrEqual(34);
    expect(signed.bottom - signed.top).toBeGreaterThanOrEqual(22);
    expect(result.bottom - result.top).toBeGreaterThanOrEqual(20);
  });
});

describe('forms over several pages', () => {
  const readers = Array.from({ length: 60 }, (_, index) => ({
    position: String(index + 1),
    name: `读者${index + 1}号`,
  }));
  const record = { ...RECORD, lists: { readers } };

  it('say title, code, marks and headings again, and count the pages', async () => {
    const bytes = await formPdf(sheetOf('circulation', record, { marks: ['工作秘密'] }), fonts, MADE_AT);
    const pdf = await measurePdf(bytes);
    const count = pdf.pages.length;
    expect(count).toBeGreaterThanOrEqual(3);
    for (const page of pdf.pages) {
      for (const word of [
        '文件传阅单',
        '工作秘密',
        CODE,
        '部门、职务',
        `第 ${page.index} 页　共 ${count} 页`,
      ]) {
        expect(page.text, `page ${page.index}`).toContain(word);
      }
      expect(await readCode(bytes, CODE_AREA, { page: page.index })).toBe(CODE);
    }
    expect(pdf.pages.slice(1).every(({ text }) => text.includes('（续页）'))).toBe(true);
    const order = pdf.text.match(/读者\d+号/gu) ?? [];
    expect(order).toEqual(readers.map(({ name }) => name));
    // headings said again are not read aloud again
    const tags = await readTags(bytes);
    const headings = walk(tags.root).filter(({ tag, text }) => tag === 'TH' && text === '部门、职务');
    expect(headings).toHaveLength(1);
  });
});

const pdfWith = (code: string) => formPdf({ ...sheetOf('processing'), code }, fonts, MADE_AT);

/** A black square as wide as a share of the picture, in the middle, where no finder pattern is. */
const stain = (share: number) => (gray: Uint8Array, width: number, height: number) => {
  const [left, top] = [Math.round(width * 0.44), Math.round(height * 0.45)];
  for (let y = top; y < top + height * share; y += 1)
    gray.fill(0, y * width + left, Math.round(y * width + left + width * share));
};

describe('the code as printed', () => {
  it.each(
    CODED_KINDS.flatMap((kind) => [
      numberedCode(kind, 2026, 7),
      numberedCode(kind, 2026, 123_456),
      idCode(kind, '019ab5d2-7c1e-7a3b-8f00-ffffffffffff'),
    ]),
  )('%s is read at the resolution of a fax', async (code) => {
    const bytes = await pdfWith(code);
    for (const dpi of [150, 200, 300]) expect(await readCode(bytes, CODE_AREA, { dpi })).toBe(code);
  });

  it('is read under a stain, and not invented where there is none', async () => {
    const bytes = await pdfWith(CODE);
    expect(await readCode(bytes, CODE_AREA, { spoil: stain(0.09) })).toBe(CODE);
    expect(await readCode(bytes, CODE_AREA, { spoil: stain(0.5) })).toBeNull();
    expect(await readCode(bytes, { x: 20, y: 200, width: 60, height: 60 })).toBeNull();
  });
});

it('every row of every form is as wide as the table', () => {
  const wrong = (Object.keys(FORMS) as FormKey[]).flatMap((form) =>
    FORMS[form].sections.flatMap(({ heading = [], rows, each }) =>
      [
        ...heading.map(({ cells }) => ({ cells, times: 1 })),
        ...rows.map(({ cells }) => ({ cells, times: each?.perRow ?? 1 })),
      ]
        .map(({ cells, times }) => cells.reduce((sum, { width }) => sum + width, 0) * times)
        .filter((width) => Math.abs(width - 165) > 0.001)
        .map((width) => `${form}: ${width}`),
    ),
  );
  expect(wrong).toEqual([]);
});
