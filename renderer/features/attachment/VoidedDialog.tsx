import { Button } from 'antd';
import type { Attachment } from '../../../shared/features/attachment.ts';
import { api } from '../../app/api.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useAttempt } from './use-attempt.ts';

interface VoidedDialogProps {
  readonly items: readonly Attachment[];
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

/** 回收站 of the item: files that were deleted, with the reason. */
export function VoidedDialog({ items, readOnly, onClose }: VoidedDialogProps) {
  const { fault, attempt } = useAttempt();
  return (
    <Dialog title="已删除的附件" onCancel={onClose} footer={null} width={560}>
      {fault === null ? null : <p role="alert">{fault}</p>}
      <ul className="gwt-attach-plain">
        {items.map((item, index) => (
          <li key={item.id} className="gwt-attach-voided">
            <span>
              {item.name}
              <br />
              <span className="gwt-soft">理由：{item.voidReason}</span>
            </span>
            <Button
              size="small"
              disabled={readOnly}
              {...(index === 0 ? { 'data-first': '' } : {})}
              onClick={() =>
                void attempt(async () => {
                  await api.attachment.restore({ id: item.id, rowVersion: item.rowVersion });
                  if (items.length === 1) onClose();
                })
              }
            >
              恢复
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
