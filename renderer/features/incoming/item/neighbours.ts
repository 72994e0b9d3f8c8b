import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { handedOver, handOver, joined, pageBeyond } from '../leafing.ts';
import type { Leafing } from '../leafing.ts';
import { incomingList } from '../queries.ts';

export interface Neighbours {
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

const NOWHERE: Leafing = {
  filter: {},
  sort: { key: 'number', direction: 'desc' },
  first: 0,
  ids: [],
  total: 0,
};

/**
 * The papers before and after one in the list it was opened from, as that list stood then: a paper that has left its
 * filter by being handled keeps its place. None for a paper that was not opened from the list.
 */
export function useNeighbours(id: string): Neighbours {
  const [base] = useState(() => handedOver() ?? NOWHERE);
  const place = base.ids.indexOf(id);
  const before = useQuery({
    ...incomingList(pageBeyond(base, 'before')),
    enabled: place === 0 && base.first > 0,
  }).data;
  const after = useQuery({
    ...incomingList(pageBeyond(base, 'after')),
    enabled: place !== -1 && place === base.ids.length - 1 && base.first + base.ids.length < base.total,
  }).data;
  const started = before === undefined ? base : joined(base, before.rows, 'before');
  const order = after === undefined ? started : joined(started, after.rows, 'after');
  // For the next paper, which is a page of its own.
  useEffect(() => {
    if (order !== NOWHERE && order.ids.includes(id)) handOver(order);
  }, [order, id]);
  const here = order.ids.indexOf(id);
  return here === -1
    ? { previous: undefined, next: undefined }
    : { previous: order.ids[here - 1], next: order.ids[here + 1] };
}
