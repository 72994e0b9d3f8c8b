import { App, Button } from 'antd';
import { PlainTable } from '../../ui/PlainTable.tsx';
import type { Backup } from '../../../shared/features/system.ts';
import { api } from '../../app/api.ts';
import { momentOf, sizeOf } from '../../app/format.ts';

interface BackupTableProps {
  readonly backups: readonly Backup[];
  readonly onError: (cause: unknown) => void;
}

const KINDS: Readonly<Record<Backup['kind'], string>> = {
  daily: '每日自动',
  manual: '手动',
  'pre-migration': '升级前',
  'pre-restore': '恢复前',
};

/** Backups, newest first, each with the way back to it. */
export function BackupTable({ backups, onError }: BackupTableProps) {
  const { modal } = App.useApp();
  const restore = (backup: Backup): void => {
    modal.confirm({
      title: '恢复到这份备份？',
      content: `将回到 ${momentOf(backup.at)} 的内容，此后的修改不再显示。现在的数据会先另存一份，程序随后自动重新打开。`,
      okText: '恢复并重新打开',
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
      onOk: () => api.system.restoreBackup({ id: backup.id }).catch(onError),
    });
  };
  return (
    <PlainTable
      label="备份"
      rows={backups}
      keyOf={(backup) => backup.id}
      empty="还没有备份。"
      columns={[
        { title: '时间', render: (backup) => momentOf(backup.at) },
        { title: '种类', width: 110, render: (backup) => KINDS[backup.kind] },
        { title: '大小', width: 110, align: 'right', render: (backup) => sizeOf(backup.bytes) },
        {
          title: '',
          width: 100,
          render: (backup) => (
            <Button aria-label={`恢复到 ${momentOf(backup.at)} 的备份`} onClick={() => restore(backup)}>
              恢复…
            </Button>
          ),
        },
      ]}
    />
  );
}
