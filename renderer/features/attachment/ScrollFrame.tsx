import { useEffect, useEffectEvent } from 'react';
import type { ReactNode, RefObject, UIEvent } from 'react';

export interface ScrollFrameProps {
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly label: string;
  /** Takes the keyboard when it appears. */
  readonly takeFocus: boolean;
  readonly className?: string;
  readonly onScroll?: (event: UIEvent<HTMLDivElement>) => void;
  readonly children: ReactNode;
}

/** What a file shows, scrolled by mouse and arrows. */
export function ScrollFrame({ frame, label, takeFocus, className, onScroll, children }: ScrollFrameProps) {
  const start = useEffectEvent(() => {
    if (takeFocus) frame.current?.focus();
  });
  useEffect(() => start(), []);
  return (
    <div
      ref={frame}
      className={className ?? 'gwt-viewer-scroll'}
      tabIndex={0}
      role="group"
      aria-label={label}
      onScroll={onScroll}
    >
      {children}
    </div>
  );
}
