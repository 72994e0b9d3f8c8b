import { EXPORT_LISTS } from '../exchange/export-lists.ts';
import type { ExportColumn, ExportList } from '../exchange/export-list.ts';
import type { ListName, SheetRows } from '../exchange/export-lists.ts';
import { dateOf } from '../workdays.ts';
import type { RegisterColumn, RegisterEntry } from './sheet.ts';

type Row = SheetRows[ListName];

/** Texts of one row of a list for the columns of its register; `position` counts the rows as printed. */
export function registerEntry(
  list: ListName,
  columns: readonly RegisterColumn[],
  row: Row,
  position: number,
): RegisterEntry {
  // The list's name fixes the type of its rows; TypeScript cannot follow that through a union.
  const declared = EXPORT_LISTS[list] as ExportList<Row>;
  const textOf = (key: string | undefined): string => {
    if (key === 'position') return String(position);
    const column = declared.columns.find((each) => each.key === key);
    return column === undefined ? '' : valueText(column, row);
  };
  return Object.fromEntries(
    columns.map(({ key, also }) => [
      key,
      [textOf(key), textOf(also)].filter((part) => part !== '').join('\n'),
    ]),
  );
}

function valueText({ type, value }: ExportColumn<Row>, row: Row): string {
  const found = value(row);
  // nobody writes a nought into the book: not counted, or none
  if (found === null || found === '' || (type === 'number' && found === 0)) return '';
  return type === 'moment' && typeof found === 'number' ? momentText(found) : String(found);
}

/** 2026-11-22 09:05, local time. */
export function momentText(at: number): string {
  const time = new Date(at);
  return `${dateOf(at)} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

const two = (part: number): string => String(part).padStart(2, '0');

/** Whether a row is 工作秘密: printing it is recorded as such. */
export const isWorkSecret = (list: ListName, row: Row): boolean =>
  (EXPORT_LISTS[list] as ExportList<Row>).workSecret(row);
