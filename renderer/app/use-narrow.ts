import { useCallback, useSyncExternalStore } from 'react';

/** Under this width (enlarged text, small windows) the navigation keeps to its icons. */
const NARROW = '(max-width: 1099px)';

/** From this width on a list has room for all columns of the paper book. */
const WIDE = '(min-width: 1680px)';

/** Whether a media query holds now. */
export function useMedia(media: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const query = window.matchMedia(media);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    [media],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(media).matches);
}

export function useNarrow(): boolean {
  return useMedia(NARROW);
}

export function useWide(): boolean {
  return useMedia(WIDE);
}
