/**
 * Exact substring search over folded text: every two neighbouring characters are a token, and what a person types is a
 * phrase of such tokens; a single character has an index of its own. So one or two characters are found as exactly as
 * ten, in Chinese, digits and punctuation alike, without a dictionary. Pairs, because a phrase of single characters
 * that are all common (a 文号 is digits and brackets) makes SQLite look into nearly every row.
 *
 * Two grains. A short text (a row's own fields) has its single characters, pairs and pinyin initials in one index. A
 * long text (a document, an attachment) has its single characters in an index without positions, a tenth of the size,
 * and beside the pairs every three neighbours of ASCII: numbers and dates share nearly all their pairs.
 */

/** The `ascii` tokenizer splits at ASCII that is no letter or digit: those move to a plane that no text uses. */
const MOVED = 0x10_f000;

function token(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point >= 0x80 || /[a-z0-9]/u.test(character) ? character : String.fromCodePoint(MOVED + point);
}

const tokens = (text: string): string[] => Array.from(text, token);

/** Every character once. */
export const singles = (text: string): string => Array.from(new Set(tokens(text))).join(' ');

function pairList(all: readonly string[]): string[] {
  return all.slice(1).map((next, index) => `${all[index]}${next}`);
}

/** Every two neighbours, in order; empty for less than two characters. */
export const pairs = (text: string): string => pairList(tokens(text)).join(' ');

/** Every three neighbours that are all ASCII, in order. */
export function triples(text: string): string {
  const characters = Array.from(text);
  const all = characters.map(token);
  const ascii = characters.map((character) => (character.codePointAt(0) ?? 0) < 0x80);
  return all
    .slice(2)
    .flatMap((third, at) =>
      ascii[at] === true && ascii[at + 1] === true && ascii[at + 2] === true
        ? [`${all[at]}${all[at + 1]}${third}`]
        : [],
    )
    .join(' ');
}

/** A value that rows are narrowed down by is one more token; longer than any character's, so never taken for one. */
export function facetToken(name: string, value: string | number | null): string {
  return `f${name.toLowerCase()}${Buffer.from(String(value)).toString('hex')}`;
}

/** Pinyin initials are looked for from two letters on; a single letter would find everything. */
const INITIALS = /^[a-z][a-z0-9]+$/u;

/** What must hold of a row: all words occur, and every facet has one of its values. */
export interface SearchQuery {
  /** Folded, without blanks. */
  readonly words: readonly string[];
  /** By column; an empty list does not narrow. */
  readonly facets?: Readonly<Record<string, readonly (string | number)[] | undefined>>;
  /** By column: values that a row must not have; quicker where nearly all are wanted. */
  readonly except?: Readonly<Record<string, readonly (string | number)[]>>;
  /** Looks among the pinyin initials too. */
  readonly initials?: boolean;
}

// A token never holds a quotation mark: that one is moved.
function phrase(word: string, initials: boolean): string {
  const found =
    Array.from(word).length === 1 ? `singles : "${tokens(word).join('')}"` : `pairs : "${pairs(word)}"`;
  return initials && INITIALS.test(word) ? `(${found} OR initials : "${pairs(word)}")` : found;
}

const anyOf = ([name, values = []]: readonly [string, readonly (string | number)[] | undefined]): string[] =>
  values.length === 0 ? [] : [`singles : (${values.map((value) => facetToken(name, value)).join(' OR ')})`];

/** MATCH expression for an index of short texts. */
export function shortExpression({ words, facets = {}, except = {}, initials = true }: SearchQuery): string {
  const wanted = [
    ...words.map((word) => phrase(word, initials)),
    ...Object.entries(facets).flatMap(anyOf),
  ].join(' AND ');
  const unwanted = Object.entries(except).flatMap(anyOf);
  return unwanted.length === 0 ? wanted : `(${wanted}) NOT (${unwanted.join(' OR ')})`;
}

/** MATCH expression of short texts in which any of the words occurs. */
export function anyExpression(words: readonly string[]): string {
  return words.map((word) => phrase(word, false)).join(' OR ');
}

const isSingle = (word: string): boolean => Array.from(word).length === 1;

/** MATCH expression for the pairs of long texts, for words of two and more characters. */
export function longExpression(words: readonly string[]): string {
  return words
    .flatMap((word) => {
      const few = triples(word);
      // Far fewer texts have those: they lead the search.
      return few === '' ? [`pairs : "${pairs(word)}"`] : [`triples : "${few}"`, `pairs : "${pairs(word)}"`];
    })
    .join(' AND ');
}

/** MATCH expression for the single characters of long texts. */
export function singlesExpression(words: readonly string[]): string {
  return words.map((word) => `"${tokens(word).join('')}"`).join(' AND ');
}

/** Words of one character, and longer ones. */
export function bySize(words: readonly string[]): { readonly single: string[]; readonly longer: string[] } {
  return { single: words.filter(isSingle), longer: words.filter((word) => !isSingle(word)) };
}
