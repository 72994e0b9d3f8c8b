import type BetterSqlite3 from 'better-sqlite3';
import { CompiledQuery, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';
import type { DatabaseConnection, Driver, SqliteDialectConfig } from 'kysely';

/**
 * Every transaction is `BEGIN IMMEDIATE`: a deferred one that reads first and writes later can fail
 * with SQLITE_BUSY_SNAPSHOT, which no busy timeout cures.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/**
 * Kysely over one better-sqlite3 connection. `supportsMultipleConnections: false` makes Kysely keep a
 * mutex around the connection: a transaction holds it from begin to commit, so nothing else can run in between.
 */
export class OneConnectionDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(database: BetterSqlite3.Database) {
    const config: SqliteDialectConfig = { database };
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new SqliteAdapter();
  }
}
