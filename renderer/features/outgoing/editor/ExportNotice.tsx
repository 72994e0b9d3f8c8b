import { useRef } from 'react';
import { App, Button, Space } from 'antd';
import type { z } from 'zod';
import type { exportedFileSchema } from '../../../../shared/features/document.ts';
import { api, messageOf } from '../../../app/api.ts';

type ExportedFile = z.output<typeof exportedFileSchema>;

const SHOWN_SECONDS = 12;

const KEY = 'exported';

interface ExportNotice {
  readonly tell: (files: readonly ExportedFile[]) => void;
  /** False when there is none to close. */
  readonly close: () => boolean;
}

/** Tells where the files went and opens them or their folder; one at a time. */
export function useExportNotice(): ExportNotice {
  const { notification, message } = App.useApp();
  const open = useRef(false);
  const act = (file: ExportedFile, how: 'open' | 'reveal'): void => {
    api.document
      .openExported({ token: file.token, how })
      .catch((error: unknown) => message.error(messageOf(error)));
  };
  return {
    tell: (files) => {
      open.current = true;
      notification.success({
        key: KEY,
        title: `已导出 ${files.length} 个文件`,
        duration: SHOWN_SECONDS,
        placement: 'bottomRight',
        onClose: () => {
          open.current = false;
        },
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
    },
    close: () => {
      const wasOpen = open.current;
      open.current = false;
      notification.destroy(KEY);
      return wasOpen;
    },
  };
}
