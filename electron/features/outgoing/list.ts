import { sql } from 'kysely';
import type { z } from 'zod';
import { FORMATS, GENRES } from '../../../shared/gongwen/model.ts';
import type { outgoingContract, OutgoingFilter, OutgoingRow } from '../../../shared/features/outgoing.ts';
import type { Reader, Schema } from '../../db/schema.ts';
import { likePatterns } from './fold-text.ts';
import { asState } from './store.ts';

type ListInput = z.output<(typeof outgoingContract.list)['input']>;

/** Column a sort key stands for; people see null numbers and dates at the end, whatever the direction. */
const SORT_COLUMNS = {
  documentNumber: 'outgoing.numberOrder',
  title: 'outgoing.titleOrder',
  genre: 'outgoing.genre',
  state: 'outgoing.state',
  drafterName: 'person.nameOrder',
  issuedOn: 'outgoing.issuedOn',
  createdAt: 'outgoing.createdAt',
  updatedAt: 'outgoing.updatedAt',
} as const satisfies Record<ListInput['sort']['key'], string>;

/** A page of the list. What lies in the recycle bin is listed only when its state is asked for. */
export async function listOutgoing(
  read: Reader,
  input: ListInput,
): Promise<{ total: number; rows: OutgoingRow[] }> {
  const filtered = filterOutgoing(read, input.filter);
  const { total } = await filtered
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const { key, direction } = input.sort;
  const rows = await filtered
    .innerJoin('person', 'person.id', 'outgoing.drafterId')
    .select([
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
    .orderBy(SORT_COLUMNS[key], (order) => (direction === 'asc' ? order.asc() : order.desc()).nullsLast())
    // Within a state the last changed ones stand together, as its index has them.
    .$if(key === 'state', (query) => query.orderBy('outgoing.updatedAt', direction))
    .orderBy('outgoing.id', direction)
    .offset(input.offset)
    .limit(input.limit)
    .execute();
  return {
    total,
    rows: rows.map((row) =>
      Object.assign({}, row, {
        genre: oneOf(GENRES, row.genre),
        format: oneOf(FORMATS, row.format),
        state: asState(row.state),
        sample: row.sample === 1,
      }),
    ),
  };
}

function filterOutgoing(read: Reader, filter: OutgoingFilter) {
  let rows = read.selectFrom('outgoing');
  rows =
    filter.states === undefined || filter.states.length === 0
      ? rows.where('outgoing.state', '<>', 'discarded')
      : rows.where('outgoing.state', 'in', filter.states);
  if (filter.genres !== undefined && filter.genres.length > 0) {
    rows = rows.where('outgoing.genre', 'in', filter.genres);
  }
  if (filter.year !== undefined) rows = rows.where('outgoing.year', '=', filter.year);
  if (filter.drafterId !== undefined) rows = rows.where('outgoing.drafterId', '=', filter.drafterId);
  for (const pattern of likePatterns(filter.text ?? '')) {
    // Kysely has no ESCAPE clause, without which % and _ typed by a person would be wildcards.
    rows = rows.where(sql<boolean>`${sql.ref<Schema>('outgoing.searchText')} like ${pattern} escape '\\'`);
  }
  return rows;
}

function oneOf<T extends string>(values: readonly T[], text: string): T {
  const value = values.find((candidate) => candidate === text);
  if (value === undefined) throw new Error('a column holds a value outside its set');
  return value;
}
