import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTransition, URGE_LEVELS } from '../../shared/domain/flow-incoming.ts';
import {
  findMatterTransition,
  MATTER_ACTIONS,
  MATTER_FLOW,
  MATTER_STATES,
} from '../../shared/domain/flow-matter.ts';
import type { MatterAction, MatterRow } from '../../shared/domain/flow-matter.ts';
import { addWorkdays, createCalendar, dateOf, workdaysBetween } from '../../shared/domain/workdays.ts';
import type { IncomingDetail } from '../../shared/features/incoming-items.ts';
import type { MatterDetail, MatterFields } from '../../shared/features/matter.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import { randomFrom } from '../random.ts';
import { bringToHandling } from './incoming-office.ts';
import { bringMatter, currentOf, ORDER, startOrdering } from './matter-office.ts';
import type { OrderingOffice } from './matter-office.ts';

let office: OrderingOffice;
beforeEach(async () => {
  office = await startOrdering();
});
afterEach(() => office.program.close());

const DAY = 86_400_000;

/** All fields an action asks for, as a person would fill them in. */
async function fieldsFor(id: string, { action, requires }: MatterRow): Promise<MatterFields> {
  const all: MatterFields = {
    leadDepartmentId: office.departments[0],
    dueOn: '2026-12-11',
    assignmentId: await currentOf(office, id, 'assist'),
    departmentId: office.departments[2],
    signerName: '李明',
    result: '已办理',
    reason: '因故',
    approvedBy: '张主任',
    replyMethod: '口头',
    repliedOn: '2026-11-22',
    urgeLevel: URGE_LEVELS[0],
    urgeMethod: '电话',
  };
  if (action === 'extend') all.assignmentId = await currentOf(office, id, 'lead');
  if (action === 'completeHandling') all.forceReason = '不再等待';
  const wanted = new Set<string>([...requires, ...(action === 'completeHandling' ? ['forceReason'] : [])]);
  return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name)));
}

describe('every row of the flow', () => {
  it.each(MATTER_FLOW.map((row) => [`${row.from} ${row.action} ${row.to}`, row] as const))(
    '%s can be taken, and not without what it asks for',
    async (_name, row) => {
      const id = await bringMatter(office, row.from, row.when);
      const before = await office.matter(id);
      expect(before.state).toBe(row.from);
      if (row.action === 'edit') {
        await office.program.api.matter.save({
          id,
          rowVersion: before.rowVersion,
          draft: { ...ORDER, dueOn: before.dueOn, replyRequired: before.replyRequired, remark: '改过' },
        });
        expect(await office.matter(id)).toMatchObject({ state: row.to, remark: '改过' });
        return;
      }
      const fields = await fieldsFor(id, row);
      for (const missing of row.requires) {
        const { [missing]: _left, ...rest } = fields;
        await expect(office.actOn(id, row.action, rest)).rejects.toMatchObject({
          code: 'INVALID_INPUT',
          fields: { [missing]: expect.stringMatching(/^请填写/u) as string },
        });
      }
      expect(await office.matter(id)).toEqual(before);
      await office.actOn(id, row.action, fields);
      const after = await office.matter(id);
      expect(after.state).toBe(row.to);
      const [line] = await office.program.api.matter.history({ id });
      expect(line?.summary).toMatch(/^\p{Script=Han}/u);
    },
  );
});

describe('every pair that is not in the table', () => {
  it.each(MATTER_STATES)('in %s is refused with its reason and changes nothing', async (state) => {
    const id = await bringMatter(office, state);
    const before = await office.matter(id);
    const { replyRequired, suspendedFrom, voidedFrom } = before;
    const others = MATTER_ACTIONS.filter(
      (action) =>
        findMatterTransition(state, action, { replyRequired, suspendedFrom, voidedFrom }) === undefined,
    );
    expect(others.length).toBeGreaterThan(2);
    for (const action of others) {
      await expect(office.actOn(id, action)).rejects.toMatchObject({
        code: 'NOT_ALLOWED_IN_STATE',
        message: expect.stringContaining('没有改动') as string,
      });
    }
    expect(await office.matter(id)).toEqual(before);
  });
});

/** What an item is, without what always goes on and what 承办 taken back leave as a trail. */
function contentOf(item: MatterDetail | IncomingDetail): object {
  const { rowVersion: _version, updatedAt: _at, undo: _undo, ...content } = item;
  const assignments = item.assignments.filter(({ reason }) => !reason.startsWith('已撤销“'));
  return { ...content, assignments };
}

/** The step just taken goes back, or is refused in the words of the table. */
async function takeBack(
  kind: 'incoming' | 'matter',
  before: MatterDetail | IncomingDetail,
  action: HandlingAction,
  undo: true | string | undefined,
): Promise<void> {
  const { id } = before;
  const read = () => (kind === 'incoming' ? office.get(id) : office.matter(id));
  const taken = await read();
  const undone = office.program.api[kind].undo({ id, rowVersion: taken.rowVersion });
  if (undo !== true) {
    expect(taken.undo).toBeNull();
    await expect(undone).rejects.toMatchObject({ code: 'NOT_ALLOWED_IN_STATE', message: undo });
    expect(await read()).toEqual(taken);
    return;
  }
  expect(taken.undo?.label).toBe(before.actions.find((one) => one.action === action)?.label);
  expect(await undone).toMatchObject({ state: before.state });
  const after = await read();
  expect(contentOf(after)).toEqual(contentOf(before));
  checkHandling(after);
}

type Item =
  Pick<MatterDetail, 'state' | 'leadName' | 'dueOn' | 'suspendedFrom' | 'assignments'> | IncomingDetail;

/** What must hold of the 承办 of anything at any time. */
function checkHandling(item: Item): void {
  const current = item.assignments.filter(({ status }) => status === 'active' || status === 'reported');
  const leads = current.filter(({ role }) => role === 'lead');
  expect(leads.length).toBeLessThanOrEqual(1);
  const state = item.state === 'suspended' ? item.suspendedFrom : item.state;
  if (state === 'handling') {
    expect(leads).toMatchObject([{ status: 'active' }]);
    expect(item.leadName).toBe(leads[0]?.departmentName);
    expect(item.dueOn).toBe(leads[0]?.dueOn);
  }
  if (state === 'awaitingAssignment') expect(leads).toEqual([]);
  expect(new Set(current.map(({ departmentId }) => departmentId)).size).toBe(current.length);
  for (const { originalDueOn, dueOn, deadlines } of item.assignments) {
    let at = originalDueOn;
    for (const { oldDueOn, newDueOn } of deadlines) {
      expect(oldDueOn).toBe(at);
      at = newDueOn;
    }
    expect(dueOn).toBe(at);
  }
}

const HANDLING_ACTIONS = [
  'acceptAssignment',
  'report',
  'transfer',
  'addAssist',
  'removeAssist',
  'extend',
  'rejectAssignment',
  'assign',
  'completeHandling',
  'reopen',
  'reply',
  'suspend',
  'resume',
] as const satisfies readonly MatterAction[];
type HandlingAction = (typeof HANDLING_ACTIONS)[number];

describe('whatever is done with the 承办 of 收文 and 承办件, in whatever order', () => {
  const taken = new Set<string>();
  const undone = new Set<string>();
  const calendar = createCalendar();

  it.each([11, 12, 13, 14])('walk %i', async (seed) => {
    const random = randomFrom(seed);
    const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
    const paper = await office.register({ replyRequired: seed % 2 === 0 });
    await bringToHandling(office, paper);
    const items = [
      { kind: 'incoming', id: paper } as const,
      {
        kind: 'matter',
        id: await bringMatter(office, 'handling', { replyRequired: seed % 2 === 1 }),
      } as const,
      { kind: 'matter', id: await bringMatter(office, 'awaitingAssignment') } as const,
    ];
    const suspendedOn = new Map<string, string>();
    for (let count = 0; count < 160; count += 1) {
      office.program.clock.now += Math.floor(random() * 2 * DAY);
      const today = dateOf(office.program.clock.now);
      const { kind, id } = pick(items) ?? { kind: 'matter' as const, id: '' };
      const read = () => (kind === 'incoming' ? office.get(id) : office.matter(id));
      const before = await read();
      const offered = before.actions.map(({ action }) => action);
      const possible = HANDLING_ACTIONS.filter((action) => offered.some((one) => one === action));
      const fresh = possible.filter((action) => !taken.has(`${kind} ${action}`));
      const calm = possible.filter((action) => action !== 'suspend' || random() < 0.3);
      const action: HandlingAction | undefined =
        random() < 0.1 ? pick(HANDLING_ACTIONS) : pick(fresh.length > 0 && random() < 0.5 ? fresh : calm);
      if (action === undefined) continue;
      const current = before.assignments.filter(({ status }) => ['active', 'reported'].includes(status));
      const later = addWorkdays(calendar, before.dueOn ?? today, Math.floor(random() * 9) - 0).value;
      const fields: MatterFields = {
        leadDepartmentId: pick(office.departments),
        departmentId: pick(office.departments),
        dueOn: random() < 0.8 ? later : undefined,
        assists: random() < 0.4 ? [{ departmentId: pick(office.departments) ?? '' }] : [],
        assignmentId: pick(current)?.id,
        signerName: '李明',
        result: '已办理',
        reason: '因故',
        approvedBy: '张主任',
        forceReason: random() < 0.5 ? '不再等待' : undefined,
        replyMethod: '口头',
        repliedOn: '2026-11-22',
      };
      const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
      let refusal: AppError | undefined;
      try {
        await (kind === 'incoming' ? office.act(id, action, known) : office.actOn(id, action, known));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        refusal = error;
      }
      const after = await read();
      checkHandling(after);
      if (refusal !== undefined) {
        expect(['INVALID_INPUT', 'NOT_ALLOWED_IN_STATE']).toContain(refusal.code);
        expect(after).toEqual(before);
        continue;
      }
      taken.add(`${kind} ${action}`);
      if (random() < (undone.has(`${kind} ${action}`) ? 0.25 : 1)) {
        const undo =
          'senderName' in before
            ? findTransition(before.state, action, before)?.undo
            : findMatterTransition(before.state, action, before)?.undo;
        await takeBack(kind, before, action, undo);
        undone.add(`${kind} ${action}`);
        if (undo === true) continue;
      }
      if (action === 'suspend') suspendedOn.set(id, today);
      if (action !== 'resume') continue;
      // The time stood still: every running deadline has moved by the workdays between, the old one is kept.
      const days = workdaysBetween(calendar, suspendedOn.get(id) ?? '', today).value;
      for (const now of after.assignments) {
        const then = before.assignments.find((one) => one.id === now.id);
        const moves = then?.status === 'active' && then.dueOn !== null && days > 0;
        expect(now.dueOn).toBe(moves ? addWorkdays(calendar, then.dueOn ?? '', days).value : then?.dueOn);
        expect(now.deadlines.length).toBe((then?.deadlines.length ?? 0) + (moves ? 1 : 0));
      }
    }
  });

  it('and every action was taken with both in these walks, and taken back or refused to be', () => {
    const all = HANDLING_ACTIONS.flatMap((action) => [`incoming ${action}`, `matter ${action}`]);
    expect(all.filter((name) => !taken.has(name))).toEqual([]);
    expect(all.filter((name) => !undone.has(name))).toEqual([]);
  });
});
