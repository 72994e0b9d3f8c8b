import type { directoryContract } from '../../../shared/features/directory.ts';
import type { Handlers } from '../../../shared/ipc/define.ts';
import { readHolidays } from '../../db/office-calendar.ts';
import type { Ctx } from '../context.ts';
import { saveYear } from './calendar.ts';
import { readDeadlineRules, saveDeadlineRules } from './deadline-rules.ts';
import { listGroups, saveGroup, voidGroup } from './groups.ts';
import { listUnits, saveUnit } from './units.ts';

export const directoryHandlers: Handlers<typeof directoryContract, Ctx> = {
  units: (input, ctx) => listUnits(ctx.read, input),
  saveUnit: (input, ctx) => ctx.write((change) => saveUnit(change, input)),
  groups: ({ voided }, ctx) => listGroups(ctx.read, voided),
  saveGroup: (input, ctx) => ctx.write((change) => saveGroup(change, input)),
  voidGroup: ({ reason, ...target }, ctx) => ctx.write((change) => voidGroup(change, target, reason)),
  restoreGroup: (target, ctx) => ctx.write((change) => voidGroup(change, target, null)),
  calendar: (_input, ctx) => readHolidays(ctx.read),
  saveYear: (input, ctx) => ctx.write((change) => saveYear(change, input)),
  deadlineRules: (_input, ctx) => readDeadlineRules(ctx.read),
  saveDeadlineRules: (rules, ctx) => ctx.write((change) => saveDeadlineRules(change, rules)),
};
