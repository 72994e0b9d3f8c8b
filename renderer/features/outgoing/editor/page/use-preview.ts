import { useEffect, useId, useState } from 'react';
import type { Preview, PreviewPage } from '../../../../../shared/features/document.ts';
import { api, isCancelled, messageOf } from '../../../../app/api.ts';
import type { DocumentStore } from '../document-store.ts';

/** Pause in typing after which the pages are laid out again. */
const PAUSE_MS = 80;

export interface LivePreview {
  /** The newest pages that are ready; they stay while newer ones are laid out. */
  readonly preview: Preview | null;
  readonly pending: boolean;
  readonly error: string | null;
}

function isSamePage(a: PreviewPage, b: PreviewPage): boolean {
  return (
    a.svg === b.svg &&
    a.boxes.length === b.boxes.length &&
    a.boxes.every((box, index) => box.path === b.boxes[index]?.path)
  );
}

/** Pages that did not change stay the same objects, so that they are not drawn again. */
export function keepSamePages(old: Preview | null, next: Preview): Preview {
  if (old === null) return next;
  const pages = next.pages.map((page, index) => {
    const before = old.pages[index];
    return before !== undefined && isSamePage(before, page) ? before : page;
  });
  return { ...next, pages };
}

/** Pages of the open document, laid out again after every pause. */
export function usePreview(store: DocumentStore): LivePreview {
  const [state, setState] = useState<LivePreview>({ preview: null, pending: true, error: null });
  const editor = useId();
  useEffect(() => {
    let newest = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      newest += 1;
      const mine = newest;
      try {
        const preview = await api.document.preview({ document: store.get(), editor });
        if (mine !== newest) return;
        setState((old) => ({ preview: keepSamePages(old.preview, preview), pending: false, error: null }));
      } catch (error) {
        if (mine !== newest || isCancelled(error)) return;
        setState((old) => ({ ...old, pending: false, error: messageOf(error) }));
      }
    };
    const later = (): void => {
      setState((old) => (old.pending ? old : { ...old, pending: true }));
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), PAUSE_MS);
    };
    void ask();
    const release = store.subscribe(later);
    return () => {
      newest = -1;
      clearTimeout(timer);
      release();
    };
  }, [store, editor]);
  return state;
}
