import type { ImportState, LedgerPaper } from '../../../shared/domain/exchange/ledger-paper.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import type { IncomingTable } from '../../db/incoming-schema.ts';
import { initialsOf } from '../../db/pinyin-initials.ts';
import type { Reader, Stamped } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { derivedColumns } from './columns.ts';

/** Rows of an old ledger as rows of the book, put in by one import. */

/** A paper of a ledger with what the import has settled for it. */
export interface LedgerItem {
  readonly paper: LedgerPaper;
  readonly state: ImportState;
  readonly bookYear: number;
  /** Null when it comes in without a number. */
  readonly serial: number | null;
  /** 收〔2025〕0012; empty when it comes in without a number. */
  readonly number: string;
}

type Columns = Omit<IncomingTable, keyof Stamped | 'rowNumber' | 'senderId' | 'importId'>;

export interface PreparedItem {
  readonly columns: Columns;
  readonly senderKey: string;
}

/** Departments by name, so that 主办 of the ledger can be filtered by. */
export async function readDepartmentIds(read: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await read.selectFrom('department').select(['id', 'name']).where('sample', '=', 0).execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** All columns of a row but stamps, sender and import; the part that takes time, done before the transaction. */
export function prepareItem(item: LedgerItem, departments: ReadonlyMap<string, string>): PreparedItem {
  const { paper, state, bookYear, serial, number } = item;
  const { number: _own, receivedAt, state: _state, ...texts } = paper;
  const columns = { ...texts, number };
  const done = state !== 'registered';
  return {
    senderKey: foldText(paper.senderName),
    columns: {
      ...columns,
      ...derivedColumns(columns),
      state,
      bookYear,
      serial,
      receivedAt: receivedAt === null ? null : localTime(receivedAt),
      replyRequired: 0,
      suspendedFrom: null,
      suspendedAt: null,
      voidedFrom: null,
      voidReason: null,
      returnReason: '',
      suggestedLeadId: null,
      // While a paper is open its lead comes from 分办; of a closed one the ledger tells it.
      leadDepartmentId: done ? (departments.get(paper.leadName) ?? null) : null,
      rejections: 0,
      circulation: '',
      replyMethod: '',
      location: paper.location === '' ? (state === 'archived' ? '档案室' : '办公室') : paper.location,
      sample: 0,
    },
  };
}

/** `YYYY-MM-DDTHH:mm` on this computer. */
function localTime(at: string): number {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = at.split(/[-T:]/u).map(Number);
  return new Date(year, month - 1, day, hour, minute).getTime();
}

/** What an import moved besides its rows; kept so that it can be put back. */
export interface ImportEffects {
  /** Series of the years of its numbers; `before` null where there was none. */
  readonly series: readonly {
    readonly year: number;
    readonly before: { readonly first: number; readonly last: number } | null;
    readonly last: number;
  }[];
  /** Sending units: how many rows each has of this import, and whether it made them. */
  readonly senders: readonly {
    readonly id: string;
    readonly rows: number;
    readonly made: boolean;
    readonly lastUsedAt: number;
  }[];
}

/** So many rows in one statement. */
const ROWS_PER_INSERT = 100;

/** Puts the rows in, moves the series of their years up to the highest number, counts their senders. */
export async function insertItems(
  change: Change,
  importId: string,
  items: readonly PreparedItem[],
): Promise<{ ids: string[]; effects: ImportEffects }> {
  const series = await raiseSeries(change, items);
  const senders = await countSenders(change, items);
  const rows = items.map(({ columns, senderKey }) => ({
    ...change.stampNew(),
    ...columns,
    senderId: senders.get(senderKey)?.id ?? null,
    importId,
  }));
  for (let offset = 0; offset < rows.length; offset += ROWS_PER_INSERT) {
    await change.tx
      .insertInto('incoming')
      .values(rows.slice(offset, offset + ROWS_PER_INSERT))
      .execute();
  }
  return { ids: rows.map(({ id }) => id), effects: { series, senders: [...senders.values()] } };
}

/**
 * The book goes on after the highest number that comes in. Where the program has issued numbers of that year already,
 * the series moves step by step, as its trigger demands; else it begins behind the ledger.
 */
async function raiseSeries(change: Change, items: readonly PreparedItem[]): Promise<ImportEffects['series']> {
  const highest = new Map<number, number>();
  for (const { columns } of items) {
    if (columns.serial === null) continue;
    highest.set(columns.bookYear, Math.max(highest.get(columns.bookYear) ?? 0, columns.serial));
  }
  const effects: ImportEffects['series'][number][] = [];
  for (const [year, last] of highest) {
    const row = await change.tx
      .selectFrom('incomingSeries')
      .selectAll()
      .where('year', '=', year)
      .executeTakeFirst();
    effects.push({ year, before: row === undefined ? null : { first: row.first, last: row.last }, last });
    if (row === undefined) {
      await change.tx
        .insertInto('incomingSeries')
        .values({ ...change.stampNew(), year, first: 1, last })
        .execute();
      continue;
    }
    let rowVersion = row.rowVersion;
    for (let next = row.last + 1; next <= last; next += 1) {
      await change.tx
        .updateTable('incomingSeries')
        .set({ last: next, ...change.stampChanged(rowVersion) })
        .where('id', '=', row.id)
        .execute();
      rowVersion += 1;
    }
  }
  return effects;
}

async function countSenders(
  change: Change,
  items: readonly PreparedItem[],
): Promise<Map<string, ImportEffects['senders'][number]>> {
  const counts = new Map<string, { name: string; rows: number }>();
  for (const { senderKey, columns } of items) {
    const count = counts.get(senderKey) ?? { name: columns.senderName, rows: 0 };
    counts.set(senderKey, { ...count, rows: count.rows + 1 });
  }
  const senders = new Map<string, ImportEffects['senders'][number]>();
  for (const [nameKey, { name, rows }] of counts) {
    const known = await change.tx
      .selectFrom('correspondent')
      .select(['id', 'rowVersion', 'useCount', 'lastUsedAt'])
      .where('nameKey', '=', nameKey)
      .executeTakeFirst();
    if (known !== undefined) {
      await change.tx
        .updateTable('correspondent')
        .set({ useCount: known.useCount + rows, ...change.stampChanged(known.rowVersion) })
        .where('id', '=', known.id)
        .execute();
      senders.set(nameKey, { id: known.id, rows, made: false, lastUsedAt: known.lastUsedAt });
      continue;
    }
    const stamps = change.stampNew();
    await change.tx
      .insertInto('correspondent')
      .values({
        ...stamps,
        name,
        nameKey,
        initials: initialsOf(name),
        useCount: rows,
        lastUsedAt: change.at,
        active: 1,
      })
      .execute();
    senders.set(nameKey, { id: stamps.id, rows, made: true, lastUsedAt: change.at });
  }
  return senders;
}
