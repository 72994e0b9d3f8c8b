import { useState } from 'react';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { momentOf, sizeOf } from '../../app/format.ts';
import { systemStatus } from '../../app/system-status.ts';
import { BackupTable } from './BackupTable.tsx';
import { backupList } from './queries.ts';
import { useAttempt } from './use-attempt.ts';

export function BackupSection() {
  const status = useQuery(systemStatus()).data;
  const backups = useQuery(backupList()).data ?? [];
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const backUp = async (): Promise<void> => {
    setBusy(true);
    await attempt(
      async () => `已备份（${sizeOf((await api.system.backupNow()).bytes)}），并已检查可以恢复。`,
    );
    setBusy(false);
  };
  const openFolder = (which: 'data' | 'backups'): void => {
    void attempt(async () => {
      await api.system.openFolder({ which });
      return undefined;
    });
  };
  return (
    <>
      <dl className="gwt-facts">
        <dt>数据文件夹</dt>
        <dd>{status?.dataFolder}</dd>
        <dt>完整性检查</dt>
        <dd>{integrityText(status?.integrity ?? null)}</dd>
      </dl>
      <p className="gwt-toolbar-line">
        <Button type="primary" loading={busy} onClick={() => void backUp()}>
          现在备份
        </Button>
        <Button onClick={() => openFolder('data')}>打开数据文件夹</Button>
        <Button onClick={() => openFolder('backups')}>打开备份文件夹</Button>
      </p>
      <p className="gwt-soft">每天首次打开时自动备份。换电脑时，把备份文件拷过去，从备份恢复即可。</p>
      <BackupTable
        backups={backups}
        onError={(cause) =>
          void attempt(() => Promise.reject(cause instanceof Error ? cause : new Error(String(cause))))
        }
      />
    </>
  );
}

function integrityText(integrity: { readonly at: number; readonly ok: boolean } | null) {
  if (integrity === null) return '还没有做过，程序会自动检查。';
  if (integrity.ok) return `${momentOf(integrity.at)} 检查，数据完好。`;
  return (
    <span className="gwt-severity-error">
      ✕ {momentOf(integrity.at)} 检查发现数据有损坏。请先复制整个数据文件夹，再从最近的备份恢复。
    </span>
  );
}
