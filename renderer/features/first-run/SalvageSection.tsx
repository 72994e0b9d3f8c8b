import { useState } from 'react';
import { Alert, App, Button } from 'antd';
import { api } from '../../app/api.ts';

/** The way out without a good backup: what can be read goes into a fresh file, the damaged one stays. */
export function SalvageSection({ onError }: { readonly onError: (cause: unknown) => void }) {
  const { modal } = App.useApp();
  const [result, setResult] = useState<{ rows: number; lost: number } | null>(null);
  const salvage = (): void => {
    modal.confirm({
      title: '抢救可读的内容？',
      content:
        '把损坏文件中还能读出的内容抢救到新文件，读不出的会丢失；原文件另存保留，不改动。程序随后自动重新打开。',
      okText: '抢救并重新打开',
      autoFocusButton: 'cancel',
      onOk: () => api.system.salvage().then(setResult, onError),
    });
  };
  return (
    <>
      <h2>抢救可读的内容</h2>
      <p>
        没有合适的备份时用：把还能读出的内容抢救到新文件，损坏的原文件另存保留。有近期备份时，请先用备份。
      </p>
      <p>
        <Button onClick={salvage}>抢救可读的内容…</Button>
      </p>
      {result === null ? null : (
        <Alert
          type={result.lost === 0 ? 'success' : 'warning'}
          showIcon
          role="status"
          title={
            result.lost === 0
              ? `已抢救 ${result.rows} 条记录，没有发现丢失。程序正在重新打开。`
              : `已抢救 ${result.rows} 条记录，至多丢失 ${result.lost} 条。程序正在重新打开。`
          }
        />
      )}
    </>
  );
}
