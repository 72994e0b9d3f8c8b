import type { ReactNode } from 'react';
import { LockOutlined } from '@ant-design/icons';
import { ATTACHMENT_ROLE_NAMES } from '../../../shared/domain/attachment-roles.ts';
import type { Attachment } from '../../../shared/features/attachment.ts';
import { momentOf, sizeOf } from '../../app/format.ts';

interface AttachmentRowProps {
  readonly item: Attachment;
  readonly rowId: string;
  readonly selected: boolean;
  readonly shown: boolean;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
}

/** What is known of the text of a file, in a word. */
function textNote({ text }: Attachment): string {
  if (text === null) return '';
  if (text.state === 'ready') return text.source === 'ocr' ? '已识别文字' : '';
  if (text.state === 'failed') return '读不出文字';
  return text.state === 'empty' ? '未识别文字' : '';
}

interface MarkProps {
  readonly kind: 'bad' | 'warn' | 'busy' | 'plain';
  readonly children: ReactNode;
}

function Mark({ kind, children }: MarkProps) {
  return <span className={`gwt-attach-mark gwt-attach-mark-${kind}`}>{children}</span>;
}

/** One file: what it is within the item, its name, and what has to be known before it is opened. */
export function AttachmentRow({ item, rowId, selected, shown, onSelect, onOpen }: AttachmentRowProps) {
  const quarantined = item.state === 'quarantined';
  const note = textNote(item);
  return (
    <div
      id={rowId}
      role="option"
      aria-selected={selected}
      className={`gwt-attach-row${shown ? ' gwt-attach-shown' : ''}`}
      onClick={onSelect}
      onDoubleClick={onOpen}
    >
      <span className="gwt-attach-role">{ATTACHMENT_ROLE_NAMES[item.role]}</span>
      <span className="gwt-attach-name" title={item.name}>
        {quarantined ? <LockOutlined aria-hidden /> : null} {item.name}
      </span>
      <span className="gwt-attach-tags">
        {quarantined ? <Mark kind="bad">已隔离</Mark> : null}
        {item.present || quarantined ? null : <Mark kind="bad">文件缺失</Mark>}
        {item.secrecy === '' ? null : <Mark kind="warn">{item.secrecy}</Mark>}
        {item.workCopy ? <Mark kind="busy">正在编辑</Mark> : null}
        {item.version > 1 ? <Mark kind="plain">第 {item.version} 版</Mark> : null}
        {note === '' ? null : <span className="gwt-soft gwt-nowrap">{note}</span>}
      </span>
      <span className="gwt-soft gwt-nowrap gwt-attach-size">{sizeOf(item.size)}</span>
      <span className="gwt-soft gwt-nowrap gwt-attach-time">{momentOf(item.addedAt)}</span>
    </div>
  );
}
