import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

/** Name under which the watch of work copies tells what it did. */
const NOTICE_JOB = 'attachment.notice';
/** Long enough to be read from across the desk; milliseconds. */
const SHOWN_FOR = 12_000;

/** “已收回为第 2 版” over whatever is on the screen. */
export function AttachmentNotices() {
  const [notices, setNotices] = useState<readonly { readonly id: string; readonly text: string }[]>([]);
  useEffect(
    () =>
      window.app.onProgress(({ job, label }) => {
        if (job !== NOTICE_JOB) return;
        const id = crypto.randomUUID();
        setNotices((before) => [...before, { id, text: label }]);
        setTimeout(() => setNotices((before) => before.filter((notice) => notice.id !== id)), SHOWN_FOR);
      }),
    [],
  );
  if (notices.length === 0) return null;
  return createPortal(
    <div className="gwt-attach-notice" role="status">
      {notices.map(({ id, text }) => (
        <Alert
          key={id}
          type="info"
          showIcon
          title={text}
          closable={{
            'aria-label': '关闭提示',
            onClose: () => setNotices((before) => before.filter((notice) => notice.id !== id)),
          }}
        />
      ))}
    </div>,
    document.getElementById('layers') ?? document.body,
  );
}
