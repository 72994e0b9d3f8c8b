import { describe, expect, it } from 'vitest';
import { openingList } from '../../renderer/features/desk/overview.ts';

const counts = (part: object) => ({ due: 0, mine: 0, unanswered: 0, stuck: 0, expected: 0, ...part });

describe('the list the desk opens with', () => {
  it('is the one looked at last while something is in it', () => {
    expect(openingList('stuck', counts({ due: 3, stuck: 1 }))).toBe('stuck');
  });

  it('is the most urgent one with something in it, when that one is empty', () => {
    expect(openingList('due', counts({ mine: 3 }))).toBe('mine');
    expect(openingList('expected', counts({ due: 1, mine: 3 }))).toBe('due');
  });

  it('stays when there is nothing anywhere, or nothing is known yet', () => {
    expect(openingList('due', counts({}))).toBe('due');
    expect(openingList('mine', undefined)).toBe('mine');
  });
});
