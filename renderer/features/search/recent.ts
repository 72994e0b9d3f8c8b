import { z } from 'zod';
import { useViewState } from '../../app/view-state.ts';

const KEPT = 10;

/** What was searched for last on this computer, the newest first. */
export function useRecentSearches(): {
  readonly recent: readonly string[];
  readonly remember: (text: string) => void;
  readonly forget: () => void;
} {
  const [recent, setRecent] = useViewState('search.recent', z.array(z.string().max(200)), []);
  return {
    recent,
    remember: (text) => {
      const words = text.trim();
      // A single letter on the way to a word is not worth keeping.
      if (Array.from(words).length < 2) return;
      setRecent([words, ...recent.filter((one) => one !== words)].slice(0, KEPT));
    },
    forget: () => setRecent([]),
  };
}
