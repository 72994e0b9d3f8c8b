import { useState } from 'react';
import { api, messageOf } from '../../../../app/api.ts';
import { useJob } from '../../../../app/use-job.ts';
import type { Job } from '../../../../app/use-job.ts';

type Order = Omit<Parameters<typeof api.document.printTo>[0], 'job'>;
type Result = Awaited<ReturnType<typeof api.document.printTo>>;

export interface PrintJob extends Pick<Job, 'running' | 'stopping' | 'stop'> {
  readonly error: string | null;
  /** Undefined when it failed; `error` then says why. */
  readonly start: (order: Order) => Promise<Result | undefined>;
}

/** Printing a document: one job at a time. */
export function usePrintJob(): PrintJob {
  const { running, stopping, stop, start } = useJob((job) => api.document.cancelPrint({ job }));
  const [error, setError] = useState<string | null>(null);
  return {
    running,
    stopping,
    stop,
    error,
    start: async (order) => {
      setError(null);
      try {
        return await start('正在排版', (job) => api.document.printTo({ ...order, job }), {
          total: order.copies,
        });
      } catch (failure) {
        setError(messageOf(failure));
        return undefined;
      }
    },
  };
}
