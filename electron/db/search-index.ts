import BetterSqlite3 from 'better-sqlite3';
import { foldText } from '../../shared/domain/fold-text.ts';
import { initialsOf } from './pinyin-initials.ts';
import { indexOf, indexTable, SEARCH_SOURCES, textOf } from './search-sources.ts';
import type { SearchSource, SearchSourceName } from './search-sources.ts';
import {
  facetToken,
  grams,
  longExpression,
  pairs,
  shortExpression,
  singles,
  toVerify,
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
  readonly insert: BetterSqlite3.Statement<unknown[]>;
  readonly keep: BetterSqlite3.Statement<[number, string]> | undefined;
  readonly drop: BetterSqlite3.Statement<[number]> | undefined;
  readonly search: BetterSqlite3.Statement<[string, number, number], number>;
  readonly contains: BetterSqlite3.Statement<[string, number], number> | undefined;
}

const SOURCES: readonly SearchSource[] = Object.values(SEARCH_SOURCES);
const prepared = new WeakMap<Raw, Map<string, Statements>>();

function statements(raw: Raw, source: SearchSource): Statements {
  const known = prepared.get(raw)?.get(source.name);
  if (known !== undefined) return known;
  const index = indexOf(source);
  const kept = textOf(source);
  const facets = source.facets.map((column) => `, ${column}`).join('');
  const made: Statements = {
    read: raw.prepare(
      `SELECT ${source.text} AS text, ${source.initials ?? "''"} AS initials${facets}
       FROM ${source.table} WHERE ${source.place} = ?`,
    ),
    remove: raw.prepare(`DELETE FROM ${index} WHERE rowid = ?`),
    insert: raw.prepare(
      source.grain === 'short'
        ? `INSERT INTO ${index} (rowid, singles, pairs, initials) VALUES (?, ?, ?, ?)`
        : `INSERT INTO ${index} (rowid, grams) VALUES (?, ?)`,
    ),
    keep:
      source.derive === undefined
        ? undefined
        : raw.prepare(`INSERT OR REPLACE INTO ${kept.table} (place, searchText) VALUES (?, ?)`),
    drop: source.derive === undefined ? undefined : raw.prepare(`DELETE FROM ${kept.table} WHERE place = ?`),
    search: raw
      .prepare<[string, number, number], number>(
        `SELECT rowid FROM ${index} WHERE ${index} MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?`,
      )
      .pluck(),
    contains:
      source.grain === 'short'
        ? undefined
        : raw
            .prepare<[string, number], number>(
              `SELECT instr(searchText, ?) > 0 FROM ${kept.table} WHERE ${kept.place} = ?`,
            )
            .pluck(),
  };
  const all = prepared.get(raw) ?? new Map<string, Statements>();
  prepared.set(raw, all.set(source.name, made));
  return made;
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
    const places = due.all(source.name);
    if (places.length === 0) continue;
    for (const place of places) indexRow(raw, source, place);
    done += places.length;
  }
  if (done > 0) raw.exec('DELETE FROM searchDue');
  return done;
}

function indexRow(raw: Raw, source: SearchSource, place: number): void {
  const { read, remove, insert, keep, drop } = statements(raw, source);
  remove.run(place);
  const row = read.get(place);
  if (row === undefined) {
    drop?.run(place);
    return;
  }
  const text = textIn(source, row);
  if (source.grain === 'short') {
    const facets = source.facets.map((column) => facetToken(column, row[column] ?? null)).join(' ');
    const fields = row.initials.split(' ').map(initialsOf).join(' ');
    insert.run(place, `${facets} ${singles(text)}`, pairs(text), pairs(fields));
    return;
  }
  keep?.run(place, text);
  if (text !== '') insert.run(place, grams(text));
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
      try {
        indexDue(raw);
      } catch (error) {
        if (!isIndexDamage(error)) throw error;
      }
      for (const source of SOURCES) if (!fits(raw, source)) rebuild(raw, source);
      indexDue(raw);
    })
    .immediate();
}

/** How many of the newest rows are looked up to see whether an index belongs to its table. */
const PROBES = 5;

function fits(raw: Raw, source: SearchSource): boolean {
  const { table, place } = source;
  try {
    const { read, search } = statements(raw, source);
    const newest = raw
      .prepare<[number], number>(`SELECT ${place} FROM ${table} ORDER BY ${place} DESC LIMIT ?`)
      .pluck()
      .all(PROBES);
    const count = (name: string) => Number(raw.prepare(`SELECT count(*) FROM ${name}`).pluck().get());
    const indexed = count(`${indexOf(source)}_docsize`);
    const rows =
      source.grain === 'short' ? count(table) : count(`${textOf(source).table} WHERE searchText <> ''`);
    if (indexed !== rows) return false;
    return newest.every((at) => {
      const row = read.get(at);
      if (row === undefined) return false;
      const text = textIn(source, row);
      if (text === '') return true;
      const expression =
        source.grain === 'short'
          ? shortExpression({ words: [text], initials: false })
          : longExpression([text.slice(0, PROBED)]);
      return search.all(expression, at + 1, 1)[0] === at;
    });
  } catch (error) {
    if (!isIndexDamage(error)) throw error;
    return false;
  }
}

/** Characters of a long text that a probe looks for. */
const PROBED = 100;

/** Makes an index anew and notes all its rows as due. */
function rebuild(raw: Raw, source: SearchSource): void {
  prepared.get(raw)?.delete(source.name);
  const index = indexOf(source);
  try {
    raw.exec(`DROP TABLE IF EXISTS ${index}`);
  } catch (error) {
    if (!isIndexDamage(error)) throw error;
    // Too damaged to be read even for dropping: emptied first.
    raw.exec(`INSERT INTO ${index} (${index}) VALUES ('delete-all'); DROP TABLE ${index}`);
  }
  raw.exec(indexTable(source));
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
  const { search, contains } = statements(raw, source);
  if (source.grain === 'short') return search.all(shortExpression(query), Number.MAX_SAFE_INTEGER, limit);
  const expression = longExpression(query.words);
  const verified = toVerify(query.words);
  if (verified.length === 0) return search.all(expression, Number.MAX_SAFE_INTEGER, limit);
  const found: number[] = [];
  let before = Number.MAX_SAFE_INTEGER;
  while (found.length < limit) {
    const candidates = search.all(expression, before, BATCH);
    for (const place of candidates) {
      if (found.length < limit && verified.every((word) => contains?.get(word, place) === 1))
        found.push(place);
    }
    before = candidates.at(-1) ?? 0;
    if (candidates.length < BATCH) break;
  }
  return found;
}

/** Candidates that are verified at a time. */
const BATCH = 200;
