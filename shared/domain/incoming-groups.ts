import type { IncomingState } from './flow-incoming.ts';

/** The states of 收文 as an office speaks of them, for lists, counts and reminders. */
export const INCOMING_GROUPS = {
  awaited: { label: '待签收', states: ['awaitingReceipt'] },
  open: {
    label: '在办',
    states: [
      'received',
      'registered',
      'underReview',
      'awaitingProposal',
      'awaitingInstruction',
      'awaitingAssignment',
      'handling',
      'circulating',
      'awaitingReply',
      'suspended',
    ],
  },
  closed: { label: '已办结', states: ['closed', 'returned'] },
  archived: { label: '已归档', states: ['archived'] },
} as const satisfies Record<string, { readonly label: string; readonly states: readonly IncomingState[] }>;

export type IncomingGroup = keyof typeof INCOMING_GROUPS;
// The keys of the object above are exactly the type's.
export const INCOMING_GROUP_KEYS = Object.keys(INCOMING_GROUPS) as IncomingGroup[];

/** Whether the deadline of a paper still runs. */
export function deadlineRuns(state: IncomingState): boolean {
  const open: readonly IncomingState[] = INCOMING_GROUPS.open.states;
  return open.includes(state) && state !== 'suspended';
}
