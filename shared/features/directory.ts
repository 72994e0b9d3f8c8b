import { z } from 'zod';
import { URGENCIES } from '../domain/flow-incoming.ts';
import { command, query } from '../ipc/define.ts';

/** 通讯录: units, groups of people, lists of readers; the office's holiday table and usual deadlines. */

const id = z.string().max(40);
const text = (label: string, max: number) => z.string().trim().max(max, `${label}不超过${max}字`);
const name = (label: string, max: number) => text(label, max).min(1, `请填写${label}`);
const target = { id: id.optional(), rowVersion: z.int().optional() };
const day = z.iso.date('日期不对，请按 2026-03-05 填写');

/** A unit the office writes to or gets papers from. */
const unitContent = {
  contact: text('联系人', 30),
  phone: text('电话', 60),
  fax: text('传真', 40),
  address: text('地址', 120),
  remark: text('备注', 200),
};
export const unitSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  name: z.string(),
  initials: z.string(),
  useCount: z.int(),
  active: z.boolean(),
  ...unitContent,
});
export type Unit = z.output<typeof unitSchema>;

export const GROUP_KINDS = ['group', 'readers'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];
export const GROUP_KIND_NAMES: Readonly<Record<GroupKind, string>> = {
  group: '人员分组',
  readers: '传阅名单',
};

const member = z.strictObject({ personId: id.nullable(), name: name('姓名', 30) });
/** 院领导, 中层; or the readers of a circulation, in their order. */
export const groupSchema = z.strictObject({
  id: z.string(),
  rowVersion: z.int(),
  kind: z.enum(GROUP_KINDS),
  name: z.string(),
  initials: z.string(),
  /** How a list of readers is passed on; empty for groups. */
  circulation: z.enum(['', 'serial', 'parallel']),
  members: z.array(
    z.strictObject({ ...member.shape, name: z.string(), active: z.boolean(), post: z.string() }),
  ),
  voidReason: z.string().nullable(),
});
export type PersonGroup = z.output<typeof groupSchema>;

export const holidaySchema = z.strictObject({
  on: z.string(),
  workday: z.boolean(),
  name: z.string(),
});

/** The office's own rows of the holiday table; `createCalendar(days, years)` makes a calendar of them. */
export const calendarSchema = z.strictObject({
  days: z.array(holidaySchema),
  /** Years that the office has declared complete. */
  years: z.array(z.int()),
});
export type OfficeCalendar = z.output<typeof calendarSchema>;

export const deadlineRulesSchema = z.strictObject({
  /** Off at first: the regulation sets no days, only the office can. */
  enabled: z.boolean(),
  /** Workdays by 急缓; null proposes nothing. */
  workdays: z.record(
    z.enum(URGENCIES),
    z.int('请填写整数').min(1, '至少1个工作日').max(365, '不超过365个工作日').nullable(),
  ),
});
export type DeadlineRules = z.output<typeof deadlineRulesSchema>;

export const directoryContract = {
  units: query(
    z.strictObject({ text: z.string().max(50), limit: z.int().min(1).max(500), offset: z.int().min(0) }),
    z.strictObject({ total: z.int(), rows: z.array(unitSchema) }),
    ['correspondent'],
  ),
  saveUnit: command(
    z.strictObject({ ...target, name: name('单位名称', 100), ...unitContent, active: z.boolean() }),
    unitSchema,
    ['correspondent'],
  ),
  /** With the voided ones only when asked for. */
  groups: query(z.strictObject({ voided: z.boolean() }), z.array(groupSchema), ['personGroup', 'person']),
  saveGroup: command(
    z.strictObject({
      ...target,
      kind: z.enum(GROUP_KINDS),
      name: name('名称', 40),
      circulation: z.enum(['', 'serial', 'parallel']),
      members: z.array(member).min(1, '请至少添加一人').max(200, '不超过200人'),
    }),
    groupSchema,
    ['personGroup'],
  ),
  voidGroup: command(z.strictObject({ id, rowVersion: z.int(), reason: name('理由', 100) }), groupSchema, [
    'personGroup',
  ]),
  restoreGroup: command(z.strictObject({ id, rowVersion: z.int() }), groupSchema, ['personGroup']),
  calendar: query(z.void(), calendarSchema, ['holiday']),
  /**
   * The arrangement of a year in place of the one there was: what the office typed or read from the notice.
   * `complete` declares the year known, so that deadlines in it are no estimates.
   */
  saveYear: command(
    z.strictObject({
      year: z.int().min(1949).max(2099),
      days: z
        .array(z.strictObject({ on: day, workday: z.boolean(), name: name('名称', 20) }))
        .max(366, '一年不超过366天'),
      complete: z.boolean(),
      /** Where it stands: number of the notice. */
      source: text('依据', 100),
    }),
    calendarSchema,
    ['holiday'],
  ),
  deadlineRules: query(z.void(), deadlineRulesSchema, ['office']),
  saveDeadlineRules: command(deadlineRulesSchema, deadlineRulesSchema, ['office']),
} as const;
