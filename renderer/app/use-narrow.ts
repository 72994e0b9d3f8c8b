import { useSyncExternalStore } from 'react';

/** Under this width (enlarged text, small windows) the navigation keeps to its icons. */
const NARROW = '(max-width: 1099px)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
}
