import type { ExportList } from './export-list.ts';
import { INCOMING_LIST } from './incoming-columns.ts';
import type { IncomingSheetRow } from './incoming-columns.ts';
import { OUTGOING_LIST } from './outgoing-columns.ts';
import type { OutgoingSheetRow } from './outgoing-columns.ts';

/** Rows of each list that can be exported; one line per list here, its columns and where its rows come from. */
export interface SheetRows {
  readonly incoming: IncomingSheetRow;
  readonly outgoing: OutgoingSheetRow;
}
export type ListName = keyof SheetRows;
export const LIST_NAMES = ['incoming', 'outgoing'] as const satisfies readonly ListName[];

export const EXPORT_LISTS: { readonly [L in ListName]: ExportList<SheetRows[L]> } = {
  incoming: INCOMING_LIST,
  outgoing: OUTGOING_LIST,
};

/** Headings and widths of a list without what computes its values. */
export function columnsOf(list: ListName): readonly {
  readonly key: string;
  readonly heading: string;
  readonly width: number;
  readonly extra?: true;
}[] {
  return EXPORT_LISTS[list].columns;
}

/** A moment of the screen, e.g. a filter, in words: 2026年1月5日至3月31日. */
export function dayRange(first: string | null, last: string | null): string {
  if (first === null || last === null) return '';
  const words = (on: string, year: boolean) =>
    `${year ? `${on.slice(0, 4)}年` : ''}${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`;
  if (first === last) return words(first, true);
  return `${words(first, true)}至${words(last, first.slice(0, 4) !== last.slice(0, 4))}`;
}
