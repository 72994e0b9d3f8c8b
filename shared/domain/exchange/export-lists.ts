import type { ExportList } from './export-list.ts';
import { INCOMING_LIST } from './incoming-columns.ts';
import type { IncomingSheetRow } from './incoming-columns.ts';
import { MATTER_LIST } from './matter-columns.ts';
import type { MatterSheetRow } from './matter-columns.ts';
import { OUTGOING_LIST } from './outgoing-columns.ts';
import type { OutgoingSheetRow } from './outgoing-columns.ts';
import { SEAL_USE_LIST } from './seal-use-columns.ts';
import type { SealUseSheetRow } from './seal-use-columns.ts';
import { URGING_LIST } from './urging-columns.ts';
import type { UrgingSheetRow } from './urging-columns.ts';

/** Rows of each list that can be exported; one line per list here, its columns and where its rows come from. */
export interface SheetRows {
  readonly incoming: IncomingSheetRow;
  readonly outgoing: OutgoingSheetRow;
  readonly matter: MatterSheetRow;
  readonly urging: UrgingSheetRow;
  readonly sealUse: SealUseSheetRow;
}
export type ListName = keyof SheetRows;
export const LIST_NAMES = [
  'incoming',
  'outgoing',
  'matter',
  'urging',
  'sealUse',
] as const satisfies readonly ListName[];

export const EXPORT_LISTS: { readonly [L in ListName]: ExportList<SheetRows[L]> } = {
  incoming: INCOMING_LIST,
  outgoing: OUTGOING_LIST,
  matter: MATTER_LIST,
  urging: URGING_LIST,
  sealUse: SEAL_USE_LIST,
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

/** The days a table covers, in words: 2026年1月5日至3月31日; empty when there are none. */
export function dayRange(first: string | null, last: string | null): string {
  if (first === null || last === null) return '';
  const from = `${first.slice(0, 4)}年${monthAndDay(first)}`;
  if (first === last) return from;
  const year = first.slice(0, 4) === last.slice(0, 4) ? '' : `${last.slice(0, 4)}年`;
  return `${from}至${year}${monthAndDay(last)}`;
}

const monthAndDay = (on: string) => `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`;
