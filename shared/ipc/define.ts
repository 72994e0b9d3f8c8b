import type { z } from 'zod';

/** Tables that procedures read and write; the renderer invalidates its cache by these names. */
export type TableName =
  | 'office'
  | 'issuerCode'
  | 'department'
  | 'person'
  | 'outgoing'
  | 'issuedNumber'
  | 'seal'
  | 'distributionList'
  | 'template'
  | 'incoming'
  | 'correspondent'
  | 'attachment'
  | 'scanFolder'
  | 'importBatch'
  /** Ledgers being looked at; in memory only. */
  | 'importSession'
  | 'exportLayout'
  | 'matter'
  | 'personGroup'
  | 'holiday'
  | 'auditEvent'
  | 'backup'
  | 'viewState';

export interface Procedure<K extends 'query' | 'command', I extends z.ZodType, O extends z.ZodType> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
  readonly tables: readonly TableName[];
}
export type AnyProcedure = Procedure<'query' | 'command', z.ZodType, z.ZodType>;

/** A read: changes nothing, may be repeated. `tablesRead` decides when the screen asks again. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  tablesRead: readonly TableName[],
): Procedure<'query', I, O> {
  return { kind: 'query', input, output, tables: tablesRead };
}

/** A change: has an actor, passes the permission table, leaves an audit event. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  tablesWritten: readonly TableName[],
): Procedure<'command', I, O> {
  return { kind: 'command', input, output, tables: tablesWritten };
}

export type SliceContract = Readonly<Record<string, AnyProcedure>>;
export type Contract = Readonly<Record<string, SliceContract>>;

/** Main side: one handler per procedure; a missing one does not compile. */
export type Handlers<S extends SliceContract, Ctx> = {
  readonly [P in keyof S]: (
    input: z.output<S[P]['input']>,
    ctx: Ctx,
  ) => z.input<S[P]['output']> | Promise<z.input<S[P]['output']>>;
};

/** Renderer side: `api.slice.procedure(input)`. */
export type Client<C extends Contract> = {
  readonly [S in keyof C]: {
    readonly [P in keyof C[S]]: (input: z.input<C[S][P]['input']>) => Promise<z.output<C[S][P]['output']>>;
  };
};
