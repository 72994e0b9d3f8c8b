import { Fragment, useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { z } from 'zod';
import { useViewState } from '../../../app/view-state.ts';

interface SplitPanesProps {
  /** Under which the widths are kept. */
  readonly name: string;
  readonly labels: readonly string[];
  /** Shares of the width, together 100. */
  readonly initial: readonly number[];
  readonly children: readonly ReactNode[];
}

const SMALLEST = 18;
const KEY_STEP = 2;

/** Moves the border after pane `index` by `delta` percent, within the smallest width of its neighbours. */
export function moveBorder(shares: readonly number[], index: number, delta: number): number[] {
  const left = shares[index] ?? 0;
  const right = shares[index + 1] ?? 0;
  const move = Math.max(SMALLEST - left, Math.min(delta, right - SMALLEST));
  return shares.map((share, at) => {
    if (at === index) return left + move;
    return at === index + 1 ? right - move : share;
  });
}

/** Panes side by side with borders to drag, or to move with ← and →. */
export function SplitPanes({ name, labels, initial, children }: SplitPanesProps) {
  const schema = z.array(z.number()).length(initial.length);
  const [shares, setShares] = useViewState(name, schema, [...initial]);
  const frame = useRef<HTMLDivElement>(null);
  const drag = (index: number) => (event: PointerEvent<HTMLDivElement>) => {
    const width = frame.current?.clientWidth ?? 1;
    const start = event.clientX;
    const from = shares;
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void =>
      setShares(moveBorder(from, index, ((moved.clientX - start) / width) * 100));
    const stop = (): void => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', stop);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', stop);
  };
  const onKey = (index: number) => (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') setShares(moveBorder(shares, index, -KEY_STEP));
    else if (event.key === 'ArrowRight') setShares(moveBorder(shares, index, KEY_STEP));
    else return;
    event.preventDefault();
  };
  return (
    <div className="gwt-split" ref={frame}>
      {children.map((child, index) => (
        <Fragment key={labels[index]}>
          <div className="gwt-split-pane" style={{ flexGrow: shares[index] ?? 1 }}>
            {child}
          </div>
          {index === children.length - 1 ? null : (
            <div
              className="gwt-split-border"
              role="separator"
              tabIndex={0}
              aria-orientation="vertical"
              aria-label={`调整“${labels[index]}”的宽度`}
              aria-valuenow={Math.round(shares[index] ?? 0)}
              aria-valuemin={SMALLEST}
              aria-valuemax={100}
              onPointerDown={drag(index)}
              onKeyDown={onKey(index)}
            />
          )}
        </Fragment>
      ))}
    </div>
  );
}
