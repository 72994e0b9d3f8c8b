import type { Migration } from '../migrate.ts';
import { appendOnly, stamps } from './fragments.ts';

/**
 * 收文: the receiving book with its number series, 承办, 传阅, 批示, 催办, links between items, sending units.
 *
 * `rowNumber` is what the search index points to: an explicit key, because VACUUM INTO (every backup) may renumber
 * rows that have none.
 */
export const incoming: Migration = {
  number: 30,
  name: 'incoming',
  statements: [
    `CREATE TABLE correspondent (${stamps},
      name TEXT NOT NULL CHECK (length(name) > 0),
      nameKey TEXT NOT NULL UNIQUE,
      initials TEXT NOT NULL,
      useCount INTEGER NOT NULL CHECK (useCount >= 0),
      lastUsedAt INTEGER NOT NULL,
      active INTEGER NOT NULL CHECK (active IN (0, 1))
    ) STRICT`,
    `CREATE INDEX correspondentUse ON correspondent (active, useCount DESC, lastUsedAt DESC)`,
    `CREATE TABLE incomingSeries (${stamps},
      year INTEGER NOT NULL UNIQUE,
      first INTEGER NOT NULL CHECK (first >= 1),
      last INTEGER NOT NULL CHECK (last >= first - 1)
    ) STRICT`,
    `CREATE TABLE incoming (
      rowNumber INTEGER PRIMARY KEY, ${stamps},
      state TEXT NOT NULL CHECK (length(state) > 0),
      suspendedFrom TEXT CHECK ((state = 'suspended') <= (suspendedFrom IS NOT NULL)),
      suspendedAt INTEGER,
      voidedFrom TEXT CHECK ((state = 'voided') = (voidedFrom IS NOT NULL)),
      voidReason TEXT,
      bookYear INTEGER NOT NULL,
      serial INTEGER CHECK (serial >= 1),
      number TEXT NOT NULL CHECK ((serial IS NULL) = (number = '')),
      receivedAt INTEGER,
      signerName TEXT NOT NULL,
      senderId TEXT REFERENCES correspondent (id),
      senderName TEXT NOT NULL,
      senderOrder TEXT NOT NULL,
      documentNumber TEXT NOT NULL,
      duplicateKey TEXT,
      title TEXT NOT NULL,
      titleOrder TEXT NOT NULL,
      genre TEXT NOT NULL,
      secrecy TEXT NOT NULL CHECK (secrecy IN ('', '内部', '工作秘密')),
      secrecyTerm TEXT NOT NULL,
      urgency TEXT NOT NULL,
      copyNumber TEXT NOT NULL,
      copies INTEGER NOT NULL CHECK (copies >= 0),
      attachmentCount INTEGER NOT NULL CHECK (attachmentCount >= 0),
      pageCount INTEGER NOT NULL CHECK (pageCount >= 0),
      channel TEXT NOT NULL,
      issuedOn TEXT,
      replyRequired INTEGER NOT NULL CHECK (replyRequired IN (0, 1)),
      dueOn TEXT,
      returnReason TEXT NOT NULL,
      opinion TEXT NOT NULL,
      suggestedLeadId TEXT REFERENCES department (id),
      instructedBy TEXT NOT NULL,
      instruction TEXT NOT NULL,
      leadDepartmentId TEXT REFERENCES department (id),
      leadName TEXT NOT NULL,
      assistNames TEXT NOT NULL,
      result TEXT NOT NULL,
      rejections INTEGER NOT NULL CHECK (rejections >= 0),
      circulation TEXT NOT NULL CHECK (circulation IN ('', 'serial', 'parallel')),
      replyMethod TEXT NOT NULL,
      repliedOn TEXT,
      replyNumber TEXT NOT NULL,
      location TEXT NOT NULL CHECK (length(location) > 0),
      archiveNumber TEXT NOT NULL,
      remark TEXT NOT NULL,
      importId TEXT,
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      searchText TEXT NOT NULL,
      UNIQUE (bookYear, serial)
    ) STRICT`,
    `CREATE INDEX incomingReceived ON incoming (receivedAt)`,
    `CREATE INDEX incomingUpdated ON incoming (updatedAt)`,
    `CREATE INDEX incomingTitle ON incoming (titleOrder)`,
    `CREATE INDEX incomingSender ON incoming (senderOrder)`,
    `CREATE INDEX incomingDue ON incoming (dueOn)`,
    `CREATE INDEX incomingState ON incoming (state, receivedAt)`,
    `CREATE INDEX incomingStateDue ON incoming (state, dueOn)`,
    `CREATE INDEX incomingLead ON incoming (leadDepartmentId, receivedAt)`,
    `CREATE INDEX incomingSenderId ON incoming (senderId, receivedAt)`,
    `CREATE INDEX incomingUrgency ON incoming (urgency, receivedAt)`,
    `CREATE INDEX incomingDuplicate ON incoming (duplicateKey) WHERE duplicateKey IS NOT NULL`,
    // 承办 of a 收文 or of a 承办件: `ownerId` is a row of the table `ownerKind`, which triggers see to.
    `CREATE TABLE assignment (${stamps},
      ownerKind TEXT NOT NULL CHECK (ownerKind IN ('incoming', 'matter')),
      ownerId TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('lead', 'assist')),
      departmentId TEXT NOT NULL REFERENCES department (id),
      personId TEXT REFERENCES person (id),
      status TEXT NOT NULL CHECK (status IN ('active', 'reported', 'transferred', 'rejected', 'removed')),
      originalDueOn TEXT,
      dueOn TEXT,
      acceptedAt INTEGER,
      acceptedBy TEXT NOT NULL,
      result TEXT NOT NULL,
      reportedAt INTEGER,
      reason TEXT NOT NULL
    ) STRICT`,
    // 主办 is one: two or more departments must have one that leads (条例第二十四条（四）).
    `CREATE UNIQUE INDEX assignmentLead ON assignment (ownerId)
      WHERE role = 'lead' AND status IN ('active', 'reported')`,
    `CREATE INDEX assignmentOwner ON assignment (ownerId, createdAt)`,
    `CREATE INDEX assignmentDepartment ON assignment (departmentId, status, dueOn)`,
    `CREATE TRIGGER assignmentOfIncoming BEFORE INSERT ON assignment
      WHEN NEW.ownerKind = 'incoming' AND NOT EXISTS (SELECT 1 FROM incoming WHERE id = NEW.ownerId)
      BEGIN SELECT RAISE(ABORT, 'an assignment belongs to an item'); END`,
    `CREATE TRIGGER assignmentStays BEFORE UPDATE OF ownerKind, ownerId ON assignment
      BEGIN SELECT RAISE(ABORT, 'an assignment stays with its item'); END`,
    `CREATE TRIGGER assignmentOfIncomingKept BEFORE DELETE ON assignment
      WHEN OLD.ownerKind = 'incoming' AND NOT EXISTS (SELECT 1 FROM incoming
        WHERE id = OLD.ownerId AND (sample = 1 OR importId IS NOT NULL))
      BEGIN SELECT RAISE(ABORT, 'an assignment is ended, not deleted'); END`,
    `CREATE TABLE deadlineChange (${stamps},
      assignmentId TEXT NOT NULL REFERENCES assignment (id),
      oldDueOn TEXT,
      newDueOn TEXT NOT NULL,
      approvedBy TEXT NOT NULL,
      reason TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX deadlineChangeAssignment ON deadlineChange (assignmentId, createdAt)`,
    ...appendOnly('deadlineChange'),
    `CREATE TABLE circulationReader (${stamps},
      incomingId TEXT NOT NULL REFERENCES incoming (id),
      position INTEGER NOT NULL,
      personId TEXT REFERENCES person (id),
      personName TEXT NOT NULL CHECK (length(personName) > 0),
      status TEXT NOT NULL CHECK (status IN ('waiting', 'read', 'exempt')),
      opinion TEXT NOT NULL,
      endedAt INTEGER,
      UNIQUE (incomingId, position)
    ) STRICT`,
    `CREATE TABLE instruction (${stamps},
      incomingId TEXT NOT NULL REFERENCES incoming (id),
      kind TEXT NOT NULL CHECK (kind IN ('proposal', 'instruction')),
      personName TEXT NOT NULL,
      text TEXT NOT NULL,
      givenOn TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX instructionItem ON instruction (incomingId, createdAt)`,
    ...appendOnly('instruction'),
    `CREATE TABLE urging (${stamps},
      ownerKind TEXT NOT NULL CHECK (ownerKind IN ('incoming', 'matter')),
      ownerId TEXT NOT NULL,
      assignmentId TEXT REFERENCES assignment (id),
      target TEXT NOT NULL,
      level TEXT NOT NULL,
      method TEXT NOT NULL,
      note TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX urgingOwner ON urging (ownerId, createdAt)`,
    `CREATE INDEX urgingCreated ON urging (createdAt)`,
    ...appendOnly('urging'),
    `CREATE TABLE itemLink (${stamps},
      fromKind TEXT NOT NULL,
      fromId TEXT NOT NULL,
      toKind TEXT NOT NULL,
      toId TEXT NOT NULL,
      relation TEXT NOT NULL CHECK (relation IN ('reply', 'forward', 'resubmission', 'related', 'order')),
      UNIQUE (fromKind, fromId, toKind, toId, relation)
    ) STRICT`,
    `CREATE INDEX itemLinkTo ON itemLink (toKind, toId)`,
    `CREATE TABLE nameUse (${stamps},
      kind TEXT NOT NULL CHECK (kind IN ('person', 'department')),
      targetId TEXT NOT NULL,
      useCount INTEGER NOT NULL CHECK (useCount >= 1),
      UNIQUE (kind, targetId)
    ) STRICT`,

    // The number of the book is the next one of its year, taken once and kept, whatever a later program may try.
    `CREATE TRIGGER incomingSeriesKept BEFORE DELETE ON incomingSeries
      BEGIN SELECT RAISE(ABORT, 'a number series is kept'); END`,
    `CREATE TRIGGER incomingSeriesOnce BEFORE INSERT ON incomingSeries
      WHEN EXISTS (SELECT 1 FROM incomingSeries WHERE id = NEW.id OR year = NEW.year)
      BEGIN SELECT RAISE(ABORT, 'a number series is there once'); END`,
    `CREATE TRIGGER incomingSeriesForward BEFORE UPDATE OF year, first, last ON incomingSeries
      WHEN NEW.year <> OLD.year OR (NOT (NEW.first = OLD.first AND NEW.last = OLD.last + 1)
        AND (NEW.last <> NEW.first - 1
          OR EXISTS (SELECT 1 FROM incoming WHERE bookYear = OLD.year AND serial IS NOT NULL)))
      BEGIN SELECT RAISE(ABORT, 'a number series moves by one'); END`,
    `CREATE TRIGGER incomingOnce BEFORE INSERT ON incoming
      WHEN EXISTS (SELECT 1 FROM incoming WHERE id = NEW.id OR rowNumber = NEW.rowNumber
        OR (bookYear = NEW.bookYear AND serial = NEW.serial))
      BEGIN SELECT RAISE(ABORT, 'an item is there once'); END`,
    `CREATE TRIGGER incomingNumberNext BEFORE INSERT ON incoming
      WHEN NEW.serial IS NOT NULL AND NEW.importId IS NULL AND NEW.sample = 0
        AND NEW.serial IS NOT (SELECT last FROM incomingSeries WHERE year = NEW.bookYear)
      BEGIN SELECT RAISE(ABORT, 'a number of the book is the next one'); END`,
    `CREATE TRIGGER incomingNumberTaken BEFORE UPDATE OF bookYear, serial, number ON incoming
      WHEN (OLD.serial IS NOT NULL
          AND (NEW.serial IS NOT OLD.serial OR NEW.bookYear <> OLD.bookYear OR NEW.number <> OLD.number))
        OR (OLD.serial IS NULL AND NEW.serial IS NOT NULL
          AND NEW.serial IS NOT (SELECT last FROM incomingSeries WHERE year = NEW.bookYear))
      BEGIN SELECT RAISE(ABORT, 'a number of the book is the next one and kept'); END`,
    `CREATE TRIGGER incomingKept BEFORE DELETE ON incoming WHEN OLD.sample = 0 AND OLD.importId IS NULL
      BEGIN SELECT RAISE(ABORT, 'an item is voided, not deleted'); END`,
  ],
};
