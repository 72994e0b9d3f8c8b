import { sql } from 'kysely';
import type { z } from 'zod';
import { OUTGOING_STATES } from '../../../shared/domain/flow-outgoing.ts';
import type { OutgoingState } from '../../../shared/domain/flow-outgoing.ts';
import { searchWords } from '../../../shared/domain/search-words.ts';
import { FORMATS, GENRES } from '../../../shared/gongwen/model.ts';
import type { outgoingContract, OutgoingFilter, OutgoingRow } from '../../../shared/features/outgoing.ts';
import { listOrder } from '../../db/list-order.ts';
import type { FilterOf } from '../../db/list-order.ts';
import { listPage } from '../../db/list-page.ts';
import { OUTGOING_LIST } from '../../db/list-tables.ts';
import type { OfficeDatabase } from '../../db/open.ts';
import type { Reader } from '../../db/schema.ts';
import { asState } from './store.ts';

type ListInput = z.output<(typeof outgoingContract.list)['input']>;
type ListOutput = z.input<(typeof outgoingContract.list)['output']>;

/** A page of the list. What lies in the recycle bin is listed only when its state is asked for. */
export async function listOutgoing(
  database: OfficeDatabase,
  { filter, sort, offset, limit }: ListInput,
): Promise<ListOutput> {
  const words = searchWords(filter.text ?? '');
  const { places, total, more } = await database.exclusively((raw) =>
    listPage(raw, OUTGOING_LIST, { words, filter: facetsOf(filter), sort, offset, limit }),
  );
  return { total, ...(more ? { more } : {}), rows: await readRows(database.read, places) };
}

/** What a filter asks of the columns. */
function facetsOf({ states = [], genres, year, drafterId }: OutgoingFilter): FilterOf<typeof OUTGOING_LIST> {
  return {
    state: { in: states.length > 0 ? states : OUTGOING_STATES.filter((state) => state !== 'discarded') },
    genre: { in: genres },
    year: { in: year === undefined ? [] : [year] },
    drafterId: { in: drafterId === undefined ? [] : [drafterId] },
  };
}

/** How many there are in each state, the recycle bin included. */
export async function countByState(
  database: OfficeDatabase,
  drafterId: string | undefined,
): Promise<Partial<Record<OutgoingState, number>>> {
  const counts = await database.exclusively((raw) =>
    listOrder(raw, OUTGOING_LIST).counts(
      { drafterId: { in: drafterId === undefined ? [] : [drafterId] } },
      'state',
    ),
  );
  return Object.fromEntries([...counts].map(([state, count]) => [asState(String(state)), count]));
}

async function readRows(read: Reader, places: readonly number[]): Promise<OutgoingRow[]> {
  if (places.length === 0) return [];
  const place = sql<number>`${sql.ref('outgoing.rowid')}`;
  const rows = await read
    .selectFrom('outgoing')
    .innerJoin('person', 'person.id', 'outgoing.drafterId')
    .leftJoin('outgoingFact as fact', 'fact.outgoingId', 'outgoing.id')
    .select([
      place.as('place'),
      'outgoing.id',
      'outgoing.rowVersion',
      'outgoing.documentNumber',
      'outgoing.title',
      'outgoing.genre',
      'outgoing.format',
      'outgoing.state',
      'person.name as drafterName',
      'outgoing.addressees',
      'outgoing.issuedOn',
      'outgoing.createdAt',
      'outgoing.updatedAt',
      'outgoing.sample',
      'fact.departmentName',
      'fact.urgency',
      'fact.disclosure',
      'fact.signatory',
      'fact.signedOn',
      'fact.printCopies',
      'fact.archiveNumber',
    ])
    .where(place, 'in', places)
    .execute();
  const byPlace = new Map(rows.map((row) => [row.place, row]));
  const received = await readReceived(
    read,
    rows.map(({ id }) => id),
  );
  return places.flatMap((number) => {
    const found = byPlace.get(number);
    // Removed with the sample between the two questions.
    if (found === undefined) return [];
    const { place: _place, ...row } = found;
    return [
      {
        ...row,
        genre: oneOf(GENRES, row.genre),
        format: oneOf(FORMATS, row.format),
        state: asState(row.state),
        sample: row.sample === 1,
        departmentName: row.departmentName ?? '',
        urgency: row.urgency ?? '',
        disclosure: row.disclosure ?? '',
        signatory: row.signatory ?? '',
        archiveNumber: row.archiveNumber ?? '',
        received: received.get(row.id) ?? null,
      },
    ];
  });
}

/** How far the 分发 of each document has come; nothing for those that were not sent out. */
async function readReceived(
  read: Reader,
  ids: readonly string[],
): Promise<Map<string, { done: number; all: number }>> {
  const rows = await read
    .selectFrom('distribution')
    .select(['outgoingId', 'receivedOn', 'waiver', 'method'])
    .where('outgoingId', 'in', ids)
    .execute();
  const counts = new Map<string, { done: number; all: number }>();
  for (const { outgoingId, receivedOn, waiver, method } of rows) {
    const count = counts.get(outgoingId) ?? { done: 0, all: 0 };
    count.all += 1;
    if (receivedOn !== null || waiver !== '' || method === '存档') count.done += 1;
    counts.set(outgoingId, count);
  }
  return counts;
}

function oneOf<T extends string>(values: readonly T[], text: string): T {
  const value = values.find((candidate) => candidate === text);
  if (value === undefined) throw new Error('a column holds a value outside its set');
  return value;
}
