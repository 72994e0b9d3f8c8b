import { formatDocumentNumber } from '../../../../shared/gongwen/document-number.ts';
import type { Gongwen } from '../../../../shared/gongwen/model.ts';
import { toPlainText } from '../../../../shared/gongwen/recognize.ts';
import { fieldKeys } from './form/fields.ts';
import type { FieldKey } from './form/fields.ts';
import { joinGroups, joinNames } from './form/name-list.ts';

/** The fields in which two versions of a document differ. */
export function differingFields(mine: Gongwen, other: Gongwen): FieldKey[] {
  return fieldKeys().filter((key) => JSON.stringify(mine[key]) !== JSON.stringify(other[key]));
}

/** What a field holds, as text a person can compare; empty when nothing is entered. */
export function describeField(document: Gongwen, key: FieldKey): string {
  if (key === 'body') return toPlainText(document.body);
  if (key === 'attachments' || key === 'enclosures') {
    return document[key].map((item) => `${item.title}\n${toPlainText(item.body)}`).join('\n\n');
  }
  if (key === 'issuers' || key === 'addressees') return joinNames(document[key]);
  if (key === 'copyTo') return joinGroups(document.copyTo);
  if (key === 'documentNumber') {
    return document.documentNumber === undefined ? '' : formatDocumentNumber(document.documentNumber);
  }
  if (key === 'signatories' || key === 'stamps') {
    return document[key].map((row) => Object.values(row).filter(Boolean).join('　')).join('\n');
  }
  const value = document[key];
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
