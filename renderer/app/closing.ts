import type { Bridge } from '../../shared/ipc/channels.ts';

/** Everything that still holds something unsaved when the window closes or is hidden. */
const flushes = new Set<() => Promise<void>>();

/** Registers work to finish before the window closes; answers the way to take it back. */
export function onClosing(flush: () => Promise<void>): () => void {
  flushes.add(flush);
  return () => flushes.delete(flush);
}

export async function flushAll(): Promise<void> {
  await Promise.allSettled([...flushes].map((flush) => flush()));
}

/** The window waits for these promises; hiding the page saves as well, in case no more time comes. */
export function flushWhenLeaving(bridge: Bridge): void {
  bridge.onClosing(flushAll);
  window.addEventListener('pagehide', () => void flushAll());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushAll();
  });
}
