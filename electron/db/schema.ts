import type { Generated, Kysely } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { AttachmentSchema } from './attachment-schema.ts';
import type { DirectorySchema } from './directory-schema.ts';
import type { ExchangeSchema } from './exchange-schema.ts';
import type { IncomingSchema } from './incoming-schema.ts';
import type { OutgoingSchema } from './outgoing-schema.ts';
import type { MatterSchema } from './matter-schema.ts';
import type { UndoSchema } from './undo-schema.ts';

/**
 * The tables as Kysely sees them; `migrations/` makes them. Times `…At` are epoch milliseconds,
 * dates `…On` are `YYYY-MM-DD`, truth values are 0 or 1, JSON is text.
 */
export type Flag = 0 | 1;

/** What every row carries. `rowVersion` grows by one with each change: optimistic locking. */
export interface Stamped {
  id: string;
  rowVersion: number;
  createdAt: number;
  createdBy: string;
  updatedAt: number;
  updatedBy: string;
}

export interface OfficeTable extends Stamped {
  /** Always 1: a file belongs to one office. */
  singleton: 1;
  name: string;
  printingOffice: string;
}

export interface DepartmentTable extends Stamped {
  name: string;
  sortOrder: number;
  sample: Flag;
}

export interface PersonTable extends Stamped {
  name: string;
  /** Sorts by pinyin. */
  nameOrder: string;
  departmentId: string | null;
  post: string;
  /** At the office; the others are empty where nothing is known. */
  phone: string;
  mobile: Generated<string>;
  email: Generated<string>;
  room: Generated<string>;
  remark: Generated<string>;
  role: string;
  active: Flag;
  sample: Flag;
}

export interface IssuerCodeTable extends Stamped {
  code: string;
  /** JSON string[]. */
  issuers: string;
  markSuffix: string;
  active: Flag;
  sample: Flag;
}

/** First and last serial issued of a 机关代字 and year. */
export interface NumberSeriesTable extends Stamped {
  issuerCodeId: string;
  year: number;
  first: number;
  last: number;
  sample: Flag;
}

/** One row per serial ever issued; a voided one keeps its place. */
export interface IssuedNumberTable extends Stamped {
  issuerCodeId: string;
  year: number;
  serial: number;
  outgoingId: string;
  state: 'issued' | 'voided';
  voidReason: string | null;
  sample: Flag;
}

export interface OutgoingTable extends Stamped {
  state: string;
  /** The normalised document model as JSON; the columns below are taken from it for lists. */
  document: string;
  title: string;
  /** Sorts by pinyin. */
  titleOrder: string;
  genre: string;
  format: string;
  /** As printed; empty before numbering. */
  documentNumber: string;
  /** Sorts 文号 as people count them: code, year, serial; null before numbering. */
  numberOrder: string | null;
  addressees: string;
  issuedOn: string | null;
  /** Year of 成文日期, or of creation while there is none. */
  year: number;
  /** Folded text that the list searches in. */
  searchText: string;
  drafterId: string;
  voidReason: string | null;
  sample: Flag;
}

/** 红头模板. Not deleted: a voided one keeps its row and gives its name free. */
export interface TemplateTable extends Stamped {
  name: string;
  /** `TemplateContent` as JSON. */
  content: string;
  /** Null while it is in use. */
  voidReason: string | null;
}

/** Append-only by triggers. `previousHash` and `hash` wait for the hash chain. */
export interface AuditEventTable {
  id: string;
  sequence: number;
  createdAt: number;
  createdBy: string;
  actorName: string;
  /** `slice.procedure`. */
  action: string;
  entity: string;
  entityId: string;
  /** Chinese, for the history of an item. */
  summary: string;
  /** JSON of what changed, without document text. */
  detail: string;
  previousHash: string | null;
  hash: string | null;
}

/** Settings of the office, as JSON by name. Those of one computer are not kept here. */
export interface SettingTable extends Stamped {
  name: string;
  value: string;
}

/** Migrations that made this file, with the hash of what was executed. */
export interface MigrationTable {
  number: number;
  name: string;
  hash: string;
  appliedAt: number;
}

export interface Schema
  extends
    IncomingSchema,
    OutgoingSchema,
    UndoSchema,
    AttachmentSchema,
    DirectorySchema,
    MatterSchema,
    ExchangeSchema {
  office: OfficeTable;
  department: DepartmentTable;
  person: PersonTable;
  issuerCode: IssuerCodeTable;
  numberSeries: NumberSeriesTable;
  issuedNumber: IssuedNumberTable;
  outgoing: OutgoingTable;
  template: TemplateTable;
  auditEvent: AuditEventTable;
  setting: SettingTable;
  migration: MigrationTable;
}

/** Reads only: what handlers get outside a transaction. */
export type Reader = ReadonlyKysely<Schema>;

/** The reading half of a connection or a transaction; Kysely keeps the two types apart on purpose. */
export function asReader(kysely: Kysely<Schema>): Reader {
  return kysely as unknown as Reader;
}
