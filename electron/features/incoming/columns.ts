import { duplicateKey, normalizeSenderNumber } from '../../../shared/domain/sender-number.ts';
import type { IncomingDraft } from '../../../shared/features/incoming-items.ts';
import { chineseOrder } from '../../db/chinese-order.ts';
import type { IncomingTable } from '../../db/incoming-schema.ts';
import { fieldTokens, initialTokens } from './tokens.ts';

/** Columns that a clerk fills in. */
export type DraftColumns = Pick<
  IncomingTable,
  | 'title'
  | 'senderName'
  | 'documentNumber'
  | 'genre'
  | 'secrecy'
  | 'secrecyTerm'
  | 'urgency'
  | 'copyNumber'
  | 'copies'
  | 'attachmentCount'
  | 'pageCount'
  | 'channel'
  | 'issuedOn'
  | 'replyRequired'
  | 'dueOn'
  | 'remark'
>;

export function draftColumns(draft: IncomingDraft): DraftColumns {
  return {
    ...draft,
    documentNumber: normalizeSenderNumber(draft.documentNumber).text,
    replyRequired: draft.replyRequired ? 1 : 0,
  };
}

type Source = Pick<
  IncomingTable,
  | 'title'
  | 'senderName'
  | 'documentNumber'
  | 'number'
  | 'remark'
  | 'signerName'
  | 'opinion'
  | 'instructedBy'
  | 'instruction'
  | 'leadName'
  | 'assistNames'
  | 'result'
  | 'replyNumber'
>;
type Derived = Pick<IncomingTable, 'titleOrder' | 'senderOrder' | 'duplicateKey' | 'searchText' | 'initials'>;

/** Columns that lists sort by and searches look in, taken from the others. */
export function derivedColumns(row: Source): Derived {
  return {
    titleOrder: chineseOrder(row.title),
    senderOrder: chineseOrder(row.senderName),
    duplicateKey: duplicateKey(row.senderName, row.documentNumber),
    searchText: fieldTokens([
      row.title,
      row.senderName,
      row.documentNumber,
      typedVariant(row.documentNumber),
      row.number,
      typedVariant(row.number),
      row.instructedBy,
      row.leadName,
      row.assistNames,
      row.signerName,
      row.replyNumber,
      row.opinion,
      row.instruction,
      row.result,
      row.remark,
    ]),
    initials: initialTokens([row.title, row.senderName, row.instructedBy, row.leadName]),
  };
}

/** How people type a number when they look for it: 收2026年1号, without leading zeros. */
function typedVariant(number: string): string {
  const match = /^(.*)〔(\d{4})〕0*(\d+)号?$/u.exec(number);
  if (match === null) return '';
  const [, code = '', year = '', serial = ''] = match;
  return `${code}${year}年${serial}号`;
}
