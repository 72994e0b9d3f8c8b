import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import BetterSqlite3 from 'better-sqlite3';
import { handlers } from '../../electron/features/handlers.ts';
import { createDispatcher } from '../../electron/ipc/dispatch.ts';
import type { AllHandlers, DispatchOptions } from '../../electron/ipc/dispatch.ts';
import { isTrustedSender } from '../../electron/ipc/sender.ts';
import { PERMISSIONS } from '../../shared/domain/permissions.ts';
import { contract } from '../../shared/ipc/contract.ts';
import { command, query } from '../../shared/ipc/define.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import { MAIN_FRAME } from './harness.ts';

const small = {
  desk: {
    add: command(
      z.strictObject({ left: z.int().max(99), right: z.int() }),
      z.strictObject({ sum: z.int() }),
      ['office', 'person'],
    ),
    read: query(z.void(), z.string(), ['office']),
  },
} as const;
type Small = typeof small;

function start(
  own: Partial<AllHandlers<Small, string>['desk']> = {},
  options: Partial<DispatchOptions<Small, string>> = {},
) {
  const events: string[] = [];
  const dispatcher = createDispatcher<Small, string>({
    contract: small,
    handlers: {
      desk: { add: ({ left, right }) => ({ sum: left + right }), read: (_input, who) => who, ...own },
    },
    authorize: () => Promise.resolve('林晓'),
    changed: (tables) => events.push(`changed ${tables.join(' ')}`),
    log: {
      slow: (name, milliseconds) => events.push(`slow ${name} ${milliseconds}`),
      refused: (reason) => events.push(`refused ${reason}`),
      failed: (name, code) => events.push(`failed ${name} ${code}`),
    },
    checkOutput: true,
    ...options,
  });
  const call = (
    procedure: unknown,
    input?: unknown,
    sender: Parameters<typeof dispatcher.call>[2] = MAIN_FRAME,
  ) => dispatcher.call(procedure, input, sender);
  return { dispatcher, events, call };
}

describe('a call', () => {
  it('is answered, and a command tells which tables it wrote', async () => {
    const { call, events } = start();
    expect(await call('desk.add', { left: 1, right: 2 })).toEqual({ ok: true, value: { sum: 3 } });
    expect(await call('desk.read')).toEqual({ ok: true, value: '林晓' });
    expect(events).toEqual(['changed office person']);
  });

  it.each([
    'desk.no',
    'desk',
    'desk.constructor',
    '__proto__.toString',
    'desk.add.left',
    '',
    7,
    null,
    undefined,
    {},
  ])('of the unknown procedure %j is refused', async (name) => {
    const { call, events } = start();
    expect(await call(name, { left: 1, right: 2 })).toMatchObject({
      ok: false,
      error: { code: 'FORBIDDEN' },
    });
    expect(events).toEqual(['refused procedure', 'failed unknown FORBIDDEN']);
  });

  it.each([
    ['no frame', null],
    ['a frame inside the page', { parent: MAIN_FRAME, origin: 'app://main' }],
    ['another page', { parent: null, origin: 'https://example.com' }],
    ['a page whose origin begins alike', { parent: null, origin: 'app://main.example' }],
    ['a made page', { parent: null, origin: 'app://notice' }],
    ['an opaque origin', { parent: null, origin: 'null' }],
    ['an empty origin', { parent: null, origin: '' }],
  ])('from %s is refused before anything else', async (_what, sender) => {
    const { call, events } = start();
    expect(isTrustedSender(sender)).toBe(false);
    expect(await call('desk.add', { left: 1, right: 2 }, sender)).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
    expect(events).toEqual(['refused sender', 'failed desk.add FORBIDDEN']);
  });

  it.each([
    ['a missing key', { left: 1 }, 'right'],
    ['a wrong type', { left: '1', right: 2 }, 'left'],
    ['a value too large', { left: 100, right: 2 }, 'left'],
    ['an unknown key', { left: 1, right: 2, extra: 3 }, ''],
    ['no input', undefined, ''],
  ])('with %s is refused with the fault at its field, in Chinese', async (_what, input, field) => {
    const { call, events } = start();
    const envelope = await call('desk.add', input);
    expect(envelope).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    const fields = envelope.ok ? {} : (envelope.error.fields ?? {});
    expect(Object.keys(fields)).toEqual([field]);
    expect(fields[field]).toMatch(/\p{Script=Han}/u);
    expect(events).toEqual(['failed desk.add INVALID_INPUT']);
  });

  it('that may not be made is refused before its input is looked at', async () => {
    const { call } = start({}, { authorize: () => Promise.reject(new AppError('FORBIDDEN', '没有权限')) });
    expect(await call('desk.add', 'nonsense')).toMatchObject({
      error: { code: 'FORBIDDEN', message: '没有权限' },
    });
  });

  it('slower than 40 ms is logged by name only', async () => {
    let time = 0;
    const clock = () => (time += 41);
    const { call, events } = start({}, { clock });
    await call('desk.read');
    expect(events).toEqual(['slow desk.read 41']);
    const patient = start({}, { clock, patient: new Set(['desk.read']) });
    await patient.call('desk.read');
    expect(patient.events).toEqual([]);
  });

  it('whose answer leaves the contract is an error where answers are checked', async () => {
    const { call } = start({ add: () => ({ sum: 0.5 }) });
    expect(await call('desk.add', { left: 1, right: 2 })).toMatchObject({ error: { code: 'INTERNAL' } });
  });
});

describe('an error', () => {
  it('of the program crosses as a sentence and a number, without its text or stack', async () => {
    const { call, events } = start({
      read: () => {
        throw Object.assign(new Error('/home/somebody/secret'), { member: () => 1 });
      },
    });
    const envelope = await call('desk.read');
    expect(envelope).toEqual({
      ok: false,
      error: {
        code: 'INTERNAL',
        message: expect.stringContaining('编号'),
        ref: expect.stringMatching(/^[2-9A-Z]{6}$/u),
      },
    });
    expect(structuredClone(envelope)).toEqual(envelope);
    expect(JSON.stringify(envelope)).not.toContain('secret');
    expect(events).toEqual(['failed desk.read INTERNAL']);
  });

  it('that is no Error at all crosses too', async () => {
    const { call } = start({ read: () => Promise.reject(undefined) });
    expect(await call('desk.read')).toMatchObject({ error: { code: 'INTERNAL' } });
  });

  it.each([
    ['SQLITE_FULL', 'DISK_FULL'],
    ['SQLITE_BUSY', 'DATABASE_BUSY'],
    ['SQLITE_BUSY_SNAPSHOT', 'DATABASE_BUSY'],
    ['SQLITE_LOCKED', 'DATABASE_BUSY'],
    ['SQLITE_CORRUPT', 'DATABASE_DAMAGED'],
    ['SQLITE_CORRUPT_INDEX', 'DATABASE_DAMAGED'],
    ['SQLITE_NOTADB', 'DATABASE_DAMAGED'],
    ['SQLITE_READONLY_DBMOVED', 'DATA_FOLDER_REFUSED'],
    ['SQLITE_CANTOPEN', 'DATA_FOLDER_REFUSED'],
    ['SQLITE_IOERR_WRITE', 'DISK_FULL'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'INTERNAL'],
  ])('%s of SQLite is %s', async (code, expected) => {
    const { call } = start({
      read: () => {
        throw new BetterSqlite3.SqliteError('text', code);
      },
    });
    expect(await call('desk.read')).toMatchObject({ error: { code: expected } });
  });

  it.each([
    ['ENOSPC', 'DISK_FULL'],
    ['EACCES', 'FILE_REFUSED'],
    ['EBUSY', 'FILE_IN_USE'],
    ['ENOENT', 'INTERNAL'],
  ])('%s of the file system is %s', async (code, expected) => {
    const { call } = start({
      read: () => {
        throw Object.assign(new Error('text'), { code });
      },
    });
    expect(await call('desk.read')).toMatchObject({ error: { code: expected } });
  });

  it('of a command tells of no change', async () => {
    const { call, events } = start({
      add: () => {
        throw new AppError('CONFLICT', '已在别处改动');
      },
    });
    expect(await call('desk.add', { left: 1, right: 2 })).toMatchObject({
      error: { code: 'CONFLICT', message: '已在别处改动' },
    });
    expect(events).toEqual(['failed desk.add CONFLICT']);
  });
});

describe('shutting down', () => {
  it('waits for what runs and refuses what comes', async () => {
    const work = new AbortController();
    const { dispatcher, call } = start({
      read: async () => {
        await once(work.signal, 'abort');
        return '完成';
      },
    });
    const running = call('desk.read');
    await Promise.resolve();
    const down = dispatcher.shutDown(10_000);
    expect(await call('desk.add', { left: 1, right: 2 })).toMatchObject({ error: { code: 'SHUTTING_DOWN' } });
    work.abort();
    await down;
    expect(await running).toEqual({ ok: true, value: '完成' });
  });

  it('does not wait for ever', async () => {
    const { dispatcher, call } = start({ read: () => new Promise<string>(() => undefined) });
    void call('desk.read');
    await dispatcher.shutDown(10);
    expect(await call('desk.read')).toMatchObject({ error: { code: 'SHUTTING_DOWN' } });
  });
});

describe('the contract', () => {
  const names = Object.entries(contract).flatMap(([slice, procedures]) =>
    Object.keys(procedures).map((name) => `${slice}.${name}`),
  );

  it('has a handler and a permission row for every procedure, and no others', () => {
    const handled = Object.entries(handlers).flatMap(([slice, own]) =>
      Object.keys(own).map((name) => `${slice}.${name}`),
    );
    expect(handled.toSorted()).toEqual(names.toSorted());
    expect(Object.keys(PERMISSIONS).toSorted()).toEqual(names.toSorted());
  });

  it('refuses unknown keys in every input', () => {
    for (const [slice, procedures] of Object.entries(contract)) {
      for (const [name, { input }] of Object.entries(procedures)) {
        const parsed = input.safeParse({ surprise: 1 });
        expect(parsed.success, `${slice}.${name}`).toBe(false);
        if (input instanceof z.ZodObject) {
          const codes = (parsed.error?.issues ?? []).map((issue: { code?: string }) => issue.code);
          expect(codes, `${slice}.${name}`).toContain('unrecognized_keys');
        }
      }
    }
  });
});
