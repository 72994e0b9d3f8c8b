import { useId } from 'react';
import type { KeyboardEvent } from 'react';
import type { Attachment } from '../../../shared/features/attachment.ts';
import { isComposing, useKeyNotes } from '../../app/hot-keys.ts';
import { AttachmentRow } from './AttachmentRow.tsx';

export interface ListActions {
  readonly view: (item: Attachment) => void;
  readonly open: (item: Attachment) => void;
  readonly rename: (item: Attachment) => void;
  readonly remove: (item: Attachment) => void;
  readonly move: (item: Attachment, by: -1 | 1) => void;
}

interface AttachmentListProps {
  readonly items: readonly Attachment[];
  readonly selectedId: string | null;
  readonly shownId: string | null;
  readonly readOnly: boolean;
  readonly onSelect: (id: string) => void;
  readonly actions: ListActions;
}

const NOTES = [
  { shown: 'Enter', label: '查看选中的附件' },
  { shown: 'Ctrl+O', label: '用 WPS、Word 等程序打开附件' },
  { shown: 'F2', label: '附件改名、改类别' },
  { shown: 'Delete', label: '删除附件（可恢复）' },
  { shown: 'Alt+↑ Alt+↓', label: '调整附件顺序' },
  { shown: 'Ctrl+V', label: '粘贴文件或截图为附件' },
] as const;

/** The files of an item in their order; one is selected and takes the keys. */
export function AttachmentList(props: AttachmentListProps) {
  const { items, selectedId, readOnly, onSelect, actions } = props;
  const prefix = useId();
  useKeyNotes(NOTES);
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === selectedId),
  );
  const selected = items[at];

  const go = (index: number): void => {
    const next = items[Math.min(Math.max(index, 0), items.length - 1)];
    if (next !== undefined) onSelect(next.id);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (isComposing(event.nativeEvent) || event.defaultPrevented || selected === undefined) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const run = (): boolean => {
      if (event.altKey && !readOnly && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        actions.move(selected, event.key === 'ArrowUp' ? -1 : 1);
        return true;
      }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'o') {
        actions.open(selected);
        return true;
      }
      if (!plain) return false;
      switch (event.key) {
        case 'ArrowUp':
          go(at - 1);
          return true;
        case 'ArrowDown':
          go(at + 1);
          return true;
        case 'Home':
          go(0);
          return true;
        case 'End':
          go(items.length - 1);
          return true;
        case 'Enter':
          actions.view(selected);
          return true;
        case 'F2':
          if (!readOnly) actions.rename(selected);
          return true;
        case 'Delete':
          if (!readOnly) actions.remove(selected);
          return true;
        default:
          return false;
      }
    };
    if (run()) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  return (
    <div
      role="listbox"
      aria-label="附件列表"
      tabIndex={0}
      className="gwt-attach-list"
      aria-activedescendant={selected === undefined ? undefined : `${prefix}${selected.id}`}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <AttachmentRow
          key={item.id}
          item={item}
          rowId={`${prefix}${item.id}`}
          selected={item.id === selected?.id}
          shown={item.id === props.shownId}
          onSelect={() => onSelect(item.id)}
          onOpen={() => actions.view(item)}
        />
      ))}
    </div>
  );
}
