import { useCallback, useState } from 'react';
import type { z } from 'zod';
import { api } from './api.ts';

/**
 * Where the person was: route, filters, widths, appearance. Read once at start; this page is the
 * only writer, so later reads come from memory and writes go out a moment after the last change.
 */
const values = new Map<string, string>();
const waiting = new Map<string, ReturnType<typeof setTimeout>>();
const WRITE_AFTER_MS = 300;

export async function loadViewState(): Promise<void> {
  for (const [key, value] of Object.entries(await api.system.viewState())) values.set(key, value);
}

/** The stored value of a key, checked by its schema; undefined when absent or of an older shape. */
export function readViewState<T>(key: string, schema: z.ZodType<T>): T | undefined {
  const stored = values.get(key);
  if (stored === undefined) return undefined;
  try {
    const parsed = schema.safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

async function send(key: string): Promise<void> {
  clearTimeout(waiting.get(key));
  waiting.delete(key);
  // Losing a column width is no reason to disturb anyone.
  await api.system.saveViewState({ key, value: values.get(key) ?? '' }).catch(() => undefined);
}

export function writeViewState(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  if (values.get(key) === text) return;
  values.set(key, text);
  clearTimeout(waiting.get(key));
  waiting.set(
    key,
    setTimeout(() => void send(key), WRITE_AFTER_MS),
  );
}

/** Sends what still waits; called when the page is hidden or closed. */
export async function flushViewState(): Promise<void> {
  await Promise.all([...waiting.keys()].map(send));
}

/** A piece of state that survives a restart. */
export function useViewState<T>(key: string, schema: z.ZodType<T>, initial: T): [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => readViewState(key, schema) ?? initial);
  const change = useCallback(
    (next: T) => {
      setValue(next);
      writeViewState(key, next);
    },
    [key],
  );
  return [value, change];
}
