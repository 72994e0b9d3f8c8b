import { createCalendar } from '../../../shared/domain/workdays.ts';
import type { WorkCalendar } from '../../../shared/domain/workdays.ts';
import type { Reader } from '../../db/schema.ts';

const published = createCalendar();

/** The workdays of this office: the published arrangement with its own rows. */
export function officeCalendar(_read: Reader): Promise<WorkCalendar> {
  return Promise.resolve(published);
}
