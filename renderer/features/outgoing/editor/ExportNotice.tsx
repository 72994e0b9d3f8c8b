import { App, Button, Space } from 'antd';
import type { z } from 'zod';
import type { exportedFileSchema } from '../../../../shared/features/document.ts';
import { api, messageOf } from '../../../app/api.ts';

type ExportedFile = z.output<typeof exportedFileSchema>;

const SHOWN_SECONDS = 12;

/** Tells where the files went and opens them or their folder. */
export function useExportNotice() {
  const { notification, message } = App.useApp();
  const act = (file: ExportedFile, how: 'open' | 'reveal'): void => {
    api.document
      .openExported({ token: file.token, how })
      .catch((error: unknown) => message.error(messageOf(error)));
  };
  return (files: readonly ExportedFile[]): void => {
    notification.success({
      title: `已导出 ${files.length} 个文件`,
      duration: SHOWN_SECONDS,
      placement: 'bottomRight',
      description: files.map((file) => (
        <div key={file.token} className="gwt-exported">
          <div title={file.folder}>{file.name}</div>
          <Space>
            <Button onClick={() => act(file, 'open')}>打开</Button>
            <Button onClick={() => act(file, 'reveal')}>所在文件夹</Button>
          </Space>
        </div>
      )),
    });
  };
}
