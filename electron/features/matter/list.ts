import type { z } from 'zod';
import { MATTER_SOURCES, MATTER_URGENCIES } from '../../../shared/domain/flow-matter.ts';
import type { MatterState } from '../../../shared/domain/flow-matter.ts';
import { searchWords } from '../../../shared/domain/search-words.ts';
import { nextDay } from '../../../shared/domain/workdays.ts';
import { INCOMING_SECRECY } from '../../../shared/features/incoming-items.ts';
import type {
  matterContract,
  MatterFilter,
  MatterListRow,
  MatterView,
} from '../../../shared/features/matter.ts';
import type { FilterOf } from '../../db/list-order.ts';
import { listPage } from '../../db/list-page.ts';
import { MATTER_LIST } from '../../db/list-tables.ts';
import { oneOf } from '../../db/one-of.ts';
import type { OfficeDatabase } from '../../db/open.ts';
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

/** A page of the list; only the rows shown are read from the file. @param today `YYYY-MM-DD` */
export async function listMatters(
  database: OfficeDatabase,
  { filter, sort, offset, limit }: ListInput,
  today: string,
): Promise<{ total: number; more: boolean; rows: MatterListRow[] }> {
  const words = searchWords(filter.text ?? '');
  const { places, total, more } = await database.exclusively((raw) =>
    listPage(raw, MATTER_LIST, { words, filter: facetsOf(filter, today), sort, offset, limit }),
  );
  return { total, more, rows: await readRows(database.read, places) };
}

/** What a filter asks of the columns. */
function facetsOf(filter: MatterFilter, today: string): FilterOf<typeof MATTER_LIST> {
  const { view, state, source, leadDepartmentId } = filter;
  return {
    state: { in: state === undefined ? (STATES[view] ?? []) : [state] },
    source: { in: source === undefined ? [] : [source] },
    leadDepartmentId: { in: leadDepartmentId === undefined ? [] : [leadDepartmentId] },
    dueOn: {
      in: view === 'today' ? [today] : [],
      upTo: view === 'overdue' ? nextDay(today, -1) : undefined,
    },
  };
}

async function readRows(read: Reader, rowNumbers: readonly number[]): Promise<MatterListRow[]> {
  if (rowNumbers.length === 0) return [];
  const rows = await read
    .selectFrom('matter')
    .select([
      'rowNumber',
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
        state: asMatterState(shown.state),
        source: oneOf(MATTER_SOURCES, shown.source),
        secrecy: oneOf(INCOMING_SECRECY, shown.secrecy),
        urgency: oneOf(MATTER_URGENCIES, shown.urgency),
        sample: shown.sample === 1,
      },
    ];
  });
}
