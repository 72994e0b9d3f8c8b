/**
 * Exact substring search over folded text: every two neighbouring characters are a token, and a single character is
 * one too. So one or two characters are found as exactly as ten, in Chinese, digits and punctuation alike, without a
 * dictionary. Pairs, because a phrase of single characters that are all common (a 文号 is digits and brackets) makes
 * SQLite look into nearly every row.
 *
 * Two grains. Short texts (a row's own fields) keep where a pair stands, so that a phrase of pairs is the substring
 * itself. Long texts (documents, attachments) keep only which pairs there are, a fifth of the size; a word of three
 * and more characters is then looked up in the texts that have all its pairs.
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

/** Three neighbours of ASCII: numbers and dates share nearly all their pairs, so pairs alone do not tell them apart. */
function asciiTriples(all: readonly string[], text: readonly string[]): string[] {
  const triples: string[] = [];
  for (let index = 2; index < all.length; index += 1) {
    const three = [index - 2, index - 1, index];
    if (three.every((at) => ((text[at] ?? '').codePointAt(0) ?? 0) < 0x80)) {
      triples.push(three.map((at) => all[at]).join(''));
    }
  }
  return triples;
}

function gramList(text: string): string[] {
  const characters = Array.from(text);
  const all = characters.map(token);
  return [...pairList(all), ...asciiTriples(all, characters)];
}

/** All tokens of a long text, each once. */
export function grams(text: string): string {
  return Array.from(new Set([...tokens(text), ...gramList(text)])).join(' ');
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
  /** Looks among the pinyin initials too. */
  readonly initials?: boolean;
}

// A token never holds a quotation mark: that one is moved.
function phrase(word: string, initials: boolean): string {
  const found =
    Array.from(word).length === 1 ? `singles : "${tokens(word).join('')}"` : `pairs : "${pairs(word)}"`;
  return initials && INITIALS.test(word) ? `(${found} OR initials : "${pairs(word)}")` : found;
}

/** MATCH expression for an index of short texts. */
export function shortExpression({ words, facets = {}, initials = true }: SearchQuery): string {
  const parts = words.map((word) => phrase(word, initials));
  for (const [name, values = []] of Object.entries(facets)) {
    if (values.length > 0) {
      parts.push(`singles : (${values.map((value) => facetToken(name, value)).join(' OR ')})`);
    }
  }
  return parts.join(' AND ');
}

/** MATCH expression of short texts in which any of the words occurs. */
export function anyExpression(words: readonly string[]): string {
  return words.map((word) => phrase(word, false)).join(' OR ');
}

/** MATCH expression for an index of long texts: those that may hold the words. */
export function longExpression(words: readonly string[]): string {
  const wanted = words.flatMap((word) => (Array.from(word).length === 1 ? tokens(word) : gramList(word)));
  return Array.from(new Set(wanted), (one) => `"${one}"`).join(' AND ');
}

/** The words whose tokens alone do not prove that they occur in a long text. */
export function toVerify(words: readonly string[]): string[] {
  return words.filter((word) => Array.from(word).length > 2);
}
