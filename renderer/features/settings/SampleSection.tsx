import { useState } from 'react';
import { App, Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { officeGet } from './queries.ts';
import { useAttempt } from './use-attempt.ts';

export function SampleSection() {
  const office = useQuery(officeGet()).data;
  const { modal } = App.useApp();
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<string>): Promise<void> => {
    setBusy(true);
    await attempt(work);
    setBusy(false);
  };
  const remove = (): void => {
    modal.confirm({
      title: '移除示例数据？',
      content: '只移除带“示例”标记的公文、人员和代字，您自己的内容不受影响。',
      okText: '移除示例',
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
      onOk: () => run(async () => `已移除 ${(await api.office.removeSample()).documents} 件示例公文。`),
    });
  };
  if (office === undefined) return null;
  return (
    <>
      <p>示例数据是几件写好的公文，用来熟悉操作。它们都带“示例”标记，用单独的代字，不占用您的发文字号。</p>
      {office.sampleLoaded ? (
        <Button danger loading={busy} onClick={remove}>
          移除示例数据…
        </Button>
      ) : (
        <Button
          type="primary"
          loading={busy}
          onClick={() =>
            void run(async () => `已装入 ${(await api.office.loadSample()).documents} 件示例公文。`)
          }
        >
          装入示例数据
        </Button>
      )}
    </>
  );
}
