import type { Generated } from 'kysely';
import type { Flag, Stamped } from './schema.ts';

/** Tables of 收文. Texts are empty where nothing is known yet; dates and times are null. */

/** What is given to departments to do. */
export type OwnerKind = 'incoming' | 'matter';

export interface IncomingTable extends Stamped {
  /** What the search index points to. */
  rowNumber: Generated<number>;
  state: string;
  suspendedFrom: string | null;
  suspendedAt: number | null;
  voidedFrom: string | null;
  voidReason: string | null;
  /** Year of the book: that of registration, of creation before it. */
  bookYear: number;
  /** Null before 登记. */
  serial: number | null;
  /** 收文号 as printed, e.g. 收〔2026〕0001; empty before 登记. */
  number: string;
  receivedAt: number | null;
  signerName: string;
  senderId: string | null;
  senderName: string;
  senderOrder: string;
  documentNumber: string;
  duplicateKey: string | null;
  title: string;
  titleOrder: string;
  genre: string;
  secrecy: string;
  secrecyTerm: string;
  urgency: string;
  copyNumber: string;
  copies: number;
  attachmentCount: number;
  pageCount: number;
  channel: string;
  issuedOn: string | null;
  replyRequired: Flag;
  dueOn: string | null;
  returnReason: string;
  opinion: string;
  suggestedLeadId: string | null;
  instructedBy: string;
  instruction: string;
  leadDepartmentId: string | null;
  leadName: string;
  assistNames: string;
  result: string;
  /** How often a department has given the item back. */
  rejections: number;
  circulation: '' | 'serial' | 'parallel';
  replyMethod: string;
  repliedOn: string | null;
  replyNumber: string;
  /** 实体去向: where the paper is now; never empty. */
  location: string;
  archiveNumber: string;
  remark: string;
  importId: string | null;
  sample: Flag;
  /** Folded texts that searches look in, a blank between two. */
  searchText: string;
}

/** Year's series of 收文号; `last` is one below `first` while nothing is issued. */
export interface IncomingSeriesTable extends Stamped {
  year: number;
  first: number;
  last: number;
}

/** 承办 of a 收文 or a 承办件. */
export interface AssignmentTable extends Stamped {
  ownerKind: OwnerKind;
  ownerId: string;
  role: 'lead' | 'assist';
  departmentId: string;
  personId: string | null;
  status: 'active' | 'reported' | 'transferred' | 'rejected' | 'removed';
  originalDueOn: string | null;
  dueOn: string | null;
  acceptedAt: number | null;
  acceptedBy: string;
  result: string;
  reportedAt: number | null;
  reason: string;
}

/** Append-only: the deadlines an assignment had before. */
export interface DeadlineChangeTable extends Stamped {
  assignmentId: string;
  oldDueOn: string | null;
  newDueOn: string;
  approvedBy: string;
  reason: string;
}

export interface CirculationReaderTable extends Stamped {
  incomingId: string;
  position: number;
  personId: string | null;
  personName: string;
  status: 'waiting' | 'read' | 'exempt';
  opinion: string;
  endedAt: number | null;
}

/** Append-only: 拟办意见 and 批示 in their words. */
export interface InstructionTable extends Stamped {
  incomingId: string;
  kind: 'proposal' | 'instruction';
  personName: string;
  text: string;
  givenOn: string;
}

/** Append-only. */
export interface UrgingTable extends Stamped {
  ownerKind: OwnerKind;
  ownerId: string;
  /** The 承办 that was urged; null where readers were. */
  assignmentId: string | null;
  target: string;
  level: string;
  method: string;
  note: string;
}

export interface ItemLinkTable extends Stamped {
  fromKind: string;
  fromId: string;
  toKind: string;
  toId: string;
  relation: string;
}

/** Sending units with how often they were used. */
export interface CorrespondentTable extends Stamped {
  name: string;
  /** Folded name: one row per unit however it is typed. */
  nameKey: string;
  initials: string;
  useCount: number;
  lastUsedAt: number;
  active: Flag;
  contact: Generated<string>;
  phone: Generated<string>;
  fax: Generated<string>;
  address: Generated<string>;
  remark: Generated<string>;
}

/** How often a person or department was chosen, for the order of completion. */
export interface NameUseTable extends Stamped {
  kind: 'person' | 'department';
  targetId: string;
  useCount: number;
}

export interface IncomingSearchTable {
  rowid: number;
  /** What is matched against. */
  incomingSearch: string;
}

export interface IncomingSchema {
  incoming: IncomingTable;
  incomingSeries: IncomingSeriesTable;
  assignment: AssignmentTable;
  deadlineChange: DeadlineChangeTable;
  circulationReader: CirculationReaderTable;
  instruction: InstructionTable;
  urging: UrgingTable;
  itemLink: ItemLinkTable;
  correspondent: CorrespondentTable;
  nameUse: NameUseTable;
  incomingSearch: IncomingSearchTable;
}
