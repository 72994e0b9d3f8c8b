import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';

let office: ReceivingOffice;
beforeEach(async () => {
  office = await startReceiving();
});
afterEach(() => office.program.close());

describe('传阅', () => {
  const readers = ['王局长', '李副局长', '赵副局长'].map((name) => ({ name }));
  const circulate = async (circulation: 'serial' | 'parallel') => {
    const id = await office.register();
    await office.act(id, 'submitReview');
    await office.act(id, 'passToCirculation', { readers, circulation });
    return id;
  };

  it('serial: the paper is with one reader at a time, in order', async () => {
    const id = await circulate('serial');
    const { readers: list, location } = await office.get(id);
    expect(location).toBe('王局长');
    const [first, second, third] = list.map((reader) => reader.id);
    await expect(office.act(id, 'markRead', { readerId: second ?? '' })).rejects.toMatchObject({
      fields: { readerId: expect.stringContaining('王局长') as string },
    });
    await office.act(id, 'markRead', { readerId: first ?? '', opinion: '请抓紧' });
    expect((await office.get(id)).location).toBe('李副局长');
    await office.act(id, 'exemptReader', { readerId: second ?? '', reason: '出差' });
    await expect(office.act(id, 'finishCirculation')).rejects.toMatchObject({
      fields: { readerId: expect.stringContaining('赵副局长') as string },
    });
    expect((await office.act(id, 'markRead', { readerId: third ?? '' })).hints[0]).toContain('阅毕');
    await expect(office.act(id, 'markRead', { readerId: third ?? '' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(await office.act(id, 'finishCirculation')).toMatchObject({ state: 'closed' });
  });

  it('parallel: any order; more readers may be added, none twice', async () => {
    const id = await circulate('parallel');
    const last = (await office.get(id)).readers.at(-1)?.id ?? '';
    await office.act(id, 'markRead', { readerId: last });
    await expect(office.act(id, 'addReader', { readers: [{ name: '王局长' }] })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await office.act(id, 'addReader', { readers: [{ name: '孙总工' }] });
    expect((await office.get(id)).readers.map(({ personName, status }) => [personName, status])).toEqual([
      ['王局长', 'waiting'],
      ['李副局长', 'waiting'],
      ['赵副局长', 'read'],
      ['孙总工', 'waiting'],
    ]);
    await office.act(id, 'urge', { urgeLevel: '提醒', urgeMethod: '微信' });
    expect((await office.get(id)).urgings[0]?.target).toBe('王局长、李副局长、孙总工');
  });
});
