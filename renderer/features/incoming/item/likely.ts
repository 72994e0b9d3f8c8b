import type { IncomingAction, IncomingState } from '../../../../shared/domain/flow-incoming.ts';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { candidates } from './assignments.ts';

/** The step that usually comes next, by state; where there is none, nothing stands out. */
const LIKELY: Readonly<Record<IncomingState, (item: IncomingDetail) => IncomingAction | null>> = {
  awaitingReceipt: () => 'receive',
  received: () => 'register',
  registered: () => 'submitReview',
  underReview: () => 'passReview',
  returned: () => null,
  awaitingProposal: () => 'propose',
  awaitingInstruction: () => 'instruct',
  awaitingAssignment: () => 'assign',
  handling: (item) =>
    (['acceptAssignment', 'report'] as const).find((action) => candidates(item, action).length > 0) ??
    'completeHandling',
  circulating: (item) =>
    item.readers.some(({ status }) => status === 'waiting') ? 'markRead' : 'finishCirculation',
  awaitingReply: () => 'reply',
  closed: () => 'archive',
  archived: () => null,
  suspended: () => 'resume',
  voided: () => null,
};

export function likelyAction(item: IncomingDetail): IncomingAction | null {
  return LIKELY[item.state](item);
}
