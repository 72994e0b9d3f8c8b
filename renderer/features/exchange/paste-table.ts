import Papa from 'papaparse';

/** Cells copied from a spreadsheet, as the clipboard holds them. */
export interface PastedTable {
  readonly rows: (string | null)[][];
  readonly merges: { top: number; left: number; bottom: number; right: number }[];
}

const cellText = (text: string): string | null => {
  const trimmed = text.replaceAll('\u00a0', ' ').trim();
  return trimmed === '' ? null : trimmed;
};

/** The table of a clipboard; null when it holds none (a sentence, a picture). */
export function readClipboard(html: string, text: string): PastedTable | null {
  const table = html.includes('<t')
    ? new DOMParser().parseFromString(html, 'text/html').querySelector('table')
    : null;
  if (table !== null) return fromTable(table);
  // One line without a tab is a sentence, not a row.
  if (!text.includes('\t')) return null;
  const { data } = Papa.parse<string[]>(text.replace(/\r?\n$/u, ''), { delimiter: '\t' });
  return { rows: data.map((row) => row.map(cellText)), merges: [] };
}

function fromTable(table: HTMLTableElement): PastedTable | null {
  const rows: (string | null)[][] = [];
  const merges: PastedTable['merges'] = [];
  const covered = new Set<string>();
  for (const [top, row] of [...table.rows].entries()) {
    const cells: (string | null)[] = [];
    let left = 0;
    for (const cell of row.cells) {
      while (covered.has(`${top}/${left}`)) left += 1;
      while (cells.length < left) cells.push(null);
      cells[left] = cellText(linesOf(cell));
      const { rowSpan, colSpan } = cell;
      const bottom = Math.min(top + Math.max(rowSpan, 1), table.rows.length) - 1;
      const right = left + Math.max(colSpan, 1) - 1;
      if (bottom > top || right > left) merges.push({ top, left, bottom, right });
      for (let at = top; at <= bottom; at += 1) {
        for (let column = left; column <= right; column += 1) covered.add(`${at}/${column}`);
      }
      left = right + 1;
    }
    rows.push(cells);
  }
  const cellsFound = rows.flat().filter((cell) => cell !== null).length;
  return cellsFound < 2 ? null : { rows, merges };
}

/** Text with the line breaks a cell shows. Excel wraps the source of long texts, which is no break. */
function linesOf(cell: HTMLTableCellElement): string {
  let text = '';
  const walk = (node: Node): void => {
    if (node.nodeName === 'BR') text += '\n';
    else if (node.nodeType === Node.TEXT_NODE) text += (node.textContent ?? '').replaceAll(/\s+/gu, ' ');
    else for (const child of node.childNodes) walk(child);
  };
  walk(cell);
  return text;
}
