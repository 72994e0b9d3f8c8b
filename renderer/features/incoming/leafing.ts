import type { IncomingListRow } from '../../../shared/features/incoming-items.ts';
import type { api } from '../../app/api.ts';

type ListInput = Parameters<typeof api.incoming.list>[0];

/** A stretch of the list as it stood when a paper was opened from it. */
export interface Leafing {
  readonly filter: ListInput['filter'];
  readonly sort: ListInput['sort'];
  /** Place of the first of `ids` in the list. */
  readonly first: number;
  readonly ids: readonly string[];
  /** Papers of the whole list. */
  readonly total: number;
}

/** So many rows are handed over on either side, and fetched when their end is reached. */
const REACH = 100;

let handed: Leafing | undefined;

/** The order in which papers are leafed through from now on. */
export function handOver(order: Leafing | undefined): void {
  handed = order;
}

export function handedOver(): Leafing | undefined {
  return handed;
}

/** The rows around a place as far as they are at hand without a gap. */
export function stretchAround(
  rowAt: (index: number) => Pick<IncomingListRow, 'id'> | undefined,
  place: number,
): { readonly first: number; readonly ids: readonly string[] } {
  let first = place;
  while (first > 0 && first > place - REACH && rowAt(first - 1) !== undefined) first -= 1;
  const ids: string[] = [];
  for (let index = first; index <= place + REACH; index += 1) {
    const row = rowAt(index);
    if (row === undefined) break;
    ids.push(row.id);
  }
  return { first, ids };
}

/** What to ask for beyond either end; it overlaps with what is known, as rows may have left the list meanwhile. */
export function pageBeyond(order: Leafing, end: 'before' | 'after'): ListInput {
  const edge = end === 'before' ? order.first : order.first + order.ids.length;
  return {
    filter: order.filter,
    sort: order.sort,
    offset: Math.max(0, edge - REACH),
    limit: 2 * REACH,
  };
}

/** Goes on with the rows of a page beyond one end; a page that does not touch what is known says nothing. */
export function joined(
  order: Leafing,
  rows: readonly Pick<IncomingListRow, 'id'>[],
  end: 'before' | 'after',
): Leafing {
  const known = new Set(order.ids);
  const ids = rows.map(({ id }) => id);
  const edge =
    end === 'before' ? ids.findIndex((id) => known.has(id)) : ids.findLastIndex((id) => known.has(id));
  if (edge === -1) return order;
  const further = (end === 'before' ? ids.slice(0, edge) : ids.slice(edge + 1)).filter(
    (id) => !known.has(id),
  );
  if (further.length === 0) return order;
  return end === 'before'
    ? { ...order, first: Math.max(0, order.first - further.length), ids: [...further, ...order.ids] }
    : { ...order, ids: [...order.ids, ...further] };
}
