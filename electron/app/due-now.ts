import type { DueCounts, Pressing } from '../../shared/domain/reminders.ts';
import type { WorkCalendar } from '../../shared/domain/workdays.ts';
import { officeCalendar } from '../db/office-calendar.ts';
import type { OfficeSession } from '../db/session.ts';
import { readOverview } from '../features/desk/counts.ts';
import { readDeskList } from '../features/desk/lists.ts';

/** What the tray and the reminder ask of the office; null while none is open. */
export interface DueNow {
  readonly calendar: WorkCalendar;
  readonly counts: DueCounts;
}

/** @param now epoch ms */
export async function readDueNow(session: OfficeSession, now: number): Promise<DueNow | null> {
  if (session.phase !== 'ready') return null;
  const { read } = session.database;
  const { due } = await readOverview(read, now);
  const { incoming, matter } = due;
  return {
    calendar: await officeCalendar(read),
    counts: {
      overdue: incoming.overdue + matter.overdue,
      today: incoming.today + matter.today,
      soon: incoming.soon + matter.soon,
    },
  };
}

/** The most pressing items, to be named in a reminder. */
export async function readPressing(
  session: OfficeSession,
  count: number,
  now: number,
): Promise<readonly Pressing[]> {
  return session.phase === 'ready' ? readDeskList(session.database.read, 'due', count, now) : [];
}
