import { z } from 'zod';
import { DESK_LISTS } from '../domain/desk-groups.ts';
import { command, query } from '../ipc/define.ts';
import type { TableName } from '../ipc/define.ts';

/** 工作台: what waits, what is due, what is overdue. */

const KINDS = ['incoming', 'outgoing', 'matter'] as const;
const TABLES: readonly TableName[] = ['incoming', 'outgoing', 'matter', 'holiday'];
const n = z.int().min(0);

export const deskRowSchema = z.strictObject({
  kind: z.enum(KINDS),
  id: z.string(),
  number: z.string(),
  title: z.string(),
  secrecy: z.string(),
  /** 承办中, 待拟办: where it stands. */
  stateName: z.string(),
  /** Who has it now: departments, readers, the sender, the office. */
  holder: z.string(),
  dueOn: z.string().nullable(),
  /** Workdays it has waited; null where the deadline says all. */
  waited: n.nullable(),
});
export type DeskRow = z.output<typeof deskRowSchema>;

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, '时间不对，请按 08:30 填写');

/** Tray and reminders of this computer. */
export const reminderSettingsSchema = z.strictObject({
  keepInTray: z.boolean(),
  enabled: z.boolean(),
  times: z.array(time).max(6, '提醒时间不超过6个').readonly(),
  quiet: z.strictObject({ from: time, to: time }).nullable(),
  quietUntil: z.number().nullable(),
  dutyDays: z
    .array(z.iso.date('值班日期不对，请按 2026-12-05 填写'))
    .max(60, '值班日期不超过60天')
    .readonly(),
});

const dueCounts = { overdue: n, today: n, soon: n };

export const deskContract = {
  overview: query(
    z.void(),
    z.strictObject({
      today: z.string(),
      /** What must be said in red: a year without its arrangement of holidays. */
      warning: z.string().nullable(),
      /** By the table of `shared/domain/desk-groups.ts`, groups with nothing in them included. */
      groups: z.array(z.strictObject({ key: z.string(), count: n, ...dueCounts })),
      /** Over 收文 and 承办件 whose deadline runs. */
      due: z.strictObject({ incoming: z.strictObject(dueCounts), matter: z.strictObject(dueCounts) }),
      lists: z.record(z.enum(DESK_LISTS), n),
    }),
    TABLES,
  ),
  /** The rows of one list, the most pressing first. */
  list: query(
    z.strictObject({ list: z.enum(DESK_LISTS), limit: z.int().min(1).max(500) }),
    z.array(deskRowSchema),
    [...TABLES, 'department'],
  ),
  /** What stands beside the places of the navigation. */
  counts: query(
    z.void(),
    z.record(z.enum(['desk', ...KINDS]), z.strictObject({ waiting: n, overdue: n })),
    TABLES,
  ),
  reminders: query(z.void(), reminderSettingsSchema, ['viewState']),
  /** Kept on this computer; 勿扰 set in the tray stays as it is. */
  saveReminders: command(reminderSettingsSchema.omit({ quietUntil: true }), reminderSettingsSchema, [
    'viewState',
  ]),
} as const;
