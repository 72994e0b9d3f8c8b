import type { ReactNode } from 'react';
import { dateOf, timeOf } from '../../app/format.ts';

export interface TimelineEvent {
  readonly at: number;
  readonly actorName: string;
  readonly summary: string;
}

interface TimelineProps {
  readonly label: string;
  /** From the first to the last. */
  readonly events: readonly TimelineEvent[];
  /** At the end of the line, e.g. taking the last step back. */
  readonly children?: ReactNode;
}

/** One line of time from the first event to now, by day; the end is in sight. */
export function Timeline({ label, events, children }: TimelineProps) {
  const days = [...new Set(events.map(({ at }) => dateOf(at)))];
  return (
    // A box that scrolls must be reachable by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="gwt-timeline" role="region" aria-label={label} tabIndex={0}>
      {/* The outer box runs from the bottom up, so that its end stays in sight whatever happens to its height. */}
      <div>
        {days.map((day) => (
          <section key={day}>
            <h3>{day}</h3>
            <ol>
              {events
                .filter(({ at }) => dateOf(at) === day)
                .map((event, index) => (
                  // Events of one moment have no identity but their place.
                  // oxlint-disable-next-line react/no-array-index-key
                  <li key={`${event.at}-${index}`}>
                    <time dateTime={new Date(event.at).toISOString()}>{timeOf(event.at)}</time>
                    <span className="gwt-timeline-text">{event.summary}</span>
                    <span className="gwt-timeline-who">{event.actorName}</span>
                  </li>
                ))}
            </ol>
          </section>
        ))}
        {children}
      </div>
    </div>
  );
}
