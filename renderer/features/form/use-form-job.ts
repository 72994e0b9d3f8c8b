import { useEffect, useEffectEvent, useState } from 'react';
import type { ProgressEvent } from '../../../shared/ipc/channels.ts';
import { api } from '../../app/api.ts';

/** One printing or laying out at a time, with its progress and the way to stop it. */
export interface FormJob {
  /** Null when nothing runs. */
  readonly running: ProgressEvent | null;
  readonly stopping: boolean;
  readonly start: <T>(label: string, work: (job: string) => Promise<T>, job?: string) => Promise<T>;
  readonly stop: () => void;
}

export function useFormJob(): FormJob {
  const [running, setRunning] = useState<ProgressEvent | null>(null);
  const [stopping, setStopping] = useState(false);
  const follow = useEffectEvent((event: ProgressEvent) => {
    if (event.job === running?.job) setRunning(event);
  });
  useEffect(() => window.app.onProgress((event) => follow(event)), []);
  return {
    running,
    stopping,
    start: async (label, work, job = crypto.randomUUID()) => {
      setStopping(false);
      setRunning({ job, done: 0, total: 1, label });
      try {
        return await work(job);
      } finally {
        setRunning(null);
      }
    },
    stop: () => {
      if (running === null) return;
      setStopping(true);
      void api.form.cancelJob({ job: running.job }).catch(() => setStopping(false));
    },
  };
}
