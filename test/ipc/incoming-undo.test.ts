import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTransition, INCOMING_FLOW } from '../../shared/domain/flow-incoming.ts';
import type { IncomingAction } from '../../shared/domain/flow-incoming.ts';
import type { IncomingDetail } from '../../shared/features/incoming-items.ts';
import { AppError } from '../../shared/ipc/errors.ts';
import { dumpTables } from './harness.ts';
import { assignmentOf, bringToAssignment, bringToHandling, DRAFT, INSTRUCTION } from './incoming-office.ts';
import { startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';
import { randomFields, randomFrom } from './incoming-random.ts';

let office: ReceivingOffice;
beforeEach(async () => {
  office = await startReceiving();
});
afterEach(() => office.program.close());

const undo = async (id: string) =>
  office.program.api.incoming.undo({ id, rowVersion: (await office.get(id)).rowVersion });

/** What an item is, without what always goes on (its version and times) and what taken-back 承办 leave as a trail. */
function contentOf(item: IncomingDetail): object {
  const { rowVersion: _version, updatedAt: _at, undo: _undo, ...content } = item;
  const assignments = item.assignments.filter(({ reason }) => !reason.startsWith('已撤销“'));
  return { ...content, assignments };
}

describe('撤销上一步', () => {
  it('puts the item back as it was, and is an event of its own', async () => {
    const id = await office.register();
    await bringToAssignment(office, id);
    const before = await office.get(id);
    expect(before.undo).toBeNull();
    await office.act(id, 'assign', {
      leadDepartmentId: office.departments[0],
      dueOn: '2026-12-04',
      assists: [{ departmentId: office.departments[1] }],
    });
    expect((await office.get(id)).undo).toMatchObject({
      label: '交主办、会办',
      summary: '分办：工程科主办，房管科会办，2026-12-04前办结',
    });
    expect(await undo(id)).toMatchObject({ state: 'awaitingAssignment', label: '交主办、会办' });
    const after = await office.get(id);
    expect(contentOf(after)).toEqual(contentOf(before));
    expect(after.rowVersion).toBe(before.rowVersion + 2);
    // The trail of what was taken back stays.
    expect(
      after.assignments.map(({ departmentName, status, reason }) => [departmentName, status, reason]),
    ).toEqual([
      ['工程科', 'removed', '已撤销“交主办、会办”'],
      ['房管科', 'removed', '已撤销“交主办、会办”'],
    ]);
    const [event] = await office.program.api.incoming.history({ id });
    expect(event?.summary).toBe('撤销“交主办、会办”（分办：工程科主办，房管科会办，2026-12-04前办结）');
    // And the same departments may be given the item again.
    await office.act(id, 'assign', { leadDepartmentId: office.departments[0], dueOn: '2026-12-04' });
    expect((await office.get(id)).leadName).toBe('工程科');
  });

  it('goes back step by step, through a transfer as well', async () => {
    const id = await office.register();
    await bringToHandling(office, id);
    const atHandling = contentOf(await office.get(id));
    const lead = await assignmentOf(office, id, 'lead');
    await office.act(id, 'acceptAssignment', { assignmentId: lead, signerName: '李明' });
    const accepted = contentOf(await office.get(id));
    await office.act(id, 'transfer', { departmentId: office.departments[2], reason: '职责调整' });
    await undo(id);
    expect(contentOf(await office.get(id))).toEqual(accepted);
    await undo(id);
    expect(contentOf(await office.get(id))).toEqual(atHandling);
    await undo(id);
    expect((await office.get(id)).state).toBe('awaitingAssignment');
    // Before that comes a 批示, which stays.
    await expect(undo(id)).rejects.toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
      message: expect.stringContaining('批示') as string,
    });
  });

  it('readers and links that the step made go; what was there comes back', async () => {
    const id = await office.register();
    await office.act(id, 'submitReview');
    const before = contentOf(await office.get(id));
    await office.act(id, 'passToCirculation', {
      readers: [{ name: '王局长' }, { name: '李副局长' }],
      circulation: 'serial',
    });
    const circulating = contentOf(await office.get(id));
    const [first] = (await office.get(id)).readers;
    await office.act(id, 'markRead', { readerId: first?.id ?? '', opinion: '阅。' });
    await undo(id);
    expect(contentOf(await office.get(id))).toEqual(circulating);
    await undo(id);
    expect(contentOf(await office.get(id))).toEqual(before);
    await office.act(id, 'passToCirculation', { readers: [{ name: '王局长' }] });
    expect((await office.get(id)).readers).toMatchObject([{ personName: '王局长', status: 'waiting' }]);
  });

  it('the link that 答复登记 made goes with it, and may be made again', async () => {
    const id = await office.register({ replyRequired: true });
    await bringToHandling(office, id);
    await office.act(id, 'completeHandling', { result: '已办', forceReason: '无需等待' });
    const before = contentOf(await office.get(id));
    const reply = await office.program.api.outgoing.create({ genre: '函' });
    const fields = { replyMethod: '复函', repliedOn: '2026-11-22', replyOutgoingId: reply.id };
    await office.act(id, 'reply', fields);
    expect((await office.get(id)).links).toMatchObject([
      { kind: 'outgoing', id: reply.id, direction: 'from' },
    ]);
    await undo(id);
    expect(contentOf(await office.get(id))).toEqual(before);
    await office.act(id, 'reply', fields);
    expect((await office.get(id)).links).toHaveLength(1);
  });

  it('修改 can be taken back too', async () => {
    const id = await office.register();
    const before = await office.get(id);
    await office.program.api.incoming.save({
      id,
      rowVersion: before.rowVersion,
      draft: { ...DRAFT, title: '关于另一件事的通知', senderName: '江州市财政局' },
    });
    expect((await office.get(id)).title).toBe('关于另一件事的通知');
    await undo(id);
    expect(contentOf(await office.get(id))).toEqual(contentOf(before));
    const { rows } = await office.program.api.incoming.list({
      filter: { text: '地质灾害' },
      sort: { key: 'number', direction: 'asc' },
      offset: 0,
      limit: 10,
    });
    expect(rows).toHaveLength(1);
  });

  it('only by the person who took the step, only while nothing else has happened', async () => {
    const id = await office.register();
    await office.act(id, 'submitReview');
    const stale = await office.get(id);
    await office.act(id, 'passReview');
    await expect(
      office.program.api.incoming.undo({ id, rowVersion: stale.rowVersion }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    const other = await office.program.api.office.savePerson({
      name: '周慧',
      departmentId: null,
      post: '',
      phone: '',
      active: true,
    });
    const me = office.program.services.device.get('actorId');
    office.program.services.device.set('actorId', other.id);
    expect((await office.get(id)).undo).toBeNull();
    const dump = await dumpTables(office.program);
    await expect(undo(id)).rejects.toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
      message: expect.stringContaining('本人') as string,
    });
    expect(await dumpTables(office.program)).toEqual(dump);
    office.program.services.device.set('actorId', me);
    // A link that has come since is something else that happened.
    const second = await office.register({ documentNumber: '' });
    await office.program.api.incoming.link({ id, toKind: 'incoming', toId: second, relation: 'related' });
    await expect(undo(id)).rejects.toMatchObject({ message: expect.stringContaining('关联') as string });
    await office.program.api.incoming.unlink({
      id: second,
      kind: 'incoming',
      otherId: id,
      relation: 'related',
    });
    expect((await office.get(id)).links).toEqual([]);
    await expect(undo(id)).rejects.toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
  });

  it('after a month the steps are let go', async () => {
    const id = await office.register();
    await office.act(id, 'submitReview');
    office.program.clock.now += 31 * 86_400_000;
    const other = await office.register({ documentNumber: '' });
    await office.act(other, 'submitReview');
    await expect(undo(id)).rejects.toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
    expect(await undo(other)).toMatchObject({ state: 'registered' });
  });

  it('a new paper has nothing to take back; its number stays', async () => {
    const id = await office.register();
    await expect(undo(id)).rejects.toMatchObject({
      message: '收文号已取用，登记不能撤销。登错了请用“修改”；整件不该登的请用“作废”，收文号保留。',
    });
    await office.act(id, 'submitReview');
    await undo(id);
    await office.act(id, 'submitReview');
    await office.act(id, 'passReview');
    await office.act(id, 'propose', {
      opinion: '拟请领导阅示。',
      leadDepartmentId: office.departments[0],
      dueOn: '2026-12-04',
    });
    await expect(undo(id)).rejects.toMatchObject({ message: expect.stringContaining('退回拟办') as string });
    await office.act(id, 'instruct', INSTRUCTION);
    // A 批示 with a slip is put right by another one.
    await office.act(id, 'addInstruction', { ...INSTRUCTION, instruction: '更正：请房管科牵头。' });
    expect((await office.get(id)).instructions).toHaveLength(3);
  });

  it('every row of the table says whether it can be taken back; if not, why and what to do instead', () => {
    for (const row of INCOMING_FLOW) {
      if (row.undo === true) continue;
      expect(row.undo, row.action).toMatch(/不能(直接)?撤销。.*请/u);
      for (const [, named] of row.undo.matchAll(/请(?:主任批准后)?(?:再次|再|用)*“(.+?)”/gu)) {
        expect(
          INCOMING_FLOW.some(({ label }) => label === named),
          `${row.action} names ${named ?? ''}`,
        ).toBe(true);
      }
    }
  });
});

const SEEDS = [11, 12, 13, 14];
const STEPS = 260;
/** Taken seldom, or every paper would end in them. */
const RARE: ReadonlySet<IncomingAction> = new Set(['void', 'suspend', 'move', 'edit', 'rejectAssignment']);

const ENDS: ReadonlySet<string> = new Set(['returned', 'archived', 'voided', 'suspended']);

/** Somewhere on its way; the steps that were taken. */
async function bringOn(id: string, chance: number): Promise<number> {
  if (chance < 0.2) return 0;
  if (chance < 0.4) {
    await office.act(id, 'submitReview');
    await office.act(id, 'passReview');
    return 2;
  }
  if (chance < 0.75) {
    await bringToHandling(office, id);
    return 5;
  }
  await office.act(id, 'submitReview');
  await office.act(id, 'passToCirculation', { readers: [{ name: '王局长' }, { name: '李副局长' }] });
  return 2;
}

describe('whatever is done and taken back', () => {
  const undone = new Set<IncomingAction>();

  it.each(SEEDS)('walk %i: the state is the one before, nothing is lost, no number doubled', async (seed) => {
    const random = randomFrom(seed);
    const { api, session } = office.program;
    const ids: string[] = [];
    let numbered = 0;
    const lines = new Map<string, number>();
    for (let count = 0; count < STEPS; count += 1) {
      if (ids.length < 3 || random() < 0.03) {
        const id = await office.register({ replyRequired: random() < 0.3 });
        ids.push(id);
        lines.set(id, 2 + (await bringOn(id, random())));
        numbered += 1;
        continue;
      }
      const id = ids[Math.floor(random() * ids.length)] ?? '';
      const before = await office.get(id);
      // Papers that have come to their end make room for others.
      if (ENDS.has(before.state) && random() < 0.7) ids.splice(ids.indexOf(id), 1);
      const offered = before.actions.map(({ action }) => action);
      const calm = offered.filter((action) => action !== 'edit' && (!RARE.has(action) || random() < 0.15));
      const fresh = calm.filter((action) => !undone.has(action));
      const from = fresh.length > 0 && random() < 0.5 ? fresh : calm;
      const action = from[Math.floor(random() * from.length)];
      if (action === undefined) continue;
      const row = findTransition(before.state, action, before);
      try {
        await office.act(id, action, randomFields(office, before, random));
      } catch (error) {
        if (error instanceof AppError && error.code === 'INVALID_INPUT') continue;
        throw error;
      }
      lines.set(id, (lines.get(id) ?? 0) + 1);
      const taken = await office.get(id);
      expect(taken.undo !== null).toBe(row?.undo === true);
      // What was never taken back yet is; else papers must get on.
      if (random() < 0.6 && (row?.undo !== true || undone.has(action))) continue;
      if (row?.undo === true) {
        await undo(id);
        lines.set(id, (lines.get(id) ?? 0) + 1);
        undone.add(action);
        expect(contentOf(await office.get(id))).toEqual(contentOf(before));
      } else {
        await expect(undo(id)).rejects.toMatchObject({ message: row?.undo });
        expect(contentOf(await office.get(id))).toEqual(contentOf(taken));
      }
      const item = await office.get(id);
      const leads = item.assignments.filter(
        ({ role, status }) => role === 'lead' && (status === 'active' || status === 'reported'),
      );
      expect(leads.length).toBeLessThanOrEqual(1);
      if (item.state === 'handling') expect(leads).toHaveLength(1);
      expect(item.location).not.toBe('');
    }
    for (const [id, count] of lines) {
      expect(await api.incoming.history({ id })).toHaveLength(count);
    }
    const rows = await session.database.read
      .selectFrom('incoming')
      .select('serial')
      .where('serial', 'is not', null)
      .orderBy('serial')
      .execute();
    expect(rows.map(({ serial }) => serial)).toEqual(Array.from({ length: numbered }, (_v, at) => at + 1));
  });

  it('and every step that can be taken back was taken back in these walks', () => {
    const possible = new Set(
      INCOMING_FLOW.filter(({ undo: column, from }) => column === true && from !== 'awaitingReceipt').map(
        ({ action }) => action,
      ),
    );
    possible.delete('edit');
    expect([...possible].filter((action) => !undone.has(action))).toEqual([]);
  });
});
