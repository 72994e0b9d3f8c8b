import { useCallback, useEffect, useMemo, useState } from 'react';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { OutgoingRow } from '../../../shared/features/outgoing.ts';
import { markPainted } from '../../app/painted.ts';
import { filterOf, sortOf } from './list-search.ts';
import type { OutgoingSearch } from './list-search.ts';
import { outgoingList } from './queries.ts';

const PAGE = 200;

/** The list as pages of 200 rows, of which only those in sight are fetched. */
export function useOutgoingRows(search: OutgoingSearch) {
  const [range, setRange] = useState({ first: 0, last: 0 });
  const filter = useMemo(() => filterOf(search), [search]);
  const sort = useMemo(() => sortOf(search), [search]);
  const from = Math.floor(range.first / PAGE);
  const to = Math.floor(range.last / PAGE);
  const pageOf = (page: number) => outgoingList({ filter, sort, offset: page * PAGE, limit: PAGE });
  // The first page keeps the old rows, dimmed, while a changed filter is being asked.
  const head = useQuery({ ...pageOf(0), placeholderData: keepPreviousData });
  const wanted = [...new Set([from, to])].filter((page) => page > 0);
  const further = useQueries({ queries: wanted.map(pageOf) });
  const pages = new Map([
    [0, head.data?.rows] as const,
    ...wanted.map((page, index) => [page, further[index]?.data?.rows] as const),
  ]);
  const rowAt = (index: number): OutgoingRow | undefined =>
    pages.get(Math.floor(index / PAGE))?.[index % PAGE];
  const onRange = useCallback((first: number, last: number) => {
    setRange((old) => (old.first === first && old.last === last ? old : { first, last }));
  }, []);
  const loaded = head.data !== undefined;
  useEffect(() => {
    if (loaded) markPainted('gongwentai:list');
  }, [loaded]);
  return {
    total: head.data?.total ?? 0,
    /** There are more than `total`. */
    more: head.data?.more === true,
    loaded,
    stale: head.isPlaceholderData,
    error: head.error,
    rowAt,
    /** Place of an item among the first rows, -1 when it is not there. */
    placeOf: (id: string): number => head.data?.rows.findIndex((row) => row.id === id) ?? -1,
    onRange,
  };
}
