import type { CHANNELS_OF_RECEIPT, URGENCIES } from '../flow-incoming.ts';
import type { BookNumber } from './read-values.ts';

/** States a paper of an old ledger may come in with. */
export const IMPORT_STATES = ['registered', 'closed', 'archived'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
type Urgency = (typeof URGENCIES)[number];
type Channel = (typeof CHANNELS_OF_RECEIPT)[number];

/** A 收文 as an old ledger has it. */
export interface LedgerPaper {
  readonly number: BookNumber | null;
  /** `YYYY-MM-DDTHH:mm`. */
  readonly receivedAt: string | null;
  readonly senderName: string;
  readonly documentNumber: string;
  readonly title: string;
  readonly genre: string;
  readonly secrecy: '' | '内部' | '工作秘密';
  readonly secrecyTerm: string;
  readonly urgency: Urgency;
  readonly copyNumber: string;
  readonly copies: number;
  readonly attachmentCount: number;
  readonly pageCount: number;
  readonly channel: Channel;
  readonly issuedOn: string | null;
  readonly signerName: string;
  readonly opinion: string;
  readonly instructedBy: string;
  readonly instruction: string;
  readonly leadName: string;
  readonly assistNames: string;
  readonly dueOn: string | null;
  readonly result: string;
  readonly replyNumber: string;
  readonly repliedOn: string | null;
  /** Empty when the ledger does not say. */
  readonly state: ImportState | '';
  readonly location: string;
  readonly archiveNumber: string;
  readonly remark: string;
}
export type PaperKey = keyof LedgerPaper;
