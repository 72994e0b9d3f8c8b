import { z } from 'zod';
import { INCOMING_STATES, URGENCIES } from '../../../../shared/domain/flow-incoming.ts';
import { INCOMING_GROUPS, INCOMING_GROUP_KEYS } from '../../../../shared/domain/incoming-groups.ts';
import type { IncomingState } from '../../../../shared/domain/flow-incoming.ts';
import { INCOMING_SORT_KEYS } from '../../../../shared/features/incoming.ts';
import type { IncomingFilter } from '../../../../shared/features/incoming.ts';
import { addWorkdays, nextDay, SOON_WORKDAYS } from '../../../../shared/domain/workdays.ts';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';

/** What the deadline of a paper is asked for. */
export const DUE_CHOICES = { overdue: '已逾期', today: '今天到期和逾期', soon: '临近和逾期' } as const;
export type DueChoice = keyof typeof DUE_CHOICES;

/** Filters and order of the list as they stand in the address; a wrong value falls away. */
export const incomingSearchSchema = z.object({
  text: z.string().max(100).optional().catch(undefined),
  group: z.enum(INCOMING_GROUP_KEYS).optional().catch(undefined),
  /** Voided papers are a place of their own, never mixed into the list. */
  bin: z.boolean().optional().catch(undefined),
  states: z.array(z.enum(INCOMING_STATES)).optional().catch(undefined),
  year: z.int().optional().catch(undefined),
  urgencies: z.array(z.enum(URGENCIES)).optional().catch(undefined),
  senderId: z.string().max(40).optional().catch(undefined),
  /** The name that belongs to `senderId`, to be shown. */
  sender: z.string().max(100).optional().catch(undefined),
  leadDepartmentId: z.string().max(40).optional().catch(undefined),
  due: z.enum(['overdue', 'today', 'soon']).optional().catch(undefined),
  sort: z.enum(INCOMING_SORT_KEYS).optional().catch(undefined),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
});
export type IncomingSearch = z.output<typeof incomingSearchSchema>;

/** Key of the stored view state: filters and order as they were left. */
export const INCOMING_SEARCH = 'incoming.search';

/** Key of the stored view state: id of the selected row. */
export const SELECTED_INCOMING = 'incoming.selected';

/** The newest paper first, as one opens the book at its last page. */
export const DEFAULT_SORT = { key: 'receivedAt', direction: 'desc' } as const;

export const NO_FILTER: Partial<IncomingSearch> = {
  text: undefined,
  states: undefined,
  year: undefined,
  urgencies: undefined,
  senderId: undefined,
  sender: undefined,
  leadDepartmentId: undefined,
  due: undefined,
};

export function filterOf(search: IncomingSearch, today: string, calendar: WorkCalendar): IncomingFilter {
  const text = search.text?.trim() ?? '';
  const urgencies = search.urgencies ?? [];
  return {
    states: statesOf(search),
    ...(text === '' ? {} : { text }),
    ...(search.year === undefined ? {} : { year: search.year }),
    ...(urgencies.length === 0 ? {} : { urgencies }),
    ...(search.senderId === undefined ? {} : { senderId: search.senderId }),
    ...(search.leadDepartmentId === undefined ? {} : { leadDepartmentId: search.leadDepartmentId }),
    ...(search.due === undefined ? {} : { dueBy: dueBy(search.due, today, calendar) }),
  };
}

function statesOf({ bin, group, states = [] }: IncomingSearch): IncomingState[] {
  if (bin) return ['voided'];
  const within: readonly IncomingState[] =
    group === undefined
      ? INCOMING_STATES.filter((state) => state !== 'voided')
      : INCOMING_GROUPS[group].states;
  const wanted = within.filter((state) => states.includes(state));
  return wanted.length > 0 ? wanted : [...within];
}

function dueBy(due: DueChoice, today: string, calendar: WorkCalendar): string {
  if (due === 'overdue') return nextDay(today, -1);
  return due === 'today' ? today : addWorkdays(calendar, today, SOON_WORKDAYS).value;
}

export function sortOf(search: IncomingSearch) {
  return search.sort === undefined
    ? DEFAULT_SORT
    : { key: search.sort, direction: search.direction ?? ('asc' as const) };
}

/** Whether any filter narrows the list, the views beside. */
export function isFiltered(search: IncomingSearch): boolean {
  return (
    Boolean(search.text?.trim()) ||
    Boolean(search.states?.length) ||
    Boolean(search.urgencies?.length) ||
    search.year !== undefined ||
    search.senderId !== undefined ||
    search.leadDepartmentId !== undefined ||
    search.due !== undefined
  );
}
