import { sql } from 'kysely';
import type { z } from 'zod';
import { OUTGOING_STATES } from '../../../shared/domain/flow-outgoing.ts';
import { FORMATS, GENRES } from '../../../shared/gongwen/model.ts';
import type { outgoingContract, OutgoingRow } from '../../../shared/features/outgoing.ts';
import { listOrder } from '../../db/list-order.ts';
import type { OfficeDatabase } from '../../db/open.ts';
import { searchPlaces } from '../../db/search-index.ts';
import type { Reader } from '../../db/schema.ts';
import { searchWords } from './fold-text.ts';
import { asState } from './store.ts';

type ListInput = z.output<(typeof outgoingContract.list)['input']>;
type ListOutput = z.input<(typeof outgoingContract.list)['output']>;

/**
 * A search lists this many at most, the newest ones; a person who finds more goes on typing. Reading more row
 * numbers out of the index than this would take longer than a list may.
 */
const MOST_FOUND = 20_000;

/** A page of the list. What lies in the recycle bin is listed only when its state is asked for. */
export async function listOutgoing(database: OfficeDatabase, input: ListInput): Promise<ListOutput> {
  const { states = [], genres, year, drafterId, text = '' } = input.filter;
  const filter = {
    states: states.length > 0 ? states : OUTGOING_STATES.filter((state) => state !== 'discarded'),
    genres,
    year,
    drafterId,
  };
  const words = searchWords(text);
  const { page, more } = await database.exclusively((raw) => {
    const found = words.length === 0 ? undefined : searchPlaces(raw, { ...filter, words }, MOST_FOUND + 1);
    const more = found !== undefined && found.length > MOST_FOUND;
    const listed = more ? found.slice(0, MOST_FOUND) : found;
    return { page: listOrder(raw).page(filter, input.sort, input.offset, input.limit, listed), more };
  });
  return {
    total: page.total,
    ...(more ? { more } : {}),
    rows: await readRows(database.read, page.places),
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
