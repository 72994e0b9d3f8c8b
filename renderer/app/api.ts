import { z } from 'zod';
import type { Bridge } from '../../shared/ipc/channels.ts';
import { contract } from '../../shared/ipc/contract.ts';
import type { AppClient } from '../../shared/ipc/contract.ts';
import { AppError, appErrorSchema } from '../../shared/ipc/errors.ts';

declare global {
  interface Window {
    /** Exposed by the preload script; the page's only way out. */
    readonly app: Bridge;
  }
}

const envelopeSchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: appErrorSchema }),
]);

async function invoke(bridge: Bridge, procedure: string, input: unknown): Promise<unknown> {
  const envelope = envelopeSchema.parse(await bridge.invoke(procedure, input));
  if (envelope.ok) return envelope.value;
  const { code, message, fields, ref } = envelope.error;
  throw new AppError(code, message, fields === undefined ? { ref } : { fields, ref });
}

/** Builds `client.slice.procedure(input)` over a bridge; failures arrive as `AppError`. */
export function createClient(bridge: () => Bridge): AppClient {
  const slices = Object.entries(contract).map(([slice, procedures]) => [
    slice,
    Object.fromEntries(
      Object.keys(procedures).map((name) => [
        name,
        (input: unknown) => invoke(bridge(), `${slice}.${name}`, input),
      ]),
    ),
  ]);
  // The entries above are exactly the contract's; only the mapped type cannot be inferred from them.
  return Object.fromEntries(slices) as AppClient;
}

export const api = createClient(() => window.app);

/** What a person is told about a failure: the message of an AppError, else a plain sentence. */
export function messageOf(error: unknown): string {
  if (error instanceof AppError) {
    // An unexpected failure names the number in its sentence already.
    return error.ref === undefined || error.code === 'INVALID_INPUT' || error.message.includes(error.ref)
      ? error.message
      : `${error.message}（编号 ${error.ref}）`;
  }
  return '程序内部出错，内容仍在本页，请稍后再试。';
}

/** True when the failure only means that a newer request took its place. */
export function isCancelled(error: unknown): boolean {
  return error instanceof AppError && error.code === 'CANCELLED';
}
