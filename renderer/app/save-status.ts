import { useSyncExternalStore } from 'react';

/** What the status bar says about saving; the open editor writes it. */
export interface SaveStatus {
  readonly kind: 'saved' | 'dirty' | 'saving' | 'failed' | 'conflict';
  readonly text: string;
}

const NOTHING_OPEN: SaveStatus = { kind: 'saved', text: '已保存' };
let current = NOTHING_OPEN;
const listeners = new Set<() => void>();

export function showSaveStatus(status: SaveStatus | null): void {
  const next = status ?? NOTHING_OPEN;
  if (next.kind === current.kind && next.text === current.text) return;
  current = next;
  for (const listener of listeners) listener();
}

export function useSaveStatus(): SaveStatus {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
