import type BetterSqlite3 from 'better-sqlite3';
import { indexesOf, SEARCH_SOURCES } from './search-sources.ts';
import type { SearchSource } from './search-sources.ts';

/** Pages that one step writes at most; about 5 ms. */
const PAGES = 64;

const SOURCES: readonly SearchSource[] = Object.values(SEARCH_SOURCES);

/**
 * Puts pieces of the search indexes together, a little at a time: every piece costs every search a look. Nothing is
 * lost when the program ends in the middle. Called outside of transactions, when nobody waits.
 * @returns false when there is nothing left to do
 */
export function mergeIndexes(raw: BetterSqlite3.Database): boolean {
  const there = raw.prepare<[string]>('SELECT 1 FROM sqlite_schema WHERE name = ?');
  const changes = raw.prepare<[], number>('SELECT total_changes()').pluck();
  // A step that is lost with the power is done again, so it need not wait for the disk.
  raw.pragma('synchronous = NORMAL');
  try {
    for (const index of SOURCES.flatMap(indexesOf)) {
      if (there.get(index) === undefined) continue;
      const before = Number(changes.get());
      raw.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', ?)`).run(PAGES);
      // The command itself counts as one.
      if (Number(changes.get()) - before >= 2) return true;
    }
    return false;
  } finally {
    raw.pragma('synchronous = FULL');
  }
}
