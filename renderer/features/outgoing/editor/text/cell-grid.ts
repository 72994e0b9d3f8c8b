import type { TableBlock } from '../../../../../shared/gongwen/model.ts';

/** A cell as HTML and the editor give it: only its first place is there. */
export interface Cell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

type Spans = NonNullable<TableBlock['spans']>;

export interface CellGrid {
  /** As many texts in every row; the places a merged cell covers are empty. */
  readonly grid: string[][];
  readonly spans: Spans;
}

/** Rows of cells as a full grid; a cell that reaches below the last row ends there. */
export function gridOfCells(rows: readonly (readonly Cell[])[]): CellGrid {
  const grid: (string | undefined)[][] = rows.map(() => []);
  const spans: Spans = [];
  rows.forEach((cells, y) => {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const down = Math.min(cell.rows, rows.length - y);
      for (let dy = 0; dy < down; dy += 1) {
        for (let dx = 0; dx < cell.columns; dx += 1) {
          const line = grid[y + dy];
          if (line !== undefined) line[x + dx] = dx === 0 && dy === 0 ? cell.text : '';
        }
      }
      if (down * cell.columns > 1) {
        const rowsOf = down > 1 ? { rows: down } : {};
        const columnsOf = cell.columns > 1 ? { columns: cell.columns } : {};
        spans.push({ row: y, column: x, ...rowsOf, ...columnsOf });
      }
      x += cell.columns;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return { grid: grid.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? '')), spans };
}
