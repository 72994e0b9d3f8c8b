import type { ElementKind, LaidOut, LaidOutPage, TextItem } from '../../../shared/gongwen/pages.ts';

/** A line of text of one page, its runs from left to right. */
export interface PageLine {
  /** 0-based. */
  readonly pageIndex: number;
  readonly page: LaidOutPage;
  readonly items: readonly TextItem[];
  /** mm */
  readonly baseline: number;
  readonly left: number;
  readonly right: number;
}

/** How an element gets into the .docx. */
export type Zone = 'header' | 'flow' | 'table' | 'imprint' | 'footer';

const ZONES: Partial<Record<ElementKind, Zone>> = {
  copyNumber: 'header',
  secrecy: 'header',
  urgency: 'header',
  issuerMark: 'header',
  documentNumber: 'header',
  signatories: 'header',
  table: 'table',
  imprint: 'imprint',
  pageNumber: 'footer',
};

export const zoneOf = (element: ElementKind): Zone => ZONES[element] ?? 'flow';

const textItems = (page: LaidOutPage): TextItem[] =>
  page.items.filter((item): item is TextItem => item.kind === 'text');

/** The lines of the pages that belong to a zone, in reading order. */
export function zoneLines(laidOut: LaidOut, zone: Zone): PageLine[] {
  return laidOut.pages.flatMap((page, pageIndex) => {
    const byLine = new Map<number, TextItem[]>();
    for (const item of textItems(page)) {
      if (zoneOf(item.element) !== zone || item.text === '') continue;
      const line = byLine.get(item.line);
      if (line === undefined) byLine.set(item.line, [item]);
      else line.push(item);
    }
    return [...byLine.values()].map((items) => toLine(items, page, pageIndex));
  });
}

/** A line from its runs, sorted from left to right. */
export function toLine(items: readonly TextItem[], page: LaidOutPage, pageIndex: number): PageLine {
  const sorted = items.toSorted((a, b) => (a.xs[0] ?? 0) - (b.xs[0] ?? 0));
  const first = sorted[0];
  const last = sorted.at(-1);
  return {
    pageIndex,
    page,
    items: sorted,
    baseline: first?.baseline ?? 0,
    left: first?.xs[0] ?? 0,
    right: last?.right ?? 0,
  };
}
