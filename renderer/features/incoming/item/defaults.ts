import type { IncomingAction } from '../../../../shared/domain/flow-incoming.ts';
import { URGE_LEVELS } from '../../../../shared/domain/flow-incoming.ts';
import { addWorkdays } from '../../../../shared/domain/workdays.ts';
import type { WorkCalendar } from '../../../../shared/domain/workdays.ts';
import type { DeadlineRules } from '../../../../shared/features/directory.ts';
import type { IncomingDetail } from '../../../../shared/features/incoming-items.ts';
import { candidates } from './assignments.ts';
import { typedMoment } from './item-values.ts';
import type { ItemValues } from './item-values.ts';

export interface ItemFacts {
  readonly item: IncomingDetail;
  readonly actorName: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly calendar: WorkCalendar;
  readonly rules: DeadlineRules | undefined;
}

/** What the office's own table proposes for the urgency of the paper; undefined where it says nothing. */
export function proposedDeadline({
  item,
  rules,
  calendar,
  today,
}: ItemFacts): { readonly dueOn: string; readonly why: string } | undefined {
  const days = rules?.enabled === true ? (rules.workdays[item.urgency] ?? null) : null;
  if (days === null) return undefined;
  return {
    dueOn: addWorkdays(calendar, today, days).value,
    why: `按本单位规定，${item.urgency} ${days} 个工作日`,
  };
}

const wholeDeadline = (facts: ItemFacts): string | undefined =>
  facts.item.dueOn ?? proposedDeadline(facts)?.dueOn;

/** A 发文 that was drafted as the reply to this paper is proposed with its number. */
function draftedReply({ links }: IncomingDetail): ItemValues {
  const reply = links.findLast(
    ({ kind, relation, direction }) => kind === 'outgoing' && relation === 'reply' && direction === 'from',
  );
  if (reply === undefined) return {};
  const number = /^\S+〔\d{4}〕\d+号/u.exec(reply.label)?.[0];
  return {
    replyOutgoing: { id: reply.id, name: reply.label },
    ...(number === undefined ? {} : { replyNumber: number }),
  };
}

/** What a form starts with: right nine times of ten, empty rather than wrong. */
const STARTS: Partial<Record<IncomingAction, (facts: ItemFacts) => ItemValues>> = {
  receive: ({ item, actorName }) => ({
    signerName: actorName,
    receivedAt: typedMoment(Date.now()),
    copies: item.copies,
  }),
  passToCirculation: () => ({ circulation: 'serial' }),
  propose: (facts) => ({ dueOn: wholeDeadline(facts) }),
  assignDirectly: (facts) => ({ dueOn: wholeDeadline(facts) }),
  addInstruction: ({ today }) => ({ instructedOn: today }),
  instruct: ({ today }) => ({ instructedOn: today }),
  instructToRead: ({ today }) => ({ instructedOn: today, circulation: 'serial' }),
  assign: (facts) => ({
    leadDepartmentId: facts.item.suggestedLeadId ?? undefined,
    dueOn: wholeDeadline(facts),
  }),
  acceptAssignment: ({ item }) => {
    const first = candidates(item, 'acceptAssignment')[0];
    return { assignmentId: first?.id, signerName: first?.personName };
  },
  report: ({ item }) => ({ assignmentId: candidates(item, 'report')[0]?.id }),
  transfer: ({ item }) => ({ assignmentId: candidates(item, 'transfer')[0]?.id }),
  removeAssist: ({ item }) => {
    const [first, ...others] = candidates(item, 'removeAssist');
    return others.length === 0 ? { assignmentId: first?.id } : {};
  },
  extend: ({ item }) => ({ assignmentId: candidates(item, 'extend')[0]?.id }),
  urge: ({ item }) => ({
    ...(item.state === 'handling' ? { assignmentId: candidates(item, 'urge')[0]?.id } : {}),
    urgeLevel: URGE_LEVELS[Math.min(item.urgings.length, URGE_LEVELS.length - 1)],
    urgeMethod: '微信',
  }),
  markRead: ({ item }) => ({ readerId: firstWaiting(item) }),
  exemptReader: ({ item }) => ({ readerId: firstWaiting(item) }),
  reply: ({ today, item }) => ({ repliedOn: today, replyMethod: '复函', ...draftedReply(item) }),
};

export function startValues(action: IncomingAction, facts: ItemFacts): ItemValues {
  return STARTS[action]?.(facts) ?? {};
}

function firstWaiting(item: IncomingDetail): string | undefined {
  return item.readers.find(({ status }) => status === 'waiting')?.id;
}
