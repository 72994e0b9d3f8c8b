import type { Migration } from '../migrate.ts';
import { stamps } from './fragments.ts';

/**
 * Layouts of exported lists, imports of old ledgers with all that is needed to take one back, and the mapping of
 * columns remembered by its headings. Two triggers of the number series learn that an import may be undone: the series
 * then goes back to the last number that is still there, and one that only the import had made goes.
 */
export const exchange: Migration = {
  number: 60,
  name: 'exchange',
  statements: [
    `CREATE TABLE exportLayout (${stamps},
      list TEXT NOT NULL CHECK (length(list) > 0),
      name TEXT NOT NULL CHECK (length(name) > 0),
      columns TEXT NOT NULL CHECK (json_valid(columns)),
      isDefault INTEGER NOT NULL CHECK (isDefault IN (0, 1)),
      active INTEGER NOT NULL CHECK (active IN (0, 1) AND active >= isDefault)
    ) STRICT`,
    `CREATE UNIQUE INDEX exportLayoutName ON exportLayout (list, name) WHERE active = 1`,
    `CREATE UNIQUE INDEX exportLayoutDefault ON exportLayout (list) WHERE isDefault = 1`,
    `CREATE TABLE importMapping (${stamps},
      list TEXT NOT NULL,
      headingKey TEXT NOT NULL,
      mapping TEXT NOT NULL CHECK (json_valid(mapping)),
      UNIQUE (list, headingKey)
    ) STRICT`,
    `CREATE TABLE importBatch (${stamps},
      list TEXT NOT NULL,
      source TEXT NOT NULL CHECK (source IN ('file', 'paste')),
      fileName TEXT NOT NULL,
      fileHash TEXT NOT NULL,
      sheetName TEXT NOT NULL,
      setUp TEXT NOT NULL CHECK (json_valid(setUp)),
      importedCount INTEGER NOT NULL CHECK (importedCount >= 0),
      skippedCount INTEGER NOT NULL CHECK (skippedCount >= 0),
      classifiedCount INTEGER NOT NULL CHECK (classifiedCount >= 0),
      correctedCount INTEGER NOT NULL CHECK (correctedCount >= 0),
      skipped TEXT NOT NULL CHECK (json_valid(skipped)),
      effects TEXT NOT NULL CHECK (json_valid(effects)),
      undoneAt INTEGER,
      undoneBy TEXT CHECK ((undoneAt IS NULL) = (undoneBy IS NULL)),
      undoReason TEXT NOT NULL,
      removedCount INTEGER NOT NULL CHECK (removedCount >= 0),
      voidedCount INTEGER NOT NULL CHECK (voidedCount >= 0)
    ) STRICT`,
    `CREATE INDEX importBatchFile ON importBatch (fileHash)`,
    `CREATE TRIGGER importBatchKept BEFORE DELETE ON importBatch
      BEGIN SELECT RAISE(ABORT, 'an import is undone, not deleted'); END`,
    `CREATE INDEX incomingImport ON incoming (importId) WHERE importId IS NOT NULL`,

    `DROP TRIGGER incomingSeriesKept`,
    `CREATE TRIGGER incomingSeriesKept BEFORE DELETE ON incomingSeries
      WHEN OLD.last >= OLD.first
        OR EXISTS (SELECT 1 FROM incoming WHERE bookYear = OLD.year AND serial IS NOT NULL)
      BEGIN SELECT RAISE(ABORT, 'a number series is kept'); END`,
    `DROP TRIGGER incomingSeriesForward`,
    `CREATE TRIGGER incomingSeriesForward BEFORE UPDATE OF year, first, last ON incomingSeries
      WHEN NEW.year <> OLD.year OR (NOT (NEW.first = OLD.first AND NEW.last = OLD.last + 1)
        AND (NEW.last <> NEW.first - 1
          OR EXISTS (SELECT 1 FROM incoming WHERE bookYear = OLD.year AND serial IS NOT NULL))
        AND NOT (NEW.first = OLD.first AND NEW.last < OLD.last
          AND EXISTS (SELECT 1 FROM importBatch WHERE undoneAt = NEW.updatedAt)
          AND NOT EXISTS (SELECT 1 FROM incoming WHERE bookYear = OLD.year AND serial > NEW.last)))
      BEGIN SELECT RAISE(ABORT, 'a number series moves by one'); END`,
  ],
};
