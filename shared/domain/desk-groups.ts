import { INCOMING_GROUPS } from './incoming-groups.ts';
import type { IncomingState } from './flow-incoming.ts';
import { MATTER_STATES } from './flow-matter.ts';
import type { MatterState } from './flow-matter.ts';
import type { OutgoingState } from './flow-outgoing.ts';
import { addWorkdays, nextDay, SOON_WORKDAYS } from './workdays.ts';
import type { Reckoned, WorkCalendar } from './workdays.ts';

/**
 * What waits on the desk, by the next thing to do, in the order of each flow; the desk, the counts in the navigation
 * and the reminder read this table. 发文 already numbered in the old way wait for nobody.
 */

interface Group<K extends string, S extends string> {
  readonly key: string;
  readonly kind: K;
  /** 待签收: the next thing to do. */
  readonly label: string;
  readonly states: readonly S[];
  /** The office itself has to act, or others have it and the office only minds the time. */
  readonly waitsFor: 'office' | 'others';
}

export type DeskGroup =
  Group<'incoming', IncomingState> | Group<'outgoing', OutgoingState> | Group<'matter', MatterState>;
export type DeskKind = DeskGroup['kind'];

export const DESK_GROUPS: readonly DeskGroup[] = [
  { key: 'receive', kind: 'incoming', label: '待签收', states: ['awaitingReceipt'], waitsFor: 'office' },
  { key: 'register', kind: 'incoming', label: '待登记', states: ['received'], waitsFor: 'office' },
  {
    key: 'review',
    kind: 'incoming',
    label: '待初审',
    states: ['registered', 'underReview'],
    waitsFor: 'office',
  },
  { key: 'propose', kind: 'incoming', label: '待拟办', states: ['awaitingProposal'], waitsFor: 'office' },
  { key: 'instruct', kind: 'incoming', label: '待批示', states: ['awaitingInstruction'], waitsFor: 'others' },
  { key: 'assign', kind: 'incoming', label: '待分办', states: ['awaitingAssignment'], waitsFor: 'office' },
  { key: 'handle', kind: 'incoming', label: '承办中', states: ['handling'], waitsFor: 'others' },
  { key: 'circulate', kind: 'incoming', label: '传阅中', states: ['circulating'], waitsFor: 'others' },
  { key: 'reply', kind: 'incoming', label: '待答复', states: ['awaitingReply'], waitsFor: 'office' },
  { key: 'write', kind: 'outgoing', label: '草稿', states: ['draft'], waitsFor: 'office' },
  {
    key: 'agree',
    kind: 'outgoing',
    label: '在审、会签',
    states: ['departmentReview', 'countersigning'],
    waitsFor: 'others',
  },
  { key: 'check', kind: 'outgoing', label: '待审核', states: ['officeReview'], waitsFor: 'office' },
  { key: 'sign', kind: 'outgoing', label: '待签发', states: ['awaitingSignature'], waitsFor: 'others' },
  {
    key: 'number',
    kind: 'outgoing',
    label: '待复核编号',
    states: ['signed', 'awaitingNumber'],
    waitsFor: 'office',
  },
  {
    key: 'print',
    kind: 'outgoing',
    label: '待印制用印',
    states: ['printing', 'awaitingSeal'],
    waitsFor: 'office',
  },
  {
    key: 'distribute',
    kind: 'outgoing',
    label: '待分发',
    states: ['sealed', 'distributing'],
    waitsFor: 'office',
  },
  { key: 'give', kind: 'matter', label: '待交办', states: ['awaitingAssignment'], waitsFor: 'office' },
  { key: 'do', kind: 'matter', label: '承办中', states: ['handling'], waitsFor: 'others' },
  { key: 'answer', kind: 'matter', label: '待答复', states: ['awaitingReply'], waitsFor: 'office' },
];

/** The states of a kind that stand on the desk; only those in which the office itself has to act, when asked so. */
export function deskStates(kind: DeskKind, waitsFor?: DeskGroup['waitsFor']): string[] {
  return DESK_GROUPS.filter(
    (group) => group.kind === kind && (waitsFor === undefined || group.waitsFor === waitsFor),
  ).flatMap((group): readonly string[] => group.states);
}

/** 收文 whose deadline runs. */
export const RUNNING_INCOMING: readonly IncomingState[] = INCOMING_GROUPS.open.states.filter(
  (state) => state !== 'suspended',
);
/** 承办件 whose deadline runs. */
export const RUNNING_MATTER: readonly MatterState[] = MATTER_STATES.filter(
  (state) => state === 'awaitingAssignment' || state === 'handling' || state === 'awaitingReply',
);

/** 文种 that wait for an answer, whatever was ticked at 登记. */
export const ANSWERED_GENRES = ['请示', '函', '商请'] as const;

/** A circulation without a reader's move for so many workdays stands still. */
export const STUCK_WORKDAYS = 3;

/** The last day that is 临近 today, rest days behind the last workday included. */
export function soonUntil(calendar: WorkCalendar, today: string): Reckoned<string> {
  const { value, unknownYears } = addWorkdays(calendar, today, SOON_WORKDAYS + 1);
  return { value: nextDay(value, -1), unknownYears };
}

/** The last day since which `count` workdays have passed today; what moved then or before stands still. */
export function workdaysAgo(calendar: WorkCalendar, today: string, count: number): string {
  let on = today;
  for (let left = count; left > 0; on = nextDay(on, -1)) {
    const workday = calendar.isWorkday(on);
    const weekday = new Date(`${on}T00:00:00Z`).getUTCDay();
    if (workday === true || (workday === 'unknown' && weekday >= 1 && weekday <= 5)) left -= 1;
  }
  return on;
}

/** The lists of the desk, in the order of their keys 1–5. */
export const DESK_LISTS = ['due', 'mine', 'unanswered', 'stuck', 'expected'] as const;
export type DeskList = (typeof DESK_LISTS)[number];
export const DESK_LIST_NAMES: Readonly<Record<DeskList, string>> = {
  due: '到期与逾期',
  mine: '待办公室办',
  unanswered: '未答复的请示、函',
  stuck: '传阅停滞',
  expected: '预告未到',
};
