/** One figure of a benchmark, with its bar where there is one. Smaller is better in all of them. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'kB' | 'MB' | '页';
  /** The figure may not exceed it. */
  readonly bar?: number;
  /** How the figure came about, or what it is compared with. */
  readonly note?: string;
  /** The same work done another way (LibreOffice), in the same unit. */
  readonly reference?: number;
}

export type Area = () => Promise<readonly Measurement[]>;

/** A finished area, as it stands in out/bench.json. */
export interface AreaResult {
  readonly area: string;
  readonly at: string;
  readonly machine: string;
  readonly measurements: readonly (Measurement & { readonly ratio?: number; readonly ok: boolean })[];
}

/** Milliseconds that one run takes. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Middle of an odd number of runs: one busy moment of the machine does not count. */
export async function medianOf(runs: number, run: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let index = 0; index < runs; index += 1) values.push(await run());
  return middleOf(values);
}

/** Middle of the values, the upper of the two where their number is even. */
export function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
