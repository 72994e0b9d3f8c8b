import { INCOMING_STATE_NAMES } from '../../../shared/domain/flow-incoming.ts';
import { MATTER_STATE_NAMES, MATTER_STATES } from '../../../shared/domain/flow-matter.ts';
import type { UrgingRow } from '../../../shared/features/matter.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import { idsOf } from '../../db/desk-conditions.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';

/** States in which nobody waits for an answer any more. */
const SETTLED = ['closed', 'archived', 'voided', 'returned'] as const;
const OPEN_MATTERS = MATTER_STATES.filter((state) => state !== 'closed' && state !== 'voided');
const NAMES: Readonly<Record<string, string>> = { ...INCOMING_STATE_NAMES, ...MATTER_STATE_NAMES };

interface Page {
  readonly waiting: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** 催办台账: every urging of a 收文 or a 承办件, newest first, with who answered what. */
export async function listUrgings(
  read: Reader,
  { waiting, offset, limit }: Page,
): Promise<{ total: number; rows: UrgingRow[] }> {
  const wanted = waiting ? waitingUrgings(read) : read.selectFrom('urging as u');
  const { total } = await wanted
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  // The page first, then what belongs to its rows: most of a long ledger is never shown.
  const page = await wanted
    .select('u.id')
    .orderBy('u.createdAt', 'desc')
    .orderBy('u.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
  const ids = page.map(({ id }) => id);
  const rows = await read
    .selectFrom('urging as u')
    .leftJoin('incoming as i', 'i.id', 'u.ownerId')
    .leftJoin('matter as m', 'm.id', 'u.ownerId')
    .leftJoin('assignment as a', 'a.id', 'u.assignmentId')
    .leftJoin('person as p', 'p.id', 'u.createdBy')
    .select(({ fn }) => [
      'u.id',
      'u.createdAt as at',
      'u.ownerKind as kind',
      'u.ownerId as itemId',
      fn.coalesce('i.number', 'm.number').as('number'),
      fn.coalesce('i.title', 'm.title').as('title'),
      fn.coalesce('i.secrecy', 'm.secrecy').as('secrecy'),
      fn.coalesce('a.dueOn', 'i.dueOn', 'm.dueOn').as('dueOn'),
      fn.coalesce('i.state', 'm.state').as('state'),
      'a.status',
      'u.target',
      'u.level',
      'u.method',
      'u.note',
      'p.name as urgedBy',
    ])
    .where('u.id', 'in', ids)
    .orderBy('u.createdAt', 'desc')
    .orderBy('u.id', 'desc')
    .execute();
  const answers = await read
    .selectFrom('urgingAnswer')
    .select(['urgingId', 'personName', 'text', 'createdAt as at'])
    .where('urgingId', 'in', ids)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return {
    total,
    rows: rows.map(({ state, status, ...row }) => {
      const answer = answers.find(({ urgingId }) => urgingId === row.id);
      return Object.assign(row, {
        number: row.number ?? '',
        title: row.title ?? '',
        secrecy: row.secrecy ?? '',
        stateName: NAMES[state ?? ''] ?? '',
        urgedBy: row.urgedBy ?? '',
        answer:
          answer === undefined ? null : { personName: answer.personName, text: answer.text, at: answer.at },
        settled: SETTLED.some((settled) => settled === state) || (status !== null && status !== 'active'),
      });
    }),
  };
}

/** Urgings of items that are still open, whose 承办 has not reported and of which nobody has answered. */
function waitingUrgings(read: Reader) {
  return read
    .selectFrom('urging as u')
    .where((where) =>
      where(
        'u.ownerId',
        'in',
        where
          .selectFrom(idsOf('notClosed'))
          .select('found.id')
          .unionAll(where.selectFrom('matter').select('matter.id').where('matter.state', 'in', OPEN_MATTERS)),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('urgingAnswer as r').select('r.id').whereRef('r.urgingId', '=', 'u.id'),
        ),
      ),
    )
    .where((where) =>
      where.or([
        where('u.assignmentId', 'is', null),
        where.exists(
          where
            .selectFrom('assignment as a')
            .select('a.id')
            .whereRef('a.id', '=', 'u.assignmentId')
            .where('a.status', '=', 'active'),
        ),
      ]),
    );
}

/** Keeps what the urged one answered; further answers are added, none is changed. @throws AppError NOT_FOUND */
export async function answerUrging(
  change: Change,
  {
    urgingId,
    personName,
    text,
  }: { readonly urgingId: string; readonly personName: string; readonly text: string },
): Promise<void> {
  const urging = await change.tx
    .selectFrom('urging')
    .select(['ownerKind', 'ownerId', 'target'])
    .where('id', '=', urgingId)
    .executeTakeFirst();
  if (urging === undefined) throw new AppError('NOT_FOUND', '找不到这次催办，没有登记。请刷新后重试。');
  await change.tx
    .insertInto('urgingAnswer')
    .values({ ...change.stampNew(), urgingId, personName, text })
    .execute();
  await change.audit({
    entity: urging.ownerKind,
    entityId: urging.ownerId,
    summary: `${urging.target}答复催办（${personName}）：${text}`,
  });
}
