import { useSyncExternalStore } from 'react';

/** Under this width (enlarged text, small windows) the navigation keeps to its icons. */
const NARROW = '(max-width: 1099px)';

/** From this width on a list has room for all columns of the paper book. */
const WIDE = '(min-width: 1680px)';

function subscriber(media: string) {
  return (listener: () => void): (() => void) => {
    const query = window.matchMedia(media);
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  };
}
const narrow = subscriber(NARROW);
const wide = subscriber(WIDE);

export function useNarrow(): boolean {
  return useSyncExternalStore(narrow, () => window.matchMedia(NARROW).matches);
}

export function useWide(): boolean {
  return useSyncExternalStore(wide, () => window.matchMedia(WIDE).matches);
}
