import { useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { PreviewPage } from '../../../../../shared/features/document.ts';
import { useKeyNotes } from '../../../../app/hot-keys.ts';
import { isWithin } from './boxes.ts';
import { isSamePoint, pointables } from './measure.ts';
import type { Pointed } from './measure.ts';

const NOTES = [{ shown: 'Ctrl+↑↓', label: '页面上逐个看要素的条款与实测（“条款”打开时）' }] as const;

export interface Pointing {
  /** Under the pointer, else chosen by key, else what has the focus in the form or the text. */
  readonly pointed: Pointed | undefined;
  readonly onPoint: (pointed: Pointed | undefined) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Which element of the pages is asked about. */
export function usePointing(
  on: boolean,
  pages: readonly PreviewPage[],
  activePath: string,
  scroller: RefObject<HTMLElement | null>,
): Pointing {
  const [hovered, setHovered] = useState<Pointed>();
  const [walked, setWalked] = useState<Pointed & { readonly from: string }>();
  useKeyNotes(NOTES);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!on || !event.ctrlKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    const all = pages.flatMap(pointables);
    const current = hovered ?? walked;
    const at = current === undefined ? -1 : all.findIndex((other) => isSamePoint(other, current));
    const next = all.at(event.key === 'ArrowDown' ? (at + 1) % all.length : Math.max(at, 0) - 1);
    if (next === undefined) return;
    setHovered(undefined);
    setWalked({ ...next, from: activePath });
    const page = scroller.current?.querySelector(`[data-page="${next.page}"]`);
    // After the mark has been drawn.
    requestAnimationFrame(() => page?.querySelector('.gwt-page-point')?.scrollIntoView({ block: 'nearest' }));
  };
  // The pages may have been laid out anew since.
  const fresh = (old: Pointed | undefined): Pointed | undefined =>
    old && pages.flatMap(pointables).find((other) => isSamePoint(other, old));
  const pointed = on
    ? (fresh(hovered) ??
      (walked?.from === activePath ? fresh(walked) : undefined) ??
      atPath(pages, activePath))
    : undefined;
  return { pointed, onPoint: setHovered, onKeyDown };
}

function atPath(pages: readonly PreviewPage[], path: string): Pointed | undefined {
  if (path === '') return undefined;
  for (const page of pages) {
    const box = page.boxes.find(
      (candidate) => isWithin(candidate.path, path) && candidate.rules === undefined,
    );
    if (box !== undefined) return { page: page.index, box };
  }
  return undefined;
}
