import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCalendar } from '../../shared/domain/workdays.ts';
import type { Program } from './harness.ts';
import { setUp, startProgram } from './harness.ts';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await setUp(program);
});
afterEach(() => program.close());

const unit = { contact: '', phone: '', fax: '', address: '', remark: '', active: true };
const listUnits = (text: string) => program.api.directory.units({ text, limit: 50, offset: 0 });

describe('units', () => {
  it('are found by name, initials and contact, and kept apart however they are typed', async () => {
    const saved = await program.api.directory.saveUnit({
      ...unit,
      name: '临江市卫生健康局',
      contact: '王芳',
    });
    await program.api.directory.saveUnit({ ...unit, name: '临江市财政局' });
    for (const text of ['卫健', 'ljswsjkj', '王芳', '临江 健康']) {
      const { rows } = await listUnits(text === '卫健' ? '卫生' : text);
      expect(
        rows.map(({ name }) => name),
        text,
      ).toEqual(['临江市卫生健康局']);
    }
    expect((await listUnits('%')).total).toBe(0);
    await expect(
      program.api.directory.saveUnit({ ...unit, name: ' 临江市卫生健康局 ' }),
    ).rejects.toMatchObject({
      fields: { name: expect.stringContaining('已有了') },
    });
    await expect(
      program.api.directory.saveUnit({ ...unit, id: saved.id, rowVersion: 9, name: '临江市卫健委' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    const renamed = await program.api.directory.saveUnit({
      ...unit,
      id: saved.id,
      rowVersion: saved.rowVersion,
      name: '临江市卫健委',
      active: false,
    });
    expect(renamed).toMatchObject({ initials: 'ljswjw', active: false, rowVersion: 2 });
  });
});

describe('groups', () => {
  it('carry the present names of their people, in order, and can be voided and put back', async () => {
    const [person] = await program.api.office.people();
    const group = await program.api.directory.saveGroup({
      kind: 'readers',
      name: '院领导',
      circulation: 'serial',
      members: [
        { personId: null, name: '外聘专家' },
        { personId: person?.id ?? '', name: person?.name ?? '' },
      ],
    });
    expect(group).toMatchObject({ initials: 'yld', circulation: 'serial' });
    await program.api.office.savePerson({
      id: person?.id ?? '',
      rowVersion: person?.rowVersion ?? 0,
      name: '改名后',
      departmentId: null,
      post: '院长',
      phone: '',
      active: true,
    });
    expect((await program.api.directory.groups({ voided: false }))[0]?.members).toEqual([
      { personId: null, name: '外聘专家', active: true, post: '' },
      { personId: person?.id, name: '改名后', active: true, post: '院长' },
    ]);
    const again = {
      kind: 'readers',
      name: '院领导',
      circulation: '',
      members: group.members.slice(0, 1),
    } as const;
    const members = again.members.map(({ personId, name }) => ({ personId, name }));
    await expect(program.api.directory.saveGroup({ ...again, members })).rejects.toMatchObject({
      fields: { name: expect.stringContaining('已有了') },
    });
    const voided = await program.api.directory.voidGroup({ ...target(group), reason: '改用新名单' });
    expect(await program.api.directory.groups({ voided: false })).toEqual([]);
    await program.api.directory.saveGroup({ ...again, members });
    await expect(program.api.directory.restoreGroup(target(voided))).rejects.toMatchObject({
      fields: { name: expect.stringContaining('已有了') },
    });
  });

  it('refuse nobody and a person named twice', async () => {
    const group = { kind: 'group', name: '中层', circulation: '' } as const;
    await expect(program.api.directory.saveGroup({ ...group, members: [] })).rejects.toMatchObject({
      fields: { members: '请至少添加一人' },
    });
    const member = { personId: null, name: '李四' };
    await expect(
      program.api.directory.saveGroup({ ...group, members: [member, member] }),
    ).rejects.toMatchObject({ fields: { members: expect.stringContaining('重复') } });
    expect(await program.api.directory.groups({ voided: true })).toEqual([]);
  });
});

const target = ({ id, rowVersion }: { id: string; rowVersion: number }) => ({ id, rowVersion });

describe('the holiday table', () => {
  it('makes an unknown year known, wins over the published rows, and is replaced as a whole', async () => {
    const day = { on: '2027-01-01', workday: false, name: '元旦' };
    await program.api.directory.saveYear({
      year: 2027,
      days: [day],
      complete: true,
      source: '国办发明电〔2026〕9号',
    });
    const saved = await program.api.directory.saveYear({
      year: 2026,
      days: [{ on: '2026-11-24', workday: false, name: '院庆' }],
      complete: false,
      source: '',
    });
    expect(saved.years).toEqual([2027]);
    const calendar = createCalendar(saved.days, saved.years);
    expect(calendar.isWorkday('2027-01-01')).toBe(false);
    expect(calendar.isWorkday('2027-01-04')).toBe(true);
    expect(calendar.isWorkday('2028-01-04')).toBe('unknown');
    expect(calendar.isWorkday('2026-11-24')).toBe(false);
    expect(calendar.isWorkday('2026-10-10')).toBe(true);
    const emptied = await program.api.directory.saveYear({
      year: 2027,
      days: [],
      complete: false,
      source: '',
    });
    expect(emptied).toEqual({ days: saved.days.filter(({ on }) => on < '2027'), years: [] });
  });

  it('refuses a day of another year or twice, and changes nothing', async () => {
    const day = { on: '2027-01-01', workday: false, name: '元旦' };
    for (const days of [[{ ...day, on: '2028-01-01' }], [{ ...day, on: '2026-11-30' }], [day, day]]) {
      await expect(
        program.api.directory.saveYear({ year: 2027, days, complete: true, source: '' }),
      ).rejects.toMatchObject({ fields: { days: expect.stringContaining('没有保存') } });
    }
    expect(await program.api.directory.calendar()).toEqual({ days: [], years: [] });
  });
});

describe('usual deadlines', () => {
  it('are off until the office turns them on', async () => {
    const rules = await program.api.directory.deadlineRules();
    expect(rules).toMatchObject({ enabled: false, workdays: { 平件: 10 } });
    const own = { enabled: true, workdays: { ...rules.workdays, 平件: 7, 平急: null } };
    await program.api.directory.saveDeadlineRules(own);
    expect(await program.api.directory.deadlineRules()).toEqual(own);
  });
});
