import { PassThrough } from 'node:stream';
import ExcelJS from '@protobi/exceljs';
import type { OutCell, OutColumn, OutRow, SheetFrame } from './messages.ts';

const FONT = '宋体';
const TITLE_FONT = '黑体';
const THIN = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const MARKED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } } as const;
const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } } as const;
/** Rows over the data: title, subtitle, headings. */
const HEAD_ROWS = 3;
const mm = (length: number) => length / 25.4;

const NUMBER_FORMATS = { text: '@', number: '0', date: 'yyyy-mm-dd', moment: 'yyyy-mm-dd hh:mm' } as const;

/**
 * Writes a book as .xlsx, row by row, so that its size does not matter: title over the table, headings that repeat on
 * every printed page and stay in sight, A4 lying, one page wide, page numbers below.
 */
export class XlsxWriter {
  readonly #chunks: Buffer[] = [];
  readonly #columns: readonly OutColumn[];
  readonly #book: ExcelJS.stream.xlsx.WorkbookWriter;
  readonly #sheet: ExcelJS.Worksheet;

  constructor(frame: SheetFrame) {
    const stream = new PassThrough();
    stream.on('data', (chunk: Buffer) => this.#chunks.push(chunk));
    this.#columns = frame.columns;
    const madeAt = new Date(frame.madeAt);
    this.#book = new ExcelJS.stream.xlsx.WorkbookWriter({
      stream,
      useStyles: true,
      // Inline texts would be read, but WPS and Excel make a file with shared ones much smaller when they save it.
      useSharedStrings: true,
      zip: { zlib: { level: 6 } },
    });
    this.#book.creator = frame.author;
    this.#book.lastModifiedBy = frame.author;
    this.#book.created = madeAt;
    this.#book.modified = madeAt;
    this.#sheet = this.#book.addWorksheet(frame.sheetName, {
      views: [{ state: 'frozen', xSplit: 0, ySplit: HEAD_ROWS }],
      pageSetup: {
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        horizontalCentered: true,
        printTitlesRow: `${HEAD_ROWS}:${HEAD_ROWS}`,
        margins: { left: mm(12), right: mm(12), top: mm(15), bottom: mm(15), header: mm(7), footer: mm(7) },
      },
      headerFooter: {
        oddFooter: `&L&"${FONT}"&9${escapeFooter(frame.footer)}&R&"${FONT}"&9第 &P 页，共 &N 页`,
      },
    });
    this.#sheet.columns = frame.columns.map(({ width }) => ({ width }));
    this.#head(frame);
  }

  add({ cells, marked }: OutRow): void {
    const row = this.#sheet.addRow(cells.map(valueOf));
    // Not every program makes a row as high as its wrapped text by itself.
    row.height = heightOf(cells, this.#columns);
    this.#columns.forEach((column, index) => {
      const cell = row.getCell(index + 1);
      cell.style = marked ? markedStyle(column) : plainStyle(column);
    });
    row.commit();
  }

  async finish(): Promise<Uint8Array> {
    await this.#book.commit();
    return Buffer.concat(this.#chunks);
  }

  #head(frame: SheetFrame): void {
    const last = frame.columns.length;
    const line = (text: string, height: number, font: Partial<ExcelJS.Font>) => {
      const row = this.#sheet.addRow([text]);
      row.height = height;
      row.getCell(1).style = { font, alignment: { horizontal: 'center', vertical: 'middle' } };
      if (last > 1) this.#sheet.mergeCells(row.number, 1, row.number, last);
      row.commit();
    };
    line(frame.title, 30, { name: TITLE_FONT, size: 18 });
    line(frame.subtitle, 18, { name: FONT, size: 10 });
    const row = this.#sheet.addRow(frame.columns.map(({ heading }) => heading));
    row.height = 24;
    frame.columns.forEach((_column, index) => {
      row.getCell(index + 1).style = {
        font: { name: FONT, size: 10, bold: true },
        alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
        border: BORDER,
        fill: HEAD,
      };
    });
    row.commit();
  }
}

/** Points: a line of 10 pt text, and what stands above and below the lines of a cell. */
const LINE = 13;
const ROOM = 5;
/** The highest row a spreadsheet knows. */
const HIGHEST = 409;

/** Height of a row whose longest text is wrapped; points. */
function heightOf(cells: readonly OutCell[], columns: readonly OutColumn[]): number {
  let lines = 1;
  for (const [index, cell] of cells.entries()) {
    if (typeof cell !== 'string') continue;
    const width = Math.max(2, (columns[index]?.width ?? 10) - 1);
    const needed = cell
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
    lines = Math.max(lines, needed);
  }
  return Math.min(HIGHEST, lines * LINE + ROOM);
}

/** Width in characters of the default font: a full-width character takes two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2;
  return width;
}

const plainStyles = new Map<OutColumn['type'], Partial<ExcelJS.Style>>();

/** One style object per kind of column: the writer recognises it and the file stays small. */
function plainStyle({ type }: OutColumn): Partial<ExcelJS.Style> {
  const known = plainStyles.get(type);
  if (known !== undefined) return known;
  const style: Partial<ExcelJS.Style> = {
    font: { name: FONT, size: 10 },
    alignment: { horizontal: type === 'text' ? 'left' : 'center', vertical: 'middle', wrapText: true },
    border: BORDER,
    numFmt: NUMBER_FORMATS[type],
  };
  plainStyles.set(type, style);
  return style;
}

function markedStyle(column: OutColumn): Partial<ExcelJS.Style> {
  return { ...plainStyle(column), fill: MARKED };
}

/** Day numbers are written as numbers with a date format: a Date object would pass through a time zone. */
function valueOf(cell: OutCell): string | number | null {
  if (typeof cell !== 'object' || cell === null) return cell === '' ? null : cell;
  return 'day' in cell ? cell.day : cell.moment;
}

/** `&` begins a code in headers and footers. */
function escapeFooter(text: string): string {
  return text.replaceAll('&', '&&');
}
