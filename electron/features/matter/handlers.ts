import { foldText } from '../../../shared/domain/fold-text.ts';
import { dateOf } from '../../../shared/domain/workdays.ts';
import type { LinkKind } from '../../../shared/features/incoming-items.ts';
import type { matterContract } from '../../../shared/features/matter.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Reader } from '../../db/schema.ts';
import type { Change } from '../../db/transaction.ts';
import type { Ctx } from '../context.ts';
import { readBookNumber, saveBookNumber } from '../handling/book-number.ts';
import { removeLink } from '../handling/item-links.ts';
import { refuse } from '../handling/refuse.ts';
import { runMatterAction } from './act.ts';
import { readMatterDetail } from './detail.ts';
import { listMatters } from './list.ts';
import { peekNumber, startSeries } from './numbering.ts';
import { readMatter } from './store.ts';
import { undoLast, withEditStep } from './undo.ts';
import { answerUrging, listUrgings } from './urgings.ts';
import { createFromInstruction, createMatter, saveMatter } from './write.ts';

export const matterHandlers: Handlers<typeof matterContract, Ctx> = {
  list: (input, ctx) => listMatters(ctx.services.session.database, input, dateOf(ctx.services.now())),
  get: ({ id }, ctx) => readMatterDetail(ctx.read, id, ctx.actor?.id),
  create: ({ draft, leadDepartmentId, assistDepartmentIds }, ctx) =>
    ctx.write((change) => createMatter(change, draft, leadDepartmentId, assistDepartmentIds ?? [])),
  save: ({ id, rowVersion, draft }, ctx) =>
    ctx.write((change) => withEditStep(change, id, () => saveMatter(change, { id, rowVersion }, draft))),
  act: ({ id, rowVersion, action, fields }, ctx) =>
    ctx.write((change) => runMatterAction(change, { id, rowVersion }, action, fields)),
  undo: (target, ctx) => ctx.write((change) => undoLast(change, target)),
  createFrom: ({ incomingId, instructedBy }, ctx) =>
    ctx.write((change) => createFromInstruction(change, incomingId, instructedBy)),
  link: ({ id, number }, ctx) => ctx.write((change) => linkByNumber(change, id, number)),
  unlink: ({ id, ...link }, ctx) =>
    ctx.write(async (change) => {
      const { row } = await readMatter(change.read, id);
      await removeLink(change, { kind: 'matter', id: row.id }, link);
    }),
  history: ({ id }, ctx) =>
    ctx.read
      .selectFrom('auditEvent')
      .select(['createdAt as at', 'actorName', 'summary'])
      .where('entity', '=', 'matter')
      .where('entityId', '=', id)
      .orderBy('sequence', 'desc')
      .execute(),
  peekNumber: (_input, ctx) => peekNumber(ctx.read, ctx.services.now()),
  numberSetting: (_input, ctx) => readBookNumber(ctx.read, 'matter'),
  saveNumberSetting: (value, ctx) => ctx.write((change) => saveBookNumber(change, 'matter', value)),
  startSeries: ({ year, first }, ctx) => ctx.write((change) => startSeries(change, year, first)),
  urgings: (input, ctx) => listUrgings(ctx.read, input),
  answerUrging: (input, ctx) => ctx.write((change) => answerUrging(change, input)),
};

/** Links what has the number as typed: 收文号, 发文字号 or 承办号. */
async function linkByNumber(change: Change, id: string, typed: string): Promise<{ label: string }> {
  const { row } = await readMatter(change.read, id);
  const found = await findByNumber(change.read, typed);
  if (found === undefined) {
    return refuse('number', `没有编号为“${typed}”的收文、发文或承办件，没有关联。请核对编号。`);
  }
  if (found.id === id) refuse('number', '不能与自己关联，没有改动。');
  const label = `${found.number} ${found.title}`;
  const result = await change.tx
    .insertInto('itemLink')
    .values({
      ...change.stampNew(),
      fromKind: 'matter',
      fromId: row.id,
      toKind: found.kind,
      toId: found.id,
      relation: 'related',
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((result.numInsertedOrUpdatedRows ?? 0n) > 0n) {
    await change.audit({ entity: 'matter', entityId: row.id, summary: `关联${label}` });
  }
  return { label };
}

interface Found {
  readonly kind: LinkKind;
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

/** 收2026-1, 收〔2026〕1 and 收〔2026〕0001号 are one number. */
async function findByNumber(read: Reader, typed: string): Promise<Found | undefined> {
  const [, code = '', year = '', serial = ''] =
    /^(\D*?)\[?(\d{4})(?:\]|年|-)0*(\d+)号?$/u.exec(foldText(typed)) ?? [];
  if (year === '') return undefined;
  const incoming = await read
    .selectFrom('incoming')
    .select(['id', 'number', 'title'])
    .where('bookYear', '=', Number(year))
    .where('serial', '=', Number(serial))
    .executeTakeFirst();
  if (incoming !== undefined && foldText(incoming.number).startsWith(`${code}[`) && code !== '') {
    return { kind: 'incoming', ...incoming };
  }
  const matter = await read
    .selectFrom('matter')
    .select(['id', 'number', 'title'])
    .where('year', '=', Number(year))
    .where('serial', '=', Number(serial))
    .executeTakeFirst();
  if (matter !== undefined && foldText(matter.number).startsWith(`${code}[`) && code !== '') {
    return { kind: 'matter', ...matter };
  }
  const issued = await read
    .selectFrom('issuedNumber')
    .innerJoin('outgoing', 'outgoing.id', 'issuedNumber.outgoingId')
    .innerJoin('issuerCode', 'issuerCode.id', 'issuedNumber.issuerCodeId')
    .select(['outgoing.id', 'outgoing.documentNumber as number', 'outgoing.title'])
    .where('issuedNumber.year', '=', Number(year))
    .where('issuedNumber.serial', '=', Number(serial))
    .where('issuerCode.code', '=', code)
    .executeTakeFirst();
  return issued === undefined ? undefined : { kind: 'outgoing', ...issued };
}
