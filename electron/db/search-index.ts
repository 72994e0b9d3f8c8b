import BetterSqlite3 from 'better-sqlite3';
import { foldText } from '../../shared/domain/fold-text.ts';
import { initialsOf } from './pinyin-initials.ts';
import { indexesOf, indexOf, indexTables, SEARCH_SOURCES, singlesOf, textOf } from './search-sources.ts';
import type { SearchSource, SearchSourceName } from './search-sources.ts';
import {
  bySize,
  facetToken,
  longExpression,
  pairs,
  shortExpression,
  singles,
  singlesExpression,
  triples,
} from './search-tokens.ts';
import type { SearchQuery } from './search-tokens.ts';

/**
 * The indexes of everything that is searched, kept in step with their rows: triggers note in `searchDue` what a
 * transaction has changed, and before it ends `indexDue` works that off.
 */

type Raw = BetterSqlite3.Database;
type Row = { readonly text: string; readonly initials: string } & Readonly<
  Record<string, string | number | null>
>;

interface Statements {
  readonly read: BetterSqlite3.Statement<[number], Row>;
  readonly remove: BetterSqlite3.Statement<[number]>;
  readonly insert: BetterSqlite3.Statement;
  /** Row numbers before one, the newest first. */
  readonly search: BetterSqlite3.Statement<[string, number, number], number>;
  readonly holds: BetterSqlite3.Statement<[string, number], number>;
  /** What a long text has besides. */
  readonly long?: {
    readonly removeSingles: BetterSqlite3.Statement<[number]>;
    readonly insertSingles: BetterSqlite3.Statement<[number, string]>;
    readonly searchSingles: BetterSqlite3.Statement<[string, number, number], number>;
    readonly contains: BetterSqlite3.Statement<[string, number], number>;
  };
  /** Where a derived text is kept. */
  readonly kept?: {
    readonly keep: BetterSqlite3.Statement<[number, string]>;
    readonly drop: BetterSqlite3.Statement<[number]>;
  };
}

const SOURCES: readonly SearchSource[] = Object.values(SEARCH_SOURCES);
const prepared = new WeakMap<Raw, Map<string, Statements>>();

function statements(raw: Raw, source: SearchSource): Statements {
  const known = prepared.get(raw)?.get(source.name);
  if (known !== undefined) return known;
  const made = prepare(raw, source);
  const all = prepared.get(raw) ?? new Map<string, Statements>();
  prepared.set(raw, all.set(source.name, made));
  return made;
}

function prepare(raw: Raw, source: SearchSource): Statements {
  const index = indexOf(source);
  const alone = singlesOf(source);
  const text = textOf(source);
  const facets = source.facets.map((column) => `, ${column}`).join('');
  const searching = (table: string) =>
    raw
      .prepare<[string, number, number], number>(
        `SELECT rowid FROM ${table} WHERE ${table} MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?`,
      )
      .pluck();
  const columns = source.grain === 'short' ? 'singles, pairs, initials' : 'pairs, triples';
  const places = columns.replaceAll(/[a-z]+/gu, '?');
  return {
    read: raw.prepare(
      `SELECT ${source.text} AS text, ${source.initials ?? "''"} AS initials${facets}
       FROM ${source.table} WHERE ${source.place} = ?`,
    ),
    remove: raw.prepare(`DELETE FROM ${index} WHERE rowid = ?`),
    insert: raw.prepare(`INSERT INTO ${index} (rowid, ${columns}) VALUES (?, ${places})`),
    search: searching(index),
    holds: raw
      .prepare<[string, number], number>(`SELECT 1 FROM ${index} WHERE ${index} MATCH ? AND rowid = ?`)
      .pluck(),
    ...(source.grain === 'short'
      ? {}
      : {
          long: {
            removeSingles: raw.prepare(`DELETE FROM ${alone} WHERE rowid = ?`),
            insertSingles: raw.prepare(`INSERT INTO ${alone} (rowid, singles) VALUES (?, ?)`),
            searchSingles: searching(alone),
            contains: raw
              .prepare<[string, number], number>(
                `SELECT instr(searchText, ?) > 0 FROM ${text.table} WHERE ${text.place} = ?`,
              )
              .pluck(),
          },
        }),
    ...(source.derive === undefined
      ? {}
      : {
          kept: {
            keep: raw.prepare(`INSERT OR REPLACE INTO ${text.table} (place, searchText) VALUES (?, ?)`),
            drop: raw.prepare(`DELETE FROM ${text.table} WHERE place = ?`),
          },
        }),
  };
}

/** False in a file that an older migration made. */
function hasIndex(raw: Raw): boolean {
  if (prepared.has(raw)) return true;
  return raw.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'searchDue'").get() !== undefined;
}

/**
 * Brings the indexes in step with the rows that changed. Called inside the transaction that changed them.
 * @returns how many rows were out of step
 */
export function indexDue(raw: Raw): number {
  if (!hasIndex(raw)) return 0;
  const due = raw.prepare<[string], number>('SELECT place FROM searchDue WHERE source = ?').pluck();
  let done = 0;
  for (const source of SOURCES) {
    done += indexSource(raw, source, () => due.all(source.name));
  }
  if (done > 0) raw.exec('DELETE FROM searchDue');
  return done;
}

function indexSource(raw: Raw, source: SearchSource, due: () => number[]): number {
  const places = due();
  try {
    for (const place of places) indexRow(raw, source, place);
    return places.length;
  } catch (error) {
    if (!isIndexDamage(error)) throw error;
  }
  rebuild(raw, source);
  const all = due();
  for (const place of all) indexRow(raw, source, place);
  return all.length;
}

function indexRow(raw: Raw, source: SearchSource, place: number): void {
  const { read, remove, insert, long, kept } = statements(raw, source);
  remove.run(place);
  long?.removeSingles.run(place);
  const row = read.get(place);
  if (row === undefined) {
    kept?.drop.run(place);
    return;
  }
  const text = textIn(source, row);
  if (long !== undefined) {
    kept?.keep.run(place, text);
    // Empty ones too: that an index has as many rows as its table is what a quick look at it asks.
    insert.run(place, pairs(text), triples(text));
    long.insertSingles.run(place, singles(text));
    return;
  }
  const facets = source.facets.map((column) => facetToken(column, row[column] ?? null)).join(' ');
  const fields = row.initials.split(' ').map(initialsOf).join(' ');
  insert.run(place, `${facets} ${singles(text)}`, pairs(text), pairs(fields));
}

/** What a row is found by, folded. */
function textIn(source: SearchSource, row: Row): string {
  const text = source.derive?.(row.text) ?? row.text;
  return source.unfolded === true ? foldText(text) : text;
}

/**
 * Works off what is due at opening, and builds an index anew when it does not fit its table: an index goes by row
 * number, and SQLite does not promise that a backup (`VACUUM INTO`) or a salvaged file keeps those of 发文.
 */
export function settleIndex(raw: Raw): void {
  if (!hasIndex(raw)) return;
  raw
    .transaction(() => {
      // First of all: an index that has been read cannot be dropped any more when one of its tables is gone.
      for (const source of SOURCES) if (lacksTables(raw, source)) rebuild(raw, source);
      indexDue(raw);
      for (const source of SOURCES) if (!fits(raw, source)) rebuild(raw, source);
      indexDue(raw);
    })
    .immediate();
}

/** The table of an index and those that SQLite keeps for it. */
const PARTS = ['', '_data', '_idx', '_docsize', '_config'];

function lacksTables(raw: Raw, source: SearchSource): boolean {
  const indexes = indexesOf(source);
  const there = raw.prepare<[string]>('SELECT 1 FROM sqlite_schema WHERE name = ?');
  return indexes.some((index) => PARTS.some((part) => there.get(`${index}${part}`) === undefined));
}

/** How many of the newest rows are looked up to see whether an index belongs to its table. */
const PROBES = 5;

function fits(raw: Raw, source: SearchSource): boolean {
  const { table, place } = source;
  try {
    const { read, search, long } = statements(raw, source);
    // From the newest row on downwards: asked for one row number, SQLite would begin at the oldest.
    const stands = (expression: string, at: number) => search.all(expression, at + 1, 1)[0] === at;
    const count = (name: string) => Number(raw.prepare(`SELECT count(*) FROM ${name}`).pluck().get());
    const rows = count(table);
    const indexes = indexesOf(source);
    if (indexes.some((index) => count(`${index}_docsize`) !== rows)) return false;
    const newest = raw
      .prepare<[number], number>(`SELECT ${place} FROM ${table} ORDER BY ${place} DESC LIMIT ?`)
      .pluck()
      .all(PROBES);
    return newest.every((at) => {
      const row = read.get(at);
      if (row === undefined) return false;
      const text = textIn(source, row);
      if (text === '') return true;
      if (long === undefined) return stands(shortExpression({ words: [text], initials: false }), at);
      const [first = ''] = text;
      if (long.searchSingles.all(singlesExpression([first]), at + 1, 1)[0] !== at) return false;
      return text === first || stands(longExpression([Array.from(text).slice(0, PROBED).join('')]), at);
    });
  } catch (error) {
    if (!isIndexDamage(error)) throw error;
    return false;
  }
}

/** Characters of a long text that a probe looks for. */
const PROBED = 200;

/** Makes an index anew and notes all its rows as due. */
function rebuild(raw: Raw, source: SearchSource): void {
  prepared.get(raw)?.delete(source.name);
  const indexes = indexesOf(source);
  for (const index of indexes) {
    try {
      raw.exec(`DROP TABLE IF EXISTS ${index}`);
    } catch (error) {
      if (!isIndexDamage(error)) throw error;
      // Too damaged to be read even for dropping: emptied first.
      raw.exec(`INSERT INTO ${index} (${index}) VALUES ('delete-all'); DROP TABLE ${index}`);
    }
  }
  for (const statement of indexTables(source)) raw.exec(statement);
  if (source.derive !== undefined) raw.exec(`DELETE FROM ${textOf(source).table}`);
  raw.exec(`INSERT OR IGNORE INTO searchDue SELECT '${source.name}', ${source.place} FROM ${source.table}`);
}

/** An index whose own tables are damaged or gone; the rows it was made from may well be whole. */
function isIndexDamage(error: unknown): boolean {
  if (!(error instanceof BetterSqlite3.SqliteError)) return false;
  return (
    error.code === 'SQLITE_CORRUPT_VTAB' ||
    /no such table|vtable constructor failed|malformed/u.test(error.message)
  );
}

/**
 * Row numbers of what matches, the newest first, `limit` at most. An index that turns out damaged is made anew.
 * Called outside of transactions.
 */
export function searchPlaces(raw: Raw, name: SearchSourceName, query: SearchQuery, limit: number): number[] {
  const source: SearchSource = SEARCH_SOURCES[name];
  try {
    return lookUp(raw, source, query, limit);
  } catch (error) {
    if (!isIndexDamage(error)) throw error;
    raw
      .transaction(() => {
        rebuild(raw, source);
        indexDue(raw);
      })
      .immediate();
    return lookUp(raw, source, query, limit);
  }
}

function lookUp(raw: Raw, source: SearchSource, query: SearchQuery, limit: number): number[] {
  const { search, long } = statements(raw, source);
  if (long === undefined) return search.all(shortExpression(query), LAST, limit);
  const { single, longer } = bySize(query.words);
  if (longer.length === 0) return long.searchSingles.all(singlesExpression(single), LAST, limit);
  const expression = longExpression(longer);
  if (single.length === 0) return search.all(expression, LAST, limit);
  // Single characters stand in an index of their own: they are looked up in the texts that have the longer words.
  const found: number[] = [];
  for (let before = LAST; found.length < limit;) {
    const candidates = search.all(expression, before, BATCH);
    for (const place of candidates) {
      if (found.length < limit && single.every((word) => long.contains.get(word, place) === 1))
        found.push(place);
    }
    if (candidates.length < BATCH) break;
    before = candidates.at(-1) ?? 0;
  }
  return found;
}

const LAST = Number.MAX_SAFE_INTEGER;
/** Candidates that are looked up at a time. */
const BATCH = 200;

/** Whether a word occurs in one row; pinyin initials count. */
export function holdsWord(raw: Raw, name: SearchSourceName, place: number, word: string): boolean {
  const source: SearchSource = SEARCH_SOURCES[name];
  const { holds, long } = statements(raw, source);
  if (long !== undefined) return long.contains.get(word, place) === 1;
  return holds.get(shortExpression({ words: [word] }), place) === 1;
}
