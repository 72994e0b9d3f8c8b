import type { Migration } from '../migrate.ts';

/** The steps a person may still take back, with what they changed. */
export const undo: Migration = {
  number: 35,
  name: 'undo',
  statements: [
    `CREATE TABLE undoStep (
      id TEXT NOT NULL UNIQUE,
      rowVersion INTEGER NOT NULL CHECK (rowVersion >= 1),
      createdAt INTEGER NOT NULL,
      createdBy TEXT NOT NULL,
      updatedAt INTEGER NOT NULL,
      updatedBy TEXT NOT NULL,
      entity TEXT NOT NULL,
      entityId TEXT NOT NULL,
      action TEXT NOT NULL,
      label TEXT NOT NULL,
      sequenceBefore INTEGER NOT NULL,
      sequence INTEGER NOT NULL CHECK (sequence > sequenceBefore),
      versionBefore INTEGER NOT NULL,
      version INTEGER NOT NULL CHECK (version > versionBefore),
      changes TEXT NOT NULL CHECK (json_valid(changes)),
      undoneAt INTEGER
    ) STRICT`,
    `CREATE INDEX undoStepItem ON undoStep (entity, entityId, sequence)`,
    `CREATE INDEX undoStepAge ON undoStep (createdAt)`,
  ],
};
