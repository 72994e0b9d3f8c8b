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
}

/** A page of a list whose table is a search source of the same name; `more` when a search found more than is listed. */
export function listPage<T extends ListTable & { readonly name: 'incoming' | 'outgoing' | 'matter' }>(
  raw: BetterSqlite3.Database,
  table: T,
  { words, filter, sort, offset, limit }: PageQuery<T>,
): ListPage & { readonly more: boolean } {
  if (words.length === 0) return { ...listOrder(raw, table).page(filter, sort, offset, limit), more: false };
  const query = { words, facets: indexedFacets(SEARCH_SOURCES[table.name], filter) };
  const found = searchPlaces(raw, table.name, query, MOST_FOUND + 1);
  const more = found.length > MOST_FOUND;
  const listed = more ? found.slice(0, MOST_FOUND) : found;
  return { ...listOrder(raw, table).page(filter, sort, offset, limit, listed), more };
}

/** What the index itself can narrow down by; the list does the rest. */
function indexedFacets(
  source: SearchSource,
  filter: Readonly<Record<string, FacetFilter | undefined>>,
): Record<string, (string | number)[]> {
  const facets = Object.entries(filter).filter(([name]) => source.facets.includes(name));
  return Object.fromEntries(
    facets.map(([name, wanted]) => [name, (wanted?.in ?? []).filter((value) => value !== null)]),
  );
}
