import type { incomingContract } from '../../../shared/features/incoming.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import { AppError } from '../../../shared/ipc/errors.ts';
import type { Change } from '../../db/transaction.ts';
import type { Ctx } from '../context.ts';
import { completeDepartment, completePerson, completeSender } from './completion.ts';
import { labelOf, readDetail } from './detail.ts';
import { findDuplicates } from './duplicates.ts';
import { incomingHistory } from './history.ts';
import { listIncoming } from './list.ts';
import { readNumberSetting, saveNumberSetting, startSeries } from './numbering.ts';
import { copyOf, expectIncoming, peekNumber, registerIncoming, saveIncoming } from './register.ts';
import { runAction } from './run-action.ts';
import { readIncoming } from './store.ts';

export const incomingHandlers: Handlers<typeof incomingContract, Ctx> = {
  list: (input, ctx) => listIncoming(ctx.read, input),
  get: ({ id }, ctx) => readDetail(ctx.read, id),
  register: ({ draft, ...receipt }, ctx) => ctx.write((change) => registerIncoming(change, draft, receipt)),
  expect: ({ draft }, ctx) => ctx.write((change) => expectIncoming(change, draft)),
  save: ({ id, rowVersion, draft }, ctx) =>
    ctx.write((change) => saveIncoming(change, { id, rowVersion }, draft)),
  act: ({ id, rowVersion, action, fields }, ctx) =>
    ctx.write((change) => runAction(change, { id, rowVersion }, action, fields)),
  copy: ({ id }, ctx) => copyOf(ctx.read, id),
  findDuplicates: (paper, ctx) => findDuplicates(ctx.read, paper),
  peekNumber: (_input, ctx) => peekNumber(ctx.read, ctx.services.now()),
  startSeries: ({ year, first }, ctx) => ctx.write((change) => startSeries(change, year, first)),
  numberSetting: (_input, ctx) => readNumberSetting(ctx.read),
  saveNumberSetting: (value, ctx) => ctx.write((change) => saveNumberSetting(change, value)),
  completeSender: ({ text }, ctx) => completeSender(ctx.read, text),
  completePerson: ({ text }, ctx) => completePerson(ctx.read, text),
  completeDepartment: ({ text }, ctx) => completeDepartment(ctx.read, text),
  link: (input, ctx) => ctx.write((change) => linkItem(change, input)),
  history: ({ id }, ctx) => incomingHistory(ctx.read, id),
};

const RELATION_NAMES = { reply: '答复', forward: '转发', resubmission: '再次来文', related: '相关' } as const;

interface Link {
  readonly id: string;
  readonly toKind: 'incoming' | 'outgoing';
  readonly toId: string;
  readonly relation: keyof typeof RELATION_NAMES;
}

async function linkItem(change: Change, { id, toKind, toId, relation }: Link): Promise<void> {
  const { row } = await readIncoming(change.read, id);
  const label = await labelOf(change.read, toKind, toId);
  if (label === '' || (toKind === 'incoming' && toId === id)) {
    throw new AppError('NOT_FOUND', '找不到要关联的文件，没有改动。请刷新后重试。');
  }
  const result = await change.tx
    .insertInto('itemLink')
    .values({ ...change.stampNew(), fromKind: 'incoming', fromId: row.id, toKind, toId, relation })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if ((result.numInsertedOrUpdatedRows ?? 0n) === 0n) return;
  await change.audit({
    entity: 'incoming',
    entityId: row.id,
    summary: `关联${label}（${RELATION_NAMES[relation]}）`,
  });
}
