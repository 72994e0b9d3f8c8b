import { Button } from 'antd';
import type { ItemNotice } from './use-item-actions.ts';

interface ItemNoticeLineProps {
  readonly notice: ItemNotice | null;
  readonly onUndo: () => void;
}

/** What the last step came to; stays until the next one. */
export function ItemNoticeLine({ notice, onUndo }: ItemNoticeLineProps) {
  return (
    <div className="gwt-item-notice" role="status" aria-label="上一步的结果">
      {notice === null ? null : (
        <p className={notice.tone === 'refused' ? 'gwt-notice-refused' : 'gwt-notice-done'}>
          <span aria-hidden="true">{notice.tone === 'refused' ? '✕' : '✓'}</span> {notice.text}
          {notice.undoable ? (
            <Button type="link" size="small" onClick={onUndo}>
              可撤销（Ctrl+Z）
            </Button>
          ) : null}
        </p>
      )}
      {notice?.hints.map((hint) => (
        <p key={hint} className="gwt-note-warn">
          ▲ {hint}
        </p>
      ))}
    </div>
  );
}
