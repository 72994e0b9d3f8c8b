import type { z } from 'zod';
import { URGENCIES } from '../../../shared/domain/flow-incoming.ts';
import type { IncomingState } from '../../../shared/domain/flow-incoming.ts';
import { searchWords } from '../../../shared/domain/search-words.ts';
import { INCOMING_SECRECY } from '../../../shared/features/incoming-items.ts';
import type { IncomingListRow } from '../../../shared/features/incoming-items.ts';
import type { incomingContract, IncomingFilter } from '../../../shared/features/incoming.ts';
import type { FilterOf } from '../../db/list-order.ts';
import { listPage } from '../../db/list-page.ts';
import { INCOMING_LIST } from '../../db/list-tables.ts';
import type { OfficeDatabase } from '../../db/open.ts';
import { oneOf } from '../../db/one-of.ts';
import type { Reader } from '../../db/schema.ts';
import { asState } from './store.ts';

type ListInput = z.output<(typeof incomingContract.list)['input']>;

/** Where somebody still has to do something by the deadline. */
const WITH_SOMEBODY: readonly string[] = [
  'registered',
  'underReview',
  'awaitingProposal',
  'awaitingInstruction',
  'awaitingAssignment',
  'handling',
  'circulating',
  'awaitingReply',
] satisfies IncomingState[];

/** A page of the book; only the rows shown are read from the file. */
export async function listIncoming(
  database: OfficeDatabase,
  { filter, sort, offset, limit }: ListInput,
): Promise<{ total: number; more: boolean; rows: IncomingListRow[] }> {
  const words = searchWords(filter.text ?? '');
  const { places, total, more } = await database.exclusively((raw) =>
    listPage(raw, INCOMING_LIST, { words, filter: facetsOf(filter), sort, offset, limit }),
  );
  return { total, more, rows: await readRows(database.read, places) };
}

/** What a filter asks of the columns. */
export function facetsOf(filter: IncomingFilter): FilterOf<typeof INCOMING_LIST> {
  const { states = [], year, senderId, leadDepartmentId, urgencies, dueBy } = filter;
  const due = WITH_SOMEBODY.filter((state) => states.length === 0 || states.some((one) => one === state));
  return {
    // Nothing is due in a state where nobody has anything to do: a value that no row has.
    state: { in: dueBy === undefined ? states : due.length === 0 ? [''] : due },
    bookYear: { in: year === undefined ? [] : [year] },
    senderId: { in: senderId === undefined ? [] : [senderId] },
    leadDepartmentId: { in: leadDepartmentId === undefined ? [] : [leadDepartmentId] },
    urgency: { in: urgencies },
    dueOn: { upTo: dueBy },
  };
}

async function readRows(read: Reader, rowNumbers: readonly number[]): Promise<IncomingListRow[]> {
  if (rowNumbers.length === 0) return [];
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
