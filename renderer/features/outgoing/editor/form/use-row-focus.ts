import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

interface RowFocus {
  /** Holds the rows, each marked with `data-row`, and after them the button that adds one. */
  readonly list: RefObject<HTMLDivElement | null>;
  /** Once the change is on the screen, the row at this place has the focus, else the last one, else the button. */
  readonly focusRow: (index: number) => void;
}

/** Keeps the focus with rows that come and go: without it, it would fall back to the page. */
export function useRowFocus(): RowFocus {
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === null) return;
    const rows = [...(list.current?.querySelectorAll('[data-row]') ?? [])];
    const row = rows[wanted.current] ?? rows.at(-1);
    wanted.current = null;
    const field = row?.querySelector<HTMLElement>('input, textarea');
    (field ?? list.current?.querySelector<HTMLElement>(':scope > button'))?.focus();
  });
  return {
    list,
    focusRow: (index) => {
      wanted.current = index;
    },
  };
}
