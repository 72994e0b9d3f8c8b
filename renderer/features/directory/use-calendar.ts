import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { createCalendar } from '../../../shared/domain/workdays.ts';
import type { WorkCalendar } from '../../../shared/domain/workdays.ts';
import { officeCalendar } from './queries.ts';

const PUBLISHED = createCalendar();

/** Workdays by the published arrangements and the office's own rows. */
export function useCalendar(): WorkCalendar {
  const own = useQuery(officeCalendar()).data;
  return useMemo(() => (own === undefined ? PUBLISHED : createCalendar(own.days, own.years)), [own]);
}
