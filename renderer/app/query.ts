import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { Bridge } from '../../shared/ipc/channels.ts';
import { contract } from '../../shared/ipc/contract.ts';
import type { AnyProcedure, Contract } from '../../shared/ipc/define.ts';
import type { ProcedureName } from '../../shared/domain/permissions.ts';

/**
 * `networkMode: 'always'`: the program works without a network, so requests never wait for one.
 * Data stays fresh until a table it was read from changes.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** The one shape of a cached read: its key is the procedure and the input. */
export function procedureQuery<I, O>(name: ProcedureName, call: (input: I) => Promise<O>, input: I) {
  return queryOptions({ queryKey: [name, input] as const, queryFn: () => call(input) });
}

/** The declared procedure of a name such as `outgoing.list`, or undefined. */
function findProcedure(name: string): AnyProcedure | undefined {
  const [slice = '', procedure = ''] = name.split('.');
  const slices: Contract = contract;
  return slices[slice]?.[procedure];
}

/** Whether a cached read has to be asked again after these tables changed. */
export function readsAny(queryKey: readonly unknown[], tables: readonly string[]): boolean {
  const name = queryKey[0];
  if (typeof name !== 'string') return false;
  return findProcedure(name)?.tables.some((table) => tables.includes(table)) ?? false;
}

/** The only place where cached reads become stale: by the tables a commit touched. */
export function invalidateOnChange(bridge: Bridge, client: QueryClient): () => void {
  return bridge.onChange((event) => {
    void client.invalidateQueries({ predicate: (query) => readsAny(query.queryKey, event.tables) });
  });
}
