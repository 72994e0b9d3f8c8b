import { useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { NameChoice } from './use-completion.ts';

interface NameListProps {
  readonly id: string;
  readonly open: boolean;
  readonly choices: readonly NameChoice[];
  readonly active: number;
  /** The box the list belongs to. */
  readonly anchor: () => HTMLElement | null;
  readonly onTake: (index: number) => void;
}

interface Place {
  readonly left: number;
  readonly width: number;
  readonly maxHeight: number;
  readonly top?: number;
  readonly bottom?: number;
}

const GAP = 2;
const MIN_WIDTH = 260;
const MAX_HEIGHT = 320;

/** Below the box, or above it where there is more room; px of the window. */
function placeAt(box: DOMRect): Place {
  const width = Math.max(box.width, MIN_WIDTH);
  const left = Math.max(0, Math.min(box.left, window.innerWidth - width - 8));
  const below = window.innerHeight - box.bottom - 8;
  if (below >= 180 || below >= box.top) {
    return { left, width, top: box.bottom + GAP, maxHeight: Math.min(MAX_HEIGHT, below) };
  }
  const bottom = window.innerHeight - box.top + GAP;
  return { left, width, bottom, maxHeight: Math.min(MAX_HEIGHT, box.top - 8) };
}

/** The proposals of a name box, over everything else; the focus stays in the box. */
export function NameList({ id, open, choices, active, anchor, onTake }: NameListProps) {
  const [place, setPlace] = useState<Place | null>(null);
  useLayoutEffect(() => {
    if (!open) return undefined;
    const follow = (): void => {
      const box = anchor();
      setPlace(box === null ? null : placeAt(box.getBoundingClientRect()));
    };
    follow();
    window.addEventListener('resize', follow);
    window.addEventListener('scroll', follow, true);
    return () => {
      window.removeEventListener('resize', follow);
      window.removeEventListener('scroll', follow, true);
    };
    // `anchor` reads a ref; it answers the same box as long as the list is open.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [open]);
  useLayoutEffect(() => {
    if (open && active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, open, active]);
  return createPortal(
    <ul
      id={id}
      role="listbox"
      aria-label="可选的名称"
      className="gwt-names"
      hidden={!open}
      style={place ?? {}}
    >
      {choices.map((choice, index) => (
        <li
          key={choice.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(index);
          }}
        >
          <span className="gwt-name">{choice.name}</span>
          {choice.note === '' ? null : <span className="gwt-soft">{choice.note}</span>}
        </li>
      ))}
    </ul>,
    document.getElementById('layers') ?? document.body,
  );
}
