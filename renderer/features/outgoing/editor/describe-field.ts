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
  switch (key) {
    case 'body':
      return toPlainText(document.body);
    case 'attachments':
    case 'enclosures':
      return document[key].map((item) => `${item.title}\n${toPlainText(item.body)}`).join('\n\n');
    case 'issuers':
    case 'addressees':
      return joinNames(document[key]);
    case 'copyTo':
      return joinGroups(document.copyTo);
    case 'documentNumber':
      return document.documentNumber === undefined ? '' : formatDocumentNumber(document.documentNumber);
    case 'signatories':
    case 'stamps':
      return document[key].map((row) => Object.values(row).filter(Boolean).join('　')).join('\n');
    default: {
      const value = document[key];
      if (value === undefined) return '';
      return typeof value === 'string' ? value : JSON.stringify(value);
    }
  }
}
