import { describe, expect, it } from 'vitest';
import type { PreviewPage } from '../../shared/features/document.ts';
import { boxAt, boxesOf } from '../../renderer/features/outgoing/editor/page/boxes.ts';
import { keepSamePages } from '../../renderer/features/outgoing/editor/page/use-preview.ts';
import { PX_PER_MM, scaleOf, stepZoom } from '../../renderer/features/outgoing/editor/page/zoom.ts';
import { moveBorder } from '../../renderer/features/outgoing/editor/SplitPanes.tsx';
import { textPlaceOf, textPlaces } from '../../renderer/features/outgoing/editor/texts.ts';

const page: PreviewPage = {
  index: 1,
  width: 210,
  height: 297,
  svg: '<svg/>',
  boxes: [
    { element: 'title', path: 'title', x: 40, y: 100, width: 130, height: 20 },
    { element: 'table', path: 'body.1', x: 28, y: 150, width: 156, height: 40 },
    { element: 'body', path: 'body.1.rows.0.0', x: 30, y: 152, width: 40, height: 8 },
    { element: 'body', path: 'body.12', x: 28, y: 200, width: 156, height: 8 },
    { element: 'pageNumber', path: '', x: 170, y: 265, width: 10, height: 6 },
  ],
  typeArea: { left: 28, top: 37, right: 184, bottom: 262 },
  grid: { columns: 28, rows: 22, pitch: 10.407, height: 5.644 },
};

describe('the page and the model', () => {
  it('marks a place with all that lies in it, and nothing that only begins alike', () => {
    expect(boxesOf(page, 'body.1').map((box) => box.path)).toEqual(['body.1', 'body.1.rows.0.0']);
    expect(boxesOf(page, '')).toEqual([]);
  });

  it('leads a click to the innermost element, and nowhere from the margin', () => {
    expect(boxAt(page, 35, 155)?.path).toBe('body.1.rows.0.0');
    expect(boxAt(page, 100, 180)?.path).toBe('body.1');
    expect(boxAt(page, 5, 5)).toBeUndefined();
    expect(boxAt(page, 172, 267)).toBeUndefined();
  });

  it('knows the text and the block of a path', () => {
    expect(textPlaceOf('body.3')).toEqual({ text: 'body', block: 3 });
    expect(textPlaceOf('body')).toEqual({ text: 'body', block: 0 });
    expect(textPlaceOf('attachments.0.body.2.rows.1.0')).toEqual({ text: 'attachments.0.body', block: 2 });
    expect(textPlaceOf('attachments.0.title')).toBeNull();
    expect(textPlaceOf('title')).toBeNull();
    expect(textPlaces(1, 2).map((place) => place.label)).toEqual([
      '正文',
      '附件',
      '被印发文件1',
      '被印发文件2',
    ]);
  });
});

describe('zoom and panes', () => {
  it('fits the width of the pane or shows paper in its real size', () => {
    expect(scaleOf('fit', 420, 210)).toBe(2);
    expect(scaleOf(100, 420, 210)).toBeCloseTo(PX_PER_MM);
  });

  it('steps from wherever the fit stands and stops at both ends', () => {
    expect(stepZoom(53, 1)).toBe(75);
    expect(stepZoom(53, -1)).toBe(50);
    expect(stepZoom(200, 1)).toBe(200);
    expect(stepZoom(50, -1)).toBe(50);
  });

  it('moves a border between its neighbours only, and never closes a pane', () => {
    expect(moveBorder([26, 34, 40], 0, 5)).toEqual([31, 29, 40]);
    expect(moveBorder([26, 34, 40], 1, -100)).toEqual([26, 18, 56]);
    expect(moveBorder([26, 34, 40], 0, -100)).toEqual([18, 42, 40]);
  });
});

describe('a new preview', () => {
  it('keeps the pages that did not change and takes those that did', () => {
    const other = { ...page, index: 2, svg: '<svg>2</svg>' };
    const rest = { version: 1, notes: [], faults: [], standIns: [], milliseconds: 1 };
    const old = { pages: [page, other], ...rest };
    const fresh = { pages: [structuredClone(page), { ...other, svg: '<svg>3</svg>' }], ...rest };
    const kept = keepSamePages(old, fresh);
    expect(kept.pages[0]).toBe(page);
    expect(kept.pages[1]?.svg).toBe('<svg>3</svg>');
    const moved = structuredClone(page);
    const first = moved.boxes[0];
    if (first !== undefined) first.path = 'body.0';
    expect(keepSamePages(old, { pages: [moved], ...rest }).pages[0]).toBe(moved);
    expect(keepSamePages(null, fresh)).toBe(fresh);
  });
});
