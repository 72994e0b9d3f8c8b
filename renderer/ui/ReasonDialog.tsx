import { Dialog } from './Dialog.tsx';
import { useState } from 'react';
import { Form } from 'antd';
import { GrowingText } from './GrowingText.tsx';

interface ReasonDialogProps {
  readonly title: string;
  /** What will happen, in one sentence. */
  readonly explanation: string;
  readonly confirmLabel: string;
  readonly onConfirm: (reason: string) => Promise<void>;
  readonly onClose: () => void;
}

const MIN_REASON = 2;

/** One decision that needs a reason: 删除, 作废. */
export function ReasonDialog({ title, explanation, confirmLabel, onConfirm, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    if (reason.trim().length < MIN_REASON) {
      setFault('请写明理由（至少两个字）。');
      return;
    }
    setBusy(true);
    try {
      await onConfirm(reason.trim());
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      okText={confirmLabel}
      okButtonProps={{ danger: true, loading: busy }}
      onOk={() => void confirm()}
      onCancel={onClose}
      width={460}
    >
      <p>{explanation}</p>
      <Form.Item
        label="理由"
        htmlFor="gwt-reason"
        required
        validateStatus={fault === null ? '' : 'error'}
        help={fault}
      >
        <GrowingText
          id="gwt-reason"
          data-first=""
          value={reason}
          maxLength={200}
          onChange={(event) => {
            setReason(event.target.value);
            setFault(null);
          }}
        />
      </Form.Item>
    </Dialog>
  );
}
