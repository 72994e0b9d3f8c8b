import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { momentOf } from '../../../app/format.ts';
import { isComposing, useKeyNotes } from '../../../app/hot-keys.ts';
import { ItemSection } from './ItemSection.tsx';
import type { ItemActions } from './use-item-actions.ts';

const READER_KEYS = [{ shown: '↑ ↓ 空格', label: '传阅表中：选传阅人，记已阅' }] as const;
const STATUS = {
  waiting: { shape: '○', word: '未阅' },
  read: { shape: '✓', word: '已阅' },
  exempt: { shape: '－', word: '免阅' },
} as const;

interface CirculationSectionProps {
  readonly item: IncomingDetail;
  readonly actions: ItemActions;
  /** Opens the form of 已阅 for a reader who wrote something. */
  readonly onOpinion: (readerId: string) => void;
}

/** Who has read it, who has it now, who is still to come. ↑↓ choose, space marks 已阅, Enter writes an opinion. */
export function CirculationSection({ item, actions, onOpinion }: CirculationSectionProps) {
  const { readers } = item;
  const waiting = readers.filter(({ status }) => status === 'waiting');
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = useRef(new Map<string, HTMLTableRowElement>());
  const mayMark = item.actions.some(({ action }) => action === 'markRead');
  const active = readers.find(({ id }) => id === chosen) ?? waiting[0] ?? readers[0];
  const hadFocus = useRef(false);
  useKeyNotes(READER_KEYS);
  useEffect(() => {
    // After a mark the next one who has not read it is at hand.
    if (hadFocus.current && active !== undefined) rows.current.get(active.id)?.focus();
  }, [active]);
  if (readers.length === 0 || active === undefined) return null;

  const move = (by: number): void => {
    const next = readers[readers.indexOf(active) + by];
    if (next === undefined) return;
    hadFocus.current = true;
    setChosen(next.id);
  };
  /** The next one who has not read it. */
  const after = readers.slice(readers.indexOf(active) + 1).find(({ status }) => status === 'waiting');
  const mark = async (): Promise<void> => {
    if (!mayMark || actions.busy || active.status !== 'waiting') return;
    hadFocus.current = true;
    if (await actions.actNow('markRead', { readerId: active.id })) setChosen(after?.id ?? active.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === ' ') void mark();
    else if (event.key === 'Enter' && mayMark && active.status === 'waiting') onOpinion(active.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const order = item.circulation === 'serial' ? '依次传阅' : '同时传阅';
  return (
    <ItemSection
      title="传阅"
      aside={
        <span className="gwt-soft">
          {order}，已阅 {readers.length - waiting.length}/{readers.length}
          {mayMark && waiting.length > 0 ? '。选中后按空格记已阅，Enter 写意见' : ''}
        </span>
      }
    >
      <table className="gwt-table gwt-readers" aria-label="传阅人">
        <thead>
          <tr>
            <th scope="col">序</th>
            <th scope="col">传阅人</th>
            <th scope="col">情况</th>
            <th scope="col">意见</th>
            <th scope="col">时间</th>
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {readers.map((reader, index) => (
            <tr
              key={reader.id}
              ref={(row) => {
                if (row === null) rows.current.delete(reader.id);
                else rows.current.set(reader.id, row);
              }}
              tabIndex={reader === active ? 0 : -1}
              aria-label={`${reader.personName}，${STATUS[reader.status].word}`}
              onFocus={() => setChosen(reader.id)}
            >
              <td>{index + 1}</td>
              <td>{reader.personName}</td>
              <td className={reader.status === 'waiting' ? 'gwt-note-warn' : undefined}>
                <span aria-hidden="true">{STATUS[reader.status].shape}</span> {STATUS[reader.status].word}
                {reader === waiting[0] && item.circulation === 'serial' && item.state === 'circulating'
                  ? '，正在其处'
                  : ''}
              </td>
              <td>{reader.opinion}</td>
              <td className="gwt-nowrap">{reader.endedAt === null ? '' : momentOf(reader.endedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ItemSection>
  );
}
