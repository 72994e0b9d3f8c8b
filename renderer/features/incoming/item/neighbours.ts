import type { QueryClient } from '@tanstack/react-query';
import { z } from 'zod';

/** The list the item was opened from, as it stood then: pages of it leave the cache after some minutes. */
let order: readonly string[] = [];

const pageSchema = z.object({ rows: z.array(z.object({ id: z.string() })) });

export interface Neighbours {
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** The items before and after one in the list it was last seen in. */
export function neighboursOf(client: QueryClient, id: string): Neighbours {
  order = pageWith(client, id) ?? order;
  const at = order.indexOf(id);
  return at === -1
    ? { previous: undefined, next: undefined }
    : { previous: order[at - 1], next: order[at + 1] };
}

function pageWith(client: QueryClient, id: string): string[] | undefined {
  const pages = client
    .getQueryCache()
    .findAll({ queryKey: ['incoming.list'] })
    .toSorted((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt);
  for (const page of pages) {
    const parsed = pageSchema.safeParse(page.state.data);
    const ids = parsed.success ? parsed.data.rows.map((row) => row.id) : [];
    // A page of one row is no list to leaf through.
    if (ids.length > 1 && ids.includes(id)) return ids;
  }
  return undefined;
}
