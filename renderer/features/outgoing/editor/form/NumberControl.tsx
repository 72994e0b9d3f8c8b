import { InputNumber } from 'antd';
import { formatDocumentNumber } from '../../../../../shared/gongwen/document-number.ts';
import { useDocument } from '../document-store.ts';
import type { ControlProps } from './FieldControl.tsx';

/**
 * The number of a series is issued, never typed: it is shown, with the way to get one. 令号 (第×号) and
 * 期号 (第×期) are counted by hand and typed.
 */
export function NumberControl({ store, id, disabled }: ControlProps) {
  const number = useDocument(store, (document) => document.documentNumber);
  const format = useDocument(store, (document) => document.format);
  if (format === 'order' || format === 'minutes') {
    const value =
      number === undefined || 'serial' in number
        ? null
        : 'orderNo' in number
          ? number.orderNo
          : number.issueNo;
    return (
      <span className="gwt-row-line">
        <span>第</span>
        <InputNumber
          id={id}
          disabled={disabled}
          min={1}
          precision={0}
          value={value}
          onChange={(typed) =>
            store.update({
              documentNumber:
                typed === null ? undefined : format === 'order' ? { orderNo: typed } : { issueNo: typed },
            })
          }
        />
        <span>{format === 'order' ? '号' : '期'}</span>
      </span>
    );
  }
  return (
    <output id={id} className={number === undefined ? 'gwt-soft' : 'gwt-number'}>
      {number === undefined ? '未编号，写好后点“编号”' : formatDocumentNumber(number)}
    </output>
  );
}
