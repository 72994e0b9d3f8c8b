/**
 * Parts of statements that several migrations share. What a released migration runs never changes: neither may these
 * (test/db/migrate.test.ts holds the hash of each migration).
 */

const marks = `
  rowVersion INTEGER NOT NULL CHECK (rowVersion >= 1),
  createdAt INTEGER NOT NULL,
  createdBy TEXT NOT NULL,
  updatedAt INTEGER NOT NULL,
  updatedBy TEXT NOT NULL`;

/** The columns of every row, its id the key of the table. */
export const keyedStamps = `
  id TEXT NOT NULL PRIMARY KEY,${marks}`;

/** The columns of every row of a table that has a key of its own or none. */
export const stamps = `
  id TEXT NOT NULL UNIQUE,${marks}`;

/**
 * What was done is not undone: such rows stay as they are.
 * @param gone condition under which a row may go after all, with what it belongs to
 */
export const appendOnly = (table: string, gone?: string) => [
  `CREATE TRIGGER ${table}Kept BEFORE DELETE ON ${table}${gone === undefined ? '' : ` WHEN NOT (${gone})`}
    BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
  `CREATE TRIGGER ${table}Unchanged BEFORE UPDATE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
  // INSERT OR REPLACE passes by the trigger on DELETE.
  `CREATE TRIGGER ${table}Once BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
];
