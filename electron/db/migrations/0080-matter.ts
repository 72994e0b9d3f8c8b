import { deskIndexStatements } from '../desk-conditions.ts';
import type { Migration } from '../migrate.ts';
import { stamps } from './fragments.ts';

/**
 * 承办件 with its number series, answers to urgings, and what the desk looks things up by: small indexes of the rows
 * that still wait for something, so that it costs the same in an office of three hundred thousand papers.
 */
export const matter: Migration = {
  number: 80,
  name: 'matter',
  statements: [
    `CREATE TABLE matterSeries (${stamps},
      year INTEGER NOT NULL UNIQUE,
      first INTEGER NOT NULL CHECK (first >= 1),
      last INTEGER NOT NULL CHECK (last >= first - 1)
    ) STRICT`,
    `CREATE TABLE matter (
      rowNumber INTEGER PRIMARY KEY, ${stamps},
      state TEXT NOT NULL CHECK (length(state) > 0),
      suspendedFrom TEXT CHECK ((state = 'suspended') <= (suspendedFrom IS NOT NULL)),
      suspendedAt INTEGER,
      voidedFrom TEXT CHECK ((state = 'voided') = (voidedFrom IS NOT NULL)),
      voidReason TEXT,
      year INTEGER NOT NULL,
      serial INTEGER NOT NULL CHECK (serial >= 1),
      number TEXT NOT NULL CHECK (length(number) > 0),
      source TEXT NOT NULL,
      orderedBy TEXT NOT NULL CHECK (length(orderedBy) > 0),
      orderedOn TEXT NOT NULL,
      orderedTime TEXT NOT NULL,
      words TEXT NOT NULL,
      title TEXT NOT NULL CHECK (length(title) > 0),
      titleOrder TEXT NOT NULL,
      secrecy TEXT NOT NULL CHECK (secrecy IN ('', '内部', '工作秘密')),
      urgency TEXT NOT NULL,
      replyRequired INTEGER NOT NULL CHECK (replyRequired IN (0, 1)),
      dueOn TEXT,
      leadDepartmentId TEXT REFERENCES department (id),
      leadName TEXT NOT NULL,
      assistNames TEXT NOT NULL,
      result TEXT NOT NULL,
      rejections INTEGER NOT NULL CHECK (rejections >= 0),
      replyMethod TEXT NOT NULL,
      repliedOn TEXT,
      closedAt INTEGER,
      remark TEXT NOT NULL,
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      searchText TEXT NOT NULL,
      UNIQUE (year, serial)
    ) STRICT`,
    `CREATE INDEX matterStateDue ON matter (state, dueOn)`,
    `CREATE INDEX matterNumber ON matter (number)`,
    `CREATE INDEX matterOrdered ON matter (orderedOn)`,
    `CREATE INDEX matterUpdated ON matter (updatedAt)`,
    `CREATE INDEX matterTitle ON matter (titleOrder)`,
    `CREATE INDEX matterLead ON matter (leadDepartmentId, state, dueOn)`,

    // The number is the next one of its year, taken once and kept, whatever a later program may try.
    `CREATE TRIGGER matterSeriesKept BEFORE DELETE ON matterSeries
      BEGIN SELECT RAISE(ABORT, 'a number series is kept'); END`,
    `CREATE TRIGGER matterSeriesOnce BEFORE INSERT ON matterSeries
      WHEN EXISTS (SELECT 1 FROM matterSeries WHERE id = NEW.id OR year = NEW.year)
      BEGIN SELECT RAISE(ABORT, 'a number series is there once'); END`,
    `CREATE TRIGGER matterSeriesForward BEFORE UPDATE OF year, first, last ON matterSeries
      WHEN NEW.year <> OLD.year OR (NOT (NEW.first = OLD.first AND NEW.last = OLD.last + 1)
        AND (NEW.last <> NEW.first - 1 OR EXISTS (SELECT 1 FROM matter WHERE year = OLD.year)))
      BEGIN SELECT RAISE(ABORT, 'a number series moves by one'); END`,
    `CREATE TRIGGER matterOnce BEFORE INSERT ON matter
      WHEN EXISTS (SELECT 1 FROM matter WHERE id = NEW.id OR rowNumber = NEW.rowNumber
        OR (year = NEW.year AND serial = NEW.serial))
      BEGIN SELECT RAISE(ABORT, 'an item is there once'); END`,
    `CREATE TRIGGER matterNumberNext BEFORE INSERT ON matter
      WHEN NEW.sample = 0 AND NEW.serial IS NOT (SELECT last FROM matterSeries WHERE year = NEW.year)
      BEGIN SELECT RAISE(ABORT, 'a number of the book is the next one'); END`,
    `CREATE TRIGGER matterNumberTaken BEFORE UPDATE OF year, serial, number ON matter
      WHEN NEW.year <> OLD.year OR NEW.serial <> OLD.serial OR NEW.number <> OLD.number
      BEGIN SELECT RAISE(ABORT, 'a number of the book is kept'); END`,
    `CREATE TRIGGER matterKept BEFORE DELETE ON matter WHEN OLD.sample = 0
      BEGIN SELECT RAISE(ABORT, 'an item is voided, not deleted'); END`,

    `CREATE TRIGGER assignmentOfMatter BEFORE INSERT ON assignment
      WHEN NEW.ownerKind = 'matter' AND NOT EXISTS (SELECT 1 FROM matter WHERE id = NEW.ownerId)
      BEGIN SELECT RAISE(ABORT, 'an assignment belongs to an item'); END`,
    `CREATE TRIGGER assignmentOfMatterKept BEFORE DELETE ON assignment
      WHEN OLD.ownerKind = 'matter' AND NOT EXISTS (SELECT 1 FROM matter WHERE id = OLD.ownerId AND sample = 1)
      BEGIN SELECT RAISE(ABORT, 'an assignment is ended, not deleted'); END`,

    `CREATE TABLE urgingAnswer (${stamps},
      urgingId TEXT NOT NULL REFERENCES urging (id),
      personName TEXT NOT NULL CHECK (length(personName) > 0),
      text TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX urgingAnswerOf ON urgingAnswer (urgingId, createdAt)`,
    `CREATE TRIGGER urgingAnswerKept BEFORE DELETE ON urgingAnswer
      BEGIN SELECT RAISE(ABORT, 'urgingAnswer is append-only'); END`,
    `CREATE TRIGGER urgingAnswerUnchanged BEFORE UPDATE ON urgingAnswer
      BEGIN SELECT RAISE(ABORT, 'urgingAnswer is append-only'); END`,
    `CREATE TRIGGER urgingAnswerOnce BEFORE INSERT ON urgingAnswer
      WHEN EXISTS (SELECT 1 FROM urgingAnswer WHERE id = NEW.id)
      BEGIN SELECT RAISE(ABORT, 'urgingAnswer is append-only'); END`,

    // The desk: small indexes of the rows that still wait for something.
    ...deskIndexStatements(),
    `CREATE INDEX circulationReaderMoved ON circulationReader (incomingId, status, createdAt, endedAt)`,
  ],
};
