import { sql } from 'kysely';
import type { z } from 'zod';
import { OUTGOING_STATES } from '../../../shared/domain/flow-outgoing.ts';
import { searchWords } from '../../../shared/domain/search-words.ts';
import { FORMATS, GENRES } from '../../../shared/gongwen/model.ts';
import type { outgoingContract, OutgoingFilter, OutgoingRow } from '../../../shared/features/outgoing.ts';
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

async function readRows(read: Reader, places: readonly number[]): Promise<OutgoingRow[]> {
  if (places.length === 0) return [];
  const place = sql<number>`${sql.ref('outgoing.rowid')}`;
  const rows = await read
    .selectFrom('outgoing')
    .innerJoin('person', 'person.id', 'outgoing.drafterId')
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
    ])
    .where(place, 'in', places)
    .execute();
  const byPlace = new Map(rows.map((row) => [row.place, row]));
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
      },
    ];
  });
}

function oneOf<T extends string>(values: readonly T[], text: string): T {
  const value = values.find((candidate) => candidate === text);
  if (value === undefined) throw new Error('a column holds a value outside its set');
  return value;
}
