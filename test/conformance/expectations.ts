import { expect } from 'vitest';
import { NOT_YET } from './not-yet.ts';
import type { PaperKind } from './paper.ts';
import type { Reading } from './reading.ts';
import { describe as inWords } from './verdict.ts';

/** Fails with every reading outside its range, but for the rules that are known not to hold yet. */
export function expectConformance(readings: readonly Reading[], kind: PaperKind): void {
  const failing = readings.filter(({ ok }) => !ok);
  const unexpected = failing.filter(({ rule }) => NOT_YET[kind][rule] === undefined);
  expect(unexpected.map(inWords)).toEqual([]);
  const mended = Object.keys(NOT_YET[kind]).filter((id) => !failing.some(({ rule }) => rule === id));
  expect(mended, 'hold by now: take them off the list').toEqual([]);
}
