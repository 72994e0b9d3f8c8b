import type { IncomingAction } from '../../../../shared/domain/flow-incoming.ts';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';

export type AssignmentOf = IncomingDetail['assignments'][number];

export const ROLE_NAMES = { lead: '主办', assist: '会办' } as const;
export const STATUS_NAMES = {
  active: '承办中',
  reported: '已反馈',
  transferred: '已转办',
  rejected: '已退回',
  removed: '已减去',
} as const;

/** At work or reported: what counts now. */
export const isCurrent = ({ status }: AssignmentOf): boolean => status === 'active' || status === 'reported';

const isActive = ({ status }: AssignmentOf): boolean => status === 'active';

/** Which 承办 a step may be about, in the order in which they are offered. */
const CANDIDATES: Partial<Record<IncomingAction, (one: AssignmentOf) => boolean>> = {
  acceptAssignment: (one) => isActive(one) && one.acceptedAt === null,
  report: (one) => isActive(one) && one.role === 'assist',
  removeAssist: (one) => isCurrent(one) && one.role === 'assist',
};

/** What has 承办: a 收文 or a 承办件. */
export type HandledItem = Pick<IncomingDetail, 'assignments'>;

export function candidates(item: HandledItem, action: IncomingAction): AssignmentOf[] {
  return item.assignments
    .filter(CANDIDATES[action] ?? isActive)
    .toSorted((one, other) => other.role.localeCompare(one.role));
}

/** 会办 that have not reported: 主办 cannot close without a reason. */
export const unreported = (item: HandledItem): AssignmentOf[] =>
  item.assignments.filter((one) => isActive(one) && one.role === 'assist');
