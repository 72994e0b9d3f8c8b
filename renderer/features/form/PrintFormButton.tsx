import { useState } from 'react';
import { Button } from 'antd';
import type { CodedKind } from '../../../shared/domain/item-code.ts';
import { useHotKeys } from '../../app/hot-keys.ts';
import { FormDialog } from './FormDialog.tsx';

interface PrintFormButtonProps {
  readonly kind: CodedKind;
  readonly id: string;
  /** False where Ctrl+P prints something else: the document itself. */
  readonly hotKey?: boolean;
  readonly disabled?: boolean;
}

/** 打印表单: the forms of an item (文件处理单, 传阅单, 发文稿纸 …), looked at, printed or saved as PDF. */
export function PrintFormButton({ kind, id, hotKey = true, disabled = false }: PrintFormButtonProps) {
  const [open, setOpen] = useState(false);
  const show = (): void => {
    if (!disabled && id !== '') setOpen(true);
  };
  const key = { keys: '$mod+p', shown: 'Ctrl+P', label: '打印表单', whileTyping: true, run: show };
  useHotKeys(hotKey ? [key] : []);
  const name = kind === 'outgoing' ? '打印稿纸' : '打印表单';
  return (
    <>
      <Button disabled={disabled || id === ''} title={hotKey ? `${name}（Ctrl+P）` : name} onClick={show}>
        {name}
      </Button>
      {open ? <FormDialog kind={kind} id={id} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
