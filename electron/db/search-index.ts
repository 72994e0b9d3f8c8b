import type BetterSqlite3 from 'better-sqlite3';

/**
 * Exact substring search: every two neighbouring characters of the folded text are a token, and what a person types
 * is a phrase of such tokens; a single character has a column of its own. So one or two characters are found as
 * exactly as ten, in Chinese, digits and punctuation alike, without a dictionary. Pairs, because a phrase of single
 * characters that are all common (a 文号 is digits and brackets) makes SQLite look into nearly every row.
 */

/** Values a row is narrowed down by; in the index each is one more token, so that it narrows the search itself. */
export interface Facets {
  readonly state: string;
  readonly genre: string;
  readonly year: number;
  readonly drafterId: string;
}

/** What to look for; lists are alternatives, everything else must hold together. */
export interface SearchQuery {
  /** Folded; all must occur. */
  readonly words: readonly string[];
  readonly states: readonly string[];
  readonly genres?: readonly string[] | undefined;
  readonly year?: number | undefined;
  readonly drafterId?: string | undefined;
}

/** The `ascii` tokenizer splits at anything of ASCII that is no letter or digit: such characters go by their code. */
function token(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return point >= 0x80 || /[a-z0-9]/u.test(character) ? character : `u${point.toString(16).padStart(2, '0')}`;
}

const singles = (text: string): string => Array.from(new Set(text), token).join(' ');

/** Empty for less than two characters. */
function pairs(text: string): string {
  const all = Array.from(text, token);
  return all
    .slice(1)
    .map((next, index) => `${all[index]}${next}`)
    .join(' ');
}

/** Longer than any character's token, so that none can be taken for it. */
const facet = (kind: keyof Facets, value: string | number): string =>
  `f${kind.toLowerCase()}${Buffer.from(String(value)).toString('hex')}`;

function facetTokens(row: Facets): string {
  const kinds = ['state', 'genre', 'year', 'drafterId'] as const;
  return kinds.map((kind) => facet(kind, row[kind])).join(' ');
}

/**
 * Brings the index in step with the rows that changed. Called inside the transaction that changed them.
 * @returns how many rows were out of step
 */
export function indexDue(raw: BetterSqlite3.Database): number {
  if (!hasIndex(raw)) return 0;
  const { due, read, remove, insert, done } = statements(raw);
  const places = due.pluck().all();
  for (const place of places) {
    remove.run(place);
    const row = read.get(place);
    if (row !== undefined)
      insert.run(place, `${facetTokens(row)} ${singles(row.searchText)}`, pairs(row.searchText));
  }
  if (places.length > 0) done.run();
  return places.length;
}

/** How many of the newest rows are looked up to see whether the index belongs to the table. */
const PROBES = 5;

/**
 * Works off what is due at opening, and builds the index anew when it does not fit the table: the index goes by row
 * number, and SQLite does not promise that a backup (`VACUUM INTO`) or a salvaged file keeps those.
 */
export function settleIndex(raw: BetterSqlite3.Database): void {
  if (!hasIndex(raw)) return;
  raw
    .transaction(() => {
      indexDue(raw);
      const newest = raw
        .prepare<[number], { place: number; searchText: string }>(
          'SELECT rowid AS place, searchText FROM outgoing ORDER BY rowid DESC LIMIT ?',
        )
        .all(PROBES);
      const probe = raw.prepare('SELECT 1 FROM outgoingSearch WHERE rowid = ? AND outgoingSearch MATCH ?');
      const fits = ({ place, searchText }: (typeof newest)[number]) =>
        searchText === '' || probe.get(place, phrase(searchText)) !== undefined;
      if (newest.every(fits)) return;
      raw.exec(`INSERT INTO outgoingSearch (outgoingSearch) VALUES ('delete-all');
        INSERT OR IGNORE INTO outgoingSearchDue SELECT rowid FROM outgoing`);
      indexDue(raw);
    })
    .immediate();
}

/** False in a file that an older migration made. */
function hasIndex(raw: BetterSqlite3.Database): boolean {
  if (prepared.has(raw)) return true;
  return raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'outgoingSearchDue'").get() !== undefined;
}

interface Statements {
  readonly due: BetterSqlite3.Statement<[], number>;
  readonly read: BetterSqlite3.Statement<[number], Facets & { searchText: string }>;
  readonly remove: BetterSqlite3.Statement<[number]>;
  readonly insert: BetterSqlite3.Statement<[number, string, string]>;
  readonly done: BetterSqlite3.Statement<[]>;
  readonly search: BetterSqlite3.Statement<[string, number], number>;
}

const prepared = new WeakMap<BetterSqlite3.Database, Statements>();

function statements(raw: BetterSqlite3.Database): Statements {
  const known = prepared.get(raw);
  if (known !== undefined) return known;
  const made: Statements = {
    due: raw.prepare('SELECT place FROM outgoingSearchDue'),
    read: raw.prepare('SELECT searchText, state, genre, year, drafterId FROM outgoing WHERE rowid = ?'),
    remove: raw.prepare('DELETE FROM outgoingSearch WHERE rowid = ?'),
    insert: raw.prepare('INSERT INTO outgoingSearch (rowid, singles, pairs) VALUES (?, ?, ?)'),
    done: raw.prepare('DELETE FROM outgoingSearchDue'),
    search: raw.prepare(
      'SELECT rowid FROM outgoingSearch WHERE outgoingSearch MATCH ? ORDER BY rowid DESC LIMIT ?',
    ),
  };
  prepared.set(raw, made);
  return made;
}

/** Row numbers of what matches, the newest first, `limit` at most. */
export function searchPlaces(raw: BetterSqlite3.Database, query: SearchQuery, limit: number): number[] {
  return statements(raw).search.pluck().all(matchExpression(query), limit);
}

function phrase(word: string): string {
  return Array.from(word).length === 1 ? `singles : "${token(word)}"` : `pairs : "${pairs(word)}"`;
}

function anyOf(kind: keyof Facets, values: readonly (string | number)[]): string {
  return `singles : (${values.map((value) => facet(kind, value)).join(' OR ')})`;
}

function matchExpression({ words, states, genres, year, drafterId }: SearchQuery): string {
  // A token never holds a quotation mark: that one goes by its code.
  const parts = words.map(phrase);
  parts.push(anyOf('state', states));
  if (genres !== undefined && genres.length > 0) parts.push(anyOf('genre', genres));
  if (year !== undefined) parts.push(anyOf('year', [year]));
  if (drafterId !== undefined) parts.push(anyOf('drafterId', [drafterId]));
  return parts.join(' AND ');
}
