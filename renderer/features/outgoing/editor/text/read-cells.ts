/** Cells copied from a spreadsheet as plain text: rows of lines, cells between tabs. */

/** Numbers and bullets that Word puts before the paragraphs of a list, followed by a tab. */
const LIST_MARK = /^(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}[）).、．]|[•·●○◆▪–-])$/u;

/**
 * The rows of a pasted text that is a table: at least `fewest` lines, all with the same number of cells.
 * @returns null for any other text; a numbered list is no table
 */
export function cellsOfText(text: string, fewest: number): string[][] | null {
  const lines = text.replaceAll('\r', '').replace(/\n+$/u, '').split('\n');
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim().normalize('NFC')));
  const columns = rows[0]?.length ?? 0;
  if (rows.length < fewest || columns < 2 || rows.some((row) => row.length !== columns)) return null;
  if (columns === 2 && rows.every(([mark = '']) => LIST_MARK.test(mark))) return null;
  return rows.some((row) => row.some((cell) => cell !== '')) ? rows : null;
}
