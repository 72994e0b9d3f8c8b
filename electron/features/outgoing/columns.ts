import { foldText } from '../../../shared/domain/fold-text.ts';
import { numberVariants } from '../../../shared/domain/number-variants.ts';
import { formatDocumentNumber } from '../../../shared/gongwen/document-number.ts';
import { gongwenDraftSchema } from '../../../shared/gongwen/model.ts';
import type { DocumentNumber, Gongwen } from '../../../shared/gongwen/model.ts';
import { chineseOrder } from '../../db/chinese-order.ts';
import type { OutgoingTable } from '../../db/schema.ts';

export type DocumentColumns = Pick<
  OutgoingTable,
  | 'document'
  | 'title'
  | 'titleOrder'
  | 'genre'
  | 'format'
  | 'documentNumber'
  | 'numberOrder'
  | 'addressees'
  | 'issuedOn'
  | 'year'
  | 'searchText'
>;

/** Text that sorts as people count: code, then year, then serial as a number. */
function numberOrder(number: DocumentNumber | undefined): string | null {
  if (number === undefined) return null;
  if ('orderNo' in number) return `第 ${padded(number.orderNo)}`;
  if ('issueNo' in number) return `第 ${padded(number.issueNo)}`;
  return `${number.issuerCode} ${number.year} ${padded(number.serial)}`;
}

const padded = (value: number) => String(value).padStart(9, '0');

/** What a list calls the document: a 令 has no title and goes by its 发文机关标志. */
function listTitle(document: Gongwen): string {
  const title = document.title.replaceAll('\n', '');
  if (title !== '' || document.format !== 'order') return title;
  const { names = document.issuers, suffix = '令' } = document.issuerMark ?? {};
  return `${names.join('、')}${suffix}`;
}

/** The document as it is stored: parsed once more, so that equal documents give equal text. */
export function documentText(document: Gongwen): string {
  return JSON.stringify(gongwenDraftSchema.parse(document));
}

/** Columns of the list, taken from the document; `createdAt` in epoch ms decides the year of an undated one. */
export function documentColumns(document: Gongwen, createdAt: number): DocumentColumns {
  const title = listTitle(document);
  const addressees = document.addressees.join('，');
  const number = document.documentNumber === undefined ? '' : formatDocumentNumber(document.documentNumber);
  const searched = [title, number, ...numberVariants(number).split(' '), addressees, document.genre];
  return {
    document: documentText(document),
    title,
    titleOrder: chineseOrder(title),
    genre: document.genre,
    format: document.format,
    documentNumber: number,
    numberOrder: numberOrder(document.documentNumber),
    addressees,
    issuedOn: document.issuedOn ?? null,
    year:
      document.issuedOn === undefined
        ? new Date(createdAt).getFullYear()
        : Number(document.issuedOn.slice(0, 4)),
    searchText: searched
      .map(foldText)
      .filter((text) => text !== '')
      .join(' '),
  };
}
