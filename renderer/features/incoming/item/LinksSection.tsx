import { useState } from 'react';
import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { LINK_RELATION_NAMES } from '../../../../shared/features/incoming-items.ts';
import { api } from '../../../app/api.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { ItemSection } from './ItemSection.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import type { ItemActions } from './use-item-actions.ts';

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

interface LinksSectionProps {
  readonly item: IncomingDetail;
  readonly actions: ItemActions;
}

/** 答复, 转发, 再次来文 and what else belongs together, each one step away. */
export function LinksSection({ item, actions }: LinksSectionProps) {
  const [linking, setLinking] = useState(false);
  useHotKeys([
    { keys: 'l', shown: 'L', label: '关联另一件', whileTyping: false, run: () => setLinking(true) },
  ]);
  const unlink = (link: ItemLink): void =>
    void actions.attempt(async () => {
      await api.incoming.unlink({
        id: item.id,
        kind: link.kind,
        otherId: link.id,
        relation: link.relation,
      });
      return `已取消关联（${LINK_RELATION_NAMES[link.relation]}）${link.label}。`;
    });
  return (
    <ItemSection
      title="关联"
      aside={
        <Button type="link" size="small" onClick={() => setLinking(true)}>
          关联另一件（L）
        </Button>
      }
    >
      {item.links.length === 0 ? <p className="gwt-soft">没有关联的文件。</p> : null}
      <ul className="gwt-links">
        {item.links.map((link) => (
          <li key={`${link.kind}-${link.id}-${link.relation}-${link.direction}`}>
            <span className="gwt-soft gwt-nowrap">{relationOf(link)}</span>
            <span className="gwt-mark">{KIND_NAMES[link.kind]}</span>
            <OtherItem link={link} />
            <Button
              type="text"
              size="small"
              aria-label={`取消关联 ${link.label}`}
              title="取消关联"
              onClick={() => unlink(link)}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      {linking ? <LinkDialog item={item} actions={actions} onClose={() => setLinking(false)} /> : null}
    </ItemSection>
  );
}
