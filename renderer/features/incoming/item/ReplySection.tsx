import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { ItemSection } from './ItemSection.tsx';

/** How and when the sender was answered. */
export function ReplySection({ item }: { readonly item: IncomingDetail }) {
  if (item.repliedOn === null) return null;
  return (
    <ItemSection title="答复">
      <p className="gwt-item-result">
        {item.repliedOn}　{item.replyMethod}
        {item.replyNumber === '' ? null : <>　{item.replyNumber}</>}
      </p>
    </ItemSection>
  );
}
