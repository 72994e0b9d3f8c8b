import type { Migration } from '../migrate.ts';
import { keyedStamps } from './fragments.ts';

/** Office, people, 机关代字 with their number series, 发文, audit trail, settings. */
export const firstFloor: Migration = {
  number: 10,
  name: 'first-floor',
  statements: [
    `CREATE TABLE office (${keyedStamps},
      singleton INTEGER NOT NULL UNIQUE CHECK (singleton = 1),
      name TEXT NOT NULL,
      printingOffice TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE department (${keyedStamps},
      name TEXT NOT NULL UNIQUE,
      sortOrder INTEGER NOT NULL,
      sample INTEGER NOT NULL CHECK (sample IN (0, 1))
    ) STRICT`,
    `CREATE TABLE person (${keyedStamps},
      name TEXT NOT NULL,
      nameOrder TEXT NOT NULL,
      departmentId TEXT REFERENCES department (id),
      post TEXT NOT NULL,
      phone TEXT NOT NULL,
      role TEXT NOT NULL,
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      sample INTEGER NOT NULL CHECK (sample IN (0, 1))
    ) STRICT`,
    `CREATE INDEX personDepartment ON person (departmentId)`,
    `CREATE TABLE issuerCode (${keyedStamps},
      code TEXT NOT NULL UNIQUE,
      issuers TEXT NOT NULL CHECK (json_valid(issuers)),
      markSuffix TEXT NOT NULL,
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      sample INTEGER NOT NULL CHECK (sample IN (0, 1))
    ) STRICT`,
    `CREATE TABLE numberSeries (${keyedStamps},
      issuerCodeId TEXT NOT NULL REFERENCES issuerCode (id),
      year INTEGER NOT NULL,
      first INTEGER NOT NULL CHECK (first >= 1),
      last INTEGER NOT NULL CHECK (last >= first),
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      UNIQUE (issuerCodeId, year)
    ) STRICT`,
    // The document comes last: a search over the columns before it need not read through its pages.
    `CREATE TABLE outgoing (${keyedStamps},
      state TEXT NOT NULL,
      title TEXT NOT NULL,
      titleOrder TEXT NOT NULL,
      genre TEXT NOT NULL,
      format TEXT NOT NULL,
      documentNumber TEXT NOT NULL,
      numberOrder TEXT,
      addressees TEXT NOT NULL,
      issuedOn TEXT,
      year INTEGER NOT NULL,
      searchText TEXT NOT NULL,
      drafterId TEXT NOT NULL REFERENCES person (id),
      voidReason TEXT,
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      document TEXT NOT NULL CHECK (json_valid(document))
    ) STRICT`,
    `CREATE INDEX outgoingUpdated ON outgoing (updatedAt, id)`,
    `CREATE INDEX outgoingCreated ON outgoing (createdAt, id)`,
    `CREATE INDEX outgoingIssuedOn ON outgoing (issuedOn, id)`,
    `CREATE INDEX outgoingNumber ON outgoing (numberOrder, id)`,
    `CREATE INDEX outgoingTitle ON outgoing (titleOrder, id)`,
    `CREATE INDEX outgoingState ON outgoing (state, updatedAt, id)`,
    `CREATE INDEX outgoingGenre ON outgoing (genre, id)`,
    `CREATE INDEX outgoingYear ON outgoing (year, id)`,
    `CREATE INDEX outgoingDrafter ON outgoing (drafterId, id)`,
    `CREATE TABLE issuedNumber (${keyedStamps},
      issuerCodeId TEXT NOT NULL REFERENCES issuerCode (id),
      year INTEGER NOT NULL,
      serial INTEGER NOT NULL CHECK (serial >= 1),
      outgoingId TEXT NOT NULL UNIQUE REFERENCES outgoing (id),
      state TEXT NOT NULL CHECK (state IN ('issued', 'voided')),
      voidReason TEXT CHECK (state = 'issued' OR length(voidReason) > 0),
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      UNIQUE (issuerCodeId, year, serial)
    ) STRICT`,
    `CREATE TABLE auditEvent (
      id TEXT NOT NULL PRIMARY KEY,
      sequence INTEGER NOT NULL UNIQUE,
      createdAt INTEGER NOT NULL,
      createdBy TEXT NOT NULL,
      actorName TEXT NOT NULL,
      action TEXT NOT NULL,
      entity TEXT NOT NULL,
      entityId TEXT NOT NULL,
      summary TEXT NOT NULL,
      detail TEXT NOT NULL CHECK (json_valid(detail)),
      previousHash TEXT,
      hash TEXT
    ) STRICT`,
    `CREATE INDEX auditEventEntity ON auditEvent (entity, entityId, sequence)`,
    `CREATE TABLE setting (${keyedStamps},
      name TEXT NOT NULL UNIQUE,
      value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT`,

    // What must never un-happen is refused by the file itself, whatever a later program may try.
    // INSERT OR REPLACE passes by the triggers on DELETE, hence those on INSERT.
    `CREATE TRIGGER auditEventKept BEFORE DELETE ON auditEvent
      BEGIN SELECT RAISE(ABORT, 'auditEvent is append-only'); END`,
    `CREATE TRIGGER auditEventUnchanged BEFORE UPDATE ON auditEvent
      BEGIN SELECT RAISE(ABORT, 'auditEvent is append-only'); END`,
    `CREATE TRIGGER auditEventNext BEFORE INSERT ON auditEvent
      WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM auditEvent)
        OR EXISTS (SELECT 1 FROM auditEvent WHERE id = NEW.id)
      BEGIN SELECT RAISE(ABORT, 'auditEvent is append-only'); END`,
    `CREATE TRIGGER issuedNumberNext BEFORE INSERT ON issuedNumber
      WHEN (NEW.sample = 0 AND NEW.serial IS NOT
          (SELECT last FROM numberSeries WHERE issuerCodeId = NEW.issuerCodeId AND year = NEW.year))
        OR EXISTS (SELECT 1 FROM issuedNumber WHERE id = NEW.id OR outgoingId = NEW.outgoingId
          OR (issuerCodeId = NEW.issuerCodeId AND year = NEW.year AND serial = NEW.serial))
      BEGIN SELECT RAISE(ABORT, 'an issued number is the next one and issued once'); END`,
    `CREATE TRIGGER issuedNumberKept BEFORE DELETE ON issuedNumber WHEN OLD.sample = 0
      BEGIN SELECT RAISE(ABORT, 'an issued number keeps its place'); END`,
    `CREATE TRIGGER issuedNumberUnchanged BEFORE UPDATE OF issuerCodeId, year, serial, outgoingId, sample ON issuedNumber
      BEGIN SELECT RAISE(ABORT, 'an issued number is never reused'); END`,
    `CREATE TRIGGER numberSeriesKept BEFORE DELETE ON numberSeries WHEN OLD.sample = 0
      BEGIN SELECT RAISE(ABORT, 'a number series is kept'); END`,
    `CREATE TRIGGER numberSeriesOnce BEFORE INSERT ON numberSeries
      WHEN EXISTS (SELECT 1 FROM numberSeries WHERE id = NEW.id
        OR (issuerCodeId = NEW.issuerCodeId AND year = NEW.year))
      BEGIN SELECT RAISE(ABORT, 'a number series is there once'); END`,
    `CREATE TRIGGER numberSeriesForward BEFORE UPDATE OF last ON numberSeries WHEN NEW.last <> OLD.last + 1
      BEGIN SELECT RAISE(ABORT, 'a number series moves by one'); END`,
    `CREATE TRIGGER outgoingOnce BEFORE INSERT ON outgoing
      WHEN EXISTS (SELECT 1 FROM outgoing WHERE id = NEW.id)
      BEGIN SELECT RAISE(ABORT, 'a document is there once'); END`,
    `CREATE TRIGGER outgoingKept BEFORE DELETE ON outgoing WHEN OLD.sample = 0
      BEGIN SELECT RAISE(ABORT, 'a document is voided, not deleted'); END`,
  ],
};
