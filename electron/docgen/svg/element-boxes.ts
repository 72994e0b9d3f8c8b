import type { ElementKind, LaidOutPage, PageItem, TextItem } from '../../../shared/gongwen/pages.ts';
import type { FontMetrics } from '../layout/font-metrics.ts';

/** Where an element stands on the page, mm: for highlight and jump (`previewPageSchema.boxes`). */
export interface ElementBox {
  readonly element: string;
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Largest text of the element, pt. */
  readonly sizePt?: number;
  /** Box of the ink, for elements the standard measures by their ink. */
  readonly ink?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** The rules the element consists of; `y` is the centre. */
  readonly rules?: readonly {
    readonly x: number;
    readonly y: number;
    readonly length: number;
    readonly thickness: number;
  }[];
}

interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const PT_TO_MM = 25.4 / 72;

interface Collected extends Edges {
  readonly element: ElementKind;
  readonly path: string;
  readonly items: PageItem[];
}

/** One box for each element and model path on the page, in reading order; with `fonts` measured more closely. */
export function elementBoxes(page: LaidOutPage, fonts?: Pick<FontMetrics, 'inkBox'>): ElementBox[] {
  const boxes = new Map<string, Collected>();
  for (const item of page.items) {
    const edges = edgesOnPage(item, page);
    const key = `${item.element} ${item.path}`;
    const known = boxes.get(key);
    if (known) {
      widen(known, edges);
      known.items.push(item);
    } else {
      boxes.set(key, { ...edges, element: item.element, path: item.path, items: [item] });
    }
  }
  return Array.from(boxes.values(), (box) => ({
    element: box.element,
    path: box.path,
    ...sidesOf(box),
    ...(fonts === undefined || page.turned === true ? {} : measuresOf(box, fonts)),
  }));
}

function widen(known: Edges, edges: Edges): void {
  known.left = Math.min(known.left, edges.left);
  known.top = Math.min(known.top, edges.top);
  known.right = Math.max(known.right, edges.right);
  known.bottom = Math.max(known.bottom, edges.bottom);
}

function sidesOf({ left, top, right, bottom }: Edges) {
  return { x: round(left), y: round(top), width: round(right - left), height: round(bottom - top) };
}

/** What the standard measures on the ink: the mark (7.2.4) and the dashes of the page number (7.5). */
const INK_MEASURED: ReadonlySet<ElementKind> = new Set(['issuerMark', 'pageNumber']);
const RULES: ReadonlySet<ElementKind> = new Set(['redRule', 'imprintRule']);

function measuresOf(
  { element, items }: Collected,
  fonts: Pick<FontMetrics, 'inkBox'>,
): Pick<ElementBox, 'sizePt' | 'ink' | 'rules'> {
  const texts = items.filter((item) => item.kind === 'text');
  const ink = INK_MEASURED.has(element) ? inkEdges(texts, fonts) : undefined;
  const rules = RULES.has(element) ? items.filter((item) => item.kind === 'rule') : [];
  return {
    ...(texts.length === 0 ? {} : { sizePt: Math.max(...texts.map(({ sizePt }) => sizePt)) }),
    ...(ink === undefined ? {} : { ink: sidesOf(ink) }),
    ...(rules.length === 0
      ? {}
      : {
          rules: rules.map(({ x1, x2, y1, y2, thickness }) => ({
            x: round(Math.min(x1, x2)),
            y: round((y1 + y2) / 2),
            length: round(Math.abs(x2 - x1)),
            thickness,
          })),
        }),
  };
}

function inkEdges(texts: readonly TextItem[], fonts: Pick<FontMetrics, 'inkBox'>): Edges | undefined {
  let found: Edges | undefined;
  for (const { text, xs, baseline, sizePt, scaleX, face, element } of texts) {
    const em = sizePt * PT_TO_MM;
    for (const [index, char] of Array.from(text).entries()) {
      // The page number hangs on its dashes; digits are higher.
      if (element === 'pageNumber' && char !== '—') continue;
      const box = fonts.inkBox(face, char);
      if (box.top <= box.bottom) continue;
      const x = xs[index] ?? 0;
      const edges = {
        left: x + box.left * em * scaleX,
        right: x + box.right * em * scaleX,
        top: baseline - box.top * em,
        bottom: baseline - box.bottom * em,
      };
      if (found) widen(found, edges);
      else found = edges;
    }
  }
  return found;
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
