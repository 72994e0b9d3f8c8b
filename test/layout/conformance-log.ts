import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

/** One measured rule of `GB/T 9704-2012` for the table of conformance. Lengths in mm unless `unit` says else. */
export interface Finding {
  /** Rule as numbered in the project's table of rules, e.g. `H-10`. */
  readonly rule: string;
  /** Clause of the standard. */
  readonly clause: string;
  readonly what: string;
  readonly expected: number;
  readonly measured: number;
  readonly tolerance: number;
  readonly unit: 'mm' | 'pt' | 'count';
}

const findings: Finding[] = [];

/** Records a measured value and fails unless it is within the tolerance. */
export function check(
  rule: string,
  clause: string,
  what: string,
  measured: number,
  expected: number,
  tolerance = 0.3,
  unit: Finding['unit'] = 'mm',
): void {
  findings.push({
    rule,
    clause,
    what,
    expected,
    measured: Math.round(measured * 1000) / 1000,
    tolerance,
    unit,
  });
  expect(
    Math.abs(measured - expected),
    `${rule} ${what}: ${measured} instead of ${expected}`,
  ).toBeLessThanOrEqual(tolerance);
}

/**
 * Writes the findings, sorted by rule: `out/conformance.json` for the general format, else
 * `out/conformance-<part>.json`; test files run at the same time and must not share one.
 */
export function writeFindings(part?: string): void {
  const folder = join(import.meta.dirname, '..', '..', 'out');
  mkdirSync(folder, { recursive: true });
  const sorted = findings.toSorted((a, b) => a.rule.localeCompare(b.rule, 'en', { numeric: true }));
  const name = part === undefined ? 'conformance.json' : `conformance-${part}.json`;
  writeFileSync(join(folder, name), `${JSON.stringify(sorted, undefined, 2)}\n`);
}
