import type BetterSqlite3 from 'better-sqlite3';
import { listOrder } from './list-order.ts';
import type { FilterOf, ListPage, ListTable, SortKeyOf } from './list-order.ts';
import type { FacetFilter } from './list-facets.ts';
import { searchPlaces } from './search-index.ts';
import { SEARCH_SOURCES } from './search-sources.ts';
import type { SearchSource } from './search-sources.ts';

/**
 * A search lists this many at most, the newest ones; a person who finds more goes on typing. Reading more row
 * numbers out of the index than this would take longer than a list may.
 */
export const MOST_FOUND = 20_000;

export interface PageQuery<T extends ListTable> {
  /** Folded words that must all occur; everything is listed without any. */
  readonly words: readonly string[];
  readonly filter: FilterOf<T>;
  readonly sort: { readonly key: SortKeyOf<T>; readonly direction: 'asc' | 'desc' };
  readonly offset: number;
  readonly limit: number;
  /** `MOST_FOUND` unless told. */
  readonly mostFound?: number;
}

/** A page of a list whose table is a search source of the same name; `more` when a search found more than is listed. */
export function listPage<T extends ListTable & { readonly name: 'incoming' | 'outgoing' | 'matter' }>(
  raw: BetterSqlite3.Database,
  table: T,
  { words, filter, sort, offset, limit, mostFound = MOST_FOUND }: PageQuery<T>,
): ListPage & { readonly more: boolean } {
  if (words.length === 0) return { ...listOrder(raw, table).page(filter, sort, offset, limit), more: false };
  const order = listOrder(raw, table);
  const query = {
    words,
    ...narrowing(SEARCH_SOURCES[table.name], filter, (facet, wanted) => order.others(facet, wanted)),
  };
  const found = searchPlaces(raw, table.name, query, mostFound + 1);
  const more = found.length > mostFound;
  const listed = more ? found.slice(0, mostFound) : found;
  return { ...order.page(filter, sort, offset, limit, listed), more };
}

type Values = Record<string, (string | number)[]>;

/**
 * What the index itself can narrow down by; the list does the rest. Where nearly all values are wanted (everything
 * but what is voided), the few others are left out instead.
 */
function narrowing(
  source: SearchSource,
  filter: Readonly<Record<string, FacetFilter | undefined>>,
  others: (facet: string, wanted: FacetFilter) => (string | number | null)[],
): { readonly facets: Values; readonly except: Values } {
  const facets: Values = {};
  const except: Values = {};
  for (const [name, wanted] of Object.entries(filter)) {
    const values = (wanted?.in ?? []).filter((value) => value !== null);
    if (wanted === undefined || values.length === 0 || !source.facets.includes(name)) continue;
    const unwanted = others(name, wanted);
    if (unwanted.length < values.length && unwanted.every((value) => value !== null)) {
      except[name] = unwanted.filter((value) => value !== null);
    } else facets[name] = values;
  }
  return { facets, except };
}
