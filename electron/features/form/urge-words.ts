import { URGE_LEVELS } from '../../../shared/domain/flow-incoming.ts';
import { urgingText } from '../../../shared/domain/urging-text.ts';
import type { UrgeLevel } from '../../../shared/domain/urging-text.ts';
import { dateOf, workdaysBetween } from '../../../shared/domain/workdays.ts';
import { officeCalendar } from '../../db/office-calendar.ts';
import type { Ctx } from '../context.ts';
import { momentText } from '../../../shared/domain/forms/register-entry.ts';
import type { ItemUrging } from '../../../shared/features/incoming-items.ts';

interface Urged {
  readonly title: string;
  readonly number: string;
  readonly target: string;
  readonly dueOn: string | null;
  readonly toRead: boolean;
  readonly document: boolean;
}

/**
 * The words of an urging as they go on the 催办通知单, by its level. Days overdue are named only where the holiday table
 * has the years; the unit itself stands in the title and in the seal.
 */
export async function urgeWords(ctx: Ctx, urged: Urged): Promise<(level: UrgeLevel) => string> {
  const { target, dueOn, title, number, toRead, document } = urged;
  if (target === '') return () => '';
  const today = dateOf(ctx.services.now());
  const reckoned = dueOn === null ? undefined : workdaysBetween(await officeCalendar(ctx.read), dueOn, today);
  const overdueDays = reckoned === undefined || reckoned.unknownYears.length > 0 ? null : reckoned.value;
  return (level) => {
    const purpose = toRead ? 'read' : 'handle';
    const words = urgingText({
      level,
      title,
      number,
      target,
      dueOn,
      overdueDays,
      purpose,
      document,
      officeName: '',
    });
    // the level is the title of the form
    return words.replace(/^【[^】]*】/u, '');
  };
}

export const asUrgeLevel = (text: string | undefined): UrgeLevel | null =>
  URGE_LEVELS.find((level) => level === text) ?? null;

/** The lines of 历次催办, with what was answered. */
export function urgingEntries(urgings: readonly ItemUrging[]): Readonly<Record<string, string>>[] {
  return urgings.map(({ target, level, method, note, at, answers }, index) => ({
    position: String(index + 1),
    at: momentText(at),
    level,
    method,
    note: [
      [target, note].filter((part) => part !== '').join('：'),
      ...answers.map(({ personName, text }) => `${personName}答：${text}`),
    ].join('；'),
  }));
}
