import { useState } from 'react';
import { Alert, Button } from 'antd';
import type { SystemStatus } from '../../../shared/features/system.ts';
import { api, messageOf } from '../../app/api.ts';
import { BackupTable } from '../settings/BackupTable.tsx';
import { SalvageSection } from './SalvageSection.tsx';

/** The data could not be opened: what happened, what was kept, and the backups to go back to. */
export function FailureScreen({ status }: { readonly status: SystemStatus }) {
  const [error, setError] = useState<string | null>(null);
  const failure = status.failure;
  const attempt = (work: Promise<unknown>): void => {
    work.catch((cause: unknown) => setError(messageOf(cause)));
  };
  return (
    <main className="gwt-notice gwt-failure">
      <h1>数据没有打开</h1>
      <Alert type="error" showIcon role="alert" title={failure?.message ?? '原因不明。'} />
      <p>
        数据文件保持原样，没有改动，也没有删除。
        {failure === undefined ? null : <>问题编号：{failure.ref}</>}
      </p>
      <p>
        <Button onClick={() => attempt(api.system.openFolder({ which: 'data' }))}>打开数据文件夹</Button>{' '}
        <Button onClick={() => attempt(api.system.openFolder({ which: 'backups' }))}>打开备份文件夹</Button>
      </p>
      {error === null ? null : <Alert type="error" showIcon title={error} />}
      <h2>从备份恢复</h2>
      <p>恢复前会先把现在的文件另存一份，然后程序自动重新打开。</p>
      <BackupTable backups={failure?.backups ?? []} onError={(cause) => setError(messageOf(cause))} />
      {failure?.code === 'DATABASE_DAMAGED' ? (
        <SalvageSection onError={(cause) => setError(messageOf(cause))} />
      ) : null}
    </main>
  );
}
