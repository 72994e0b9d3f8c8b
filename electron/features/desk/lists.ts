import { INCOMING_STATE_NAMES } from '../../../shared/domain/flow-incoming.ts';
import { MATTER_STATE_NAMES } from '../../../shared/domain/flow-matter.ts';
import { OUTGOING_STATE_NAMES } from '../../../shared/domain/flow-outgoing.ts';
import { DESK_GROUPS } from '../../../shared/domain/desk-groups.ts';
import type { DeskKind, DeskList } from '../../../shared/domain/desk-groups.ts';
import { dateOf, workdaysBetween } from '../../../shared/domain/workdays.ts';
import type { DeskRow } from '../../../shared/features/desk.ts';
import { condition, INCOMING_DUE, INCOMING_UNANSWERED, MATTER_DUE } from '../../db/desk-conditions.ts';
import type { Reader } from '../../db/schema.ts';
import { deskDay, stuckCirculations } from './counts.ts';
import type { DeskDay } from './counts.ts';

const STATE_NAMES: Readonly<Record<DeskKind, Readonly<Record<string, string>>>> = {
  incoming: INCOMING_STATE_NAMES,
  outgoing: OUTGOING_STATE_NAMES,
  matter: MATTER_STATE_NAMES,
};

/** A row with the moment since which it waits. */
interface Waiting extends Omit<DeskRow, 'waited'> {
  readonly since: number | null;
}

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
  return rows.map(({ since, ...row }) => ({
    ...row,
    waited:
      since === null ? null : Math.max(0, workdaysBetween(day.calendar, dateOf(since), day.today).value),
  }));
}

const READ: Readonly<Record<DeskList, Reading>> = {
  due: async (read, { soonUntil }, limit) => {
    const incoming = await incomingOf(read)
      .where(condition(INCOMING_DUE))
      .where('dueOn', '<=', soonUntil)
      .orderBy('dueOn')
      .limit(limit)
      .execute();
    const matter = await matterOf(read)
      .where(condition(MATTER_DUE))
      .where('dueOn', '<=', soonUntil)
      .orderBy('dueOn')
      .limit(limit)
      .execute();
    return byDue([...incoming.map(fromIncoming), ...matter.map(fromMatter)]).slice(0, limit);
  },
  mine: async (read, _day, limit) => {
    const states = (kind: DeskKind) =>
      DESK_GROUPS.filter((group) => group.kind === kind && group.waitsFor === 'office').flatMap(
        (group): string[] => [...group.states],
      );
    const incoming = await incomingOf(read)
      .where('state', 'in', states('incoming'))
      .orderBy('dueOn', (order) => order.asc().nullsLast())
      .orderBy('receivedAt')
      .limit(limit)
      .execute();
    const matter = await matterOf(read)
      .where('state', 'in', states('matter'))
      .orderBy('dueOn', (order) => order.asc().nullsLast())
      .limit(limit)
      .execute();
    const outgoing = await read
      .selectFrom('outgoing')
      .select(['id', 'documentNumber', 'title', 'state', 'updatedAt'])
      .where('state', 'in', states('outgoing'))
      .orderBy('updatedAt', 'desc')
      .limit(limit)
      .execute();
    return byDue([
      ...incoming.map((row) => ({ ...fromIncoming(row), since: row.receivedAt })),
      ...matter.map((row) => ({ ...fromMatter(row), since: row.createdAt })),
      ...outgoing.map((row) => ({
        kind: 'outgoing' as const,
        id: row.id,
        number: row.documentNumber,
        title: row.title.replaceAll('\n', ''),
        secrecy: '',
        stateName: STATE_NAMES.outgoing[row.state] ?? '',
        holder: '办公室',
        dueOn: null,
        since: row.updatedAt,
      })),
    ]).slice(0, limit);
  },
  unanswered: async (read, _day, limit) => {
    const rows = await incomingOf(read)
      .where(condition(INCOMING_UNANSWERED))
      .orderBy('receivedAt')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ ...fromIncoming(row), since: row.receivedAt }));
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
    return stuck.flatMap(({ incomingId, movedAt }) => {
      const row = rows.find(({ id }) => id === incomingId);
      if (row === undefined) return [];
      const names = readers.filter((one) => one.incomingId === incomingId).map((one) => one.personName);
      // One after another: the paper is with the first; else with all of them.
      const holder = (row.circulation === 'serial' ? names.slice(0, 1) : names).join('、');
      return [{ ...fromIncoming(row), holder, since: movedAt }];
    });
  },
  expected: async (read, _day, limit) => {
    const rows = await incomingOf(read)
      .where('state', '=', 'awaitingReceipt')
      .orderBy('createdAt')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ ...fromIncoming(row), holder: row.senderName, since: row.createdAt }));
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

function fromIncoming(row: IncomingPick): Waiting {
  return {
    kind: 'incoming',
    id: row.id,
    number: row.number,
    title: row.title,
    secrecy: row.secrecy,
    stateName: STATE_NAMES.incoming[row.state] ?? '',
    holder: row.leadName === '' ? row.location : row.leadName,
    dueOn: row.dueOn,
    since: null,
  };
}

function matterOf(read: Reader) {
  return read
    .selectFrom('matter')
    .select(['id', 'number', 'title', 'secrecy', 'state', 'dueOn', 'leadName', 'createdAt']);
}
type MatterPick = Awaited<ReturnType<ReturnType<typeof matterOf>['execute']>>[number];

function fromMatter(row: MatterPick): Waiting {
  return {
    kind: 'matter',
    id: row.id,
    number: row.number,
    title: row.title,
    secrecy: row.secrecy,
    stateName: STATE_NAMES.matter[row.state] ?? '',
    holder: row.leadName === '' ? '办公室' : row.leadName,
    dueOn: row.dueOn,
    since: null,
  };
}

/** By deadline, then by how long it waits; without a deadline last. */
function byDue<T extends Pick<Waiting, 'dueOn' | 'since'>>(rows: readonly T[]): T[] {
  const late = '9999-12-31';
  return rows.toSorted(
    (a, b) => (a.dueOn ?? late).localeCompare(b.dueOn ?? late) || (a.since ?? 0) - (b.since ?? 0),
  );
}
