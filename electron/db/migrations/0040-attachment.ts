import type { Migration } from '../migrate.ts';
import { stamps } from './fragments.ts';

const hash = `CHECK (length(fileHash) = 64 AND fileHash NOT GLOB '*[^0-9a-f]*')`;

/** 附件: whose a stored file is, all the versions it had, what it says, and where it is open in another program. */
export const attachment: Migration = {
  number: 40,
  name: 'attachment',
  statements: [
    `CREATE TABLE attachment (${stamps},
      ownerKind TEXT NOT NULL CHECK (ownerKind IN ('incoming', 'outgoing', 'matter')),
      ownerId TEXT NOT NULL CHECK (length(ownerId) > 0),
      position INTEGER NOT NULL,
      name TEXT NOT NULL CHECK (length(name) > 0),
      role TEXT NOT NULL CHECK (length(role) > 0),
      secrecy TEXT NOT NULL CHECK (secrecy IN ('', '内部', '工作秘密')),
      version INTEGER NOT NULL CHECK (version >= 1),
      fileHash TEXT NOT NULL ${hash},
      state TEXT NOT NULL CHECK (state IN ('active', 'voided', 'quarantined')),
      voidReason TEXT CHECK ((state = 'active') = (voidReason IS NULL))
    ) STRICT`,
    `CREATE INDEX attachmentOwner ON attachment (ownerKind, ownerId, position, id)`,
    // From the text of a file to the items that carry it, read from the index alone.
    `CREATE INDEX attachmentFile ON attachment (fileHash, state, ownerKind, ownerId)`,
    `CREATE TRIGGER attachmentKept BEFORE DELETE ON attachment
      BEGIN SELECT RAISE(ABORT, 'an attachment is voided, not deleted'); END`,

    `CREATE TABLE attachmentVersion (${stamps},
      attachmentId TEXT NOT NULL REFERENCES attachment (id),
      version INTEGER NOT NULL CHECK (version >= 1),
      fileHash TEXT NOT NULL ${hash},
      size INTEGER NOT NULL CHECK (size >= 0),
      mediaType TEXT NOT NULL CHECK (length(mediaType) > 0),
      source TEXT NOT NULL CHECK (length(source) > 0),
      UNIQUE (attachmentId, version)
    ) STRICT`,
    `CREATE INDEX attachmentVersionFile ON attachmentVersion (fileHash)`,
    `CREATE TRIGGER attachmentVersionKept BEFORE DELETE ON attachmentVersion
      BEGIN SELECT RAISE(ABORT, 'attachmentVersion is append-only'); END`,
    `CREATE TRIGGER attachmentVersionUnchanged BEFORE UPDATE ON attachmentVersion
      BEGIN SELECT RAISE(ABORT, 'attachmentVersion is append-only'); END`,
    // INSERT OR REPLACE passes by the trigger on DELETE. A version follows the one before it.
    `CREATE TRIGGER attachmentVersionNext BEFORE INSERT ON attachmentVersion
      WHEN EXISTS (SELECT 1 FROM attachmentVersion WHERE id = NEW.id)
        OR NEW.version <> 1 + COALESCE((SELECT max(version) FROM attachmentVersion
          WHERE attachmentId = NEW.attachmentId), 0)
      BEGIN SELECT RAISE(ABORT, 'a version is the next one'); END`,

    `CREATE TABLE fileText (
      rowNumber INTEGER PRIMARY KEY, ${stamps},
      fileHash TEXT NOT NULL UNIQUE ${hash},
      searchText TEXT NOT NULL CHECK (state = 'ready' OR searchText = ''),
      text TEXT NOT NULL CHECK (state = 'ready' OR text = ''),
      source TEXT NOT NULL CHECK (source IN ('extracted', 'ocr')),
      pageCount INTEGER NOT NULL CHECK (pageCount >= 0),
      state TEXT NOT NULL CHECK (state IN ('ready', 'empty', 'unsupported', 'failed'))
    ) STRICT`,

    `CREATE TABLE workCopy (${stamps},
      attachmentId TEXT NOT NULL REFERENCES attachment (id),
      place TEXT NOT NULL CHECK (length(place) > 0),
      fileHash TEXT NOT NULL ${hash},
      endedAt INTEGER
    ) STRICT`,
    // One copy of an attachment at a time: two would overwrite each other's work.
    `CREATE UNIQUE INDEX workCopyOpen ON workCopy (attachmentId) WHERE endedAt IS NULL`,
  ],
};
