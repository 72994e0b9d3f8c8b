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

/** Rows from the horizontal rules above and below each. */
export function tableRows(entry: TableEntry): RowPlace[] {
  const rows = new Map<string, { pageIndex: number; path: string; ys: number[] }>();
  for (const { pageIndex, item } of entry.rules) {
    if (item.y1 !== item.y2) continue;
    const key = `${pageIndex}:${item.path}`;
    const row = rows.get(key) ?? { pageIndex, path: item.path, ys: [] };
    row.ys.push(item.y1);
    rows.set(key, row);
  }
  return [...rows.values()].map(({ pageIndex, path, ys }) => {
    const top = Math.min(...ys);
    return { pageIndex, path, top, height: Math.max(...ys) - top };
  });
}

/** x in mm of the column edges, from the vertical rules of the first row. */
export function columnEdges(entry: TableEntry): number[] {
  const first = entry.rules[0]?.item.path;
  const page = entry.rules[0]?.pageIndex;
  const xs = entry.rules
    .filter(({ item, pageIndex }) => item.path === first && pageIndex === page && item.x1 === item.x2)
    .map(({ item }) => item.x1);
  return [...new Set(xs)].toSorted((a, b) => a - b);
}
