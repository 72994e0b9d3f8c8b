import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { PageWindow, Preview, PreviewPage } from '../../../../../shared/features/document.ts';
import { api, isCancelled, messageOf } from '../../../../app/api.ts';
import type { DocumentStore } from '../document-store.ts';
import { FIRST_PAGES } from './visible-pages.ts';

/** Pause in typing after which the pages are laid out again. */
const PAUSE_MS = 80;

export interface LivePreview {
  /** The newest pages that are ready; they stay while newer ones are laid out. */
  readonly preview: Preview | null;
  readonly pending: boolean;
  readonly error: string | null;
  /** Tells which pages are in sight: of a long document only these are drawn. */
  readonly look: (window: PageWindow) => void;
}

type PreviewState = Omit<LivePreview, 'look'>;

/** The pages in the window that are not drawn yet; null when there are none. */
export function undrawnIn({ pages }: Preview, { from, to }: PageWindow): PageWindow | null {
  const missing = pages.filter(({ index, svg }) => svg === '' && index >= from && index <= to);
  const [first] = missing;
  const last = missing.at(-1);
  return first && last ? { from: first.index, to: last.index } : null;
}

/** The preview with these pages drawn. */
export function withPages(preview: Preview, drawn: readonly PreviewPage[]): Preview {
  const byIndex = new Map(drawn.map((page) => [page.index, page]));
  const pages = preview.pages.map((page) => (page.svg === '' ? (byIndex.get(page.index) ?? page) : page));
  return { ...preview, pages };
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

/** Pages of the open document, laid out again after every pause; `id` when it is a stored one. */
export function usePreview(store: DocumentStore, id?: string): LivePreview {
  const [state, setState] = useState<PreviewState>({ preview: null, pending: true, error: null });
  const editor = useId();
  const inSight = useRef(FIRST_PAGES);
  const draw = useRef<() => void>(undefined);
  useEffect(() => {
    let shown: Preview | null = null;
    let newest = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      newest += 1;
      const mine = newest;
      try {
        const window = inSight.current;
        const preview = await api.document.preview({
          document: store.get(),
          editor,
          window,
          ...(id === undefined ? {} : { id }),
        });
        if (mine !== newest) return;
        shown = keepSamePages(shown, preview);
        setState({ preview: shown, pending: false, error: null });
        void drawMissing();
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
    let drawing = false;
    const drawMissing = async (): Promise<void> => {
      const before = shown;
      const window = before && undrawnIn(before, inSight.current);
      if (!before || !window || drawing) return;
      drawing = true;
      try {
        const more = await api.document.previewPages({ editor, version: before.version, window });
        // A newer layout has its own pages; one that the engine no longer has is laid out anew.
        if (shown?.version === before.version) {
          if (more === null) void ask();
          else {
            shown = withPages(shown, more.pages);
            setState((old) => ({ ...old, preview: shown }));
          }
        }
      } catch (error) {
        if (newest >= 0 && !isCancelled(error)) setState((old) => ({ ...old, error: messageOf(error) }));
        return;
      } finally {
        drawing = false;
      }
      // The reader may have scrolled on meanwhile.
      if (newest >= 0) void drawMissing();
    };
    draw.current = () => void drawMissing();
    void ask();
    const release = store.subscribe(later);
    return () => {
      newest = -1;
      clearTimeout(timer);
      release();
    };
  }, [store, editor, id]);
  const look = useCallback((window: PageWindow): void => {
    inSight.current = window;
    draw.current?.();
  }, []);
  return { ...state, look };
}
