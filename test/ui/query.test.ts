import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/ipc/contract.ts';
import type { Bridge, ChangeEvent } from '../../shared/ipc/channels.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import { createClient, messageOf } from '../../renderer/app/api.ts';
import { createQueryClient, invalidateOnChange, procedureQuery, readsAny } from '../../renderer/app/query.ts';

/** The other side of the bridge: answers with the given envelope, announces changes when told to. */
function bridgeOf(answer: unknown) {
  const calls: { procedure: string; input: unknown }[] = [];
  const listeners = new Set<(event: ChangeEvent) => void>();
  const bridge: Bridge = {
    invoke: (procedure, input) => {
      calls.push({ procedure, input });
      return Promise.resolve(answer);
    },
    offerFiles: () => Promise.resolve([]),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onProgress: () => () => undefined,
    onClosing: () => () => undefined,
  };
  const announce = (tables: readonly string[]): void => {
    for (const listener of listeners) listener({ tables });
  };
  return { bridge, calls, announce };
}

describe('invalidation by tables', () => {
  it('makes stale exactly the reads that the contract declares for the table', async () => {
    const { bridge, announce } = bridgeOf({ ok: true, value: null });
    const client = createQueryClient();
    invalidateOnChange(bridge, client);
    const reads = Object.entries(contract).flatMap(([slice, procedures]) =>
      Object.entries(procedures)
        .filter(([, procedure]) => procedure.kind === 'query')
        .map(([name, procedure]) => ({
          name: `${slice}.${name}`,
          tables: procedure.tables as readonly string[],
        })),
    );
    for (const read of reads) client.setQueryData([read.name, undefined], 'answer');
    announce(['issuedNumber']);
    await Promise.resolve();
    const stale = reads
      .filter((read) => client.getQueryState([read.name, undefined])?.isInvalidated)
      .map((read) => read.name);
    expect(stale).toEqual(
      reads.filter((read) => read.tables.includes('issuedNumber')).map((read) => read.name),
    );
    expect(stale).toContain('outgoing.list');
    expect(stale).not.toContain('office.people');
  });

  it('leaves keys alone that are no procedure', () => {
    expect(readsAny(['conflict', 'x'], ['outgoing'])).toBe(false);
    expect(readsAny(['outgoing.nothing'], ['outgoing'])).toBe(false);
    expect(readsAny(['document.preview', {}], ['outgoing'])).toBe(false);
  });

  it('asks again after the invalidation and without a network', async () => {
    const { bridge, calls } = bridgeOf({ ok: true, value: [] });
    const client = createQueryClient();
    const api = createClient(() => bridge);
    const read = procedureQuery('office.people', api.office.people, undefined);
    expect(await client.fetchQuery(read)).toEqual([]);
    await client.fetchQuery(read);
    expect(calls).toHaveLength(1);
    await client.invalidateQueries({ predicate: (query) => readsAny(query.queryKey, ['department']) });
    await client.fetchQuery(read);
    expect(calls).toEqual([
      { procedure: 'office.people', input: undefined },
      { procedure: 'office.people', input: undefined },
    ]);
  });
});

describe('the client', () => {
  it('throws the envelope’s error with code, fields and the number to quote', async () => {
    const error = { code: 'CONFLICT', message: '已在别处修改。', fields: { title: '不同' }, ref: 'A1B2' };
    const api = createClient(() => bridgeOf({ ok: false, error }).bridge);
    const failure: unknown = await api.outgoing.get({ id: 'x' }).catch((cause: unknown) => cause);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: 'CONFLICT', fields: { title: '不同' }, ref: 'A1B2' });
    expect(messageOf(failure)).toBe('已在别处修改。（编号 A1B2）');
  });

  it('says the number of a failure once', () => {
    const ref = 'A1B2';
    expect(messageOf(new AppError('INTERNAL', '请把编号 A1B2 告诉维护人员。', { ref }))).toBe(
      '请把编号 A1B2 告诉维护人员。',
    );
    expect(messageOf(new AppError('FILE_REFUSED', '没有导出。', { ref }))).toBe('没有导出。（编号 A1B2）');
  });

  it('refuses an answer that is no envelope', async () => {
    const api = createClient(() => bridgeOf('junk').bridge);
    await expect(api.office.get()).rejects.toThrow();
  });
});
