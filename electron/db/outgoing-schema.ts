import type { Flag, Stamped } from './schema.ts';

/** Tables of the road of a 发文. Texts are empty where nothing is known yet; dates and times are null. */

/**
 * What the office knows of a document besides its text: one row per `outgoing`, made with it by a trigger and changed
 * only together with it, so that the version of the one is that of the other.
 */
export interface OutgoingFactTable {
  outgoingId: string;
  departmentName: string;
  phone: string;
  disclosure: string;
  /** As the document shows it; kept for lists. */
  urgency: string;
  /** 印制份数 as wished by the drafter, then as ordered. */
  printCopies: number | null;
  countersignNeeded: Flag;
  /** Departments to ask, as JSON string[], before the round begins. */
  countersignPlan: string;
  remark: string;
  /** How it was approved: here, or on paper; empty before. */
  approvalPath: '' | 'program' | 'paper';
  reviewedBy: string;
  checkedBy: string;
  signatory: string;
  signedOn: string | null;
  recheckedBy: string;
  /** The version that was signed; null before 签发 and after it was taken back. */
  signedVersionId: string | null;
  /** Rounds of 会签 and of 签发 begun so far. */
  countersignRound: number;
  signRound: number;
  copyNumberFrom: string;
  copyNumberTo: string;
  /** 一校 to 三校 as JSON. */
  proofreads: string;
  sealedOn: string | null;
  distributedOn: string | null;
  archiveNumber: string;
}

/** Append-only: every step taken, in the words of those who decided. */
export interface OutgoingStepTable extends Stamped {
  outgoingId: string;
  action: string;
  label: string;
  fromState: string;
  toState: string;
  /** Who decided; empty where it is the one who recorded it. */
  personName: string;
  opinion: string;
  /** The day of the decision; null where it is that of the record. */
  decidedOn: string | null;
}

/** Append-only: the text at each submission, return and approval. */
export interface OutgoingVersionTable extends Stamped {
  outgoingId: string;
  /** Counted from 1 within the document. */
  sequence: number;
  state: string;
  /** Chinese: the step it was kept for, with its reason. */
  reason: string;
  actorName: string;
  document: string;
}

export interface CountersignTable extends Stamped {
  outgoingId: string;
  round: number;
  departmentName: string;
  status: 'waiting' | 'answered' | 'exempt';
  verdict: string;
  opinion: string;
  personName: string;
  answeredAt: number | null;
}

/** Append-only: 签发 of each issuer; a document of one issuer has one a round. */
export interface OutgoingSignatureTable extends Stamped {
  outgoingId: string;
  round: number;
  position: number;
  issuer: string;
  signatory: string;
  signedOn: string;
  opinion: string;
}

export interface DistributionTable extends Stamped {
  outgoingId: string;
  position: number;
  unit: string;
  copies: number;
  method: string;
  /** 起止份号 for this unit. */
  copyNumbers: string;
  receiver: string;
  receivedOn: string | null;
  /** 免签收 or taken off the list: why. */
  waiver: string;
  note: string;
}

/** Lists of units used again and again. */
export interface DistributionListTable extends Stamped {
  name: string;
  /** JSON of unit, copies, method. */
  units: string;
  voidReason: string | null;
}

export interface SealTable extends Stamped {
  name: string;
  category: string;
  keeper: string;
  active: Flag;
}

/** Append-only: the book of seal uses. */
export interface SealUseTable extends Stamped {
  /** Year of the book and place in it. */
  year: number;
  serial: number;
  sealId: string;
  sealName: string;
  outgoingId: string | null;
  usedOn: string;
  departmentName: string;
  documentNumber: string;
  title: string;
  addressees: string;
  copies: number;
  /** 用印数, those across the page edges (骑缝) included. */
  count: number;
  crossPageCount: number;
  approvedBy: string;
  operatorName: string;
  note: string;
}

export interface OutgoingSchema {
  outgoingFact: OutgoingFactTable;
  outgoingStep: OutgoingStepTable;
  outgoingVersion: OutgoingVersionTable;
  countersign: CountersignTable;
  outgoingSignature: OutgoingSignatureTable;
  distribution: DistributionTable;
  distributionList: DistributionListTable;
  seal: SealTable;
  sealUse: SealUseTable;
}
