/** Cells of a sheet as they are read: what stood in them, before anybody says what it means. */

/** A real date or time of a spreadsheet, `YYYY-MM-DDTHH:mm:ss` without a zone. */
export interface CellMoment {
  readonly at: string;
}
export type Cell = string | number | CellMoment | null;

/** Zero-based, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A row that carries a 密级标志 of 秘密 or above: nothing of it is kept but that it was there. */
export const CLASSIFIED = 'classified';
export type SheetRow = readonly Cell[] | typeof CLASSIFIED;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  /** The sheet counts days from 1904 (old Macintosh files). */
  readonly from1904: boolean;
}

/** A cell as a person reads it. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  return cell.at.endsWith('T00:00:00') ? cell.at.slice(0, 10) : cell.at.slice(0, 16).replace('T', ' ');
}
