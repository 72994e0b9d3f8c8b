import { useEffect, useEffectEvent, useState } from 'react';
import type { ProgressEvent } from '../../shared/ipc/channels.ts';

interface JobOptions {
  /** Its name; without one it gets its own. */
  readonly job?: string;
  /** How much there is to do, until the work itself says so. */
  readonly total?: number;
}

/** One long job at a time, with its progress and the way to stop it. */
export interface Job {
  /** Null when nothing runs. */
  readonly running: ProgressEvent | null;
  readonly stopping: boolean;
  readonly start: <T>(label: string, work: (job: string) => Promise<T>, options?: JobOptions) => Promise<T>;
  readonly stop: () => void;
}

/** @param cancel the slice's own way to stop a job; a failure of it leaves the job running */
export function useJob(cancel: (job: string) => Promise<unknown>): Job {
  const [running, setRunning] = useState<ProgressEvent | null>(null);
  const [stopping, setStopping] = useState(false);
  const follow = useEffectEvent((event: ProgressEvent) => {
    if (event.job === running?.job) setRunning(event);
  });
  useEffect(() => window.app.onProgress((event) => follow(event)), []);
  return {
    running,
    stopping,
    start: async (label, work, { job = crypto.randomUUID(), total = 1 } = {}) => {
      setStopping(false);
      setRunning({ job, done: 0, total, label });
      try {
        return await work(job);
      } finally {
        setRunning(null);
      }
    },
    stop: () => {
      if (running === null) return;
      setStopping(true);
      void cancel(running.job).catch(() => setStopping(false));
    },
  };
}
