import { useState } from 'react';
import { Form, Input } from 'antd';
import { Dialog } from '../../ui/Dialog.tsx';

interface NameTakenDialogProps {
  readonly name: string;
  readonly proposedName: string;
  /** Answers the fault of the name, or null when it was stored. */
  readonly onSave: (name: string) => Promise<string | null>;
  readonly onClose: () => void;
}

/** An imported template whose name is taken becomes a copy under another name, or nothing at all. */
export function NameTakenDialog({ name, proposedName, onSave, onClose }: NameTakenDialogProps) {
  const [typed, setTyped] = useState(proposedName);
  const [fault, setFault] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    if (typed.trim() === '') setFault('请填写模板名称');
    else setFault(await onSave(typed));
  };
  return (
    <Dialog
      title="已有同名的模板"
      okText="另存为副本"
      onOk={() => void save()}
      onCancel={onClose}
      width={440}
    >
      <p>本单位已有模板“{name}”，不会被覆盖。导入的这一个可以换个名称存为副本。</p>
      <Form.Item
        label="新名称"
        htmlFor="gwt-copy-name"
        validateStatus={fault === null ? '' : 'error'}
        help={fault}
      >
        <span data-first="">
          <Input
            id="gwt-copy-name"
            value={typed}
            maxLength={40}
            onChange={(event) => {
              setTyped(event.target.value);
              setFault(null);
            }}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) void save();
            }}
          />
        </span>
      </Form.Item>
    </Dialog>
  );
}
