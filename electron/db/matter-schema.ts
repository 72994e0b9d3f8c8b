import type { Generated } from 'kysely';
import type { Flag, Stamped } from './schema.ts';

/** Tables of 承办件. Texts are empty where nothing is known yet; dates and times are null. */

export interface MatterTable extends Stamped {
  rowNumber: Generated<number>;
  state: string;
  suspendedFrom: string | null;
  suspendedAt: number | null;
  voidedFrom: string | null;
  voidReason: string | null;
  year: number;
  serial: number;
  /** 承〔2026〕0001. */
  number: string;
  source: string;
  /** Who gave the order, who called, which meeting. */
  orderedBy: string;
  orderedOn: string;
  /** HH:MM; empty when it is not known. */
  orderedTime: string;
  /** The very words of the order. */
  words: string;
  title: string;
  titleOrder: string;
  secrecy: string;
  urgency: string;
  replyRequired: Flag;
  dueOn: string | null;
  leadDepartmentId: string | null;
  leadName: string;
  assistNames: string;
  result: string;
  rejections: number;
  replyMethod: string;
  repliedOn: string | null;
  closedAt: number | null;
  remark: string;
  sample: Flag;
  searchText: string;
}

/** Year's series of 承办件; `last` is one below `first` while nothing is issued. */
export interface MatterSeriesTable extends Stamped {
  year: number;
  first: number;
  last: number;
}

/** Append-only: what the urged one answered. */
export interface UrgingAnswerTable extends Stamped {
  urgingId: string;
  personName: string;
  text: string;
}

export interface MatterSchema {
  matter: MatterTable;
  matterSeries: MatterSeriesTable;
  urgingAnswer: UrgingAnswerTable;
}
