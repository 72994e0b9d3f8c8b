import { AppError } from '../../../shared/ipc/errors.ts';

/** Long jobs by the name their caller gave them, so that they can be stopped. */
const running = new Map<string, AbortController>();

/** Does the work under a name; its signal is aborted by `cancelJob`. */
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

/** @throws AppError CANCELLED, with what was kept */
export function stopWhenCancelled(signal: AbortSignal, message: string): void {
  if (signal.aborted) throw new AppError('CANCELLED', message);
}

/** Lets waiting calls and the window go first, between two slices of long work. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
