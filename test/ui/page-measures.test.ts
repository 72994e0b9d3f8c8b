import { describe, expect, it } from 'vitest';
import type { PreviewPage } from '../../shared/features/document.ts';
import { measuresOf, pointAt, pointables } from '../../renderer/features/outgoing/editor/page/measure.ts';
import {
  amountText,
  EMPTY_FORM,
  offsetText,
  planPrint,
} from '../../renderer/features/outgoing/editor/print/print-form.ts';

const rules = [
  { x: 28, y: 242.2, length: 156, thickness: 0.35 },
  { x: 28, y: 252.1, length: 156, thickness: 0.25 },
  { x: 28, y: 262, length: 156, thickness: 0.35 },
];
const page: PreviewPage = {
  index: 1,
  width: 210,
  height: 297,
  svg: '<svg/>',
  boxes: [
    {
      element: 'issuerMark',
      path: 'issuerMark',
      x: 40,
      y: 71.4,
      width: 130,
      height: 18,
      sizePt: 60,
      ink: { x: 41, y: 72, width: 128, height: 17 },
    },
    { element: 'title', path: 'title', x: 40, y: 147.6, width: 130, height: 20.5, sizePt: 22 },
    { element: 'imprintRule', path: 'imprint', x: 28, y: 242, width: 156, height: 20.2, rules },
    { element: 'imprint', path: 'copyTo.0', x: 33, y: 244.6, width: 120, height: 4.9, sizePt: 14 },
    {
      element: 'pageNumber',
      path: 'pageNumber',
      x: 164,
      y: 266,
      width: 15,
      height: 4.9,
      sizePt: 14,
      ink: { x: 164.06, y: 268.9, width: 15, height: 0.2 },
    },
  ],
  typeArea: { left: 28, top: 37, right: 184, bottom: 262 },
  grid: { columns: 28, rows: 22, pitch: 10.407, height: 5.644 },
};

function measured(x: number, y: number, format: 'document' | 'letter' = 'document'): string {
  const pointed = pointAt(page, x, y);
  return pointed === undefined ? '' : measuresOf(pointed, page, { format }).join(' · ');
}

describe('what is pointed at', () => {
  it('is a rule near its line, and what lies between the rules elsewhere', () => {
    expect(pointAt(page, 100, 252.9)).toMatchObject({ box: { element: 'imprintRule' }, ruleIndex: 1 });
    expect(pointAt(page, 100, 247)?.box.element).toBe('imprint');
    expect(pointAt(page, 170, 257)).toBeUndefined();
    expect(pointAt(page, 10, 10)).toBeUndefined();
  });

  it('can be walked through from top to bottom, every rule by itself', () => {
    expect(pointables(page).map(({ box, ruleIndex }) => `${box.element}${ruleIndex ?? ''}`)).toEqual([
      'issuerMark',
      'title',
      'imprintRule0',
      'imprint',
      'imprintRule1',
      'imprintRule2',
      'pageNumber',
    ]);
  });
});

describe('measured values', () => {
  it('of the mark and the page number are those of the ink, from where the clause measures', () => {
    expect(measured(100, 80)).toContain('上边缘距版心上边缘 35.0 毫米');
    expect(measured(100, 80, 'letter')).toContain('上边缘距纸上边 72.0 毫米');
    expect(measured(170, 268)).toBe(
      '一字线距版心下边缘 7.0 毫米 · 距版心右边缘 4.9 毫米 · 字号 14 磅（4号）',
    );
  });

  it('of a rule are its length, thickness and place', () => {
    expect(measured(100, 262)).toBe(
      '长 156.0 毫米，粗 0.35 毫米 · 距版心下边缘 0.0 毫米，距纸下边 35.0 毫米 · 左端距纸左边 28.0 毫米',
    );
  });

  it('of anything else are its box and size', () => {
    expect(measured(100, 150)).toBe(
      '左 40.0 毫米，上 147.6 毫米，宽 130.0 毫米，高 20.5 毫米（从纸边量起） · 字号 22 磅（2号）',
    );
  });
});

describe('the plan of a print', () => {
  const laser = { displayName: '', description: '', offset: { x: 0, y: 0 } };
  const options = {
    printers: [
      { ...laser, name: 'a', duplex: 'longEdge' as const },
      { ...laser, name: 'b', duplex: 'simplex' as const },
    ],
    lastPrinter: 'b',
    lastCopyNumber: null,
  };

  it('takes the printer of last time and how it was used', () => {
    const plan = planPrint({ ...EMPTY_FORM, copies: 20 }, options, { pageCount: 3 });
    expect(plan.printer?.name).toBe('b');
    expect(amountText(plan)).toBe('3 面 × 20 份 = 60 面，单面，用 A4 纸 60 张');
    const other = planPrint({ ...EMPTY_FORM, copies: 20, printer: 'a' }, options, { pageCount: 3 });
    expect(amountText(other)).toBe('3 面 × 20 份 = 60 面，双面，用 A4 纸 40 张');
  });

  it('asks for 份号 only where the document bears one, and goes on where it stopped', () => {
    expect(planPrint(EMPTY_FORM, options, { pageCount: 1 }).firstCopyNumber).toBeUndefined();
    const numbered = { pageCount: 1, copyNumber: '000005' };
    expect(planPrint(EMPTY_FORM, options, numbered).firstValue).toBe(5);
    const later = { ...options, lastCopyNumber: 24 };
    expect(planPrint(EMPTY_FORM, later, numbered).firstCopyNumber).toBe('000025');
    const again = planPrint({ ...EMPTY_FORM, firstCopyNumber: '000024' }, later, numbered);
    expect(again.copyNumberWarning).toContain('重号');
    const wrong = planPrint({ ...EMPTY_FORM, firstCopyNumber: '二' }, later, numbered);
    expect(wrong.copyNumberFault).toContain('数字');
    const beyond = planPrint({ ...EMPTY_FORM, copies: 2, firstCopyNumber: '999999' }, later, numbered);
    expect(beyond.copyNumberFault).toContain('999999');
  });

  it('says where the page is moved', () => {
    expect(offsetText({ x: 1.5, y: -2 })).toBe('向右 1.5 毫米、向上 2.0 毫米');
    expect(offsetText({ x: -0.3, y: 0 })).toBe('向左 0.3 毫米');
    expect(offsetText({ x: 0, y: 0 })).toBe('不移动');
  });
});
