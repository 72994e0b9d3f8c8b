import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFaults } from '../../shared/gongwen/faults.ts';
import { parseGongwenInput } from '../../shared/gongwen/normalize.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'resources', 'samples');

/** A generator with a seed: a failure can be repeated. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}

const JUNK: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  '',
  ' ',
  '\n',
  '甲\u0000',
  '\ud800',
  '⼈',
  '2026-02-30',
  '通'.repeat(300),
  [],
  {},
  [[]],
  [null],
  { type: 'table' },
  { type: 'paragraph', text: 5 },
  ['甲', ['乙']],
];

interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

/** Every place in a JSON value, as the object or list and its key. */
function placesIn(value: unknown, places: Place[] = []): Place[] {
  if (typeof value !== 'object' || value === null) return places;
  for (const [key, item] of Object.entries(value)) {
    places.push({ holder: value as Record<string, unknown> | unknown[], key });
    placesIn(item, places);
  }
  return places;
}

describe('parseGongwenInput on damaged samples', () => {
  it('never throws, and speaks Chinese about every fault', () => {
    const random = makeRandom(9704);
    const texts = readdirSync(SAMPLES).map((name) => readFileSync(join(SAMPLES, name), 'utf8'));
    let refused = 0;
    for (let round = 0; round < 3000; round += 1) {
      const value: unknown = JSON.parse(texts[random(texts.length)] ?? '{}');
      for (let damage = random(3); damage >= 0; damage -= 1) {
        const places = placesIn(value);
        const place = places[random(places.length)];
        if (place === undefined) continue;
        const { holder, key } = place;
        const kind = random(4);
        const junk = structuredClone(JUNK[random(JUNK.length)]);
        if (Array.isArray(holder)) holder[Number(key)] = junk;
        else if (kind === 0) holder[`${key}x`] = 1;
        else if (kind === 1) delete holder[key];
        else holder[key] = junk;
      }
      const parsed = parseGongwenInput(value);
      if (parsed.ok) {
        const errors = findFaults(parsed.document).filter(({ severity }) => severity === 'error');
        expect(errors, 'an input that is accepted has no errors left').toEqual([]);
        continue;
      }
      refused += 1;
      expect(parsed.faults.length).toBeGreaterThan(0);
      for (const { path, message } of parsed.faults) {
        expect(path).toMatch(/^[\w.]*$/u);
        expect(message).toMatch(/\p{Script=Han}/u);
        expect(message).not.toMatch(/Invalid|expected|received|undefined|NaN|\[object/u);
      }
    }
    expect(refused).toBeGreaterThan(2000);
  });
});
