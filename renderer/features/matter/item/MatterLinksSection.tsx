import { useState } from 'react';
import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import type { MatterDetail } from '../../../../shared/features/matter.ts';
import { api } from '../../../app/api.ts';
import { isComposing, useHotKeys } from '../../../app/hot-keys.ts';
import { ItemSection } from '../../incoming/item/ItemSection.tsx';
import { LinkList, removalOf, removed } from '../../incoming/item/LinkList.tsx';
import type { ItemLink } from '../../incoming/item/LinkList.tsx';
import type { MatterActions } from './use-matter-actions.ts';

interface MatterLinksProps {
  readonly item: MatterDetail;
  readonly actions: MatterActions;
}

/** The paper the order came from, and what else belongs to it; another is joined by its number. */
export function MatterLinksSection({ item, actions }: MatterLinksProps) {
  const [typing, setTyping] = useState(false);
  const [number, setNumber] = useState('');
  const input = useRef<InputRef>(null);
  useEffect(() => {
    if (typing) input.current?.focus();
  }, [typing]);
  useHotKeys([
    { keys: 'l', shown: 'L', label: '按编号关联另一件', whileTyping: false, run: () => setTyping(true) },
  ]);
  const link = async (): Promise<void> => {
    const done = await actions.attempt(async () => {
      const { label } = await api.matter.link({ id: item.id, number });
      return `已关联 ${label}。`;
    });
    if (!done) return;
    setTyping(false);
    setNumber('');
  };
  const unlink = (one: ItemLink): void =>
    void actions.attempt(() => removed(one, api.matter.unlink(removalOf(item.id, one))));
  return (
    <ItemSection
      title="关联"
      aside={
        typing ? null : (
          <Button type="link" size="small" onClick={() => setTyping(true)}>
            按编号关联（L）
          </Button>
        )
      }
    >
      {item.links.length === 0 && typing ? null : <LinkList links={item.links} onUnlink={unlink} />}
      {typing ? (
        <div className="gwt-location-form">
          <Input
            ref={input}
            value={number}
            maxLength={60}
            aria-label="要关联的编号"
            placeholder="收2026-12、承2026-3 或发文字号"
            onChange={(event) => setNumber(event.target.value)}
            onKeyDown={(event) => {
              if (isComposing(event.nativeEvent)) return;
              if (event.key === 'Enter') void link();
              else if (event.key === 'Escape') setTyping(false);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
          <Button onClick={() => void link()}>关联（Enter）</Button>
        </div>
      ) : null}
    </ItemSection>
  );
}
