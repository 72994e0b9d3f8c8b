import { useState } from 'react';
import { Button } from 'antd';
import type { ListSource } from '../../../shared/features/exchange-export.ts';
import { useHotKeys } from '../../app/hot-keys.ts';
import { useExportNotice } from '../outgoing/editor/ExportNotice.tsx';
import { ExportListDialog } from './ExportListDialog.tsx';

/** 导出: the list as it is filtered and sorted now, to Excel. `list`, `filter` and `sort` are those of the screen. */
export function ExportButton(source: ListSource) {
  const [open, setOpen] = useState(false);
  const notice = useExportNotice();
  useHotKeys([
    { keys: '$mod+e', shown: 'Ctrl+E', label: '导出到 Excel', whileTyping: false, run: () => setOpen(true) },
  ]);
  return (
    <>
      <Button type="text" title="导出到 Excel（Ctrl+E）" onClick={() => setOpen(true)}>
        导出
      </Button>
      {open ? (
        <ExportListDialog
          source={source}
          onClose={() => setOpen(false)}
          onDone={({ file }) => {
            setOpen(false);
            notice.tell([file]);
          }}
        />
      ) : null}
    </>
  );
}
