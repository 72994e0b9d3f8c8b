import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { momentOf } from '../../../app/format.ts';

const counted = (value: number, unit: string) => (value === 0 ? '' : `${value} ${unit}`);

/** What was registered, in the order of the paper book; what is empty takes no room. */
function factsOf(item: IncomingDetail): readonly (readonly [label: string, value: string])[] {
  return [
    ['来文单位', item.senderName],
    ['来文字号', item.documentNumber === '' ? '无文号' : item.documentNumber],
    ['文种', item.genre],
    ['成文日期', item.issuedOn ?? ''],
    ['收文时间', item.receivedAt === null ? '' : momentOf(item.receivedAt)],
    ['签收人', item.signerName],
    ['来文方式', item.channel],
    ['紧急程度', item.urgency],
    ['密级', [item.secrecy, item.secrecyTerm].filter(Boolean).join('，')],
    ['份号', item.copyNumber],
    [
      '份数',
      [counted(item.copies, '份'), counted(item.pageCount, '页'), counted(item.attachmentCount, '个附件')]
        .filter(Boolean)
        .join('，'),
    ],
    ['需要答复', item.replyRequired ? '是' : '否'],
    ['归档号', item.archiveNumber],
    ['备注', item.remark],
  ];
}

export function RegisteredFacts({ item }: { readonly item: IncomingDetail }) {
  return (
    <dl className="gwt-item-facts">
      {factsOf(item)
        .filter(([, value]) => value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={label === '来文字号' ? 'gwt-nowrap' : undefined}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
