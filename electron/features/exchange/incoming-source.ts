import { INCOMING_STATES } from '../../../shared/domain/flow-incoming.ts';
import { dateOf } from '../../../shared/domain/workdays.ts';
import type { IncomingSheetRow } from '../../../shared/domain/exchange/incoming-columns.ts';
import type { Reader } from '../../db/schema.ts';

/** 收文 of some ids as rows of the book, in the order of the ids. */
export async function readIncomingRows(read: Reader, ids: readonly string[]): Promise<IncomingSheetRow[]> {
  if (ids.length === 0) return [];
  const rows = await read.selectFrom('incoming').selectAll().where('id', 'in', ids).execute();
  const accepted = await acceptedBy(read, ids);
  const readers = await readersOf(read, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    // Undone with its import between the two questions.
    if (row === undefined) return [];
    const state = INCOMING_STATES.find((candidate) => candidate === row.state);
    if (state === undefined) throw new Error(`unknown state ${row.state}`);
    return [
      Object.assign({}, row, {
        state,
        receivedOn: row.receivedAt === null ? null : dateOf(row.receivedAt),
        acceptedBy: accepted.get(id) ?? '',
        circulation: readers.get(id) ?? '',
      }),
    ];
  });
}

async function acceptedBy(read: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await read
    .selectFrom('assignment')
    .select(['ownerId', 'acceptedBy'])
    .where('ownerId', 'in', ids)
    .where('role', '=', 'lead')
    .where('status', 'in', ['active', 'reported'])
    .execute();
  return new Map(rows.map((row) => [row.ownerId, row.acceptedBy]));
}

async function readersOf(read: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await read
    .selectFrom('circulationReader')
    .select(['incomingId', 'status'])
    .where('incomingId', 'in', ids)
    .execute();
  const counts = new Map<string, { read: number; all: number }>();
  for (const { incomingId, status } of rows) {
    const count = counts.get(incomingId) ?? { read: 0, all: 0 };
    counts.set(incomingId, { read: count.read + (status === 'waiting' ? 0 : 1), all: count.all + 1 });
  }
  return new Map([...counts].map(([id, { read: done, all }]) => [id, `已阅 ${done}/${all}`]));
}
