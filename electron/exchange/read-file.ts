import { isClassifiedRow, showsClassifiedMark } from '../../shared/domain/exchange/classified.ts';
import { CLASSIFIED } from '../../shared/domain/exchange/cell.ts';
import type { Cell, Sheet } from '../../shared/domain/exchange/cell.ts';
import type { ReadFile } from './messages.ts';
import { decodeText, readDelimited } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { FileRefusal } from './refusal.ts';

const SAVE_AS_XLSX =
  '请用 Excel 或 WPS 打开它，选“文件—另存为”，类型选“Excel 工作簿（*.xlsx）”，再导入那个文件。';

/**
 * Reads a workbook or a text file into sheets of cells. Rows with a 密级标志 of 秘密 or above come back without their
 * content: it never leaves this thread.
 * @throws FileRefusal in words for the person
 */
export async function readFile(bytes: Uint8Array, fileName: string): Promise<ReadFile> {
  if (showsClassifiedMark(fileName)) throw classifiedFile('文件名');
  const read = await readSheets(bytes, fileName);
  const sheets = read.sheets.map(withoutClassified);
  return { ...read, sheets };
}

async function readSheets(bytes: Uint8Array, fileName: string): Promise<ReadFile> {
  if (bytes.byteLength === 0) throw new FileRefusal('这个文件是空的，没有可以导入的内容。');
  if (startsWith(bytes, [0x50, 0x4b])) return { sheets: await readXlsx(bytes), encoding: null };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new FileRefusal(oldOrLocked(bytes));
  const { text, encoding } = decodeText(bytes);
  if (/^\s*(?:<\?xml|<!doctype|<html|<table|<meta)/iu.test(text)) {
    throw new FileRefusal(`这个文件其实是网页，只是名字像表格，没有导入。${SAVE_AS_XLSX}`);
  }
  if (text.includes('\u0000')) {
    throw new FileRefusal('认不出这个文件的格式，没有导入。可以导入 .xlsx 和 .csv 文件。');
  }
  const name = fileName.replace(/\.[^.]*$/u, '');
  return { sheets: [readDelimited(text, name)], encoding };
}

/** Old .xls files and encrypted .xlsx files are the same kind of container. */
function oldOrLocked(bytes: Uint8Array): string {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (container.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return '这个文件设有打开密码，读不出来，没有导入。请在 Excel 或 WPS 中去掉打开密码，另存后再试。';
  }
  return `这是旧格式（.xls）的文件，没有导入。${SAVE_AS_XLSX}`;
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, index) => bytes[index] === byte);

/** Only a table may hold such rows; where the sheet itself is marked, all of it stays out. */
function withoutClassified(sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row) => (row !== CLASSIFIED && isClassifiedRow(row) ? CLASSIFIED : row));
  if (showsClassifiedMark(sheet.name) || isMarkedAsAWhole(sheet.rows)) throw classifiedFile('工作表的标题');
  return { ...sheet, rows };
}

/** A title line that alone carries a mark stands for the whole table. */
function isMarkedAsAWhole(rows: Sheet['rows']): boolean {
  return rows.slice(0, 5).some((row) => {
    if (row === CLASSIFIED) return false;
    const filled = row.filter((cell): cell is Exclude<Cell, null> => cell !== null);
    return filled.length === 1 && isClassifiedRow(filled);
  });
}

function classifiedFile(where: string): FileRefusal {
  return new FileRefusal(
    `${where}出现密级标志（如“机密★”）。本机为非涉密设备，不得存储、处理国家秘密（保守国家秘密法第三十一条），` +
      '没有读入任何内容。请立即停止操作，将该文件交由涉密专用计算机办理，并报告本单位保密工作机构。',
  );
}
