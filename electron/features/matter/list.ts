import type { z } from 'zod';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { MATTER_SOURCES, MATTER_URGENCIES } from '../../../shared/domain/flow-matter.ts';
import type { MatterState } from '../../../shared/domain/flow-matter.ts';
import { INCOMING_SECRECY } from '../../../shared/features/incoming-items.ts';
import type {
  matterContract,
  MatterFilter,
  MatterListRow,
  MatterView,
} from '../../../shared/features/matter.ts';
import type { MatterTable } from '../../db/matter-schema.ts';
import { oneOf } from '../../db/one-of.ts';
import type { Reader } from '../../db/schema.ts';
import { asMatterState } from './store.ts';

type ListInput = z.output<(typeof matterContract.list)['input']>;

/** Where somebody still has to do something by the deadline. */
export const RUNNING = ['awaitingAssignment', 'handling', 'awaitingReply'] as const;

const STATES: Readonly<Record<MatterView, readonly MatterState[] | null>> = {
  open: [...RUNNING, 'suspended'],
  overdue: RUNNING,
  today: RUNNING,
  closed: ['closed'],
  voided: ['voided'],
  all: null,
};

const SORT_COLUMNS = {
  number: ['year', 'serial'],
  title: ['titleOrder'],
  orderedOn: ['orderedOn'],
  state: ['state', 'dueOn'],
  leadName: ['leadName'],
  dueOn: ['dueOn'],
  updatedAt: ['updatedAt'],
} as const satisfies Record<ListInput['sort']['key'], readonly (keyof MatterTable)[]>;

/** A page of the list. @param today `YYYY-MM-DD` */
export async function listMatters(
  read: Reader,
  { filter, sort, offset, limit }: ListInput,
  today: string,
): Promise<{ total: number; rows: MatterListRow[] }> {
  const filtered = filterRows(read, filter, today);
  let ordered = filtered.select([
    'id',
    'rowVersion',
    'number',
    'state',
    'source',
    'orderedBy',
    'orderedOn',
    'title',
    'secrecy',
    'urgency',
    'leadName',
    'assistNames',
    'dueOn',
    'updatedAt',
    'sample',
  ]);
  for (const column of SORT_COLUMNS[sort.key]) {
    ordered = ordered.orderBy(column, (order) =>
      (sort.direction === 'asc' ? order.asc() : order.desc()).nullsLast(),
    );
  }
  const rows = await ordered.orderBy('rowNumber', sort.direction).offset(offset).limit(limit).execute();
  const { total } = await filtered
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    total,
    rows: rows.map((row) =>
      Object.assign(row, {
        state: asMatterState(row.state),
        source: oneOf(MATTER_SOURCES, row.source),
        secrecy: oneOf(INCOMING_SECRECY, row.secrecy),
        urgency: oneOf(MATTER_URGENCIES, row.urgency),
        sample: row.sample === 1,
      }),
    ),
  };
}

function filterRows(read: Reader, filter: MatterFilter, today: string) {
  let rows = read.selectFrom('matter');
  const states = STATES[filter.view];
  if (filter.state !== undefined) rows = rows.where('state', '=', filter.state);
  else if (states !== null) rows = rows.where('state', 'in', states);
  if (filter.view === 'overdue') rows = rows.where('dueOn', '<', today);
  if (filter.view === 'today') rows = rows.where('dueOn', '=', today);
  if (filter.leadDepartmentId !== undefined) {
    rows = rows.where('leadDepartmentId', '=', filter.leadDepartmentId);
  }
  if (filter.source !== undefined) rows = rows.where('source', '=', filter.source);
  for (const word of (filter.text ?? '').split(/[\s\u3000]+/u).map(foldText)) {
    if (word === '') continue;
    const pattern = `%${word.replaceAll(/[%_\\]/gu, '')}%`;
    rows = rows.where((where) =>
      /^[a-z0-9]+$/u.test(word)
        ? where.or([where('searchText', 'like', pattern), where('initials', 'like', pattern)])
        : where('searchText', 'like', pattern),
    );
  }
  return rows;
}
