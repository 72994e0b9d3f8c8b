import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { createCalendar } from '../../../shared/domain/workdays.ts';
import type { WorkCalendar } from '../../../shared/domain/workdays.ts';
import { api } from '../../app/api.ts';
import { procedureQuery } from '../../app/query.ts';

export const officeCalendar = () => procedureQuery('directory.calendar', api.directory.calendar, undefined);

/** The holiday table with the office's own rows; the published one while these are being read. */
export function useWorkCalendar(): WorkCalendar {
  const own = useQuery(officeCalendar()).data;
  return useMemo(() => createCalendar(own?.days, own?.years), [own]);
}
