import type { Migration } from '../migrate.ts';
import { keyedStamps } from './fragments.ts';

/** 通讯录: what is known of units and people, groups; the office's holiday table. */
export const directory: Migration = {
  number: 70,
  name: 'directory',
  statements: [
    ...['contact', 'phone', 'fax', 'address', 'remark'].map(
      (column) => `ALTER TABLE correspondent ADD COLUMN ${column} TEXT NOT NULL DEFAULT ''`,
    ),
    ...['mobile', 'email', 'room', 'remark'].map(
      (column) => `ALTER TABLE person ADD COLUMN ${column} TEXT NOT NULL DEFAULT ''`,
    ),
    `CREATE TABLE personGroup (${keyedStamps},
      kind TEXT NOT NULL CHECK (kind IN ('group', 'readers')),
      name TEXT NOT NULL CHECK (length(name) > 0),
      circulation TEXT NOT NULL CHECK (circulation IN ('', 'serial', 'parallel')),
      members TEXT NOT NULL CHECK (json_valid(members)),
      voidReason TEXT
    ) STRICT`,
    `CREATE UNIQUE INDEX personGroupName ON personGroup (kind, name) WHERE voidReason IS NULL`,
    `CREATE TRIGGER personGroupKept BEFORE DELETE ON personGroup
      BEGIN SELECT RAISE(ABORT, 'a group is voided, not deleted'); END`,
    `CREATE TABLE holiday (${keyedStamps},
      onDate TEXT NOT NULL UNIQUE,
      workday INTEGER NOT NULL CHECK (workday IN (0, 1)),
      name TEXT NOT NULL,
      active INTEGER NOT NULL CHECK (active IN (0, 1))
    ) STRICT`,
    `CREATE TABLE holidayYear (${keyedStamps},
      year INTEGER NOT NULL UNIQUE,
      complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
      source TEXT NOT NULL
    ) STRICT`,
  ],
};
