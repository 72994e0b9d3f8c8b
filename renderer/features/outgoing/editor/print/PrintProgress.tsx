import { Button, Progress } from 'antd';
import type { ProgressEvent } from '../../../../../shared/ipc/channels.ts';

interface PrintProgressProps {
  readonly running: ProgressEvent;
  readonly stopping: boolean;
  readonly onStop: () => void;
}

export function PrintProgress({ running, stopping, onStop }: PrintProgressProps) {
  const { done, total, label } = running;
  return (
    <div className="gwt-print-progress">
      <Progress
        percent={Math.round((done / total) * 100)}
        format={() => `${done} / ${total} 份`}
        aria-label="打印进度"
      />
      <p role="status">{stopping ? '这一份送完就停…' : label}</p>
      <Button data-first="" disabled={stopping} onClick={onStop}>
        停止
      </Button>
      <p className="gwt-soft">
        “停止”之后不再送新的一份；已经送到打印机的，请在打印机或系统的打印队列里取消。
      </p>
    </div>
  );
}
