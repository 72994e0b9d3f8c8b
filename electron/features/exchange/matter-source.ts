import { MATTER_SOURCES, MATTER_STATES } from '../../../shared/domain/flow-matter.ts';
import { dateOf } from '../../../shared/domain/workdays.ts';
import type { MatterSheetRow } from '../../../shared/domain/exchange/matter-columns.ts';
import type { UrgingSheetRow } from '../../../shared/domain/exchange/urging-columns.ts';
import { oneOf } from '../../db/one-of.ts';
import type { Reader } from '../../db/schema.ts';

/** 承办件 of some ids as rows of the book, in the order of the ids. */
export async function readMatterRows(read: Reader, ids: readonly string[]): Promise<MatterSheetRow[]> {
  if (ids.length === 0) return [];
  const rows = await read.selectFrom('matter').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const state = oneOf(MATTER_STATES, row.state);
    return [Object.assign({}, row, { state, source: oneOf(MATTER_SOURCES, row.source) })];
  });
}

/** Urgings of some ids, each with the last answer to it. */
export async function readUrgingRows(read: Reader, ids: readonly string[]): Promise<UrgingSheetRow[]> {
  if (ids.length === 0) return [];
  const rows = await read
    .selectFrom('urging as u')
    .leftJoin('incoming as i', 'i.id', 'u.ownerId')
    .leftJoin('matter as m', 'm.id', 'u.ownerId')
    .leftJoin('assignment as a', 'a.id', 'u.assignmentId')
    .leftJoin('person as p', 'p.id', 'u.createdBy')
    .select(({ fn }) => [
      'u.id',
      'u.createdAt as at',
      fn.coalesce('i.number', 'm.number').as('number'),
      fn.coalesce('i.title', 'm.title').as('title'),
      fn.coalesce('i.secrecy', 'm.secrecy').as('secrecy'),
      fn.coalesce('a.dueOn', 'i.dueOn', 'm.dueOn').as('dueOn'),
      'u.target',
      'u.level',
      'u.method',
      'u.note',
      'p.name as urgedBy',
    ])
    .where('u.id', 'in', ids)
    .execute();
  const answers = await read
    .selectFrom('urgingAnswer')
    .select(['urgingId', 'personName', 'text', 'createdAt as at'])
    .where('urgingId', 'in', ids)
    .orderBy('createdAt')
    .execute();
  const last = new Map(answers.map((answer) => [answer.urgingId, answer]));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const answer = last.get(id);
    return [
      {
        at: row.at,
        on: dateOf(row.at),
        number: row.number ?? '',
        title: row.title ?? '',
        secrecy: row.secrecy ?? '',
        target: row.target,
        level: row.level,
        method: row.method,
        note: row.note,
        dueOn: row.dueOn ?? null,
        urgedBy: row.urgedBy ?? '',
        answeredBy: answer?.personName ?? '',
        answeredAt: answer?.at ?? null,
        answer: answer?.text ?? '',
      },
    ];
  });
}
