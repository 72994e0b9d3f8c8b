import { Button } from 'antd';
import { Dialog } from '../../ui/Dialog.tsx';

interface UnsavedDialogProps {
  readonly name: string;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onStay: () => void;
}

/** Leaving a changed template: nothing is lost and nothing is saved without a word. */
export function UnsavedDialog({ name, onSave, onDiscard, onStay }: UnsavedDialogProps) {
  return (
    <Dialog
      title="修改还没有保存"
      onCancel={onStay}
      width={420}
      footer={[
        <Button key="stay" onClick={onStay}>
          继续修改
        </Button>,
        <Button key="discard" danger onClick={onDiscard}>
          不保存
        </Button>,
        <Button key="save" type="primary" data-first="" onClick={onSave}>
          保存
        </Button>,
      ]}
    >
      <p>{name === '' ? '新模板' : `模板“${name}”`}有修改没有保存。要先保存吗？</p>
    </Dialog>
  );
}
