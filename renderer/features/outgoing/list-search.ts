import { z } from 'zod';
import { GENRES } from '../../../shared/gongwen/model.ts';
import {
  OUTGOING_GROUP_KEYS,
  OUTGOING_GROUPS,
  OUTGOING_STATES,
} from '../../../shared/domain/flow-outgoing.ts';
import type { OutgoingState } from '../../../shared/domain/flow-outgoing.ts';
import { OUTGOING_SORT_KEYS } from '../../../shared/features/outgoing.ts';
import type { OutgoingFilter } from '../../../shared/features/outgoing.ts';

/** Filters and order of the list as they stand in the address; a wrong value falls away. */
export const outgoingSearchSchema = z.object({
  text: z.string().max(100).optional().catch(undefined),
  group: z.enum(OUTGOING_GROUP_KEYS).optional().catch(undefined),
  states: z.array(z.enum(OUTGOING_STATES)).optional().catch(undefined),
  genres: z.array(z.enum(GENRES)).optional().catch(undefined),
  year: z.int().optional().catch(undefined),
  sort: z.enum(OUTGOING_SORT_KEYS).optional().catch(undefined),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
  bin: z.boolean().optional().catch(undefined),
  /** Opens the question for a new document at once; taken out of the address when answered. */
  create: z.boolean().optional().catch(undefined),
  /** The 来文 that the new document answers or passes on. */
  replyTo: z.string().max(40).optional().catch(undefined),
});
export type OutgoingSearch = z.output<typeof outgoingSearchSchema>;

/** Key of the stored view state: id of the selected row. */
export const SELECTED_ITEM = 'outgoing.selected';

export const DEFAULT_SORT = { key: 'updatedAt', direction: 'desc' } as const;

/** What the list asks for; the recycle bin is a place of its own, never mixed into the list. */
export function filterOf(search: OutgoingSearch, drafterId: string | undefined): OutgoingFilter {
  const text = search.text?.trim() ?? '';
  return {
    states: statesOf(search),
    ...(text === '' ? {} : { text }),
    ...(search.genres === undefined || search.genres.length === 0 ? {} : { genres: search.genres }),
    ...(search.year === undefined ? {} : { year: search.year }),
    // 我的草稿 are those of who works here.
    ...(search.group === 'drafts' && !search.bin && drafterId !== undefined ? { drafterId } : {}),
  };
}

function statesOf({ bin, group, states = [] }: OutgoingSearch): OutgoingState[] {
  if (bin) return ['discarded'];
  const within: readonly OutgoingState[] =
    group === undefined
      ? OUTGOING_STATES.filter((state) => state !== 'discarded')
      : OUTGOING_GROUPS[group].states;
  const wanted = within.filter((state) => states.includes(state));
  return wanted.length > 0 ? wanted : [...within];
}

export function sortOf(search: OutgoingSearch) {
  return search.sort === undefined
    ? DEFAULT_SORT
    : { key: search.sort, direction: search.direction ?? ('asc' as const) };
}

/** Whether any filter narrows the list. */
export function isFiltered(search: OutgoingSearch): boolean {
  return (
    Boolean(search.text?.trim()) ||
    Boolean(search.states?.length) ||
    Boolean(search.genres?.length) ||
    search.year !== undefined
  );
}
