/** Long jobs by the name their caller gave them, so that they can be stopped. */
const running = new Map<string, AbortController>();

/** Does the work under a name; its signal is aborted by `cancelJob` and when the program quits. */
export async function runJob<T>(job: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  running.set(job, controller);
  try {
    return await work(controller.signal);
  } finally {
    if (running.get(job) === controller) running.delete(job);
  }
}

/** A job that has ended meanwhile is no error. */
export function cancelJob(job: string): void {
  running.get(job)?.abort();
}

/** Before the program quits: what has not begun does not begin any more, what is done is still written down. */
export function cancelAllJobs(): void {
  for (const controller of running.values()) controller.abort();
}
