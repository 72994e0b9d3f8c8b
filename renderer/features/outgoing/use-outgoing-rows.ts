import { useMemo } from 'react';
import { api } from '../../app/api.ts';
import { useWindowedRows } from '../../app/use-windowed-rows.ts';
import { filterOf, sortOf } from './list-search.ts';
import type { OutgoingSearch } from './list-search.ts';

/** 发文 as the address asks for it, page by page. */
export function useOutgoingRows(search: OutgoingSearch, drafterId: string | undefined) {
  const filter = useMemo(() => filterOf(search, drafterId), [search, drafterId]);
  const sort = useMemo(() => sortOf(search), [search]);
  const rows = useWindowedRows('outgoing.list', api.outgoing.list, (offset, limit) => ({
    filter,
    sort,
    offset,
    limit,
  }));
  return { ...rows, filter, sort };
}
