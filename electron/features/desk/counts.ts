import type { z } from 'zod';
import {
  DESK_GROUPS,
  deskStates,
  soonUntil,
  STUCK_WORKDAYS,
  workdaysAgo,
} from '../../../shared/domain/desk-groups.ts';
import type { DeskGroup, DeskKind } from '../../../shared/domain/desk-groups.ts';
import { dateOf, unknownYearsWarning } from '../../../shared/domain/workdays.ts';
import type { WorkCalendar } from '../../../shared/domain/workdays.ts';
import type { deskContract } from '../../../shared/features/desk.ts';
import { idsOf, rowsOf } from '../../db/desk-conditions.ts';
import { officeCalendar } from '../../db/office-calendar.ts';
import type { Reader } from '../../db/schema.ts';

type Overview = z.input<(typeof deskContract.overview)['output']>;
type Counts = z.input<(typeof deskContract.counts)['output']>;

/** The day on which the desk looks, with the ends of 临近 and of standing still. */
export interface DeskDay {
  readonly calendar: WorkCalendar;
  readonly today: string;
  readonly soonUntil: string;
  /** Circulations whose last move lies before this moment stand still; epoch ms. */
  readonly movedBefore: number;
  readonly warning: string | null;
}

export async function deskDay(read: Reader, at: number): Promise<DeskDay> {
  const calendar = await officeCalendar(read);
  const today = dateOf(at);
  const soon = soonUntil(calendar, today);
  const still = workdaysAgo(calendar, today, STUCK_WORKDAYS);
  return {
    calendar,
    today,
    soonUntil: soon.value,
    // Till the end of that day, on the clock of this computer.
    movedBefore: new Date(`${still}T24:00:00`).getTime(),
    warning: unknownYearsWarning(soon.unknownYears) ?? null,
  };
}

interface DueCounts {
  readonly overdue: number;
  readonly today: number;
  readonly soon: number;
}
interface StateCounts extends DueCounts {
  readonly state: string;
  readonly count: number;
}

const KINDS: readonly DeskKind[] = ['incoming', 'outgoing', 'matter'];

/** Every state of the desk's groups with its deadlines, from an index alone. */
async function countStates(read: Reader, kind: DeskKind, day: DeskDay): Promise<readonly StateCounts[]> {
  const states = deskStates(kind);
  if (kind === 'outgoing') {
    const rows = await read
      .selectFrom('outgoing')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .where('state', 'in', states)
      .groupBy('state')
      .execute();
    return rows.map((row) => Object.assign(row, { overdue: 0, today: 0, soon: 0 }));
  }
  return read
    .selectFrom(kind)
    .select(({ eb, fn }) => [
      'state',
      fn.countAll<number>().as('count'),
      fn.sum<number>(eb.case().when('dueOn', '<', day.today).then(1).else(0).end()).as('overdue'),
      fn.sum<number>(eb.case().when('dueOn', '=', day.today).then(1).else(0).end()).as('today'),
      fn
        .sum<number>(
          eb
            .case()
            .when(eb.and([eb('dueOn', '>', day.today), eb('dueOn', '<=', day.soonUntil)]))
            .then(1)
            .else(0)
            .end(),
        )
        .as('soon'),
    ])
    .where('state', 'in', states)
    .groupBy('state')
    .execute();
}

const NONE: DueCounts = { overdue: 0, today: 0, soon: 0 };

function sumOf(counts: readonly StateCounts[]): DueCounts & { readonly count: number } {
  return counts.reduce(
    (sum, one) => ({
      count: sum.count + one.count,
      overdue: sum.overdue + one.overdue,
      today: sum.today + one.today,
      soon: sum.soon + one.soon,
    }),
    { count: 0, ...NONE },
  );
}

async function countAll(
  read: Reader,
  day: DeskDay,
): Promise<Readonly<Record<DeskKind, readonly StateCounts[]>>> {
  const [incoming = [], outgoing = [], matter = []] = await Promise.all(
    KINDS.map((kind) => countStates(read, kind, day)),
  );
  return { incoming, outgoing, matter };
}

const countsOf = (counts: Readonly<Record<DeskKind, readonly StateCounts[]>>, group: DeskGroup) =>
  sumOf(counts[group.kind].filter(({ state }) => group.states.some((one) => one === state)));

export async function readOverview(read: Reader, at: number): Promise<Overview> {
  const day = await deskDay(read, at);
  const counts = await countAll(read, day);
  const groups = DESK_GROUPS.map((group) => ({ key: group.key, ...countsOf(counts, group) }));
  // What has no deadline running (预告) is in no due count.
  const due = (kind: 'incoming' | 'matter') => {
    const { count: _count, ...rest } = sumOf(counts[kind].filter(({ state }) => state !== 'awaitingReceipt'));
    return rest;
  };
  const both = [due('incoming'), due('matter')] as const;
  const office = DESK_GROUPS.filter(({ waitsFor }) => waitsFor === 'office');
  const mine = office.reduce((sum, group) => sum + countsOf(counts, group).count, 0);
  return {
    today: day.today,
    warning: day.warning,
    groups,
    due: { incoming: both[0], matter: both[1] },
    lists: {
      due: both.reduce((sum, one) => sum + one.overdue + one.today + one.soon, 0),
      mine,
      unanswered: await countUnanswered(read),
      stuck: await countStuck(read, day),
      expected: groups.find(({ key }) => key === 'receive')?.count ?? 0,
    },
  };
}

export async function readCounts(read: Reader, at: number): Promise<Counts> {
  const day = await deskDay(read, at);
  const counts = await countAll(read, day);
  const waiting = (kind: DeskKind) =>
    DESK_GROUPS.filter((group) => group.kind === kind && group.waitsFor === 'office').reduce(
      (sum, group) => sum + countsOf(counts, group).count,
      0,
    );
  const overdue = (kind: DeskKind) =>
    sumOf(counts[kind].filter(({ state }) => state !== 'awaitingReceipt')).overdue;
  const of = (kind: DeskKind) => ({ waiting: waiting(kind), overdue: overdue(kind) });
  const all = { incoming: of('incoming'), outgoing: of('outgoing'), matter: of('matter') };
  const today = sumOf([...counts.incoming, ...counts.matter]).today;
  return {
    ...all,
    desk: { waiting: today, overdue: all.incoming.overdue + all.matter.overdue },
  };
}

async function countUnanswered(read: Reader): Promise<number> {
  const { rows } = await read
    .selectFrom(rowsOf('unanswered'))
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return rows;
}

/** Circulations with readers waiting in which nobody has moved for some days: the paper and its last move. */
export function stuckCirculations(read: Reader, { movedBefore }: DeskDay) {
  return read
    .selectFrom('circulationReader')
    .select(({ fn }) => ['incomingId', fn.max<number>(fn.coalesce('endedAt', 'createdAt')).as('movedAt')])
    .where((where) => where('incomingId', 'in', where.selectFrom(idsOf('circulating')).select('found.id')))
    .groupBy('incomingId')

    .having((having) =>
      having.and([
        having(having.fn.max(having.fn.coalesce('endedAt', 'createdAt')), '<', movedBefore),
        having(having.fn.max(having.eb.case().when('status', '=', 'waiting').then(1).else(0).end()), '=', 1),
      ]),
    );
}

async function countStuck(read: Reader, day: DeskDay): Promise<number> {
  const { rows } = await read
    .selectFrom(stuckCirculations(read, day).as('stuck'))
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow();
  return rows;
}
