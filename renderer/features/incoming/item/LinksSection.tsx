import { useState } from 'react';
import { Button } from 'antd';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { api } from '../../../app/api.ts';
import { useHotKeys } from '../../../app/hot-keys.ts';
import { ItemSection } from './ItemSection.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { LinkList, removalOf, removed } from './LinkList.tsx';
import type { ItemLink } from './LinkList.tsx';
import type { ItemActions } from './use-item-actions.ts';

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
    void actions.attempt(() => removed(link, api.incoming.unlink(removalOf(item.id, link))));
  return (
    <ItemSection
      title="关联"
      aside={
        <Button type="link" size="small" onClick={() => setLinking(true)}>
          关联另一件（L）
        </Button>
      }
    >
      <LinkList links={item.links} onUnlink={unlink} />
      {linking ? <LinkDialog item={item} actions={actions} onClose={() => setLinking(false)} /> : null}
    </ItemSection>
  );
}
