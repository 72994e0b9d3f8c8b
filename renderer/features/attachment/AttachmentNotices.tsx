import { Button } from 'antd';
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
        <div key={id} className="gwt-attach-note">
          <span>{text}</span>
          <Button
            size="small"
            type="text"
            onClick={() => setNotices((before) => before.filter((notice) => notice.id !== id))}
          >
            知道了
          </Button>
        </div>
      ))}
    </div>,
    document.getElementById('layers') ?? document.body,
  );
}
