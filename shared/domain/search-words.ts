import { foldText } from './fold-text.ts';

/** Words of a search box, folded; all of them must occur. */
export function searchWords(query: string): string[] {
  return query
    .split(/[\s\u3000]+/u)
    .map(foldText)
    .filter((word) => word !== '');
}
