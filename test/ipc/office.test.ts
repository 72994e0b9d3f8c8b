import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftOf, dumpTables, numberDraft, setUp, startProgram, voidNumber } from './harness.ts';
import type { Program } from './harness.ts';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await setUp(program);
});
afterEach(() => program.close());

const all = { filter: {}, sort: { key: 'updatedAt', direction: 'desc' }, offset: 0, limit: 100 } as const;

describe('the sample office', () => {
  it('comes with its numbers, marked as sample, and goes without a trace but in the audit trail', async () => {
    const own = await draftOf(program, '自己的公文');
    await numberDraft(program, { ...own, issuerCode: '临建发', year: 2026 });
    const before = await dumpTables(program);
    const loaded = await program.api.office.loadSample();
    expect(loaded.documents).toBeGreaterThanOrEqual(6);
    expect((await program.api.office.get()).sampleLoaded).toBe(true);
    const { rows } = await program.api.outgoing.list(all);
    expect(rows.filter(({ sample }) => sample)).toHaveLength(loaded.documents);
    expect(rows.find(({ documentNumber }) => documentNumber === '湖卫健发〔2023〕1号')).toMatchObject({
      state: 'numbered',
      sample: true,
      issuedOn: '2023-04-26',
    });
    expect(await program.api.office.removeSample()).toEqual(loaded);
    expect(await dumpTables(program)).toEqual(before);
    expect((await program.api.office.get()).sampleLoaded).toBe(false);
    const events = await program.session.database.read.selectFrom('auditEvent').select('summary').execute();
    expect(events.map(({ summary }) => summary)).toContain(`移除示例公文 ${loaded.documents} 件`);
  });

  it('is loaded once', async () => {
    await program.api.office.loadSample();
    await expect(program.api.office.loadSample()).rejects.toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
  });

  it('and the office never share a number series', async () => {
    await program.api.office.loadSample();
    const own = await draftOf(program, '自己的公文');
    await expect(numberDraft(program, { ...own, issuerCode: '湖卫健发', year: 2026 })).rejects.toMatchObject({
      fields: { issuerCode: expect.stringContaining('示例单位') },
    });
    const { rows } = await program.api.outgoing.list({ ...all, filter: { states: ['draft'] } });
    const sample = rows.find((row) => row.sample && row.genre === '纪要')?.id ?? '';
    // Without its 期号 it would take a number of a series.
    const { rowVersion, document } = await program.api.outgoing.get({ id: sample });
    const { documentNumber: _issue, ...unnumbered } = document;
    const saved = await program.api.outgoing.save({ id: sample, rowVersion, document: unnumbered });
    await expect(
      numberDraft(program, {
        id: sample,
        rowVersion: saved.rowVersion,
        issuerCode: '临建发',
        year: 2026,
      }),
    ).rejects.toMatchObject({ fields: { issuerCode: expect.stringContaining('示例公文不能占用') } });
    expect(await program.api.outgoing.peekNumber({ issuerCode: '临建发', year: 2026 })).toMatchObject({
      serial: 1,
    });
  });

  it('takes no place in a series of the same 机关代字', async () => {
    const code = await program.api.office.saveIssuerCode({
      code: '湖卫健发',
      issuers: ['湖州市卫生健康委员会'],
      markSuffix: '文件',
      active: true,
    });
    await program.api.office.loadSample();
    const { rows } = await program.api.outgoing.list({ ...all, filter: { text: '湖州市卫生健康委' } });
    expect(rows.map(({ documentNumber, state }) => [documentNumber, state])).toEqual([['', 'draft']]);
    await program.api.office.removeSample();
    expect((await program.api.office.get()).issuerCodes.map(({ id }) => id)).toContain(code.id);
  });

  it('with a 密级 is not stored on this device', async () => {
    const folder = path.join(program.folder, '样例');
    mkdirSync(folder);
    const plain = { genre: '通知', issuers: ['某局'], title: '普通的通知', body: '正文。' };
    writeFileSync(path.join(folder, 'a.json'), JSON.stringify(plain));
    writeFileSync(
      path.join(folder, 'b.json'),
      JSON.stringify({
        ...plain,
        title: '带密级的通知',
        copyNumber: '000001',
        secrecy: '机密',
        secrecyTerm: '1年',
      }),
    );
    const other = await startProgram({ sampleFolder: folder });
    await setUp(other, true);
    const { rows } = await other.api.outgoing.list(all);
    expect(rows.map(({ title }) => title)).toEqual(['普通的通知']);
    await other.close();
  });
});

describe('机关代字', () => {
  const code = { code: '临建函', issuers: ['临江市住房和城乡建设局'], markSuffix: '', active: true };

  it('are added, changed and not doubled', async () => {
    const saved = await program.api.office.saveIssuerCode(code);
    const changed = await program.api.office.saveIssuerCode({
      ...code,
      id: saved.id,
      rowVersion: saved.rowVersion,
      code: '临建便函',
    });
    expect(changed).toMatchObject({ code: '临建便函', rowVersion: 2, sample: false });
    await expect(program.api.office.saveIssuerCode({ ...code, code: '临建发' })).rejects.toMatchObject({
      fields: { code: '机关代字“临建发”已有了。请改用另一个，或修改原有的那一个。' },
    });
    await expect(
      program.api.office.saveIssuerCode({ ...code, id: saved.id, rowVersion: 1 }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('keep their wording once a number was issued; out of use they issue none', async () => {
    const [own] = (await program.api.office.get()).issuerCodes;
    const draft = await draftOf(program, '关于代字的通知');
    await numberDraft(program, { ...draft, issuerCode: '临建发', year: 2026 });
    const change = { ...code, id: own?.id ?? '', rowVersion: own?.rowVersion ?? 0 };
    await expect(program.api.office.saveIssuerCode(change)).rejects.toMatchObject({
      fields: { code: '“临建发”已经发过文号，不能改字。请停用它，再另建新的机关代字。' },
    });
    await program.api.office.saveIssuerCode({ ...change, code: '临建发', active: false });
    const next = await draftOf(program, '关于停用的通知');
    await expect(numberDraft(program, { ...next, issuerCode: '临建发', year: 2026 })).rejects.toMatchObject({
      fields: { issuerCode: expect.stringContaining('已停用') },
    });
  });
});

describe('a series that starts in the middle of a year', () => {
  const start = { issuerCode: '临建发', year: 2026, lastUsed: 37 };

  it('goes on after the last number of the paper register; no gap is reported below', async () => {
    expect(await program.api.office.startSeries({ ...start, lastUsed: 73 })).toMatchObject({ first: 74 });
    // Put right before anything was issued.
    expect(await program.api.office.startSeries(start)).toEqual({
      issuerCode: '临建发',
      year: 2026,
      first: 38,
      last: 37,
      issued: 0,
      voided: 0,
      gaps: [],
    });
    expect(await program.api.outgoing.peekNumber({ issuerCode: '临建发', year: 2026 })).toMatchObject({
      serial: 38,
    });
    for (const serial of [38, 39]) {
      const draft = await draftOf(program, `第${serial}号的通知`);
      expect(await numberDraft(program, { ...draft, issuerCode: '临建发', year: 2026 })).toMatchObject({
        serial,
      });
    }
    expect(await program.api.office.numberSeries()).toEqual([
      { issuerCode: '临建发', year: 2026, first: 38, last: 39, issued: 2, voided: 0, gaps: [] },
    ]);
    const events = await program.session.database.read
      .selectFrom('auditEvent')
      .select('summary')
      .where('action', '=', 'office.startSeries')
      .orderBy('sequence')
      .execute();
    expect(events.map(({ summary }) => summary)).toEqual([
      '临建发〔2026〕此前已编到 73 号，从 74 号开始',
      '临建发〔2026〕此前已编到 37 号，从 38 号开始',
    ]);
  });

  it('is refused once a number was issued, also a voided one, and the series stays', async () => {
    const draft = await draftOf(program, '关于起始号的通知');
    const { rowVersion } = await numberDraft(program, {
      ...draft,
      issuerCode: '临建发',
      year: 2026,
    });
    await voidNumber(program, { id: draft.id, rowVersion, reason: '号编错了' });
    await expect(program.api.office.startSeries(start)).rejects.toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
      message: '临建发〔2026〕已由本程序编过号，起始号不能再改，没有改动。',
    });
    expect((await program.api.office.numberSeries())[0]).toMatchObject({ first: 1, last: 1 });
    // Another year is another series.
    expect(await program.api.office.startSeries({ ...start, year: 2027 })).toMatchObject({ first: 38 });
  });

  it.each([
    ['an unknown 机关代字', { issuerCode: '无此代字' }, 'issuerCode'],
    ['a year far ahead', { year: 2062 }, 'year'],
    ['a number below none', { lastUsed: -1 }, 'lastUsed'],
  ])('is refused for %s', async (_what, change, field) => {
    await expect(program.api.office.startSeries({ ...start, ...change })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { [field]: expect.any(String) },
    });
    expect(await program.api.office.numberSeries()).toEqual([]);
  });
});

describe('office and people', () => {
  it('the office is renamed; a stale form is told', async () => {
    const { rowVersion } = await program.api.office.get();
    const saved = await program.api.office.update({
      rowVersion,
      name: '临江市住建局',
      printingOffice: '临江市住建局办公室',
    });
    expect(saved).toMatchObject({ name: '临江市住建局', rowVersion: rowVersion + 1 });
    await expect(
      program.api.office.update({ rowVersion, name: '旧表单', printingOffice: '旧表单' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('people belong to departments; those who left come last', async () => {
    const department = await program.api.office.saveDepartment({ name: '政策法规科', sortOrder: 1 });
    const person = { name: '赵敏', departmentId: department.id, post: '科长', phone: '', active: true };
    const saved = await program.api.office.savePerson(person);
    expect(saved).toMatchObject({ name: '赵敏', departmentName: '政策法规科', active: true });
    await program.api.office.savePerson({
      ...person,
      id: saved.id,
      rowVersion: saved.rowVersion,
      active: false,
    });
    expect((await program.api.office.people()).map(({ name, active }) => [name, active])).toEqual([
      ['林晓', true],
      ['赵敏', false],
    ]);
    await expect(
      program.api.office.saveDepartment({ name: '政策法规科', sortOrder: 2 }),
    ).rejects.toMatchObject({
      fields: { name: '部门“政策法规科”已有了。请换一个名称。' },
    });
  });

  it('the last one in office cannot leave', async () => {
    const [only] = await program.api.office.people();
    await expect(
      program.api.office.savePerson({
        id: only?.id ?? '',
        rowVersion: only?.rowVersion ?? 0,
        name: '林晓',
        departmentId: null,
        post: '',
        phone: '',
        active: false,
      }),
    ).rejects.toMatchObject({ fields: { active: expect.stringContaining('最后一名') } });
  });
});
