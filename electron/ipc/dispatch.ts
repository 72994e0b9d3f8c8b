import { z } from 'zod';
import type { AnyProcedure, Contract, Handlers, TableName } from '../../shared/ipc/define.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import type { Envelope } from '../../shared/ipc/errors.ts';
import { invalidInput, toErrorData } from './envelope.ts';
import { isTrustedSender } from './sender.ts';
import type { SenderFrame } from './sender.ts';

z.config(z.locales.zhCN());

/** A handler slower than this blocks the window noticeably; milliseconds. */
const SLOW_MS = 40;

export type AllHandlers<C extends Contract, Ctx> = { readonly [S in keyof C]: Handlers<C[S], Ctx> };

export interface DispatchLog {
  /** Procedure names, codes and references only: never what a document says. */
  readonly slow: (procedure: string, milliseconds: number) => void;
  readonly refused: (reason: string) => void;
  readonly failed: (procedure: string, code: string, ref: string, error: unknown) => void;
}

export interface DispatchOptions<C extends Contract, Ctx> {
  readonly contract: C;
  readonly handlers: AllHandlers<C, Ctx>;
  /** Who calls and with what; throws when the caller may not call this procedure. */
  readonly authorize: (procedure: string) => Promise<Ctx>;
  /** After a command has answered: the tables it may have changed. */
  readonly changed: (tables: readonly TableName[]) => void;
  /** Told about every error, e.g. to stop writing into a damaged file. */
  readonly onError?: (error: AppError) => void;
  readonly log: DispatchLog;
  /** Parses outputs too; on in tests, so that a handler cannot leave its contract. */
  readonly checkOutput?: boolean;
  /** Procedures that wait for a person or for the document engine: their time blocks nobody. */
  readonly patient?: ReadonlySet<string>;
  readonly clock?: () => number;
}

export interface Dispatcher {
  /** Never rejects: whatever happens is in the envelope. */
  readonly call: (
    procedure: unknown,
    input: unknown,
    sender: SenderFrame | null,
  ) => Promise<Envelope<unknown>>;
  /** Refuses new calls and waits for the running ones, `graceMs` at most. */
  readonly shutDown: (graceMs: number) => Promise<void>;
}

type LooseHandler<Ctx> = (input: unknown, ctx: Ctx) => unknown;

interface Route<Ctx> {
  readonly name: string;
  readonly procedure: AnyProcedure;
  readonly handler: LooseHandler<Ctx>;
}

/** The way of every call: trusted sender, known name, permission, strict input, handler, envelope. */
export function createDispatcher<C extends Contract, Ctx>(options: DispatchOptions<C, Ctx>): Dispatcher {
  const routes = buildRoutes(options.contract, options.handlers);
  const running = new Set<Promise<unknown>>();
  const clock = options.clock ?? (() => performance.now());
  let closed = false;

  async function run(route: Route<Ctx>, input: unknown): Promise<unknown> {
    const ctx = await options.authorize(route.name);
    const parsed = route.procedure.input.safeParse(input);
    if (!parsed.success) throw invalidInput(parsed.error);
    const started = clock();
    const output = await route.handler(parsed.data, ctx);
    const milliseconds = clock() - started;
    if (milliseconds > SLOW_MS && options.patient?.has(route.name) !== true)
      options.log.slow(route.name, Math.round(milliseconds));
    const value = options.checkOutput === true ? route.procedure.output.parse(output) : output;
    if (route.procedure.kind === 'command' && route.procedure.tables.length > 0) {
      options.changed(route.procedure.tables);
    }
    return value;
  }

  async function answer(name: string, work: () => Promise<unknown>): Promise<Envelope<unknown>> {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      const data = toErrorData(error);
      options.log.failed(name, data.code, data.ref, error);
      options.onError?.(new AppError(data.code, data.message, { ref: data.ref }));
      return { ok: false, error: data };
    }
  }

  return {
    call: async (procedure, input, sender) => {
      const route = typeof procedure === 'string' ? routes.get(procedure) : undefined;
      const name = route?.name ?? 'unknown';
      const job = answer(name, async () => {
        if (!isTrustedSender(sender)) throw refuse(options.log, 'sender', '请求来自本程序页面以外，已拒绝。');
        if (route === undefined) throw refuse(options.log, 'procedure', '没有这个操作，已拒绝。');
        if (closed) throw new AppError('SHUTTING_DOWN', '程序正在退出，这次操作没有进行。');
        return run(route, input);
      });
      running.add(job);
      try {
        return await job;
      } finally {
        running.delete(job);
      }
    },
    shutDown: async (graceMs) => {
      closed = true;
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([Promise.allSettled(running), grace]);
      clearTimeout(timer);
    },
  };
}

function refuse(log: DispatchLog, reason: string, message: string): AppError {
  log.refused(reason);
  return new AppError('FORBIDDEN', message);
}

/** Own properties only, so that `constructor` or `__proto__` is no procedure. */
function buildRoutes<C extends Contract, Ctx>(
  contract: C,
  handlers: AllHandlers<C, Ctx>,
): Map<string, Route<Ctx>> {
  const routes = new Map<string, Route<Ctx>>();
  for (const [slice, procedures] of Object.entries(contract)) {
    const sliceHandlers = new Map(Object.entries(handlers[slice] ?? {}));
    for (const [key, procedure] of Object.entries(procedures)) {
      const handler = sliceHandlers.get(key);
      const name = `${slice}.${key}`;
      if (handler === undefined) throw new Error(`no handler for ${name}`);
      // The parsed input of this very procedure is the only thing ever handed to its handler.
      routes.set(name, { name, procedure, handler: handler as LooseHandler<Ctx> });
    }
  }
  return routes;
}
