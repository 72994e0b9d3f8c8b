import { MEASURABLE, RULES } from './rules/all.ts';
import type { Rule } from './rules/rule.ts';
import type { Reading, Source } from './reading.ts';

export interface Verdict {
  readonly rule: Rule;
  readonly readings: readonly Reading[];
  readonly ok: boolean;
}

/** Rules that have to hold on a print but were not measured on any. */
export function unmeasured(readings: readonly Reading[]): string[] {
  const seen = new Set(readings.map((reading) => reading.rule));
  return MEASURABLE.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
}

/** Readings of rules the table does not know. */
export function unknown(readings: readonly Reading[]): string[] {
  const known = new Set(MEASURABLE.map(({ id }) => id));
  return [...new Set(readings.map((reading) => reading.rule))].filter((id) => !known.has(id));
}

export function judge(readings: readonly Reading[]): Verdict[] {
  return RULES.map((rule) => {
    const own = readings.filter((reading) => reading.rule === rule.id);
    const isDue = rule.untestable === undefined && rule.chosen === undefined;
    return { rule, readings: own, ok: isDue ? own.length > 0 && own.every(({ ok }) => ok) : true };
  });
}

/** How far outside (positive) or inside a reading is. */
const excess = ({ measured, least, most }: Reading): number =>
  Number.isNaN(measured) ? Infinity : Math.max(measured - most, least - measured);

/** The worst reading of every quantity of one source, in the order they were taken. */
export function worstOf(readings: readonly Reading[], source: Source): Reading[] {
  const worst = new Map<string, Reading>();
  for (const reading of readings) {
    if (reading.source !== source) continue;
    const before = worst.get(reading.what);
    if (before === undefined || excess(reading) > excess(before)) worst.set(reading.what, reading);
  }
  return [...worst.values()];
}

/** A failing reading in words, for a test's message. */
export const describe = ({ rule, source, what, measured, least, most, failure }: Reading): string =>
  `${rule} ${source} ${what}: ${failure ?? `${measured.toFixed(3)}, ${least.toFixed(3)}…${most.toFixed(3)}`}`;
