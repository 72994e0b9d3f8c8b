import { useEffect, useEffectEvent, useState } from 'react';
import type { ProgressEvent } from '../../../../../shared/ipc/channels.ts';
import { api, messageOf } from '../../../../app/api.ts';

type Order = Omit<Parameters<typeof api.document.printTo>[0], 'job'>;
type Result = Awaited<ReturnType<typeof api.document.printTo>>;

export interface PrintJob {
  /** Null when nothing is being printed. */
  readonly running: ProgressEvent | null;
  readonly stopping: boolean;
  readonly error: string | null;
  /** Undefined when it failed; `error` then says why. */
  readonly start: (order: Order) => Promise<Result | undefined>;
  readonly stop: () => void;
}

/** One job at a time, with its progress and the way to stop it. */
export function usePrintJob(): PrintJob {
  const [running, setRunning] = useState<ProgressEvent | null>(null);
  const [stopping, setStopping] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const follow = useEffectEvent((event: ProgressEvent) => {
    if (event.job === running?.job) setRunning(event);
  });
  useEffect(() => window.app.onProgress((event) => follow(event)), []);
  return {
    running,
    stopping,
    error,
    start: async (order) => {
      const job = crypto.randomUUID();
      setError(null);
      setStopping(false);
      setRunning({ job, done: 0, total: order.copies, label: '正在排版' });
      try {
        return await api.document.printTo({ ...order, job });
      } catch (failure) {
        setError(messageOf(failure));
        return undefined;
      } finally {
        setRunning(null);
      }
    },
    stop: () => {
      if (running === null) return;
      setStopping(true);
      void api.document.cancelPrint({ job: running.job }).catch(() => setStopping(false));
    },
  };
}
