import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { OutgoingRow } from '../../../shared/features/outgoing.ts';
import { messageOf } from '../../app/api.ts';
import { useHotKeys } from '../../app/hot-keys.ts';
import { outgoingPageImage } from './queries.ts';

/** Twice what the sheet takes on a small screen, so that the text stays sharp on a large one. */
const WIDTH_PX = 840;

/** Stepping through the list lays out only where the person stops; milliseconds. */
const SETTLE_AFTER = 150;

/** The first page of the selected item beside the list, as it will be printed. */
export function PagePeek({
  row,
  onClose,
}: {
  readonly row: OutgoingRow | undefined;
  readonly onClose: () => void;
}) {
  useHotKeys([{ keys: 'Escape', shown: 'Esc', label: '收起预览', whileTyping: false, run: onClose }]);
  const id = row?.id ?? '';
  const settled = useSettled(id);
  const { data, error } = useQuery({
    ...outgoingPageImage({ id, page: 1, widthPx: WIDTH_PX }),
    enabled: id !== '' && id === settled,
    // What is looked at again is in the memory of the program anyway.
    gcTime: 60_000,
  });
  return (
    <aside className="gwt-peek" aria-label="首页预览">
      <div className="gwt-peek-room">
        <div className="gwt-peek-sheet">
          {data === undefined ? (
            <p role="status">{row === undefined ? '没有选中的公文' : waitText(error)}</p>
          ) : (
            <img src={data.dataUrl} alt={`“${nameOf(row)}”的首页`} />
          )}
        </div>
      </div>
      <p className="gwt-soft gwt-peek-note">
        {data === undefined ? '' : `第 1 页，共 ${data.pages} 页 · `}Enter 打开，空格收起
      </p>
    </aside>
  );
}

function waitText(error: Error | null): string {
  return error === null ? '正在排出首页…' : messageOf(error);
}

function nameOf(row: OutgoingRow | undefined): string {
  return row?.title.replaceAll('\n', '') || '无标题';
}

/** The value once it has stood still for a moment; the first one at once. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_AFTER);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
