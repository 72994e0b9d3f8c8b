import type { TableBlock } from './model.ts';

/** A merged cell: its first place and how many rows and columns it takes. Rows are counted from the first 表头 row. */
export interface CellSpan {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface SpanFault {
  /** Index in `spans`; undefined where the fault is that of all of them together. */
  readonly index: number | undefined;
  readonly message: string;
}

const keyOf = (row: number, column: number): string => `${row}.${column}`;

/** The places a merged cell takes, the first included. */
function placesOf({ row, column, rows, columns }: CellSpan): (readonly [number, number])[] {
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (_unused, across) => [row + down, column + across] as const),
  ).flat();
}

function faultOf(table: TableBlock, span: CellSpan, taken: ReadonlySet<string>): string | undefined {
  const header = table.header ?? [];
  const grid = [...header, ...table.rows];
  const { row, column, rows, columns } = span;
  if (rows * columns === 1) return '只有一个单元格，不用合并，请删去';
  if (row + rows > grid.length) return `合并到第${row + rows}行，表格（连表头）只有${grid.length}行`;
  const width = Math.max(0, ...grid.map((cells) => cells.length));
  if (column + columns > width) return `合并到第${column + columns}列，表格只有${width}列`;
  if (row < header.length && row + rows > header.length) return '表头的单元格不能与下面的内容合并';
  const places = placesOf(span);
  if (places.some((place) => taken.has(keyOf(...place)))) return '与前面合并的单元格重叠';
  const filled = places.slice(1).find(([y, x]) => (grid[y]?.[x] ?? '') !== '');
  if (filled === undefined) return undefined;
  return `第${filled[0] + 1}行第${filled[1] + 1}列已并入别的单元格，不能有文字；文字写在合并后的第一格`;
}

interface CheckedSpans {
  readonly spans: readonly CellSpan[];
  readonly faults: readonly SpanFault[];
}

/** The merged cells of a table that can be drawn, and why the others cannot. */
export function checkedSpans(table: TableBlock): CheckedSpans {
  const taken = new Set<string>();
  const spans: CellSpan[] = [];
  const faults: SpanFault[] = [];
  for (const [index, { row, column, rows = 1, columns = 1 }] of (table.spans ?? []).entries()) {
    const span: CellSpan = { row, column, rows, columns };
    const message = faultOf(table, span, taken);
    if (message !== undefined) {
      faults.push({ index, message });
      continue;
    }
    for (const place of placesOf(span)) taken.add(keyOf(...place));
    spans.push(span);
  }
  const message = hiddenLine(table, spans);
  return message === undefined
    ? { spans, faults }
    : { spans: [], faults: [...faults, { index: undefined, message }] };
}

function addPlaces(counts: Map<number, number>, from: number, to: number, places: number): void {
  for (let at = from; at < to; at += 1) counts.set(at, (counts.get(at) ?? 0) + places);
}

/** The first row or column of which as many places are covered as it has. */
const hiddenIn = (counts: ReadonlyMap<number, number>, places: number): number | undefined =>
  [...counts.keys()].toSorted((a, b) => a - b).find((at) => counts.get(at) === places);

/** A row or column that is nothing but a part of others has no height or width to be drawn with. */
function hiddenLine(table: TableBlock, spans: readonly CellSpan[]): string | undefined {
  if (spans.length === 0) return undefined;
  const grid = [...(table.header ?? []), ...table.rows];
  const width = Math.max(0, ...grid.map((cells) => cells.length));
  const inRow = new Map<number, number>();
  const inColumn = new Map<number, number>();
  for (const { row, column, rows, columns } of spans) {
    addPlaces(inRow, row + 1, row + rows, columns);
    addPlaces(inColumn, column + 1, column + columns, rows);
  }
  const row = hiddenIn(inRow, width);
  if (row !== undefined) return `第${row + 1}行的单元格都并入了上一行，请删去这一行`;
  const column = hiddenIn(inColumn, grid.length);
  return column === undefined ? undefined : `第${column + 1}列的单元格都并入了前一列，请删去这一列`;
}

/** What stands at a place of a table: a merged cell's first place, a place it covers, or neither. */
export type PlaceOf = (
  row: number,
  column: number,
) => { readonly span: CellSpan; first: boolean } | undefined;

/** Finds the merged cell a place belongs to. */
export function placeFinder(spans: readonly CellSpan[]): PlaceOf {
  const places = new Map<string, { span: CellSpan; first: boolean }>();
  for (const span of spans) {
    for (const [y, x] of placesOf(span)) {
      places.set(keyOf(y, x), { span, first: y === span.row && x === span.column });
    }
  }
  return (row, column) => places.get(keyOf(row, column));
}
