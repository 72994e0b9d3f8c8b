import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MATTER_FLOW } from '../../shared/domain/flow-matter.ts';
import { dumpTables } from './harness.ts';
import { bringMatter, currentOf, ORDER, startOrdering } from './matter-office.ts';
import type { OrderingOffice } from './matter-office.ts';

let office: OrderingOffice;
beforeEach(async () => {
  office = await startOrdering();
});
afterEach(() => office.program.close());

const undo = async (id: string) =>
  office.program.api.matter.undo({ id, rowVersion: (await office.matter(id)).rowVersion });

describe('撤销上一步 of a 承办件', () => {
  it('goes back step by step to the order, and says so in the history', async () => {
    const id = await bringMatter(office, 'closed', { replyRequired: true });
    const states: string[] = [];
    for (const label of ['答复登记', '承办完成', '反馈办理结果', '交办']) {
      expect((await office.matter(id)).undo?.label).toBe(label);
      states.push((await undo(id)).state);
    }
    expect(states).toEqual(['awaitingReply', 'handling', 'handling', 'awaitingAssignment']);
    const item = await office.matter(id);
    expect(item).toMatchObject({ leadName: '', assistNames: '', result: '', repliedOn: null, dueOn: null });
    expect(item.assignments.map(({ status, reason }) => [status, reason])).toEqual([
      ['removed', '已撤销“交办”'],
      ['removed', '已撤销“交办”'],
    ]);
    const [line] = await office.program.api.matter.history({ id });
    expect(line?.summary).toBe('撤销“交办”（交办：工程科主办，房管科会办，2026-12-04前办结）');
    await expect(undo(id)).rejects.toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
      message: '承办号已取用，登记不能撤销。登错了请用“修改”；整件不该登的请用“作废”，承办号保留。',
    });
    // And it can be given to the same department again.
    await office.actOn(id, 'assign', { leadDepartmentId: office.departments[0], dueOn: '2026-12-04' });
    expect((await office.matter(id)).leadName).toBe('工程科');
  });

  it('交办 at once with 登记 goes back, its number stays', async () => {
    const { api } = office.program;
    const { id } = await api.matter.create({
      draft: { ...ORDER, dueOn: '2026-12-04' },
      leadDepartmentId: office.departments[0],
    });
    expect(await undo(id)).toMatchObject({ state: 'awaitingAssignment', label: '交办' });
    expect(await office.matter(id)).toMatchObject({
      number: '承〔2026〕0001',
      leadName: '',
      dueOn: '2026-12-04',
      undo: null,
    });
  });

  it('修改 goes back, and what was searched for is found again', async () => {
    const id = await office.order();
    const { rowVersion } = await office.matter(id);
    await office.program.api.matter.save({ id, rowVersion, draft: { ...ORDER, title: '另一件事' } });
    await undo(id);
    expect((await office.matter(id)).title).toBe(ORDER.title);
    const { rows } = await office.program.api.matter.list({
      filter: { view: 'all', text: '汛期值班表' },
      sort: { key: 'number', direction: 'asc' },
      offset: 0,
      limit: 10,
    });
    expect(rows.map((row) => row.id)).toEqual([id]);
  });

  it('not by another, not from a stale page, not past a link', async () => {
    const { api, services } = office.program;
    const id = await bringMatter(office, 'handling');
    const { rowVersion } = await office.matter(id);
    await expect(api.matter.undo({ id, rowVersion: rowVersion - 1 })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    const me = services.device.get('actorId');
    const other = await api.office.savePerson({
      name: '周慧',
      departmentId: null,
      post: '',
      phone: '',
      active: true,
    });
    services.device.set('actorId', other.id);
    expect((await office.matter(id)).undo).toBeNull();
    const dump = await dumpTables(office.program);
    await expect(undo(id)).rejects.toMatchObject({ message: expect.stringContaining('本人') as string });
    expect(await dumpTables(office.program)).toEqual(dump);
    services.device.set('actorId', me);
    const second = await office.matter(await office.order());
    await api.matter.link({ id, number: second.number });
    await expect(undo(id)).rejects.toMatchObject({ message: expect.stringContaining('关联') as string });
  });

  it('a 催办 that went out stays', async () => {
    const id = await bringMatter(office, 'handling');
    await office.actOn(id, 'urge', {
      assignmentId: await currentOf(office, id, 'lead'),
      urgeLevel: '提醒',
      urgeMethod: '电话',
    });
    await expect(undo(id)).rejects.toMatchObject({
      message: expect.stringContaining('催办已经发出') as string,
    });
  });

  it('every row of the table says whether it can be taken back; if not, why and what to do instead', () => {
    for (const { action, undo: column } of MATTER_FLOW) {
      if (column === true) continue;
      expect(column, action).toMatch(/不能(直接)?撤销。.*请/u);
      for (const [, named] of column.matchAll(/请(?:再次|再|用)*“(.+?)”/gu)) {
        expect(
          MATTER_FLOW.some(({ label }) => label === named),
          `${action} names ${named ?? ''}`,
        ).toBe(true);
      }
    }
  });
});
