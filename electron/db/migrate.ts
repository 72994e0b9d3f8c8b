import { createHash } from 'node:crypto';
import type BetterSqlite3 from 'better-sqlite3';
import { AppError } from '../../shared/ipc/errors.ts';

/** A step of the schema: plain SQL, so that what was executed can be hashed and never changes again. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/** "GWT1": tells our file from any other SQLite file. */
export const APPLICATION_ID = 0x47_57_54_31;

/** SHA-256 of what a migration executes. */
export function migrationHash(migration: Migration): string {
  return createHash('sha256').update(JSON.stringify(migration.statements)).digest('hex');
}

/** Number of the last migration, which is the `user_version` this program knows. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.reduce((newest, migration) => Math.max(newest, migration.number), 0);
}

/**
 * Runs every missing migration in one immediate transaction: either the file is at the newest version
 * afterwards, or it is exactly as before (DDL and `user_version` roll back together).
 * @returns numbers of the migrations that ran
 * @throws the SQLite error of the failing step; AppError DATABASE_DAMAGED when references are broken
 */
export function migrate(
  raw: BetterSqlite3.Database,
  migrations: readonly Migration[],
  now: number,
): readonly number[] {
  const version = Number(raw.pragma('user_version', { simple: true }));
  const due = migrations.filter((migration) => migration.number > version);
  if (due.length === 0) return [];
  // A rebuilt table would otherwise cascade; has to be switched outside the transaction.
  raw.pragma('foreign_keys = OFF');
  try {
    raw
      .transaction(() => {
        raw.exec(`CREATE TABLE IF NOT EXISTS migration (
        number INTEGER NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        hash TEXT NOT NULL,
        appliedAt INTEGER NOT NULL
      ) STRICT`);
        const insert = raw.prepare(
          'INSERT INTO migration (number, name, hash, appliedAt) VALUES (?, ?, ?, ?)',
        );
        for (const migration of due) {
          for (const statement of migration.statements) raw.exec(statement);
          insert.run(migration.number, migration.name, migrationHash(migration), now);
        }
        const broken = raw.pragma('foreign_key_check');
        if (Array.isArray(broken) && broken.length > 0) {
          throw new AppError(
            'DATABASE_DAMAGED',
            '升级数据文件时发现记录之间的引用不完整，升级已撤销，文件保持原样。',
          );
        }
        raw.pragma(`application_id = ${APPLICATION_ID}`);
        raw.pragma(`user_version = ${newestVersion(due)}`);
      })
      .immediate();
  } finally {
    raw.pragma('foreign_keys = ON');
  }
  return due.map((migration) => migration.number);
}

/**
 * Refuses a file that was made by a changed copy of a migration we know: its tables may differ from ours.
 * @throws AppError VERSION_TOO_NEW
 */
export function checkMigrationHashes(raw: BetterSqlite3.Database, migrations: readonly Migration[]): void {
  const hashes = new Map(migrations.map((migration) => [migration.number, migrationHash(migration)]));
  const rows = raw.prepare<[], { number: number; hash: string }>('SELECT number, hash FROM migration').all();
  for (const row of rows) {
    if (hashes.get(row.number) !== row.hash) {
      throw new AppError(
        'VERSION_TOO_NEW',
        '数据文件由公文台的另一个版本建立，与本版本不一致。文件没有改动，请安装建立它的那个版本。',
      );
    }
  }
}
