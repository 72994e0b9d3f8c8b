import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dumpTables } from './harness.ts';
import { bringToAssignment, DRAFT, startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';

let office: ReceivingOffice;
beforeEach(async () => {
  office = await startReceiving();
});
afterEach(() => office.program.close());

const history = async (id: string) =>
  (await office.program.api.incoming.history({ id })).map(({ summary }) => summary).toReversed();

describe('登记', () => {
  it('takes the next number, normalises 来文字号 and shows what it changed', async () => {
    const { api } = office.program;
    expect(await api.incoming.peekNumber()).toEqual({ serial: 1, number: '收〔2026〕0001' });
    const done = await api.incoming.register({ draft: { ...DRAFT, documentNumber: '江政办发[2026]031' } });
    expect(done).toMatchObject({
      number: '收〔2026〕0001',
      numberChange: '江政办发[2026]031 → 江政办发〔2026〕31号',
    });
    const item = await office.get(done.id);
    expect(item).toMatchObject({
      state: 'registered',
      number: '收〔2026〕0001',
      documentNumber: '江政办发〔2026〕31号',
      signerName: '林晓',
      location: '办公室',
      urgency: '平件',
      copies: 1,
    });
    expect(await history(done.id)).toEqual(['签收（林晓）', '登记：收〔2026〕0001']);
    expect(await api.incoming.peekNumber()).toEqual({ serial: 2, number: '收〔2026〕0002' });
    expect((await office.get(await office.register({ documentNumber: '' }))).documentNumber).toBe('无文号');
  });

  it('goes on where the paper book stopped, until the first number is taken', async () => {
    const { api } = office.program;
    await api.incoming.saveNumberSetting({ prefix: '来', digits: 3 });
    expect(await api.incoming.startSeries({ year: 2026, first: 57 })).toEqual({ number: '来〔2026〕057' });
    expect(await api.incoming.startSeries({ year: 2026, first: 58 })).toEqual({ number: '来〔2026〕058' });
    expect((await office.get(await office.register())).number).toBe('来〔2026〕058');
    await expect(api.incoming.startSeries({ year: 2026, first: 80 })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
    });
    expect((await office.get(await office.register())).number).toBe('来〔2026〕059');
  });

  it('begins a new series with the year', async () => {
    await office.register();
    office.program.clock.now = new Date(2027, 0, 4, 9).getTime();
    expect((await office.get(await office.register())).number).toBe('收〔2027〕0001');
  });

  it.each(['秘密', '机密', '绝密'] as const)('refuses %s and stores nothing of it', async (secrecy) => {
    const before = await dumpTables(office.program);
    const refused = office.program.api.incoming.register({ draft: { ...DRAFT, secrecy } });
    await expect(refused).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { secrecy: expect.stringContaining('涉密专用计算机') as string },
    });
    expect(await dumpTables(office.program)).toEqual(before);
  });

  it('refuses a mark of secrecy in the words, also later', async () => {
    const marked = office.program.api.incoming.register({ draft: { ...DRAFT, remark: '封面：机密★10年' } });
    await expect(marked).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const id = await office.register();
    await bringToAssignment(office, id);
    await expect(
      office.act(id, 'assign', {
        leadDepartmentId: office.departments[0],
        dueOn: '2026-12-04',
        basis: '秘密★5年',
      }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await office.get(id)).state).toBe('awaitingAssignment');
  });

  it('takes 工作秘密 and marks it in the list', async () => {
    const id = await office.register({ secrecy: '工作秘密' });
    const { rows } = await office.program.api.incoming.list({
      filter: {},
      sort: { key: 'number', direction: 'desc' },
      offset: 0,
      limit: 10,
    });
    expect(rows.map((row) => [row.id, row.secrecy])).toEqual([[id, '工作秘密']]);
  });

  it('names every missing field in Chinese', async () => {
    const refused = office.program.api.incoming.register({ draft: { ...DRAFT, title: ' ', senderName: '' } });
    await expect(refused).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: { 'draft.title': '请填写文件标题', 'draft.senderName': '请填写来文单位' },
    });
  });

  it('refuses a receipt in the future', async () => {
    const receivedAt = office.program.clock.now + 3 * 86_400_000;
    const refused = office.program.api.incoming.register({ draft: DRAFT, receivedAt });
    await expect(refused).rejects.toMatchObject({ fields: { receivedAt: expect.any(String) as string } });
  });

  it('receives an announced paper with a difference in copies, then registers it', async () => {
    const { id } = await office.program.api.incoming.expect({ draft: { ...DRAFT, copies: 5 } });
    expect(await office.get(id)).toMatchObject({ state: 'awaitingReceipt', number: '' });
    const done = await office.act(id, 'receive', {
      signerName: '林晓',
      receivedAt: office.program.clock.now,
      copies: 3,
    });
    expect(done.hints[0]).toContain('应收5份，实收3份');
    expect(await office.act(id, 'register')).toMatchObject({ state: 'registered', number: '收〔2026〕0001' });
    expect(await history(id)).toEqual([
      '预告来文，待签收',
      '签收（林晓），应收5份，实收3份',
      '登记：收〔2026〕0001',
    ]);
  });
});

const search = (paper: Partial<Record<'senderName' | 'documentNumber' | 'title', string>>) =>
  office.program.api.incoming.findDuplicates({ senderName: '', documentNumber: '', title: '', ...paper });

describe('duplicates', () => {
  it('finds the same number of the same sender however it is typed, and near-equal titles', async () => {
    const id = await office.register();
    await office.register({ title: '关于开展征兵工作的通知', documentNumber: '江政办发〔2026〕32号' });
    const same = await search({
      senderName: '江州市人民政府 办公室',
      documentNumber: '江政办发（2026）第031号',
    });
    expect(same).toMatchObject([{ id, number: '收〔2026〕0001', why: 'number', likeness: 1 }]);
    const near = await search({ title: '关于做好２０２６年汛期地质灾害防治工作通知' });
    expect(near).toMatchObject([{ id, why: 'title' }]);
    expect(await search({ title: '关于做好2025年汛期地质灾害防治工作的通知' })).toEqual([]);
    expect(await search({ senderName: '另一单位', documentNumber: '江政办发〔2026〕31号' })).toEqual([]);
    expect(await search({ documentNumber: '无文号', senderName: '江州市人民政府办公室' })).toEqual([]);
  });

  it('leaves out the paper itself and voided ones', async () => {
    const id = await office.register();
    const paper = { senderName: DRAFT.senderName, documentNumber: DRAFT.documentNumber ?? '', title: '' };
    expect(await office.program.api.incoming.findDuplicates({ ...paper, exceptId: id })).toEqual([]);
    await office.act(id, 'void', { reason: '重复登记', approvedBy: '张主任' });
    expect(await search(paper)).toEqual([]);
  });
});

describe('save and copy', () => {
  it('keeps what it was in the trail, and answers CONFLICT to a stale version', async () => {
    const id = await office.register();
    const { rowVersion } = await office.get(id);
    const { api } = office.program;
    const saved = await api.incoming.save({
      id,
      rowVersion,
      draft: { ...DRAFT, copies: 2, remark: '附光盘' },
    });
    expect(saved.rowVersion).toBe(rowVersion + 1);
    expect((await history(id)).at(-1)).toBe('修改份数、备注');
    await expect(
      api.incoming.save({ id, rowVersion, draft: { ...DRAFT, title: '别的' } }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await office.get(id)).toMatchObject({ title: DRAFT.title, copies: 2 });
    // Nothing changed: no version, no line.
    const again = await api.incoming.save({
      id,
      rowVersion: saved.rowVersion,
      draft: { ...DRAFT, copies: 2, remark: '附光盘' },
    });
    expect(again.rowVersion).toBe(saved.rowVersion);
  });

  it('同上一件 keeps the sender and the number up to its serial', async () => {
    const { api } = office.program;
    expect(await api.incoming.copy({})).toBeNull();
    const id = await office.register({ copyNumber: '000003', dueOn: '2026-12-01', urgency: '特急' });
    const copy = await api.incoming.copy({});
    expect(copy).toMatchObject({
      senderName: DRAFT.senderName,
      documentNumber: '江政办发〔2026〕',
      urgency: '特急',
      copyNumber: '',
      dueOn: null,
    });
    expect(await api.incoming.copy({ id })).toEqual(copy);
  });
});

describe('completion', () => {
  it('ranks senders by use, finds them by name and pinyin initials', async () => {
    const { api } = office.program;
    for (const senderName of ['江州市人民政府办公室', '江州市财政局', '江州市财政局', '省住房和城乡建设厅']) {
      await office.register({ senderName });
    }
    const names = async (text: string) =>
      (await api.incoming.completeSender({ text })).map(({ name }) => name);
    expect((await names(''))[0]).toBe('江州市财政局');
    expect(await names('jzs')).toEqual(['江州市财政局', '江州市人民政府办公室']);
    expect(await names('czj')).toEqual(['江州市财政局']);
    expect(await names('住房')).toEqual(['省住房和城乡建设厅']);
    expect(await names('没有')).toEqual([]);
  });

  it('ranks people by use', async () => {
    const { api } = office.program;
    for (const name of ['李明', '李梅', '赵刚']) {
      await api.office.savePerson({ name, departmentId: null, post: '科员', phone: '', active: true });
    }
    const before = await api.incoming.completePerson({ text: 'lm' });
    expect(before.map(({ name }) => name).toSorted()).toEqual(['李明', '李梅'].toSorted());
    const wanted = before.find(({ name }) => name === '李梅');
    const id = await office.register();
    await bringToAssignment(office, id);
    await office.act(id, 'assign', {
      leadDepartmentId: office.departments[0],
      leadPersonId: wanted?.id ?? '',
      dueOn: '2026-12-04',
    });
    expect((await api.incoming.completePerson({ text: 'lm' }))[0]).toMatchObject({
      name: '李梅',
      useCount: 1,
      note: '科员',
    });
  });
});
