import { useState } from 'react';
import { Form, Input } from 'antd';
import { isComposing } from '../app/hot-keys.ts';
import { Dialog } from './Dialog.tsx';
import { GrowingText } from './GrowingText.tsx';

interface ApprovalDialogProps {
  readonly title: string;
  /** What will happen, in one sentence. */
  readonly explanation: string;
  readonly confirmLabel: string;
  readonly danger?: boolean;
  /** False: refused and told; the dialog stays. */
  readonly onConfirm: (approval: {
    readonly reason: string;
    readonly approvedBy: string;
  }) => Promise<boolean>;
  readonly onClose: () => void;
}

const MIN_REASON = 2;
const LABEL = { flex: '72px' } as const;

/** One decision by leave of the head of the office: why, and who approved it. Ctrl+Enter confirms. */
export function ApprovalDialog(props: ApprovalDialogProps) {
  const [reason, setReason] = useState('');
  const [approvedBy, setApprovedBy] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const noReason = tried && reason.trim().length < MIN_REASON;
  const noApproval = tried && approvedBy.trim() === '';
  const confirm = async (): Promise<void> => {
    setTried(true);
    if (reason.trim().length < MIN_REASON || approvedBy.trim() === '') return;
    setBusy(true);
    try {
      if (await props.onConfirm({ reason: reason.trim(), approvedBy: approvedBy.trim() })) props.onClose();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={props.title}
      okText={`${props.confirmLabel}（Ctrl+Enter）`}
      okButtonProps={{ danger: props.danger ?? false, loading: busy }}
      onOk={() => void confirm()}
      onCancel={props.onClose}
      width={480}
    >
      <div
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          void confirm();
        }}
      >
        <p>{props.explanation}</p>
        <Form.Item
          label="理由"
          labelCol={LABEL}
          htmlFor="gwt-approval-reason"
          required
          validateStatus={noReason ? 'error' : ''}
          help={noReason ? '请写明理由（至少两个字）。' : null}
        >
          <GrowingText
            id="gwt-approval-reason"
            data-first=""
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
        <Form.Item
          label="批准人"
          labelCol={LABEL}
          htmlFor="gwt-approval-by"
          required
          validateStatus={noApproval ? 'error' : ''}
          help={noApproval ? '请填写批准人。' : null}
        >
          <Input
            id="gwt-approval-by"
            value={approvedBy}
            maxLength={30}
            onChange={(event) => setApprovedBy(event.target.value)}
          />
        </Form.Item>
      </div>
    </Dialog>
  );
}
