import { existsSync, rmSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { fsyncFile } from './durable-file.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { openRaw } from './native-binding.ts';

/** What could be taken out of a damaged table. */
export interface Salvaged {
  readonly table: string;
  readonly rows: number;
  /** Rows lost at most; the pages that hold them cannot be read. */
  readonly lost: number;
}

/** How far behind the last readable row further ones are looked for when the end of a table cannot be read. */
const BEYOND = 100_000;

/**
 * Copies everything readable out of a damaged file into a fresh one, table by table in ranges of rowids, leaving out
 * what raises an error. The damaged file is opened for reading only.
 * @returns per table what was saved and what was not
 * @throws Error when not even the list of tables can be read
 */
export function salvage(damaged: string, target: string, now: number): Salvaged[] {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(target + suffix, { force: true });
  const to = openRaw(target, { readonly: false, mustExist: false });
  let from: BetterSqlite3.Database | undefined;
  try {
    migrate(to, MIGRATIONS, now);
    from = openRaw(damaged, { readonly: true, mustExist: true });
    const report = copyTables(from, to);
    to.pragma('wal_checkpoint(TRUNCATE)');
    return report;
  } finally {
    from?.close();
    to.close();
    if (existsSync(target)) fsyncFile(target);
  }
}

function copyTables(from: BetterSqlite3.Database, to: BetterSqlite3.Database): Salvaged[] {
  const named = (type: string) =>
    to
      .prepare<[string], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%' AND name <> 'migration'",
      )
      .all(type);
  // The guards expect an unbroken trail, which a damaged file cannot give; they come back afterwards.
  const guards = named('trigger');
  to.pragma('foreign_keys = OFF');
  const report: Salvaged[] = [];
  to.transaction(() => {
    for (const { name } of guards) to.exec(`DROP TRIGGER ${name}`);
    // Not those of a search index: it is made anew at opening, from the rows that were saved.
    const plain = to.prepare<[string]>("SELECT 1 FROM pragma_table_list(?) WHERE type = 'table'");
    const tables = named('table').filter(({ name }) => plain.get(name) !== undefined);
    for (const { name } of tables) report.push(copyTable(from, to, name));
    for (const { sql } of guards) to.exec(sql);
  }).immediate();
  return report;
}

function copyTable(from: BetterSqlite3.Database, to: BetterSqlite3.Database, table: string): Salvaged {
  const columns = to
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => name);
  const list = columns.join(', ');
  const places = columns.map(() => '?').join(', ');
  // The table itself, not an index of it: an index may be whole where the table is not, and the other way round.
  const read = from.prepare<[number, number], unknown[]>(
    `SELECT ${list} FROM ${table} NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid`,
  );
  const insert = to.prepare(`INSERT OR IGNORE INTO ${table} (${list}) VALUES (${places})`);
  let rows = 0;
  let lost = 0;
  const copy = (low: number, high: number): void => {
    try {
      for (const row of read.raw().all(low, high)) rows += insert.run(...row).changes;
    } catch (error) {
      if (!isDamage(error)) throw error;
      if (low === high) {
        lost += 1;
        return;
      }
      const middle = Math.floor((low + high) / 2);
      copy(low, middle);
      copy(middle + 1, high);
    }
  };
  copy(1, highestRowid(from, table));
  return { table, rows, lost };
}

function highestRowid(from: BetterSqlite3.Database, table: string): number {
  try {
    return Number(from.prepare(`SELECT max(rowid) FROM ${table}`).pluck().get() ?? 1);
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  let last = 0;
  try {
    for (const row of from
      .prepare<[], { rowid: number }>(`SELECT rowid FROM ${table} NOT INDEXED`)
      .iterate()) {
      last = row.rowid;
    }
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  return last + BEYOND;
}

function isDamage(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB|IOERR)/u.test(error.code);
}
