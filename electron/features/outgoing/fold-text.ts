import { foldText } from '../../../shared/domain/fold-text.ts';

/** Words of a search box as LIKE patterns (escape character `\`); all of them must occur. */
export function likePatterns(query: string): string[] {
  return query
    .split(/[\s\u3000]+/u)
    .map(foldText)
    .filter((word) => word !== '')
    .map((word) => `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`);
}
