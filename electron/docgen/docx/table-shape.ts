import type { TableEntry } from './flow-entries.ts';

/** A row as it stands on a page: repeated headers occur once a page. */
export interface RowPlace {
  readonly pageIndex: number;
  /** Model path of the row, e.g. `body.2.rows.0`. */
  readonly path: string;
  /** mm */
  readonly top: number;
  readonly height: number;
}

/** Rows from the rules around each; a row inside merged cells may have but those at its sides. */
export function tableRows(entry: TableEntry): RowPlace[] {
  const rows = new Map<string, { pageIndex: number; path: string; ys: number[] }>();
  for (const { pageIndex, item } of entry.rules) {
    const key = `${pageIndex}:${item.path}`;
    const row = rows.get(key) ?? { pageIndex, path: item.path, ys: [] };
    row.ys.push(item.y1, item.y2);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ pageIndex, path, ys }) => {
    const top = Math.min(...ys);
    return { pageIndex, path, top, height: Math.max(...ys) - top };
  });
}

/** x in mm of the column edges, from the vertical rules: rows with merged cells do not have them all. */
export function columnEdges(entry: TableEntry): number[] {
  const rules = entry.rules.filter(({ item }) => item.x1 === item.x2);
  const lefts = new Map<number, number>();
  for (const { pageIndex, item } of rules) {
    lefts.set(pageIndex, Math.min(item.x1, lefts.get(pageIndex) ?? item.x1));
  }
  const first = lefts.get(rules[0]?.pageIndex ?? 0) ?? 0;
  // mirrored margins move the same table from page to page
  const xs = rules.map(({ pageIndex, item }) => item.x1 - (lefts.get(pageIndex) ?? first) + first);
  const sorted = xs.toSorted((a, b) => a - b);
  return sorted.filter((x, index) => index === 0 || x - (sorted[index - 1] ?? 0) > SAME_EDGE);
}

/** mm */
const SAME_EDGE = 0.01;
