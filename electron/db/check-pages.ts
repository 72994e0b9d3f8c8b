import type BetterSqlite3 from 'better-sqlite3';

/**
 * What is wrong with the tables of a file; empty when nothing is. The search indexes are left out: they are made from
 * the rows and are made anew when they turn out damaged, and reading one through takes as long as all the rows.
 * @param check `quick_check` reads every row, `integrity_check` compares the indexes of the tables too
 */
export function faultsOfTables(
  raw: BetterSqlite3.Database,
  check: 'quick_check' | 'integrity_check',
): string[] {
  const tables = raw
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    .pluck()
    .all();
  return tables
    .flatMap((table) => raw.prepare<[], string>(`PRAGMA ${check}("${table}")`).pluck().all())
    .filter((fault) => fault !== 'ok');
}
