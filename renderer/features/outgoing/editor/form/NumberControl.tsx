import { formatDocumentNumber } from '../../../../../shared/gongwen/document-number.ts';
import { useDocument } from '../document-store.ts';
import type { ControlProps } from './FieldControl.tsx';


/** The number is issued, never typed: it is shown, with the way to get one. */
export function NumberControl({ store, id }: ControlProps) {
  const number = useDocument(store, (document) => document.documentNumber);
  return (
    <output id={id} className={number === undefined ? 'gwt-soft' : 'gwt-number'}>
      {number === undefined ? '未编号，写好后点“编号”' : formatDocumentNumber(number)}
    </output>
  );
}
