import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import type { OutgoingDetail } from '../../../../shared/features/outgoing.ts';
import { ItemSection } from '../../incoming/item/ItemSection.tsx';
import { KIND_NAMES, OtherItem, relationOf } from '../../incoming/item/LinkList.tsx';

/** What it answers or passes on; a 来文 that waits for its reply is one step away from 答复登记. */
export function TiesSection({ item }: { readonly item: OutgoingDetail }) {
  const navigate = useNavigate();
  if (item.links.length === 0) return null;
  const sent = item.distributedOn !== null;
  return (
    <ItemSection title="关联">
      <ul className="gwt-links">
        {item.links.map(({ awaitsReply, ...link }) => (
          <li key={`${link.kind}-${link.id}-${link.relation}`}>
            <span className="gwt-soft gwt-nowrap">{relationOf(link)}</span>
            <span className="gwt-mark">{KIND_NAMES[link.kind]}</span>
            <OtherItem link={link} />
            {awaitsReply && sent ? (
              <Button
                size="small"
                onClick={() => void navigate({ to: '/incoming/$id', params: { id: link.id } })}
              >
                去登记答复
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </ItemSection>
  );
}
