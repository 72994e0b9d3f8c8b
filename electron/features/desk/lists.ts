import { INCOMING_STATE_NAMES } from '../../../shared/domain/flow-incoming.ts';
import { MATTER_STATE_NAMES } from '../../../shared/domain/flow-matter.ts';
import { OUTGOING_STATE_NAMES } from '../../../shared/domain/flow-outgoing.ts';
import { deskStates } from '../../../shared/domain/desk-groups.ts';
import type { DeskKind, DeskList } from '../../../shared/domain/desk-groups.ts';
import { dateOf, nextDay, workdaysBetween } from '../../../shared/domain/workdays.ts';
import type { DeskRow } from '../../../shared/features/desk.ts';
import { firstRows } from '../../db/desk-conditions.ts';
import type { Reader } from '../../db/schema.ts';
import { deskDay, stuckCirculations } from './counts.ts';
import type { DeskDay } from './counts.ts';

const STATE_NAMES: Readonly<Record<DeskKind, Readonly<Record<string, string>>>> = {
  incoming: INCOMING_STATE_NAMES,
  outgoing: OUTGOING_STATE_NAMES,
  matter: MATTER_STATE_NAMES,
};

/** A row with the moment since which it waits; null where the deadline says all. */
type Waiting = readonly [row: Omit<DeskRow, 'waited'>, since: number | null];

const OFFICE = '办公室';

type Reading = (read: Reader, day: DeskDay, limit: number) => Promise<Waiting[]>;

/** The rows of one list, the most pressing first. @param at epoch ms */
export async function readDeskList(
  read: Reader,
  list: DeskList,
  limit: number,
  at: number,
): Promise<DeskRow[]> {
  const day = await deskDay(read, at);
  const rows = await READ[list](read, day, limit);
  const waited = workdaysSince(
    day,
    rows.flatMap(([, since]) => (since === null ? [] : [dateOf(since)])),
  );
  return rows.map(([row, since]) =>
    Object.assign(row, { waited: since === null ? null : (waited.get(dateOf(since)) ?? 0) }),
  );
}

/** Workdays from each date until today, in one walk back to the earliest: papers may have waited for years. */
function workdaysSince({ calendar, today }: DeskDay, dates: readonly string[]): Map<string, number> {
  // What seems to come from later days (a clock set back) has not waited at all.
  const wanted = new Set(dates.filter((on) => on <= today));
  const counts = new Map<string, number>();
  let count = 0;
  for (let on = today; counts.size < wanted.size; on = nextDay(on, -1)) {
    if (wanted.has(on)) counts.set(on, count);
    count += workdaysBetween(calendar, nextDay(on, -1), on).value;
  }
  return counts;
}

const READ: Readonly<Record<DeskList, Reading>> = {
  due: async (read, { soonUntil }, limit) => {
    const incoming = await incomingOf(read)
      .where(firstRows('due', limit, soonUntil))
      .execute();
    const matter = await matterOf(read)
      .where(firstRows('matterDue', limit, soonUntil))
      .execute();
    return byDue([
      ...incoming.map((row): Waiting => [fromIncoming(row), null]),
      ...matter.map((row): Waiting => [fromMatter(row), null]),
    ]).slice(0, limit);
  },
  mine: async (read, _day, limit) => {
    const incoming = await incomingOf(read).where(firstRows('atOffice', limit)).execute();
    const matter = await matterOf(read)
      .where('state', 'in', deskStates('matter', 'office'))
      .orderBy('dueOn', (order) => order.asc().nullsLast())
      .limit(limit)
      .execute();
    const outgoing = await read
      .selectFrom('outgoing')
      .select(['id', 'documentNumber', 'title', 'state', 'updatedAt'])
      .where('state', 'in', deskStates('outgoing', 'office'))
      .orderBy('updatedAt', 'desc')
      .limit(limit)
      .execute();
    return byDue([
      ...incoming.map((row): Waiting => [fromIncoming(row), row.receivedAt]),
      ...matter.map((row): Waiting => [fromMatter(row), row.createdAt]),
      ...outgoing.map((row): Waiting => [
        {
          kind: 'outgoing',
          id: row.id,
          number: row.documentNumber,
          title: row.title.replaceAll('\n', ''),
          secrecy: '',
          stateName: STATE_NAMES.outgoing[row.state] ?? '',
          holder: OFFICE,
          dueOn: null,
        },
        row.updatedAt,
      ]),
    ]).slice(0, limit);
  },
  unanswered: async (read, _day, limit) => {
    const rows = await incomingOf(read).where(firstRows('unanswered', limit)).execute();
    return bySince(rows.map((row): Waiting => [fromIncoming(row), row.receivedAt]));
  },
  stuck: async (read, day, limit) => {
    const stuck = await stuckCirculations(read, day).orderBy('movedAt').limit(limit).execute();
    const ids = stuck.map(({ incomingId }) => incomingId);
    const rows = await incomingOf(read).where('id', 'in', ids).execute();
    const readers = await read
      .selectFrom('circulationReader')
      .select(['incomingId', 'personName'])
      .where('incomingId', 'in', ids)
      .where('status', '=', 'waiting')
      .orderBy('position')
      .execute();
    return stuck.flatMap(({ incomingId, movedAt }): Waiting[] => {
      const row = rows.find(({ id }) => id === incomingId);
      if (row === undefined) return [];
      const names = readers.filter((one) => one.incomingId === incomingId).map((one) => one.personName);
      // One after another: the paper is with the first; else with all of them.
      const holder = (row.circulation === 'serial' ? names.slice(0, 1) : names).join('、');
      return [[fromIncoming(row, holder), movedAt]];
    });
  },
  expected: async (read, _day, limit) => {
    const rows = await incomingOf(read).where(firstRows('expected', limit)).execute();
    return bySince(rows.map((row): Waiting => [fromIncoming(row, row.senderName), row.createdAt]));
  },
};

function incomingOf(read: Reader) {
  return read
    .selectFrom('incoming')
    .select([
      'id',
      'number',
      'title',
      'secrecy',
      'state',
      'dueOn',
      'leadName',
      'location',
      'senderName',
      'circulation',
      'receivedAt',
      'createdAt',
    ]);
}
type IncomingPick = Awaited<ReturnType<ReturnType<typeof incomingOf>['execute']>>[number];

function fromIncoming(row: IncomingPick, holder?: string): Waiting[0] {
  return {
    kind: 'incoming',
    id: row.id,
    number: row.number,
    title: row.title,
    secrecy: row.secrecy,
    stateName: STATE_NAMES.incoming[row.state] ?? '',
    holder: holder ?? (row.leadName === '' ? row.location : row.leadName),
    dueOn: row.dueOn,
  };
}

function matterOf(read: Reader) {
  return read
    .selectFrom('matter')
    .select(['id', 'number', 'title', 'secrecy', 'state', 'dueOn', 'leadName', 'createdAt']);
}
type MatterPick = Awaited<ReturnType<ReturnType<typeof matterOf>['execute']>>[number];

function fromMatter(row: MatterPick): Waiting[0] {
  return {
    kind: 'matter',
    id: row.id,
    number: row.number,
    title: row.title,
    secrecy: row.secrecy,
    stateName: STATE_NAMES.matter[row.state] ?? '',
    holder: row.leadName === '' ? OFFICE : row.leadName,
    dueOn: row.dueOn,
  };
}

/** The longest waiting first. Here, as an ORDER BY of the outer query would make SQLite walk the whole book. */
function bySince(rows: readonly Waiting[]): Waiting[] {
  return rows.toSorted(([, since], [, other]) => (since ?? 0) - (other ?? 0));
}

/** By deadline, then by how long it waits; without a deadline last. */
function byDue(rows: readonly Waiting[]): Waiting[] {
  const late = '9999-12-31';
  return rows.toSorted(
    ([a, since], [b, other]) =>
      (a.dueOn ?? late).localeCompare(b.dueOn ?? late) || (since ?? 0) - (other ?? 0),
  );
}
