import { expect } from 'vitest';

/** Fails unless a value measured on paper (mm unless `unit` says else) is within the tolerance of what a rule asks for. */
export function check(
  rule: string,
  clause: string,
  what: string,
  measured: number,
  expected: number,
  tolerance = 0.3,
  unit: 'mm' | 'pt' | 'count' = 'mm',
): void {
  expect(
    Math.abs(measured - expected),
    `${rule} (${clause}) ${what}: ${measured} instead of ${expected} ${unit}`,
  ).toBeLessThanOrEqual(tolerance);
}
