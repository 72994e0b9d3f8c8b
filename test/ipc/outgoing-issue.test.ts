import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bringTo, recipient, startIssuing } from './outgoing-road.ts';
import type { IssuingOffice } from './outgoing-road.ts';

let office: IssuingOffice;
beforeEach(async () => {
  office = await startIssuing();
});
afterEach(() => office.program.close());

const TODAY = '2026-11-22';

describe('用印 and 分发', () => {
  it('writes the book of seal uses, numbered within the year', async () => {
    const { api } = office.program;
    const ids = [await bringTo(office, 'awaitingSeal'), await bringTo(office, 'awaitingSeal')];
    for (const id of ids) {
      await office.act(id, 'useSeal', {
        sealUses: [{ sealId: office.sealId, count: 12, crossPageCount: 2 }],
        sealedOn: TODAY,
        approvedBy: '陈局长',
      });
    }
    const book = await api.outgoing.sealUses({ offset: 0, limit: 10 });
    expect(book.rows.map(({ ledgerNumber }) => ledgerNumber)).toEqual(['2026-0002', '2026-0001']);
    expect(book.rows[1]).toMatchObject({
      outgoingId: ids[0],
      sealName: '临江市住房和城乡建设局',
      documentNumber: '临建发〔2026〕1号',
      departmentName: '工程科',
      copies: 10,
      count: 12,
      crossPageCount: 2,
      approvedBy: '陈局长',
      operatorName: '林晓',
    });
    expect(await api.outgoing.seals()).toMatchObject([{ uses: 24 }]);
    expect((await api.outgoing.sealUses({ text: '〔2026〕2号', offset: 0, limit: 10 })).total).toBe(1);
    expect((await api.outgoing.sealUses({ text: '%', offset: 0, limit: 10 })).total).toBe(0);
    for (const statement of [
      'DELETE FROM sealUse',
      'UPDATE sealUse SET count = 1',
      'DELETE FROM outgoingVersion',
    ]) {
      await office.program.session.database.exclusively((raw) => {
        expect(() => raw.exec(statement)).toThrow(/append-only/u);
      });
    }
  });

  it('a seal out of use is refused, and so is more 骑缝 than uses', async () => {
    const { api } = office.program;
    const id = await bringTo(office, 'awaitingSeal');
    const use = (count: number, crossPageCount: number) =>
      office.act(id, 'useSeal', {
        sealUses: [{ sealId: office.sealId, count, crossPageCount }],
        sealedOn: TODAY,
        approvedBy: '陈局长',
      });
    await expect(use(1, 2)).rejects.toMatchObject({
      fields: { 'sealUses.0.crossPageCount': expect.any(String) },
    });
    const [seal] = await api.outgoing.seals();
    expect(seal).toBeDefined();
    if (seal === undefined) return;
    const { uses: _uses, ...stored } = seal;
    await api.outgoing.saveSeal({ ...stored, active: false });
    await expect(use(1, 0)).rejects.toMatchObject({
      fields: { 'sealUses.0.sealId': '临江市住房和城乡建设局已停用，不能用印。请另选印章。' },
    });
  });

  it('proposes 主送 and 抄送, is closed only when all have received or need not, and can be reopened', async () => {
    const id = await bringTo(office, 'sealed');
    const proposed = (await office.get(id)).actions.find(({ action }) => action === 'distribute')?.proposed;
    expect(proposed?.distribution?.map(({ unit }) => unit)).toEqual([
      '各区住建局',
      '局属各单位',
      '市应急局',
      '本单位存档',
    ]);
    await office.act(id, 'distribute', { distribution: proposed?.distribution ?? [] });
    await expect(office.act(id, 'close')).rejects.toMatchObject({
      message: expect.stringContaining('还有单位没有签收'),
    });
    await expect(
      office.act(id, 'recordDistribution', { distribution: [recipient('市应急局', { receiver: '小王' })] }),
    ).rejects.toMatchObject({
      fields: { 'distribution.0.receivedOn': '市应急局已有签收人，请填写签收日期。' },
    });
    await office.act(id, 'recordDistribution', {
      distribution: [
        recipient('市应急局', { receiver: '小王', receivedOn: TODAY }),
        recipient('各区住建局', { receivedOn: TODAY }),
        recipient('局属各单位', { waiver: '内部网发布' }),
      ],
    });
    await office.act(id, 'close');
    expect((await office.get(id)).state).toBe('closed');
    await office.act(id, 'reopen', { reason: '漏发一家' });
    await office.act(id, 'recordDistribution', {
      distribution: [recipient('市财政局', { receivedOn: TODAY })],
    });
    expect((await office.get(id)).distribution).toHaveLength(5);
    await office.act(id, 'close');
    await expect(office.act(id, 'archive', { archiveItems: ['正本'] })).rejects.toMatchObject({
      fields: { missingReason: '还缺定稿、发文稿纸，请补齐，或写明为什么没有。' },
    });
    await office.act(id, 'archive', { archiveItems: ['正本'], missingReason: '纸面稿纸遗失，已报告' });
    expect((await office.get(id)).state).toBe('archived');
  });

  it('lists of units are kept as templates', async () => {
    const { api } = office.program;
    const units = [{ unit: '各区住建局', copies: 6, method: '公文交换' as const }];
    const list = await api.outgoing.saveDistributionList({ name: '区局', units });
    await expect(api.outgoing.saveDistributionList({ name: '区局', units })).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    });
    await api.outgoing.saveDistributionList({ ...list, name: '区局和市直' });
    expect(await api.outgoing.distributionLists()).toMatchObject([{ name: '区局和市直', units }]);
    await api.outgoing.voidDistributionList({ id: list.id, rowVersion: 2, reason: '不再使用' });
    expect(await api.outgoing.distributionLists()).toEqual([]);
  });
});

describe('a reply', () => {
  it('begins with the 来文 it answers, is tied to it, and asks for 答复登记 when it goes out', async () => {
    const { api } = office.program;
    const { id: incomingId } = await api.incoming.register({
      draft: {
        title: '关于报送防汛方案的通知',
        senderName: '江州市防汛办',
        documentNumber: '江汛发〔2026〕8号',
        replyRequired: true,
      },
    });
    const department = await api.office.saveDepartment({ name: '工程科', sortOrder: 1 });
    const actIncoming = async (action: string, fields: object = {}) => {
      const { rowVersion } = await api.incoming.get({ id: incomingId });
      return api.incoming.act({ id: incomingId, rowVersion, action, fields } as Parameters<
        typeof api.incoming.act
      >[0]);
    };
    await actIncoming('submitReview');
    await actIncoming('passToCirculation', { readers: [{ name: '陈局长' }] });
    const [reader] = (await api.incoming.get({ id: incomingId })).readers;
    await actIncoming('markRead', { readerId: reader?.id });
    await actIncoming('finishCirculation');
    expect(department.name).toBe('工程科');
    const { id } = await api.outgoing.create({ genre: '报告', replyTo: { incomingId, relation: 'reply' } });
    const reply = await office.get(id);
    expect(reply.document.addressees).toEqual(['江州市防汛办']);
    expect(reply.document.body).toEqual([
      { type: 'paragraph', text: '你单位《关于报送防汛方案的通知》（江汛发〔2026〕8号）收悉。' },
    ]);
    expect(reply.links).toMatchObject([
      { kind: 'incoming', id: incomingId, relation: 'reply', direction: 'to', awaitsReply: true },
    ]);
    await office.edit(id, { title: '关于报送防汛方案的报告' });
    for (const action of [
      'submit',
      'passDepartmentReview',
      'passOfficeReview',
      'sign',
      'passRecheck',
      'assignNumber',
      'sendToPrint',
      'finishProof',
      'useSeal',
    ] as const)
      await office.step(id, action);
    const sent = await office.step(id, 'distribute');
    expect(sent.hints).toContain('来文 收〔2026〕0001 关于报送防汛方案的通知 待答复，请登记答复。');
  });

  it('passing a 来文 on names it in the title', async () => {
    const { api } = office.program;
    const { id: incomingId } = await api.incoming.register({
      draft: { title: '关于加强值班的通知', senderName: '江州市政府办公室', documentNumber: '' },
    });
    const { id } = await api.outgoing.create({ genre: '通知', replyTo: { incomingId, relation: 'forward' } });
    const { document } = await office.get(id);
    expect(document.title).toBe('转发江州市政府办公室关于加强值班的通知');
    expect(document.body).toEqual([
      { type: 'paragraph', text: '现将《关于加强值班的通知》转发给你们，请认真贯彻执行。' },
    ]);
  });
});

describe('the list', () => {
  it('counts by state and shows what the paper register shows', async () => {
    const { api } = office.program;
    await bringTo(office, 'draft');
    await bringTo(office, 'discarded');
    const id = await bringTo(office, 'distributing');
    expect(await api.outgoing.counts({})).toEqual({ draft: 1, discarded: 1, distributing: 1 });
    const { rows } = await api.outgoing.list({
      filter: { states: ['distributing'] },
      sort: { key: 'updatedAt', direction: 'desc' },
      offset: 0,
      limit: 10,
    });
    expect(rows).toMatchObject([
      {
        id,
        departmentName: '工程科',
        disclosure: '主动公开',
        signatory: '陈局长',
        signedOn: TODAY,
        printCopies: 10,
        received: { done: 0, all: 2 },
      },
    ]);
  });
});

describe('a document with a 期号 of its own', () => {
  it('takes no number of a series, is issued and can be voided', async () => {
    const { api } = office.program;
    const id = await office.draft('第七次办公会议纪要');
    await office.edit(id, {
      genre: '纪要',
      format: 'minutes',
      sealing: 'none',
      documentNumber: { issueNo: 7 },
    });
    await office.step(id, 'recordPaperApproval');
    const { actions } = await office.get(id);
    expect(actions.map(({ action }) => action)).not.toContain('assignNumber');
    await expect(office.act(id, 'assignNumber', { issuerCode: '临建发', year: 2026 })).rejects.toMatchObject({
      message: expect.stringContaining('不另编发文字号'),
    });
    for (const action of ['confirmNumber', 'sendToPrint', 'distributeUnsealed'] as const)
      await office.step(id, action);
    expect((await office.get(id)).document.documentNumber).toEqual({ issueNo: 7 });
    expect(await api.office.numberSeries()).toEqual([]);
    await office.act(id, 'voidNumbered', { reason: '重新印发', approvedBy: '张主任' });
    expect((await office.get(id)).state).toBe('voided');
  });
});

describe('a sample document', () => {
  it('goes the whole road without a place in the real books, and leaves nothing behind', async () => {
    const { api, session } = office.program;
    await api.office.loadSample();
    const { rows } = await api.outgoing.list({
      filter: { states: ['numbered'] },
      sort: { key: 'updatedAt', direction: 'desc' },
      offset: 0,
      limit: 100,
    });
    const id = rows.find(({ genre }) => genre === '通知')?.id ?? '';
    for (const action of ['sendToPrint', 'finishProof'] as const) await office.step(id, action);
    const sealed = await office.step(id, 'useSeal');
    expect(sealed.hints).toEqual(['示例公文的用印不记入本单位的用印登记簿。']);
    for (const action of ['distribute', 'recordDistribution', 'close', 'archive'] as const)
      await office.step(id, action);
    expect((await api.outgoing.sealUses({ offset: 0, limit: 10 })).total).toBe(0);
    await api.office.removeSample();
    for (const table of ['outgoingFact', 'outgoingStep', 'outgoingVersion', 'distribution'] as const) {
      expect(await session.database.read.selectFrom(table).select('outgoingId').execute(), table).toEqual([]);
    }
  });
});
