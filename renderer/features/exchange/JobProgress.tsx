import { Button, Progress } from 'antd';
import type { Job } from '../../app/use-job.ts';

interface JobProgressProps {
  readonly job: Job;
  readonly name: string;
}

/** How far a long job has come, and the way to stop it. */
export function JobProgress({ job: { running, stopping, stop }, name }: JobProgressProps) {
  if (running === null) return null;
  const { done, total, label } = running;
  return (
    <div className="gwt-job">
      <Progress percent={Math.round((done / Math.max(total, 1)) * 100)} aria-label={`${name}进度`} />
      <p role="status">{stopping ? '正在停下…' : `${label}…`}</p>
      <Button data-first="" disabled={stopping} onClick={stop}>
        停止
      </Button>
    </div>
  );
}
