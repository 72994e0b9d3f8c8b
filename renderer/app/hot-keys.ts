import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { tinykeys } from 'tinykeys';

export interface HotKey {
  /** Key in the syntax of tinykeys, e.g. `$mod+k`. */
  readonly keys: string;
  /** As shown in the list of keys, e.g. `Ctrl+K`. */
  readonly shown: string;
  readonly label: string;
  /** Plain keys are typed characters inside a field, so they act there only when this is true. */
  readonly whileTyping: boolean;
  readonly run: (event: KeyboardEvent) => void;
}

/** True while an input method composes: Enter, digits and Esc then belong to it alone. */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  // 229 is what Chromium sends for the very first key, before `isComposing` is set.
  return event.isComposing || event.keyCode === 229;
}

/** True when typing into this element enters text. */
export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[contenteditable="true"]') !== null) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}

/** True when a dialog lies over the screen: the screen's own keys then rest. */
function isBehindDialog(): boolean {
  return document.querySelector('.ant-modal-wrap:not([style*="display: none"]) .ant-modal') !== null;
}

/**
 * Whether a dialog lay over the screen when the key went down: the Esc that closes it must not also act on the screen,
 * from which the dialog is gone by the time the key gets there.
 */
let dialogAtKeyDown = false;
window.addEventListener(
  'keydown',
  () => {
    dialogAtKeyDown = isBehindDialog();
  },
  true,
);

/** Whether a key may act: never during composition, plain keys not inside fields. */
export function mayRun(event: KeyboardEvent, key: Pick<HotKey, 'whileTyping'>): boolean {
  if (isComposing(event) || event.defaultPrevented) return false;
  return key.whileTyping || !isEditable(event.target);
}

type Described = Pick<HotKey, 'shown' | 'label'>;
type Bound = Pick<HotKey, 'keys' | 'shown' | 'label'>;

const registered = new Set<readonly Described[]>();
const listeners = new Set<() => void>();
let snapshot: readonly Described[] = [];

function publish(): void {
  snapshot = [...registered].flat();
  for (const listener of listeners) listener();
}

/** The keys that act right now, for the list shown by `?`. */
export function useActiveHotKeys(): readonly Described[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}

/** Binds keys for as long as the component is mounted. */
export function useHotKeys(keys: readonly HotKey[], options: { readonly inDialog?: boolean } = {}): void {
  const inDialog = options.inDialog ?? false;
  const act = useEffectEvent((index: number, event: KeyboardEvent) => {
    const key = keys[index];
    if (key === undefined || !mayRun(event, key) || (!inDialog && (dialogAtKeyDown || isBehindDialog())))
      return;
    event.preventDefault();
    key.run(event);
  });
  // Bound anew only when a key or its name changes, not whenever the component renders.
  const described = JSON.stringify(
    keys.map(({ keys: bound, shown, label }) => ({ keys: bound, shown, label })),
  );
  useEffect(() => {
    // Written by the line above.
    const list = JSON.parse(described) as Bound[];
    const release = tinykeys(
      window,
      Object.fromEntries(list.map((key, index) => [key.keys, (event: KeyboardEvent) => act(index, event)])),
      { ignore: isComposing },
    );
    registered.add(list);
    publish();
    return () => {
      release();
      registered.delete(list);
      publish();
    };
  }, [described]);
}

/** Lists keys that a component handles itself (a grid's arrows, the text editor's levels). */
export function useKeyNotes(notes: readonly Described[]): void {
  useEffect(() => {
    registered.add(notes);
    publish();
    return () => {
      registered.delete(notes);
      publish();
    };
  }, [notes]);
}
