import { foldText } from '../../../shared/domain/fold-text.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import { initialsOf } from '../../db/pinyin-initials.ts';

interface Suggestion {
  id: string;
  name: string;
  note: string;
  useCount: number;
}

const SHOWN = 12;
/** More sending units than any office has; the most used come first. */
const READ_AT_MOST = 20_000;

/** 0 begins like it, 1 initials begin like it, 2 occurs, 3 initials occur; undefined when it does not fit. */
function fitness(typed: string, name: string, initials: string): number | undefined {
  if (typed === '' || name.startsWith(typed)) return 0;
  if (initials.startsWith(typed)) return 1;
  if (name.includes(typed)) return 2;
  return initials.includes(typed) ? 3 : undefined;
}

/** The best fitting first; among these the most used, then the last used as the rows come. */
function ranked(
  rows: readonly (Suggestion & { readonly initials: string })[],
  text: string,
  shown = SHOWN,
): Suggestion[] {
  const typed = foldText(text);
  return rows
    .flatMap((row) => {
      const fit = fitness(typed, foldText(row.name), row.initials);
      return fit === undefined ? [] : [{ row, fit }];
    })
    .sort((a, b) => a.fit - b.fit || b.row.useCount - a.row.useCount)
    .slice(0, shown)
    .map(({ row: { id, name, note, useCount } }) => ({ id, name, note, useCount }));
}

export async function completeSender(read: Reader, text: string): Promise<Suggestion[]> {
  const rows = await read
    .selectFrom('correspondent')
    .select(['id', 'name', 'initials', 'useCount'])
    .where('active', '=', 1)
    .orderBy('useCount', 'desc')
    .orderBy('lastUsedAt', 'desc')
    .limit(text.trim() === '' ? SHOWN : READ_AT_MOST)
    .execute();
  return ranked(
    rows.map((row) => Object.assign({ note: '' }, row)),
    text,
  );
}

const knownInitials = new Map<string, string>();

function initialsOfName(name: string): string {
  const known = knownInitials.get(name) ?? initialsOf(name);
  knownInitials.set(name, known);
  return known;
}

export async function completePerson(read: Reader, text: string): Promise<Suggestion[]> {
  const rows = await read
    .selectFrom('person')
    .leftJoin('department', 'department.id', 'person.departmentId')
    .leftJoin('nameUse', (join) =>
      join.onRef('nameUse.targetId', '=', 'person.id').on('nameUse.kind', '=', 'person'),
    )
    .select([
      'person.id',
      'person.name',
      'person.post',
      'department.name as departmentName',
      'nameUse.useCount',
    ])
    .where('person.active', '=', 1)
    .where('person.sample', '=', 0)
    .orderBy('person.nameOrder')
    .orderBy('person.id')
    .execute();
  return ranked(
    rows.map(({ id, name, post, departmentName, useCount }) => ({
      id,
      name,
      note: [departmentName ?? '', post].filter((part) => part !== '').join(' '),
      useCount: useCount ?? 0,
      initials: initialsOfName(name),
    })),
    text,
  );
}

/** For an empty text all departments, as an office has few of them. */
export async function completeDepartment(read: Reader, text: string): Promise<Suggestion[]> {
  const rows = await read
    .selectFrom('department')
    .leftJoin('nameUse', (join) =>
      join.onRef('nameUse.targetId', '=', 'department.id').on('nameUse.kind', '=', 'department'),
    )
    .select(['department.id', 'department.name', 'nameUse.useCount'])
    .where('department.sample', '=', 0)
    .orderBy('department.sortOrder')
    .orderBy('department.id')
    .execute();
  return ranked(
    rows.map(({ id, name, useCount }) => ({
      id,
      name,
      note: '',
      useCount: useCount ?? 0,
      initials: initialsOfName(name),
    })),
    text,
    rows.length,
  );
}

/** The sending unit of a name, counted as used once more; made when it is new. Returns its id. */
export async function useSender(change: Change, name: string): Promise<string> {
  const nameKey = foldText(name);
  const known = await change.tx
    .selectFrom('correspondent')
    .select(['id', 'rowVersion', 'useCount'])
    .where('nameKey', '=', nameKey)
    .executeTakeFirst();
  if (known !== undefined) {
    await change.tx
      .updateTable('correspondent')
      .set({
        useCount: known.useCount + 1,
        lastUsedAt: change.at,
        active: 1,
        ...change.stampChanged(known.rowVersion),
      })
      .where('id', '=', known.id)
      .execute();
    return known.id;
  }
  const stamps = change.stampNew();
  await change.tx
    .insertInto('correspondent')
    .values({
      ...stamps,
      name,
      nameKey,
      initials: initialsOf(name),
      useCount: 1,
      lastUsedAt: change.at,
      active: 1,
    })
    .execute();
  return stamps.id;
}

/** Counts a person or department as chosen once more. */
export async function countUse(
  change: Change,
  kind: 'person' | 'department',
  targetId: string,
): Promise<void> {
  const known = await change.tx
    .selectFrom('nameUse')
    .select(['id', 'rowVersion', 'useCount'])
    .where('kind', '=', kind)
    .where('targetId', '=', targetId)
    .executeTakeFirst();
  if (known === undefined) {
    await change.tx
      .insertInto('nameUse')
      .values({ ...change.stampNew(), kind, targetId, useCount: 1 })
      .execute();
    return;
  }
  await change.tx
    .updateTable('nameUse')
    .set({ useCount: known.useCount + 1, ...change.stampChanged(known.rowVersion) })
    .where('id', '=', known.id)
    .execute();
}
