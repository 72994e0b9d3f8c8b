import { pinyin } from 'pinyin-pro';
import { foldText } from '../../../shared/domain/fold-text.ts';

/**
 * The phrase index holds one token per character, so that one and two characters are found exactly, as are ten. A
 * private-use character stands between fields: no phrase reaches over it.
 */
const FIELD_END = ' \uE000 ';

/** Letters and digits of the folded text, each a token; punctuation is not searched for. */
function characters(text: string): string[] {
  return Array.from(foldText(text)).filter((character) => /[\p{L}\p{N}]/u.test(character));
}

/** Fields of an item as one text of tokens. */
export function fieldTokens(fields: readonly string[]): string {
  return fields
    .map((field) => characters(field).join(' '))
    .filter((field) => field !== '')
    .join(FIELD_END);
}

/** Pinyin initials of a text, lower case: 关于召开会议的通知 gives gyzkhydtz; digits and letters stay. */
export function initialsOf(text: string): string {
  return pinyin(foldText(text), { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, '');
}

export function initialTokens(fields: readonly string[]): string {
  return fieldTokens(fields.map((field) => initialsOf(field)));
}

/** Words of a search box as phrases of tokens; words of punctuation only are left out. */
export function searchPhrases(query: string): string[] {
  return query
    .split(/[\s\u3000]+/u)
    .map((word) => characters(word).join(' '))
    .filter((phrase) => phrase !== '');
}

const LATIN = /^[a-z0-9 ]+$/u;

/** FTS5 expression in which all phrases occur; Latin letters are looked for among the initials too. */
export function matchExpression(phrases: readonly string[]): string {
  // A token is a letter or digit, so no quotation mark can end the phrase.
  return phrases.map((phrase) => `${LATIN.test(phrase) ? '' : '{searchText} : '}"${phrase}"`).join(' AND ');
}

/** The same test on the text of a row, for walking along an index when most rows match. */
export function likeOf(phrase: string): { readonly pattern: string; readonly initialsToo: boolean } {
  return { pattern: `%${phrase}%`, initialsToo: LATIN.test(phrase) };
}
