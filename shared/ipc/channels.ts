/** The channels of the bridge; every call goes through `invoke` with `slice.procedure` as its name. */
export const CHANNELS = {
  invoke: 'gwt:invoke',
  offerFiles: 'gwt:offer-files',
  change: 'gwt:change',
  progress: 'gwt:progress',
  closing: 'gwt:closing',
  closed: 'gwt:closed',
} as const;

/** Broadcast after a commit. */
export interface ChangeEvent {
  readonly tables: readonly string[];
}

/** Progress of a long job; `done / total`, a Chinese label of the step. */
export interface ProgressEvent {
  readonly job: string;
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** What preload exposes as `window.app`. */
export interface Bridge {
  readonly invoke: (procedure: string, input: unknown) => Promise<unknown>;
  /**
   * Files of the system that were dropped, pasted or picked: a token for each, null for one that is no file of a
   * disk. The page never learns where they lie.
   */
  readonly offerFiles: (files: readonly object[]) => Promise<unknown>;
  readonly onChange: (listener: (event: ChangeEvent) => void) => () => void;
  readonly onProgress: (listener: (event: ProgressEvent) => void) => () => void;
  /**
   * The window is about to close: save what is not saved yet. The window waits for the promise,
   * three seconds at most.
   */
  readonly onClosing: (flush: () => Promise<void>) => () => void;
}
