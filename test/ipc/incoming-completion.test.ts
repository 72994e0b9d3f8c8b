import { afterEach, beforeEach, expect, it } from 'vitest';
import { startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';

let office: ReceivingOffice;
beforeEach(async () => {
  office = await startReceiving();
});
afterEach(() => office.program.close());

const complete = async (text: string) =>
  (await office.program.api.incoming.completeDepartment({ text })).map(({ name }) => name);

it('finds departments by initials and by a part of the name, all of them for no text', async () => {
  expect(await complete('')).toEqual(['工程科', '房管科', '财务科']);
  expect(await complete('cw')).toEqual(['财务科']);
  expect(await complete('管')).toEqual(['房管科']);
  expect(await complete('zzz')).toEqual([]);
});

it('shows all departments of a large office, and those of the sample office never', async () => {
  const { api } = office.program;
  for (let index = 0; index < 20; index += 1) {
    await api.office.saveDepartment({ name: `第${index}分部`, sortOrder: 10 + index });
  }
  expect(await complete('')).toHaveLength(23);
  await api.office.loadSample();
  expect(await complete('')).toHaveLength(23);
});

it('puts those first that were given papers most often', async () => {
  const { departments, register, act } = office;
  for (const title of ['关于防汛的通知', '关于植树的通知']) {
    const id = await register({ title, documentNumber: '' });
    await act(id, 'submitReview');
    await act(id, 'passReview');
    await act(id, 'assignDirectly', {
      leadDepartmentId: departments[2],
      dueOn: '2026-12-04',
      basis: '分工表',
      approvedBy: '主任',
    });
  }
  expect(await complete('')).toEqual(['财务科', '工程科', '房管科']);
  expect(await complete('科')).toEqual(['财务科', '工程科', '房管科']);
});
