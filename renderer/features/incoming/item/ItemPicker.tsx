import { useState } from 'react';
import { api } from '../../../app/api.ts';
import { NameBox } from '../../../ui/NameBox.tsx';

export interface PickedItem {
  readonly kind: 'incoming' | 'outgoing';
  readonly id: string;
  readonly name: string;
}

interface ItemPickerProps {
  readonly id?: string;
  readonly label: string;
  readonly kinds: readonly PickedItem['kind'][];
  readonly value: { readonly name: string } | undefined;
  readonly onChange: (item: PickedItem | undefined) => void;
  /** The item itself is no item to link with. */
  readonly exceptId?: string;
  readonly invalid?: boolean;
  readonly describedBy?: string | undefined;
}

const SHOWN = 8;
const KIND_NAMES = { incoming: '收文', outgoing: '发文' } as const;

interface Found extends PickedItem {
  readonly note: string;
}

async function findIncoming(text: string): Promise<Found[]> {
  const { rows } = await api.incoming.list({
    filter: { text },
    sort: { key: 'updatedAt', direction: 'desc' },
    offset: 0,
    limit: SHOWN,
  });
  return rows.map(({ id, number, title, senderName }) => ({
    kind: 'incoming',
    id,
    name: `${number} ${title}`.trim(),
    note: `收文　${senderName}`,
  }));
}

async function findOutgoing(text: string): Promise<Found[]> {
  const { rows } = await api.outgoing.list({
    filter: { text },
    sort: { key: 'updatedAt', direction: 'desc' },
    offset: 0,
    limit: SHOWN,
  });
  return rows.map(({ id, documentNumber, title }) => ({
    kind: 'outgoing',
    id,
    name: `${documentNumber} ${title.replaceAll('\n', '')}`.trim(),
    note: KIND_NAMES.outgoing,
  }));
}

/** Another 收文 or 发文, found by number, title or initials. */
export function ItemPicker(props: ItemPickerProps) {
  const { kinds, value, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [found, setFound] = useState<readonly Found[]>([]);
  const complete = async (text: string) => {
    const parts = await Promise.all([
      kinds.includes('incoming') ? findIncoming(text) : [],
      kinds.includes('outgoing') ? findOutgoing(text) : [],
    ]);
    const items = parts.flat().filter(({ id }) => id !== props.exceptId);
    setFound(items);
    return items;
  };
  return (
    <NameBox
      {...(props.id === undefined ? { label: props.label } : { id: props.id })}
      value={typed ?? value?.name ?? ''}
      onChange={(text) => {
        setTyped(text);
        if (text.trim() === '') onChange(undefined);
      }}
      complete={complete}
      onTake={(choice) => {
        onChange(found.find(({ id }) => id === choice.id));
        setTyped(null);
      }}
      onlyKnown
      onBlur={() => setTyped(null)}
      placeholder="文号、标题或拼音首字母，↓ 列出最近的"
      invalid={props.invalid ?? false}
      describedBy={props.describedBy}
      maxLength={100}
    />
  );
}
