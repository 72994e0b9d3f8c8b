import type { Migration } from '../migrate.ts';

/**
 * The phrase index of the list, and series that start in the middle of a year.
 *
 * `outgoingSearch` holds tokens only, no text; `outgoingSearchDue` names the rows whose tokens are out of step, and
 * `search-index.ts` works it off before a transaction ends. `numberSeries.last` may stand one before `first`: a series
 * that was carried over from a paper register and has issued nothing yet. SQLite cannot change a CHECK, so that table
 * is made anew, with its guards.
 */
export const searchAndStart: Migration = {
  number: 25,
  name: 'search-and-start',
  statements: [
    `CREATE VIRTUAL TABLE outgoingSearch USING fts5 (
      singles, pairs, content = '', contentless_delete = 1, tokenize = 'ascii'
    )`,
    `CREATE TABLE outgoingSearchDue (place INTEGER NOT NULL PRIMARY KEY) STRICT`,
    `INSERT INTO outgoingSearchDue SELECT rowid FROM outgoing`,
    `CREATE TRIGGER outgoingSearchAdded AFTER INSERT ON outgoing
      BEGIN INSERT OR IGNORE INTO outgoingSearchDue VALUES (NEW.rowid); END`,
    `CREATE TRIGGER outgoingSearchChanged AFTER UPDATE OF searchText, state, genre, year, drafterId ON outgoing
      WHEN (OLD.searchText, OLD.state, OLD.genre, OLD.year, OLD.drafterId)
        IS NOT (NEW.searchText, NEW.state, NEW.genre, NEW.year, NEW.drafterId)
      BEGIN INSERT OR IGNORE INTO outgoingSearchDue VALUES (NEW.rowid); END`,
    `CREATE TRIGGER outgoingSearchRemoved AFTER DELETE ON outgoing
      BEGIN INSERT OR IGNORE INTO outgoingSearchDue VALUES (OLD.rowid); END`,
    // All that a filter asks, so that it can be read without the rows; the one of the year alone has had its day.
    `CREATE INDEX outgoingFacets ON outgoing (state, genre, year, drafterId)`,
    `DROP INDEX outgoingYear`,
    // Sorting by drafter reads people in this order.
    `CREATE INDEX personNameOrder ON person (nameOrder, id)`,

    `DROP TRIGGER issuedNumberNext`,
    `DROP TRIGGER numberSeriesKept`,
    `DROP TRIGGER numberSeriesOnce`,
    `DROP TRIGGER numberSeriesForward`,
    `CREATE TABLE numberSeriesNew (
      id TEXT NOT NULL PRIMARY KEY,
      rowVersion INTEGER NOT NULL CHECK (rowVersion >= 1),
      createdAt INTEGER NOT NULL,
      createdBy TEXT NOT NULL,
      updatedAt INTEGER NOT NULL,
      updatedBy TEXT NOT NULL,
      issuerCodeId TEXT NOT NULL REFERENCES issuerCode (id),
      year INTEGER NOT NULL,
      first INTEGER NOT NULL CHECK (first >= 1),
      last INTEGER NOT NULL CHECK (last >= first - 1),
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      UNIQUE (issuerCodeId, year)
    ) STRICT`,
    `INSERT INTO numberSeriesNew SELECT * FROM numberSeries`,
    `DROP TABLE numberSeries`,
    `ALTER TABLE numberSeriesNew RENAME TO numberSeries`,
    `CREATE TRIGGER issuedNumberNext BEFORE INSERT ON issuedNumber
      WHEN (NEW.sample = 0 AND NEW.serial IS NOT
          (SELECT last FROM numberSeries WHERE issuerCodeId = NEW.issuerCodeId AND year = NEW.year))
        OR EXISTS (SELECT 1 FROM issuedNumber WHERE id = NEW.id OR outgoingId = NEW.outgoingId
          OR (issuerCodeId = NEW.issuerCodeId AND year = NEW.year AND serial = NEW.serial))
      BEGIN SELECT RAISE(ABORT, 'an issued number is the next one and issued once'); END`,
    `CREATE TRIGGER numberSeriesKept BEFORE DELETE ON numberSeries WHEN OLD.sample = 0
      BEGIN SELECT RAISE(ABORT, 'a number series is kept'); END`,
    `CREATE TRIGGER numberSeriesOnce BEFORE INSERT ON numberSeries
      WHEN EXISTS (SELECT 1 FROM numberSeries WHERE id = NEW.id
        OR (issuerCodeId = NEW.issuerCodeId AND year = NEW.year))
      BEGIN SELECT RAISE(ABORT, 'a number series is there once'); END`,
    // Where a series starts may be put right as long as nothing was issued in it; then it moves by one.
    `CREATE TRIGGER numberSeriesForward BEFORE UPDATE OF first, last ON numberSeries
      WHEN NOT (NEW.first = OLD.first AND NEW.last = OLD.last + 1)
        AND (NEW.last <> NEW.first - 1 OR EXISTS (SELECT 1 FROM issuedNumber
          WHERE issuerCodeId = OLD.issuerCodeId AND year = OLD.year))
      BEGIN SELECT RAISE(ABORT, 'a number series moves by one'); END`,
    `CREATE TRIGGER numberSeriesOwn BEFORE UPDATE OF issuerCodeId, year, sample ON numberSeries
      BEGIN SELECT RAISE(ABORT, 'a number series keeps its year'); END`,
  ],
};
