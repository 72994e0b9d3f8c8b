/** Says on stderr what the set-up is doing; stdout is left to the results of a command. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A span of time for people: `840 ms`, `3.2 s`, `2 min 05 s`. */
export function readableTime(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
