/** A list as a sheet: its columns in the order of the paper book. A further register is one more declaration. */

/** How a column is written into a sheet: text stays text (文号 never becomes a number), dates are real dates. */
export type ColumnType = 'text' | 'number' | 'date' | 'moment';
/** Dates are `YYYY-MM-DD`, moments epoch ms in local time; null leaves the cell empty. */
export type SheetValue = string | number | null;

export interface ExportColumn<Row> {
  readonly key: string;
  /** As on the paper book; a saved layout may word it differently. */
  readonly heading: string;
  /** Width in characters of the sheet's default font; a Chinese character takes two. */
  readonly width: number;
  readonly type: ColumnType;
  /** Left out of the sheet unless a layout asks for it. */
  readonly extra?: true;
  readonly value: (row: Row) => SheetValue;
}

export interface ExportList<Row> {
  /** Name of the book, written over the table: 收文登记簿. */
  readonly title: string;
  readonly columns: readonly ExportColumn<Row>[];
  /** The day a row belongs to (`YYYY-MM-DD`), for the range over the table; null when it has none yet. */
  readonly day: (row: Row) => string | null;
  /** 工作秘密 (保守国家秘密法 第六十四条): such rows are marked in the sheet and the export is recorded with their number. */
  readonly workSecret: (row: Row) => boolean;
}

/** A column of one export: which, under which heading, how wide. */
export interface LayoutColumn {
  readonly key: string;
  readonly heading: string;
  readonly width: number;
}

/** The columns of the paper book, under their own headings. */
export function bookLayout<Row>(list: ExportList<Row>): LayoutColumn[] {
  return list.columns
    .filter(({ extra }) => extra !== true)
    .map(({ key, heading, width }) => ({ key, heading, width }));
}

/** Width of an A4 sheet lying on its side between its margins (12 mm each), mm. */
const PRINTED_WIDTH = 297 - 24;
/** A character of the sheet's default font is 7 px wide, a column has 5 px of its own, 96 px make an inch. */
const columnWidth = (characters: number) => ((characters * 7 + 5) * 25.4) / 96;

/** How much a table is scaled down to be printed one A4 page wide: 1 as it is, 0.5 half the size. */
export function printScale(columns: readonly Pick<LayoutColumn, 'width'>[]): number {
  const width = columns.reduce((sum, column) => sum + columnWidth(column.width), 0);
  return width === 0 ? 1 : Math.min(1, PRINTED_WIDTH / width);
}

/** Below this scale the 10 pt text of the table is too small to be read on paper. */
export const READABLE_SCALE = 0.6;
