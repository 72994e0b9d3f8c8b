/** When unsaved text is written: after a pause in typing, and at the latest after this long. */
export const PAUSE_MS = 1500;
export const LATEST_MS = 5000;

export type AutosaveStatus =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'conflict' };

interface AutosaveOptions {
  /** Writes what is in the editor now over the version it was read from. */
  readonly save: (rowVersion: number) => Promise<{ readonly rowVersion: number; readonly savedAt: number }>;
  readonly isConflict: (error: unknown) => boolean;
  readonly rowVersion: number;
  readonly onStatus: (status: AutosaveStatus) => void;
}

export interface Autosave {
  /** Something changed. */
  readonly touch: () => void;
  /** Saves now whatever is unsaved; true when nothing is unsaved afterwards. */
  readonly flush: () => Promise<boolean>;
  /** A command gave the item a new version (numbered, taken over from the other side). */
  readonly adopt: (rowVersion: number) => void;
  readonly rowVersion: () => number;
  readonly isDirty: () => boolean;
  readonly status: () => AutosaveStatus;
  readonly dispose: () => void;
}

/**
 * Timing of saving, apart from screens: at most one save runs at a time, what changes meanwhile is
 * saved afterwards, a failure keeps the text and tries again, a conflict stops until the person decides.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
  let version = options.rowVersion;
  let dirtySince: number | null = null;
  let edits = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let disposed = false;
  let status: AutosaveStatus = { kind: 'saved', at: null };

  const show = (next: AutosaveStatus): void => {
    status = next;
    if (!disposed) options.onStatus(next);
  };
  const schedule = (delay: number): void => {
    clearTimeout(timer);
    if (!disposed) timer = setTimeout(() => void flush(), delay);
  };
  const run = async (): Promise<void> => {
    clearTimeout(timer);
    const savedEdits = edits;
    show({ kind: 'saving' });
    try {
      const result = await options.save(version);
      version = result.rowVersion;
      if (edits === savedEdits) {
        dirtySince = null;
        show({ kind: 'saved', at: result.savedAt });
      } else {
        dirtySince = Date.now();
        show({ kind: 'dirty' });
        schedule(PAUSE_MS);
      }
    } catch (error) {
      if (options.isConflict(error)) {
        show({ kind: 'conflict' });
        return;
      }
      show({ kind: 'failed', error });
      schedule(LATEST_MS);
    }
  };
  const flush = async (): Promise<boolean> => {
    if (running !== null) await running;
    if (dirtySince === null) return true;
    if (status.kind === 'conflict') return false;
    running ??= run().finally(() => {
      running = null;
    });
    await running;
    return dirtySince === null;
  };
  return {
    touch: () => {
      edits += 1;
      dirtySince ??= Date.now();
      if (status.kind === 'conflict' || running !== null) return;
      show({ kind: 'dirty' });
      schedule(Math.max(0, Math.min(PAUSE_MS, dirtySince + LATEST_MS - Date.now())));
    },
    flush,
    adopt: (rowVersion) => {
      version = rowVersion;
      dirtySince = null;
      clearTimeout(timer);
      show({ kind: 'saved', at: Date.now() });
    },
    rowVersion: () => version,
    isDirty: () => dirtySince !== null,
    status: () => status,
    dispose: () => {
      disposed = true;
      clearTimeout(timer);
    },
  };
}
