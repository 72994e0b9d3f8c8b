import { useState } from 'react';
import { Button } from 'antd';
import type { ExportSource } from '../../../shared/features/exchange-export.ts';
import { useHotKeys } from '../../app/hot-keys.ts';
import { RegisterDialog } from './RegisterDialog.tsx';

type SourceOf<L extends ExportSource['list']> = Extract<ExportSource, { list: L }>;

/** `filter` and `sort` are those of the list on the screen. */
type PrintRegisterButtonProps = {
  [L in ExportSource['list']]: {
    readonly register: L;
    readonly filter: SourceOf<L>['filter'];
    readonly sort: SourceOf<L>['sort'];
  };
}[ExportSource['list']];

/** 打印登记簿: the list as it is filtered and sorted now, as the pages of the book. */
export function PrintRegisterButton(props: PrintRegisterButtonProps) {
  const [open, setOpen] = useState(false);
  const show = (): void => setOpen(true);
  useHotKeys([
    { keys: '$mod+Shift+p', shown: 'Ctrl+Shift+P', label: '打印登记簿', whileTyping: true, run: show },
  ]);
  return (
    <>
      <Button type="text" title="打印登记簿（Ctrl+Shift+P）" onClick={show}>
        打印登记簿
      </Button>
      {open ? <RegisterDialog source={sourceOf(props)} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function sourceOf(props: PrintRegisterButtonProps): ExportSource {
  return props.register === 'incoming'
    ? { list: 'incoming', filter: props.filter, sort: props.sort }
    : { list: 'outgoing', filter: props.filter, sort: props.sort };
}
