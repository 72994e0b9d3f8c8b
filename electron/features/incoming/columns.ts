import { foldText } from '../../../shared/domain/fold-text.ts';
import { numberVariants } from '../../../shared/domain/number-variants.ts';
import { duplicateKey, normalizeSenderNumber } from '../../../shared/domain/sender-number.ts';
import type { IncomingDraft } from '../../../shared/features/incoming-items.ts';
import { chineseOrder } from '../../db/chinese-order.ts';
import type { IncomingTable } from '../../db/incoming-schema.ts';

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
type Derived = Pick<IncomingTable, 'titleOrder' | 'senderOrder' | 'duplicateKey' | 'searchText'>;

/** Columns that lists sort by and searches look in, taken from the others. */
export function derivedColumns(row: Source): Derived {
  return {
    titleOrder: chineseOrder(row.title),
    senderOrder: chineseOrder(row.senderName),
    duplicateKey: duplicateKey(row.senderName, row.documentNumber),
    searchText: [
      row.title,
      row.senderName,
      row.documentNumber,
      ...variants(row.documentNumber),
      row.number,
      ...variants(row.number),
      row.instructedBy,
      row.leadName,
      row.assistNames,
      row.signerName,
      row.replyNumber,
      row.opinion,
      row.instruction,
      row.result,
      row.remark,
    ]
      .map(foldText)
      .filter((text) => text !== '')
      // A blank, which no folded text holds, keeps a word from reaching over two fields.
      .join(' '),
  };
}

const variants = (number: string) => numberVariants(number).split(' ');
