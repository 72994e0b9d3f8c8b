import { useCallback, useEffect, useState } from 'react';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { markPainted } from './painted.ts';
import { procedureQuery } from './query.ts';
import type { ProcedureName } from '../../shared/domain/permissions.ts';

const PAGE = 200;

interface PageOfRows<Row> {
  readonly total: number;
  /** `total` is a lower bound. */
  readonly more?: boolean | undefined;
  readonly rows: readonly Row[];
}

export interface WindowedRows<Row> {
  readonly total: number;
  readonly more: boolean;
  readonly loaded: boolean;
  /** The rows shown are those of the filter before. */
  readonly stale: boolean;
  readonly error: Error | null;
  readonly rowAt: (index: number) => Row | undefined;
  /** Place of an item among the first rows, -1 when it is not there. */
  readonly placeOf: (id: string) => number;
  readonly onRange: (first: number, last: number) => void;
}

/**
 * A list of any length as pages of 200 rows, of which only those in sight are fetched.
 * @param input what a page is asked with
 */
export function useWindowedRows<I, Row extends { readonly id: string }>(
  name: ProcedureName,
  call: (input: I) => Promise<PageOfRows<Row>>,
  input: (offset: number, limit: number) => I,
): WindowedRows<Row> {
  const pageOf = (page: number) => procedureQuery(name, call, input(page * PAGE, PAGE));
  const [range, setRange] = useState({ first: 0, last: 0 });
  const from = Math.floor(range.first / PAGE);
  const to = Math.floor(range.last / PAGE);
  // The first page keeps the old rows, dimmed, while a changed filter is being asked.
  const head = useQuery({ ...pageOf(0), placeholderData: keepPreviousData });
  const wanted = [...new Set([from, to])].filter((page) => page > 0);
  const further = useQueries({ queries: wanted.map(pageOf) });
  const pages = new Map([
    [0, head.data?.rows] as const,
    ...wanted.map((page, index) => [page, further[index]?.data?.rows] as const),
  ]);
  const onRange = useCallback((first: number, last: number) => {
    setRange((old) => (old.first === first && old.last === last ? old : { first, last }));
  }, []);
  const loaded = head.data !== undefined;
  useEffect(() => {
    if (loaded) markPainted('gongwentai:list');
  }, [loaded]);
  return {
    total: head.data?.total ?? 0,
    more: head.data?.more === true,
    loaded,
    stale: head.isPlaceholderData,
    error: head.error,
    rowAt: (index) => pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    placeOf: (id) => head.data?.rows.findIndex((row) => row.id === id) ?? -1,
    onRange,
  };
}

/**
 * The selected row. It is remembered by its id, so that it is found again after a change of order or a
 * restart; further down than the first rows its place counts.
 */
export function useSelectedRow<Row extends { readonly id: string }>(
  rows: Pick<WindowedRows<Row>, 'total' | 'rowAt' | 'placeOf'>,
  id: string,
  remember: (id: string) => void,
  /** The place it was left at, for a row further down than the first ones. */
  leftAt = 0,
) {
  const [place, setPlace] = useState(leftAt);
  const here = Math.min(place, Math.max(0, rows.total - 1));
  const found = id === '' || rows.rowAt(here)?.id === id ? -1 : rows.placeOf(id);
  return {
    selected: found === -1 ? here : found,
    setSelected: (index: number): void => {
      setPlace(index);
      remember(rows.rowAt(index)?.id ?? '');
    },
    selectFirst: (): void => {
      setPlace(0);
      remember('');
    },
  };
}
