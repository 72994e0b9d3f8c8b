import { sql } from 'kysely';
import type { z } from 'zod';
import { URGENCIES } from '../../../shared/domain/flow-incoming.ts';
import { INCOMING_SECRECY } from '../../../shared/features/incoming-items.ts';
import type { IncomingListRow } from '../../../shared/features/incoming-items.ts';
import type { incomingContract, IncomingFilter } from '../../../shared/features/incoming.ts';
import type { IncomingTable } from '../../db/incoming-schema.ts';
import type { Reader, Schema } from '../../db/schema.ts';
import { asState } from './store.ts';
import { likeOf, matchExpression, searchPhrases } from './tokens.ts';

type ListInput = z.output<(typeof incomingContract.list)['input']>;

/** Up to so many finds are sorted and counted exactly; more are read along the sort order, which then is quick. */
const FEW = 2000;

/** Where somebody still has to do something by the deadline. */
const WITH_SOMEBODY = [
  'registered',
  'underReview',
  'awaitingProposal',
  'awaitingInstruction',
  'awaitingAssignment',
  'handling',
  'circulating',
  'awaitingReply',
] as const;

const SORT_COLUMNS = {
  number: ['bookYear', 'serial'],
  receivedAt: ['receivedAt'],
  senderName: ['senderOrder'],
  title: ['titleOrder'],
  state: ['state', 'receivedAt'],
  dueOn: ['dueOn'],
  updatedAt: ['updatedAt'],
} as const satisfies Record<ListInput['sort']['key'], readonly (keyof IncomingTable)[]>;

/**
 * A page of the book. Row numbers come from one index alone (also a deep page costs only a walk along it); only the
 * rows shown are read.
 */
export async function listIncoming(
  read: Reader,
  { filter, sort, offset, limit }: ListInput,
): Promise<{ total: number; more: boolean; rows: IncomingListRow[] }> {
  const phrases = searchPhrases(filter.text ?? '');
  const found = phrases.length === 0 ? undefined : await findRows(read, phrases);
  const many = found !== undefined && found.length > FEW;
  const filtered = filterRows(read, filter, found, phrases);
  let ordered = filtered.select('incoming.rowNumber');
  for (const column of SORT_COLUMNS[sort.key]) {
    ordered = ordered.orderBy(`incoming.${column}`, (order) =>
      (sort.direction === 'asc' ? order.asc() : order.desc()).nullsLast(),
    );
  }
  const page = await ordered
    .orderBy('incoming.rowNumber', sort.direction)
    .offset(offset)
    .limit(limit)
    .execute();
  const rows = await readRows(
    read,
    page.map(({ rowNumber }) => rowNumber),
  );
  if (many) {
    // Counting them all would take longer than showing them: the number is a lower bound.
    const end = rows.length < limit;
    return { total: end ? offset + rows.length : Math.max(FEW, offset + rows.length), more: !end, rows };
  }
  const { total } = await filtered
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { total, more: false, rows };
}

/** Rows in which all phrases occur, the newest first; one more than `FEW` at most. */
export async function findRows(read: Reader, phrases: readonly string[], limit = FEW + 1): Promise<number[]> {
  return searchRows(read, matchExpression(phrases), limit);
}

/** Rows that a MATCH expression of tokens finds, the newest first. */
export async function searchRows(read: Reader, expression: string, limit: number): Promise<number[]> {
  const rows = await read
    .selectFrom('incomingSearch')
    .select('rowid')
    // MATCH is an operator of FTS5 that Kysely does not know.
    .where(sql<boolean>`${sql.ref<Schema>('incomingSearch')} match ${expression}`)
    .orderBy('rowid', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ rowid }) => rowid);
}

function filterRows(
  read: Reader,
  filter: IncomingFilter,
  found: readonly number[] | undefined,
  phrases: readonly string[],
) {
  let rows = read.selectFrom('incoming');
  const states = filter.states ?? [];
  if (filter.dueBy !== undefined) {
    const wanted = states.length === 0 ? WITH_SOMEBODY : WITH_SOMEBODY.filter((s) => states.includes(s));
    rows = rows.where('incoming.state', 'in', wanted).where('incoming.dueOn', '<=', filter.dueBy);
  } else if (states.length > 0) {
    rows = rows.where('incoming.state', 'in', states);
  }
  if (filter.year !== undefined) rows = rows.where('incoming.bookYear', '=', filter.year);
  if (filter.senderId !== undefined) rows = rows.where('incoming.senderId', '=', filter.senderId);
  if (filter.leadDepartmentId !== undefined) {
    rows = rows.where('incoming.leadDepartmentId', '=', filter.leadDepartmentId);
  }
  if (filter.urgencies !== undefined && filter.urgencies.length > 0) {
    rows = rows.where('incoming.urgency', 'in', filter.urgencies);
  }
  if (found !== undefined && found.length <= FEW) {
    return rows.where(
      sql<boolean>`${sql.ref<Schema>('incoming.rowNumber')} in (select value from json_each(${JSON.stringify(found)}))`,
    );
  }
  for (const phrase of found === undefined ? [] : phrases) {
    const { pattern, initialsToo } = likeOf(phrase);
    rows = rows.where((where) =>
      initialsToo
        ? where.or([
            where('incoming.searchText', 'like', pattern),
            where('incoming.initials', 'like', pattern),
          ])
        : where('incoming.searchText', 'like', pattern),
    );
  }
  return rows;
}

async function readRows(read: Reader, rowNumbers: readonly number[]): Promise<IncomingListRow[]> {
  const rows = await read
    .selectFrom('incoming')
    .select([
      'rowNumber',
      'id',
      'rowVersion',
      'number',
      'state',
      'receivedAt',
      'senderName',
      'documentNumber',
      'title',
      'genre',
      'secrecy',
      'urgency',
      'copies',
      'dueOn',
      'leadName',
      'assistNames',
      'location',
      'replyRequired',
      'updatedAt',
      'sample',
    ])
    .where('rowNumber', 'in', rowNumbers)
    .execute();
  const byNumber = new Map(rows.map((row) => [row.rowNumber, row]));
  return rowNumbers.flatMap((rowNumber) => {
    const row = byNumber.get(rowNumber);
    if (row === undefined) return [];
    const { rowNumber: _key, ...shown } = row;
    return [
      {
        ...shown,
        state: asState(shown.state),
        secrecy: oneOf(INCOMING_SECRECY, shown.secrecy),
        urgency: oneOf(URGENCIES, shown.urgency),
        replyRequired: shown.replyRequired === 1,
        sample: shown.sample === 1,
      },
    ];
  });
}

export function oneOf<T extends string>(values: readonly T[], text: string): T {
  const value = values.find((candidate) => candidate === text);
  if (value === undefined) throw new Error('a column holds a value outside its set');
  return value;
}
