import ExcelJS from '@protobi/exceljs';
import { strFromU8, unzipSync } from 'fflate';
import type { Cell, Merge, Sheet } from '../../shared/domain/exchange/cell.ts';
import { FileRefusal } from './refusal.ts';

const NO_WORKBOOK =
  '这个文件里没有工作表，读不出来，没有导入。请用 Excel 或 WPS 打开核对，另存为 .xlsx 后再试。';
const TOO_MUCH =
  '这个 .xlsx 文件解压后过大（超过400 MB），没有导入。请在 Excel 或 WPS 中只留下要导入的工作表，去掉图片，另存后再试。';

/** More rows than any year's book; a sheet that claims more is a fault of its making. */
export const MOST_ROWS = 100_000;
const MOST_COLUMNS = 200;
/** Days from 1900-01-00 to 1904-01-01. */
const DAYS_TO_1904 = 1462;
const DAY = 86_400_000;
/** Of a book of so many rows with long titles; what unpacks to more was made to do harm. Bytes. */
const MOST_UNPACKED = 400 * 1024 * 1024;

/** @throws FileRefusal when it is no readable workbook */
export async function readXlsx(bytes: Uint8Array): Promise<Sheet[]> {
  const from1904 = countsFrom1904(bytes);
  const book = new ExcelJS.Workbook();
  try {
    // exceljs takes any Buffer; its types want the Buffer of an older Node.
    await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FileRefusal(
      `这个 .xlsx 文件读不出来，可能已损坏，没有导入。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再试。（${why.slice(0, 80)}）`,
    );
  }
  // The library knows the flag as "1" only, others write "true".
  const missed = from1904 && !book.properties.date1904;
  const sheets = book.worksheets.filter(({ state }) => state !== 'veryHidden');
  if (sheets.length === 0) throw new FileRefusal(NO_WORKBOOK);
  return sheets.map((sheet) => ({
    name: sheet.name,
    rows: rowsOf(sheet, missed ? DAYS_TO_1904 * DAY : 0),
    merges: mergesOf(sheet),
    from1904,
  }));
}

/** Also looks at how much the package unpacks to, before the library unpacks it. @throws FileRefusal */
function countsFrom1904(bytes: Uint8Array): boolean {
  let files: Record<string, Uint8Array>;
  let unpacked = 0;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        if (unpacked > MOST_UNPACKED) throw new FileRefusal(TOO_MUCH);
        return name === 'xl/workbook.xml';
      },
    });
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal(
      '这个 .xlsx 文件已损坏，读不出来，没有导入。请用 Excel 或 WPS 打开它，另存后再试。',
    );
  }
  const workbook = files['xl/workbook.xml'];
  if (workbook === undefined) throw new FileRefusal(NO_WORKBOOK);
  return /\bdate1904\s*=\s*"(?:1|true)"/u.test(strFromU8(workbook));
}

function rowsOf(sheet: ExcelJS.Worksheet, shift: number): (readonly Cell[])[] {
  const count = Math.min(sheet.rowCount, MOST_ROWS);
  const rows: (readonly Cell[])[] = Array.from({ length: count }, () => []);
  sheet.eachRow((row, number) => {
    if (number > count) return;
    const cells: Cell[] = [];
    row.eachCell((cell, column) => {
      if (column > MOST_COLUMNS) return;
      // Only the first cell of a merged range holds the value; the library repeats it in the others.
      if (cell.isMerged && cell.master.address !== cell.address) return;
      while (cells.length < column) cells.push(null);
      cells[column - 1] = cellOf(cell.value, shift);
    });
    rows[number - 1] = cells;
  });
  return rows;
}

function cellOf(value: ExcelJS.CellValue, shift: number): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (value instanceof Date) return momentOf(new Date(value.getTime() + shift));
  if ('richText' in value) return cellOf(value.richText.map(({ text }) => text).join(''), shift);
  if ('error' in value) return value.error;
  if ('text' in value) return cellOf(hyperlinkText(value.text), shift);
  if ('result' in value || 'formula' in value || 'sharedFormula' in value) {
    const result: ExcelJS.CellValue = 'result' in value ? value.result : null;
    return cellOf(result, shift);
  }
  return null;
}

/** The text of a link may be rich text itself, which the library's types do not say. */
function hyperlinkText(text: unknown): ExcelJS.CellValue {
  if (typeof text === 'string') return text;
  const rich = text as ExcelJS.CellRichTextValue | null;
  return rich !== null && Array.isArray(rich.richText) ? rich : null;
}

/** Spreadsheet dates have no zone: the library gives them as UTC. Rounded to seconds. */
function momentOf(date: Date): Cell {
  if (Number.isNaN(date.getTime())) return null;
  return { at: new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19) };
}

const RANGE = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u;

function mergesOf(sheet: ExcelJS.Worksheet): Merge[] {
  const ranges: unknown = sheet.model.merges;
  if (!Array.isArray(ranges)) return [];
  return ranges.flatMap((range) => {
    const match = RANGE.exec(String(range));
    if (match === null) return [];
    const [, left = '', top = '', right = '', bottom = ''] = match;
    return [
      { top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) },
    ];
  });
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column - 1;
}
