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
