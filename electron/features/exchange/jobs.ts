import { AppError } from '../../../shared/ipc/errors.ts';

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
