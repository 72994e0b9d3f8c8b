import type { LaidOutPage, PageItem } from '../../../shared/gongwen/pages.ts';

/** Where an element stands on the page, mm: for highlight and jump (`previewPageSchema.boxes`). */
export interface ElementBox {
  readonly element: string;
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const PT_TO_MM = 25.4 / 72;

/** One box for each element and model path on the page, in reading order. */
export function elementBoxes(page: LaidOutPage): ElementBox[] {
  const boxes = new Map<string, Edges & { element: string; path: string }>();
  for (const item of page.items) {
    const edges = edgesOnPage(item, page);
    const key = `${item.element} ${item.path}`;
    const known = boxes.get(key);
    if (known) {
      known.left = Math.min(known.left, edges.left);
      known.top = Math.min(known.top, edges.top);
      known.right = Math.max(known.right, edges.right);
      known.bottom = Math.max(known.bottom, edges.bottom);
    } else {
      boxes.set(key, { ...edges, element: item.element, path: item.path });
    }
  }
  return Array.from(boxes.values(), ({ element, path, left, top, right, bottom }) => ({
    element,
    path,
    x: round(left),
    y: round(top),
    width: round(right - left),
    height: round(bottom - top),
  }));
}

/** Edges on the upright paper; the items of a turned page lie on their side. */
function edgesOnPage(item: PageItem, page: LaidOutPage): Edges {
  const edges = edgesOf(item);
  if (page.turned !== true || item.element === 'pageNumber') return edges;
  const { left, top, right, bottom } = edges;
  return { left: top, right: bottom, top: page.height - right, bottom: page.height - left };
}

function edgesOf(item: PageItem): Edges {
  switch (item.kind) {
    case 'text': {
      // The em box of Chinese type stands 0.88 em above and 0.12 em below the baseline.
      const em = item.sizePt * PT_TO_MM;
      const left = Math.min(...item.xs, item.right);
      return { left, right: item.right, top: item.baseline - em * 0.88, bottom: item.baseline + em * 0.12 };
    }
    case 'rule': {
      const half = item.thickness / 2;
      return {
        left: Math.min(item.x1, item.x2) - (item.x1 === item.x2 ? half : 0),
        right: Math.max(item.x1, item.x2) + (item.x1 === item.x2 ? half : 0),
        top: Math.min(item.y1, item.y2) - (item.y1 === item.y2 ? half : 0),
        bottom: Math.max(item.y1, item.y2) + (item.y1 === item.y2 ? half : 0),
      };
    }
    case 'image':
      return { left: item.x, top: item.y, right: item.x + item.width, bottom: item.y + item.height };
    case 'seal': {
      const radius = item.diameter / 2;
      return {
        left: item.centerX - radius,
        top: item.centerY - radius,
        right: item.centerX + radius,
        bottom: item.centerY + radius,
      };
    }
    default:
      return item satisfies never;
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
