import { diffArrays } from 'diff';
import type { Align } from '../../../shared/gongwen/compare-documents.ts';

/** Corresponding runs of two lists, the fewest changes first. */
export const align: Align = (older, newer) =>
  diffArrays([...older], [...newer]).map(({ added, removed, count }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    length: count,
  }));
