import type { incomingContract } from '../../../shared/features/incoming.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';
import { saveBookNumber } from '../handling/book-number.ts';
import { completeDepartment, completePerson, completeSender } from './completion.ts';
import { readDetail } from './detail.ts';
import { findDuplicates } from './duplicates.ts';
import { incomingHistory } from './history.ts';
import { listIncoming } from './list.ts';
import { readNumberSetting, startSeries } from './numbering.ts';
import { copyOf, expectIncoming, peekNumber, registerIncoming, saveIncoming } from './register.ts';
import { runAction } from './run-action.ts';
import { linkItem, unlinkItem } from './item-links.ts';
import { undoLast, withEditStep } from './undo.ts';

export const incomingHandlers: Handlers<typeof incomingContract, Ctx> = {
  list: (input, ctx) => listIncoming(ctx.services.session.database, input),
  get: ({ id }, ctx) => readDetail(ctx.read, id, ctx.actor?.id),
  register: ({ draft, ...receipt }, ctx) => ctx.write((change) => registerIncoming(change, draft, receipt)),
  expect: ({ draft }, ctx) => ctx.write((change) => expectIncoming(change, draft)),
  save: ({ id, rowVersion, draft }, ctx) =>
    ctx.write((change) => withEditStep(change, id, () => saveIncoming(change, { id, rowVersion }, draft))),
  act: ({ id, rowVersion, action, fields }, ctx) =>
    ctx.write((change) => runAction(change, { id, rowVersion }, action, fields)),
  undo: (target, ctx) => ctx.write((change) => undoLast(change, target)),
  copy: ({ id }, ctx) => copyOf(ctx.read, id),
  findDuplicates: (paper, ctx) => findDuplicates(ctx.read, paper),
  peekNumber: (_input, ctx) => peekNumber(ctx.read, ctx.services.now()),
  startSeries: ({ year, first }, ctx) => ctx.write((change) => startSeries(change, year, first)),
  numberSetting: (_input, ctx) => readNumberSetting(ctx.read),
  saveNumberSetting: (value, ctx) => ctx.write((change) => saveBookNumber(change, 'incoming', value)),
  completeSender: ({ text }, ctx) => completeSender(ctx.read, text),
  completePerson: ({ text }, ctx) => completePerson(ctx.read, text),
  completeDepartment: ({ text }, ctx) => completeDepartment(ctx.read, text),
  link: (input, ctx) => ctx.write((change) => linkItem(change, input)),
  unlink: (input, ctx) => ctx.write((change) => unlinkItem(change, input)),
  history: ({ id }, ctx) => incomingHistory(ctx.read, id),
};
