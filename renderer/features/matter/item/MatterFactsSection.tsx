import { MATTER_SOURCE_NAMES } from '../../../../shared/domain/flow-matter.ts';
import type { MatterDetail } from '../../../../shared/features/matter.ts';
import { momentOf } from '../../../app/format.ts';
import { ItemSection } from '../../incoming/item/ItemSection.tsx';

/** Who ordered it, when, and the very words. */
export function MatterFactsSection({ item }: { readonly item: MatterDetail }) {
  const facts: readonly (readonly [string, string])[] = [
    ['交办人', item.orderedBy],
    ['来源', MATTER_SOURCE_NAMES[item.source]],
    ['交办时间', `${item.orderedOn} ${item.orderedTime}`.trim()],
    ['登记', momentOf(item.createdAt)],
    ['答复', replyOf(item)],
    ['备注', item.remark],
  ];
  return (
    <ItemSection title="交办">
      {item.words === '' ? null : (
        <blockquote className="gwt-matter-words" aria-label="交办原话">
          {item.words}
        </blockquote>
      )}
      <dl className="gwt-item-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </ItemSection>
  );
}

function replyOf(item: MatterDetail): string {
  if (item.repliedOn !== null) return `${item.repliedOn} ${item.replyMethod}`;
  return item.replyRequired ? '办完须答复交办人' : '';
}
