import { describe, expect, it } from 'vitest';
import type { Preview, PreviewPage } from '../../shared/features/document.ts';
import { undrawnIn, withPages } from '../../renderer/features/outgoing/editor/page/use-preview.ts';

const pageOf = (index: number, svg: string): PreviewPage => ({
  index,
  width: 210,
  height: 297,
  svg,
  boxes: [],
  typeArea: { left: 28, top: 37, right: 184, bottom: 262 },
  grid: null,
});

/** Twenty pages of which 1 to 4 and 9 are drawn. */
const preview: Preview = {
  pages: Array.from({ length: 20 }, (_, at) => pageOf(at + 1, at < 4 || at === 8 ? '<svg/>' : '')),
  version: 7,
  notes: [],
  faults: [],
  standIns: [],
  milliseconds: 1,
};

describe('a long document, of which only the pages in sight are drawn', () => {
  it('lacks nothing where all pages in sight are drawn', () => {
    expect(undrawnIn(preview, { from: 1, to: 4 })).toBeNull();
    expect(undrawnIn(preview, { from: 9, to: 9 })).toBeNull();
    expect(undrawnIn(preview, { from: 21, to: 30 })).toBeNull();
  });

  it('asks for those in sight that are not drawn, and no others', () => {
    expect(undrawnIn(preview, { from: 3, to: 7 })).toEqual({ from: 5, to: 7 });
    expect(undrawnIn(preview, { from: 7, to: 9 })).toEqual({ from: 7, to: 8 });
  });

  it('takes the pages that come, and keeps those it has as they are', () => {
    const more = withPages(preview, [pageOf(5, '<svg>5</svg>'), pageOf(9, '<svg>9</svg>')]);
    expect(more.pages[4]?.svg).toBe('<svg>5</svg>');
    expect(more.pages[8]).toBe(preview.pages[8]);
    expect(more.pages[5]?.svg).toBe('');
    expect(more.pages).toHaveLength(20);
  });
});
