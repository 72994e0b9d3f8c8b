import { useId } from 'react';
import type { ReactNode } from 'react';

interface ItemSectionProps {
  readonly title: string;
  /** Beside the title, e.g. a button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One part of an item's page under its heading. */
export function ItemSection({ title, aside, children }: ItemSectionProps) {
  const id = useId();
  return (
    <section className="gwt-item-section" aria-labelledby={id}>
      <div className="gwt-item-section-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
