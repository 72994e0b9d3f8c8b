import type { Migration } from '../migrate.ts';
import { appendOnly, stamps } from './fragments.ts';

/** What belongs to a document goes only with it, and only the sample's documents ever go. */
const ofDocument = `outgoingId TEXT NOT NULL REFERENCES outgoing (id) ON DELETE CASCADE`;

/** Append-only as long as their document is there. */
const documentGone = 'NOT EXISTS (SELECT 1 FROM outgoing WHERE id = OLD.outgoingId)';

/** The road of a 发文: facts, steps, versions, 会签, 签发, 分发, and the book of seal uses with its seals. */
export const outgoingFlow: Migration = {
  number: 50,
  name: 'outgoing-flow',
  statements: [
    `CREATE TABLE outgoingFact (
      outgoingId TEXT NOT NULL PRIMARY KEY REFERENCES outgoing (id) ON DELETE CASCADE,
      departmentName TEXT NOT NULL DEFAULT '',
      phone TEXT NOT NULL DEFAULT '',
      disclosure TEXT NOT NULL DEFAULT '',
      urgency TEXT NOT NULL DEFAULT '',
      printCopies INTEGER CHECK (printCopies >= 1),
      countersignNeeded INTEGER NOT NULL DEFAULT 0 CHECK (countersignNeeded IN (0, 1)),
      countersignPlan TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(countersignPlan)),
      remark TEXT NOT NULL DEFAULT '',
      approvalPath TEXT NOT NULL DEFAULT '' CHECK (approvalPath IN ('', 'program', 'paper')),
      reviewedBy TEXT NOT NULL DEFAULT '',
      checkedBy TEXT NOT NULL DEFAULT '',
      signatory TEXT NOT NULL DEFAULT '',
      signedOn TEXT,
      recheckedBy TEXT NOT NULL DEFAULT '',
      signedVersionId TEXT REFERENCES outgoingVersion (id),
      countersignRound INTEGER NOT NULL DEFAULT 0,
      signRound INTEGER NOT NULL DEFAULT 0,
      copyNumberFrom TEXT NOT NULL DEFAULT '',
      copyNumberTo TEXT NOT NULL DEFAULT '',
      proofreads TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(proofreads)),
      sealedOn TEXT,
      distributedOn TEXT,
      archiveNumber TEXT NOT NULL DEFAULT ''
    ) STRICT`,
    `CREATE TABLE outgoingStep (${stamps},
      ${ofDocument},
      action TEXT NOT NULL,
      label TEXT NOT NULL,
      fromState TEXT NOT NULL,
      toState TEXT NOT NULL,
      personName TEXT NOT NULL,
      opinion TEXT NOT NULL,
      decidedOn TEXT
    ) STRICT`,
    `CREATE INDEX outgoingStepOf ON outgoingStep (outgoingId, id)`,
    ...appendOnly('outgoingStep', documentGone),
    // The text comes last: a list of versions need not read through its pages.
    `CREATE TABLE outgoingVersion (${stamps},
      ${ofDocument},
      sequence INTEGER NOT NULL CHECK (sequence >= 1),
      state TEXT NOT NULL,
      reason TEXT NOT NULL,
      actorName TEXT NOT NULL,
      document TEXT NOT NULL CHECK (json_valid(document)),
      UNIQUE (outgoingId, sequence)
    ) STRICT`,
    ...appendOnly('outgoingVersion', documentGone),
    `CREATE TABLE countersign (${stamps},
      ${ofDocument},
      round INTEGER NOT NULL CHECK (round >= 1),
      departmentName TEXT NOT NULL CHECK (length(departmentName) > 0),
      status TEXT NOT NULL CHECK (status IN ('waiting', 'answered', 'exempt')),
      verdict TEXT NOT NULL CHECK ((verdict <> '') = (status = 'answered')),
      opinion TEXT NOT NULL,
      personName TEXT NOT NULL,
      answeredAt INTEGER,
      UNIQUE (outgoingId, round, departmentName)
    ) STRICT`,
    `CREATE TABLE outgoingSignature (${stamps},
      ${ofDocument},
      round INTEGER NOT NULL CHECK (round >= 1),
      position INTEGER NOT NULL CHECK (position >= 1),
      issuer TEXT NOT NULL,
      signatory TEXT NOT NULL CHECK (length(signatory) > 0),
      signedOn TEXT NOT NULL,
      opinion TEXT NOT NULL,
      UNIQUE (outgoingId, round, position)
    ) STRICT`,
    ...appendOnly('outgoingSignature', documentGone),
    `CREATE TABLE distribution (${stamps},
      ${ofDocument},
      position INTEGER NOT NULL,
      unit TEXT NOT NULL CHECK (length(unit) > 0),
      copies INTEGER NOT NULL CHECK (copies >= 0),
      method TEXT NOT NULL,
      copyNumbers TEXT NOT NULL,
      receiver TEXT NOT NULL,
      receivedOn TEXT,
      waiver TEXT NOT NULL,
      note TEXT NOT NULL,
      UNIQUE (outgoingId, unit)
    ) STRICT`,
    `CREATE TABLE distributionList (${stamps},
      name TEXT NOT NULL CHECK (length(name) > 0),
      units TEXT NOT NULL CHECK (json_valid(units)),
      voidReason TEXT
    ) STRICT`,
    `CREATE UNIQUE INDEX distributionListName ON distributionList (name) WHERE voidReason IS NULL`,
    `CREATE TABLE seal (${stamps},
      name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
      category TEXT NOT NULL,
      keeper TEXT NOT NULL,
      active INTEGER NOT NULL CHECK (active IN (0, 1))
    ) STRICT`,
    `CREATE TABLE sealUse (${stamps},
      year INTEGER NOT NULL,
      serial INTEGER NOT NULL CHECK (serial >= 1),
      sealId TEXT NOT NULL REFERENCES seal (id),
      sealName TEXT NOT NULL,
      outgoingId TEXT REFERENCES outgoing (id),
      usedOn TEXT NOT NULL,
      departmentName TEXT NOT NULL,
      documentNumber TEXT NOT NULL,
      title TEXT NOT NULL,
      addressees TEXT NOT NULL,
      copies INTEGER NOT NULL CHECK (copies >= 0),
      count INTEGER NOT NULL CHECK (count >= 1),
      crossPageCount INTEGER NOT NULL CHECK (crossPageCount BETWEEN 0 AND count),
      approvedBy TEXT NOT NULL CHECK (length(approvedBy) > 0),
      operatorName TEXT NOT NULL,
      note TEXT NOT NULL,
      UNIQUE (year, serial)
    ) STRICT`,
    `CREATE INDEX sealUseOf ON sealUse (outgoingId)`,
    ...appendOnly('sealUse', '0'),
    `CREATE TRIGGER sealUseNext BEFORE INSERT ON sealUse
      WHEN NEW.serial <> (SELECT coalesce(max(serial), 0) + 1 FROM sealUse WHERE year = NEW.year)
      BEGIN SELECT RAISE(ABORT, 'a seal use is the next one of its year'); END`,
    // Every document has its facts, whoever puts it in.
    `CREATE TRIGGER outgoingFactAdded AFTER INSERT ON outgoing
      BEGIN INSERT INTO outgoingFact (outgoingId, urgency)
        VALUES (NEW.id, coalesce(json_extract(NEW.document, '$.urgency'), '')); END`,
    `INSERT INTO outgoingFact (outgoingId, urgency)
      SELECT id, coalesce(json_extract(document, '$.urgency'), '') FROM outgoing`,
  ],
};
