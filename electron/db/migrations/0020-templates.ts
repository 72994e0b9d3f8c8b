import type { Migration } from '../migrate.ts';

/** 红头模板. The name is unique among those in use only, so that a voided one does not keep it. */
export const templates: Migration = {
  number: 20,
  name: 'templates',
  statements: [
    `CREATE TABLE template (
      id TEXT NOT NULL PRIMARY KEY,
      rowVersion INTEGER NOT NULL CHECK (rowVersion >= 1),
      createdAt INTEGER NOT NULL,
      createdBy TEXT NOT NULL,
      updatedAt INTEGER NOT NULL,
      updatedBy TEXT NOT NULL,
      name TEXT NOT NULL CHECK (length(name) > 0),
      content TEXT NOT NULL CHECK (json_valid(content)),
      voidReason TEXT CHECK (voidReason IS NULL OR length(voidReason) > 0)
    ) STRICT`,
    `CREATE UNIQUE INDEX templateName ON template (name) WHERE voidReason IS NULL`,
    // INSERT OR REPLACE passes by the trigger on DELETE, hence the one on INSERT.
    `CREATE TRIGGER templateOnce BEFORE INSERT ON template
      WHEN EXISTS (SELECT 1 FROM template WHERE id = NEW.id
        OR (name = NEW.name AND voidReason IS NULL AND NEW.voidReason IS NULL))
      BEGIN SELECT RAISE(ABORT, 'a template is there once'); END`,
    `CREATE TRIGGER templateKept BEFORE DELETE ON template
      BEGIN SELECT RAISE(ABORT, 'a template is voided, not deleted'); END`,
  ],
};
