import { describe, expect, test } from 'vitest';
import { violations } from './invariants.ts';
import { RandomDocuments } from './random-document.ts';
import { fonts } from './support.ts';

/** 500 documents; `npm run fuzz` takes as many as one likes. */
const SLICES = Array.from({ length: 10 }, (_, index) => index * 50 + 1);

describe('random documents keep every invariant of the standard', () => {
  test.each(SLICES)('seeds from %i', (from) => {
    const found: string[] = [];
    for (let seed = from; seed < from + 50; seed += 1) {
      const document = new RandomDocuments(seed).document();
      found.push(...violations(document, fonts).map((each) => `${seed}: ${each}`));
    }
    expect(found).toEqual([]);
  });

  test('one seed always gives the same document', () => {
    const [one, two, other] = [7, 7, 8].map((seed) => new RandomDocuments(seed).document());
    expect(one).toEqual(two);
    expect(one).not.toEqual(other);
  });
});
