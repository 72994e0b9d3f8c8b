import { useSyncExternalStore } from 'react';
import type { Gongwen } from '../../../../shared/gongwen/model.ts';

/** Changed keys of a document; `undefined` takes an optional key away. */
export type GongwenChange = { readonly [K in keyof Gongwen]?: Gongwen[K] | undefined };

export interface DocumentStore {
  readonly get: () => Gongwen;
  /**
   * The document as of the last change that concerns the form: typing within the body does not renew it,
   * so that the form rests meanwhile. Its body is old; only the number of its blocks is right.
   */
  readonly elements: () => Gongwen;
  /** A change by the person: listeners of changes run. */
  readonly update: (change: GongwenChange) => void;
  /** Another version takes the place (after a command, after a conflict); nothing is unsaved by it. */
  readonly replace: (document: Gongwen) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly onEdit: (listener: () => void) => () => void;
}

/** Applies a change; keys set to `undefined` disappear, as the model's optional keys demand. */
export function applyChange(document: Gongwen, change: GongwenChange): Gongwen {
  const kept = Object.entries({ ...document, ...change }).filter(([, value]) => value !== undefined);
  // Only optional keys can be undefined in a change that type-checks, so the shape still holds.
  return Object.fromEntries(kept) as Gongwen;
}

/** The one copy of the open document that form, text and page share. */
export function createDocumentStore(initial: Gongwen): DocumentStore {
  let current = initial;
  let elements = initial;
  const listeners = new Set<() => void>();
  const editListeners = new Set<() => void>();
  const notify = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    get: () => current,
    elements: () => elements,
    update: (change) => {
      const typing =
        Object.keys(change).every((key) => key === 'body') && change.body?.length === current.body.length;
      current = applyChange(current, change);
      if (!typing) elements = current;
      notify();
      for (const listener of editListeners) listener();
    },
    replace: (document) => {
      current = document;
      elements = document;
      notify();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onEdit: (listener) => {
      editListeners.add(listener);
      return () => editListeners.delete(listener);
    },
  };
}

/** One part of the open document; the component renders again only when that part changes. */
export function useDocument<T>(store: DocumentStore, select: (document: Gongwen) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** The document for the form; see `DocumentStore.elements`. */
export function useElements(store: DocumentStore): Gongwen {
  return useSyncExternalStore(store.subscribe, store.elements);
}
