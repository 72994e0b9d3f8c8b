import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { LINK_RELATION_NAMES } from '../../../../shared/features/incoming-items.ts';

export type ItemLink = IncomingDetail['links'][number];

/** What the other item is to this one. */
export function relationOf({ relation, direction }: ItemLink): string {
  const words = {
    reply: ['答复的来文', '答复'],
    forward: ['转发的原件', '转发件'],
    resubmission: ['上次来文', '再次来文'],
    related: ['相关', '相关'],
    order: ['交办件', '交办的来文'],
  } as const;
  return words[relation][direction === 'to' ? 0 : 1];
}

export const KIND_NAMES = { incoming: '收文', outgoing: '发文', matter: '承办件' } as const;

export function OtherItem({ link: { kind, id, label } }: { readonly link: ItemLink }) {
  const words = label === '' ? '（无标题）' : label;
  switch (kind) {
    case 'incoming':
      return (
        <Link to="/incoming/$id" params={{ id }}>
          {words}
        </Link>
      );
    case 'outgoing':
      return (
        <Link to="/outgoing/$id" params={{ id }}>
          {words}
        </Link>
      );
    case 'matter':
      return (
        <Link to="/matter/$id" params={{ id }}>
          {words}
        </Link>
      );
    default:
      return kind satisfies never;
  }
}

interface LinkListProps {
  readonly links: readonly ItemLink[];
  readonly onUnlink: (link: ItemLink) => void;
}

/** What belongs to a 收文 or a 承办件, each one step away and removable. */
export function LinkList({ links, onUnlink }: LinkListProps) {
  if (links.length === 0) return <p className="gwt-soft">没有关联的文件。</p>;
  return (
    <ul className="gwt-links">
      {links.map((link) => (
        <li key={`${link.kind}-${link.id}-${link.relation}-${link.direction}`}>
          <span className="gwt-soft gwt-nowrap">{relationOf(link)}</span>
          <span className="gwt-mark">{KIND_NAMES[link.kind]}</span>
          <OtherItem link={link} />
          <Button
            type="text"
            size="small"
            aria-label={`取消关联 ${link.label}`}
            title="取消关联"
            onClick={() => onUnlink(link)}
          >
            ×
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The link to take away, seen from the item `id`. */
export const removalOf = (id: string, { kind, id: otherId, relation }: ItemLink) => ({
  id,
  kind,
  otherId,
  relation,
});

/** What is said once it is gone. */
export async function removed(link: ItemLink, work: Promise<void>): Promise<string> {
  await work;
  return `已取消关联（${LINK_RELATION_NAMES[link.relation]}）${link.label}。`;
}
