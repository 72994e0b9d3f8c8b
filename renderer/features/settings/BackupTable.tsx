import { App, Button, Table } from 'antd';
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
    <Table
      rowKey="id"
      size="small"
      pagination={false}
      scroll={{ y: 320 }}
      dataSource={[...backups]}
      locale={{ emptyText: '还没有备份。' }}
      columns={[
        { title: '时间', dataIndex: 'at', render: (at: number) => momentOf(at) },
        { title: '种类', dataIndex: 'kind', width: 100, render: (kind: Backup['kind']) => KINDS[kind] },
        { title: '大小', dataIndex: 'bytes', width: 100, align: 'right', render: (bytes: number) => sizeOf(bytes) },
        {
          title: '',
          key: 'restore',
          width: 90,
          render: (_, backup) => (
            <Button
              aria-label={`恢复到 ${momentOf(backup.at)} 的备份`}
              onClick={() => restore(backup)}
            >
              恢复…
            </Button>
          ),
        },
      ]}
    />
  );
}
