import { Button, Progress } from 'antd';
import type { Job } from '../../app/use-job.ts';

/** How far the laying out or printing of a register has come, and the way to stop it. */
export function RegisterProgress({ job: { running, stopping, stop } }: { readonly job: Job }) {
  if (running === null) return <div />;
  const { done, total, label } = running;
  return (
    <div className="gwt-print-progress">
      <Progress percent={Math.round((done / Math.max(total, 1)) * 100)} aria-label="登记簿进度" />
      <p role="status">
        {stopping ? '正在停下…' : `${label}…`}
        {total > 1 ? ` ${done} / ${total}` : ''}
      </p>
      <Button data-first="" disabled={stopping} onClick={stop}>
        停止
      </Button>
    </div>
  );
}
