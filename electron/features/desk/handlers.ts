import type { deskContract } from '../../../shared/features/desk.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import type { Ctx } from '../context.ts';
import { readCounts, readOverview } from './counts.ts';
import { readDeskList } from './lists.ts';

export const deskHandlers: Handlers<typeof deskContract, Ctx> = {
  overview: (_input, ctx) => readOverview(ctx.read, ctx.services.now()),
  list: ({ list, limit }, ctx) => readDeskList(ctx.read, list, limit, ctx.services.now()),
  reminders: (_input, ctx) => ctx.services.device.get('reminders'),
  saveReminders: (input, ctx) => {
    const { device } = ctx.services;
    const reminders = {
      ...input,
      times: [...new Set(input.times)].toSorted(),
      dutyDays: [...new Set(input.dutyDays)].toSorted(),
      quietUntil: device.get('reminders').quietUntil,
    };
    device.set('reminders', reminders);
    return reminders;
  },
  counts: (_input, ctx) => readCounts(ctx.read, ctx.services.now()),
};
