import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpTables } from './harness.ts';
import {
  assignmentOf,
  bringToAssignment,
  bringToHandling,
  DRAFT,
  INSTRUCTION,
  startReceiving,
} from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';

let office: ReceivingOffice;
beforeEach(async () => {
  office = await startReceiving();
});
afterEach(() => office.program.close());

const history = async (id: string) =>
  (await office.program.api.incoming.history({ id })).map(({ summary }) => summary).toReversed();

describe('from 签收 to 归档', () => {
  it('leaves one line for every step', async () => {
    const id = await office.register({ replyRequired: true });
    await bringToHandling(office, id);
    expect(await office.get(id)).toMatchObject({
      state: 'handling',
      leadName: '工程科',
      assistNames: '房管科',
      location: '工程科',
      dueOn: '2026-12-04',
    });
    const lead = await assignmentOf(office, id, 'lead');
    const assist = await assignmentOf(office, id, 'assist');
    await office.act(id, 'acceptAssignment', { assignmentId: lead, signerName: '李明' });
    await expect(office.act(id, 'completeHandling', { result: '已办' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { forceReason: expect.stringContaining('房管科') as string },
    });
    await office.act(id, 'report', { assignmentId: assist, result: '已提供数据' });
    expect(await office.act(id, 'completeHandling', { result: '方案已报' })).toMatchObject({
      state: 'awaitingReply',
    });
    await office.act(id, 'reply', {
      replyMethod: '复函',
      repliedOn: '2026-12-01',
      replyNumber: '临建函〔2026〕8号',
    });
    await office.act(id, 'archive', { archiveNumber: 'WS·2026-D30-0001' });
    expect(await office.get(id)).toMatchObject({ state: 'archived', location: '档案室' });
    expect(await history(id)).toEqual([
      '签收（林晓）',
      '登记：收〔2026〕0001',
      '送初审',
      '初审通过',
      '拟办：拟请工程科主办。（建议工程科主办，2026-12-04前办结）',
      '王局长批示：请工程科牵头落实。',
      '分办：工程科主办，房管科会办，2026-12-04前办结',
      '工程科承办签收（李明）',
      '房管科反馈：已提供数据',
      '承办完成：方案已报',
      '答复（复函，2026-12-01）临建函〔2026〕8号',
      '归档：WS·2026-D30-0001',
    ]);
  });

  it('says what a step still needs, field by field, and changes nothing', async () => {
    const id = await office.register();
    await office.act(id, 'submitReview');
    const before = await dumpTables(office.program);
    await expect(office.act(id, 'returnToSender', { reason: '' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: '“退文”还缺：退文理由类别、理由。没有改动。',
      fields: { returnReason: '请填写退文理由类别', reason: '请填写理由' },
    });
    await expect(office.act(id, 'archive')).rejects.toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
      message: '“初审中”的收文不能归档，没有改动。只有已办结的收文可以。',
    });
    await expect(
      office.program.api.incoming.act({ id, rowVersion: 1, action: 'passReview', fields: {} }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await dumpTables(office.program)).toEqual(before);
  });

  it('a returned paper that comes again is linked with the first one', async () => {
    const id = await office.register();
    await office.act(id, 'submitReview');
    await office.act(id, 'returnToSender', { returnReason: '缺少附件或缺页', reason: '缺附件2' });
    expect((await office.get(id)).location).toBe('已退回江州市人民政府办公室');
    const again = await office.program.api.incoming.register({ draft: DRAFT, resubmissionOf: id });
    expect((await office.get(again.id)).links).toMatchObject([
      { kind: 'incoming', id, relation: 'resubmission', direction: 'to' },
    ]);
    expect((await office.get(id)).links).toMatchObject([{ id: again.id, direction: 'from' }]);
  });
});

const hintsFor = async (dueOn: string) => {
  const id = await office.register();
  await bringToAssignment(office, id);
  return (await office.act(id, 'assign', { leadDepartmentId: office.departments[0], dueOn })).hints.join();
};

describe('承办', () => {
  it('转办 keeps the trail of the first department; exactly one 主办 stays', async () => {
    const id = await office.register();
    await bringToHandling(office, id);
    const [lead, assist, third] = office.departments;
    await expect(office.act(id, 'transfer', { departmentId: assist, reason: '职责' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(office.act(id, 'transfer', { departmentId: lead, reason: '职责' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await office.act(id, 'transfer', { departmentId: third, reason: '职责调整' });
    const { assignments, leadName } = await office.get(id);
    expect(leadName).toBe('财务科');
    expect(assignments.map(({ departmentName, status, dueOn }) => [departmentName, status, dueOn])).toEqual([
      ['工程科', 'transferred', '2026-12-04'],
      ['房管科', 'active', '2026-12-04'],
      ['财务科', 'active', '2026-12-04'],
    ]);
  });

  it('延期 keeps every old deadline, and only moves forward', async () => {
    const id = await office.register();
    await bringToHandling(office, id);
    const assignmentId = await assignmentOf(office, id, 'lead');
    const leave = { assignmentId, approvedBy: '张主任', reason: '需现场踏勘' };
    await expect(office.act(id, 'extend', { ...leave, dueOn: '2026-12-04' })).rejects.toMatchObject({
      fields: { dueOn: expect.any(String) as string },
    });
    await office.act(id, 'extend', { ...leave, dueOn: '2026-12-11' });
    await office.act(id, 'extend', { ...leave, dueOn: '2026-12-18' });
    const item = await office.get(id);
    expect(item.dueOn).toBe('2026-12-18');
    const [lead] = item.assignments;
    expect(lead).toMatchObject({ originalDueOn: '2026-12-04', dueOn: '2026-12-18' });
    expect(lead?.deadlines.map(({ oldDueOn, newDueOn }) => [oldDueOn, newDueOn])).toEqual([
      ['2026-12-04', '2026-12-11'],
      ['2026-12-11', '2026-12-18'],
    ]);
  });

  it('会办 may not be due after 主办', async () => {
    const id = await office.register();
    await bringToAssignment(office, id);
    const [lead, assist] = office.departments;
    await expect(
      office.act(id, 'assign', {
        leadDepartmentId: lead,
        dueOn: '2026-12-04',
        assists: [{ departmentId: assist, dueOn: '2026-12-05' }],
      }),
    ).rejects.toMatchObject({ fields: { dueOn: expect.stringContaining('2026-12-04') as string } });
    expect((await office.get(id)).assignments).toEqual([]);
  });

  it('says that a deadline is a day off, past, or in a year without a holiday table', async () => {
    expect(await hintsFor('2026-12-05')).toContain('双休日');
    expect(await hintsFor('2026-11-20')).toContain('已过');
    expect(await hintsFor('2027-01-08')).toContain('没有2027年的放假安排');
    expect(await hintsFor('2026-12-04')).toBe('');
  });

  it('a second 退回 asks for the head of the office', async () => {
    const id = await office.register();
    await bringToHandling(office, id);
    expect((await office.act(id, 'rejectAssignment', { reason: '不属本科' })).hints).toEqual([]);
    expect(await office.get(id)).toMatchObject({ leadName: '', assistNames: '', location: '办公室' });
    await office.act(id, 'assign', { leadDepartmentId: office.departments[1], dueOn: '2026-12-04' });
    const second = await office.act(id, 'rejectAssignment', { reason: '也不属本科' });
    expect(second.hints[0]).toContain('请主任协调');
  });

  it('重启 gives the item back to its 主办, or asks for one after 传阅', async () => {
    const handled = await office.register();
    await bringToHandling(office, handled);
    await office.act(handled, 'completeHandling', { result: '已办', forceReason: '会办无意见' });
    const leave = { reason: '来文单位补充要求', approvedBy: '张主任' };
    await expect(office.act(handled, 'reopen', { reason: '补充' })).rejects.toMatchObject({
      fields: { approvedBy: '请填写批准人' },
    });
    await office.act(handled, 'reopen', { ...leave, dueOn: '2026-12-20' });
    expect(await office.get(handled)).toMatchObject({
      state: 'handling',
      leadName: '工程科',
      dueOn: '2026-12-20',
    });

    const read = await office.register();
    await office.act(read, 'submitReview');
    await office.act(read, 'passToCirculation', { readers: [{ name: '王局长' }] });
    const [reader] = (await office.get(read)).readers;
    await office.act(read, 'markRead', { readerId: reader?.id ?? '' });
    await office.act(read, 'finishCirculation');
    await expect(office.act(read, 'reopen', leave)).rejects.toMatchObject({
      fields: { leadDepartmentId: expect.any(String) as string },
    });
    expect((await office.get(read)).state).toBe('closed');
    await office.act(read, 'reopen', {
      ...leave,
      leadDepartmentId: office.departments[2],
      dueOn: '2026-12-20',
    });
    expect((await office.get(read)).leadName).toBe('财务科');
  });

  it('the time of suspension does not count', async () => {
    const id = await office.register();
    await bringToHandling(office, id);
    await office.act(id, 'suspend', { reason: '等待上级批复' });
    // Sunday 22 November to Friday 27: five workdays.
    office.program.clock.now = new Date(2026, 10, 27, 9).getTime();
    await office.act(id, 'resume');
    const item = await office.get(id);
    expect(item).toMatchObject({ state: 'handling', dueOn: '2026-12-11', suspendedFrom: null });
    expect(item.assignments.find(({ role }) => role === 'lead')?.deadlines).toMatchObject([
      { oldDueOn: '2026-12-04', newDueOn: '2026-12-11' },
    ]);
  });

  it('催办 is on record with whom it was for', async () => {
    const id = await office.register();
    await bringToHandling(office, id);
    await office.act(id, 'urge', { urgeLevel: '催办单', urgeMethod: '电话', reason: '明日到期' });
    expect((await office.get(id)).urgings).toMatchObject([
      { target: '工程科', level: '催办单', method: '电话', note: '明日到期' },
    ]);
  });
});

describe('作废', () => {
  it('keeps the number and can be taken back to where it was', async () => {
    const id = await office.register();
    await bringToHandling(office, id);
    await office.act(id, 'suspend', { reason: '征求意见' });
    await office.act(id, 'void', { reason: '重复登记', approvedBy: '张主任' });
    expect(await office.get(id)).toMatchObject({
      state: 'voided',
      number: '收〔2026〕0001',
      voidReason: '重复登记',
    });
    expect((await office.get(await office.register())).number).toBe('收〔2026〕0002');
    await office.act(id, 'restore', { reason: '误作废', approvedBy: '张主任' });
    expect((await office.get(id)).state).toBe('suspended');
    await office.act(id, 'resume');
    expect((await office.get(id)).state).toBe('handling');
  });

  it('several leaders instruct one after another', async () => {
    const id = await office.register();
    await office.act(id, 'submitReview');
    await office.act(id, 'passReview');
    await office.act(id, 'propose', {
      opinion: '拟请领导阅示。',
      leadDepartmentId: office.departments[0],
      dueOn: '2026-12-04',
    });
    await office.act(id, 'addInstruction', {
      ...INSTRUCTION,
      instructedBy: '李副局长',
      instruction: '拟同意。',
    });
    await office.act(id, 'instruct', INSTRUCTION);
    const item = await office.get(id);
    expect(item.instructedBy).toBe('李副局长、王局长');
    expect(item.instructions.map(({ kind, personName }) => [kind, personName])).toEqual([
      ['proposal', '林晓'],
      ['instruction', '李副局长'],
      ['instruction', '王局长'],
    ]);
  });
});
