import { useState } from 'react';
import { isCancelled, messageOf } from '../../app/api.ts';

export interface Attempt {
  /** Why the last one failed; null when it did not. */
  readonly fault: string | null;
  readonly clear: () => void;
  /** Runs a command; answers whether it was done. */
  readonly attempt: (run: () => Promise<unknown>) => Promise<boolean>;
}

/** Commands whose failure is shown where they were given. */
export function useAttempt(): Attempt {
  const [fault, setFault] = useState<string | null>(null);
  return {
    fault,
    clear: () => setFault(null),
    attempt: async (run) => {
      setFault(null);
      try {
        await run();
        return true;
      } catch (error) {
        if (!isCancelled(error)) setFault(messageOf(error));
        return false;
      }
    },
  };
}
