import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { OUTGOING_ACTIONS, OUTGOING_FLOW, OUTGOING_STATES } from '../../shared/domain/flow-outgoing.ts';
import type { OutgoingRow } from '../../shared/domain/flow-outgoing.ts';
import { bringTo, startIssuing } from './outgoing-road.ts';
import type { IssuingOffice } from './outgoing-road.ts';

let office: IssuingOffice;
// One office for all: every test works on documents of its own.
beforeAll(async () => {
  office = await startIssuing();
});
afterEach(() => office.program.services.device.set('actorId', null));
afterAll(() => office.program.close());

const TODAY = '2026-11-22';

/** Brings a new document to where a row of the table holds. */
async function prepare(row: OutgoingRow): Promise<string> {
  const { from, when = {} } = row;
  if (when.numbered === true && ['officeReview', 'awaitingSignature', 'signed'].includes(from)) {
    const id = await bringTo(office, 'numbered');
    await office.step(id, 'returnToRecheck');
    if (from === 'signed') return id;
    await office.step(id, 'returnToSignatory');
    if (from === 'officeReview') await office.step(id, 'returnToOffice');
    return id;
  }
  if (when.sealNeeded === false || when.copyNumbered === true || when.lastSignature === false) {
    const id = await office.draft();
    await office.edit(id, {
      ...(when.sealNeeded === false ? { sealing: 'none' as const } : {}),
      ...(when.copyNumbered === true ? { copyNumber: '000001' } : {}),
      ...(when.lastSignature === false ? { issuers: ['临江市住房和城乡建设局', '临江市财政局'] } : {}),
    });
    for (const action of ['submit', 'passDepartmentReview', 'passOfficeReview'] as const)
      await office.step(id, action);
    if (from === 'awaitingSignature') return id;
    for (const action of ['sign', 'passRecheck', 'assignNumber'] as const) await office.step(id, action);
    if (from === 'printing') await office.step(id, 'sendToPrint');
    return id;
  }
  if (when.ownNumber === true) {
    const id = await office.draft();
    await office.edit(id, { format: 'minutes', genre: '纪要', documentNumber: { issueNo: 7 } });
    await office.step(id, 'recordPaperApproval');
    return id;
  }
  const id = await bringTo(office, from);
  if (when.countersignNeeded === true) {
    // Said before it was sent to 部门审.
    await office.step(id, 'withdraw');
    await office.setCountersign(id, true);
    await office.step(id, 'submit');
  }
  if (row.action === 'finishCountersign') {
    await office.step(
      id,
      'countersign',
      when.disagreed === true ? { verdict: '不同意', opinion: '经费没有着落' } : {},
    );
  }
  if (when.allReceived === true) await office.step(id, 'recordDistribution');
  return id;
}

describe('every row of the flow', () => {
  it.each(
    OUTGOING_FLOW.map(
      (row) => [`${row.from} ${row.action} ${row.to} ${JSON.stringify(row.when ?? {})}`, row] as const,
    ),
  )('%s', async (_name, row) => {
    const id = await prepare(row);
    const before = await office.get(id);
    expect(before.state).toBe(row.from);
    if (row.action === 'edit') {
      await office.edit(id, { printingOffice: '局综合科' });
      expect(await office.get(id)).toMatchObject({ state: row.to, edits: row.edits });
      return;
    }
    // First with nothing filled in: what is missing is named, and nothing has happened.
    const needed = row.requires.filter(
      (field) => !['title', 'departmentName', 'disclosure', 'issuedOn'].includes(field),
    );
    if (needed.length > 0) {
      await expect(office.act(id, row.action)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        fields: Object.fromEntries(needed.map((field) => [field, expect.any(String)])),
      });
      expect(await office.get(id)).toEqual(before);
    }
    expect(before.actions.map(({ action }) => action)).toContain(row.action);
    const done = await office.step(id, row.action);
    const after = await office.get(id);
    expect([after.state, done.state]).toEqual([row.to, row.to]);
    expect(after.rowVersion).toBe(before.rowVersion + 1);
    expect(after.steps).toHaveLength(before.steps.length + 1);
    expect(after.steps.at(-1)).toMatchObject({
      action: row.action,
      label: row.label,
      from: row.from,
      to: row.to,
    });
    const kept = after.versions.length - before.versions.length;
    expect(row.version === 'always' ? [1] : row.version === 'never' ? [0] : [0, 1]).toContain(kept);
  });
});

describe('the last step taken back', () => {
  const undoable = OUTGOING_FLOW.filter(({ undo, action }) => undo === true && action !== 'edit');

  it.each(undoable.map((row) => [`${row.from} ${row.action} ${row.to}`, row] as const))(
    '%s leaves the document as it was',
    async (_name, row) => {
      const { api } = office.program;
      const id = await prepare(row);
      const before = await office.get(id);
      const { rowVersion } = await office.step(id, row.action);
      expect((await office.get(id)).undo?.label).toBe(row.label);
      await api.outgoing.undo({ id, rowVersion });
      const after = await office.get(id);
      const part = (item: typeof before) => {
        const { rowVersion: _v, updatedAt: _u, steps: _s, versions: _ve, undo: _un, ...rest } = item;
        return { ...rest, countersigns: rest.countersigns.map(({ answeredAt: _a, ...one }) => one) };
      };
      expect(part(after)).toEqual(part(before));
      // The trail goes on: the step, and that it was taken back.
      expect(after.steps).toHaveLength(before.steps.length + 2);
      expect(after.steps.at(-1)).toMatchObject({ label: `撤销“${row.label}”`, from: row.to, to: row.from });
    },
  );

  const lasting = OUTGOING_FLOW.filter(({ undo }) => undo !== true);

  it.each(lasting.map((row) => [`${row.from} ${row.action} ${row.to}`, row] as const))(
    '%s lasts, and says why',
    async (_name, row) => {
      const { api } = office.program;
      const id = await prepare(row);
      const { rowVersion } = await office.step(id, row.action);
      expect((await office.get(id)).undo).toBeNull();
      await expect(api.outgoing.undo({ id, rowVersion })).rejects.toMatchObject({
        code: 'NOT_ALLOWED_IN_STATE',
        message: row.undo,
      });
    },
  );

  it('is left alone once anything else has happened, or by anybody else', async () => {
    const { api, services } = office.program;
    const id = await bringTo(office, 'officeReview');
    const other = await api.office.savePerson({
      name: '吴同事',
      departmentId: null,
      post: '',
      phone: '',
      active: true,
    });
    const { rowVersion } = await office.get(id);
    services.device.set('actorId', other.id);
    await expect(api.outgoing.undo({ id, rowVersion })).rejects.toMatchObject({
      message: '上一步是林晓做的，只能由本人撤销，没有改动。',
    });
    services.device.set('actorId', null);
    await office.edit(id, { printingOffice: '局综合科' });
    await expect(
      api.outgoing.undo({ id, rowVersion: (await office.get(id)).rowVersion }),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED_IN_STATE' });
  });

  it('the step before can be taken back next', async () => {
    const { api } = office.program;
    const id = await bringTo(office, 'officeReview');
    const first = await api.outgoing.undo({ id, rowVersion: (await office.get(id)).rowVersion });
    expect(first.state).toBe('departmentReview');
    expect(await api.outgoing.undo({ id, rowVersion: first.rowVersion })).toMatchObject({ state: 'draft' });
  });
});

describe('every pair that is not in the flow', () => {
  it.each(OUTGOING_STATES)('%s', async (state) => {
    const id = await bringTo(office, state);
    const before = await office.get(id);
    for (const action of OUTGOING_ACTIONS) {
      if (OUTGOING_FLOW.some((row) => row.from === state && row.action === action)) continue;
      await expect(office.step(id, action), `${state} ${action}`).rejects.toMatchObject({
        code: 'NOT_ALLOWED_IN_STATE',
        message: expect.stringMatching(/^“.+”的公文现在不能.+，没有改动。/u),
      });
    }
    expect(await office.get(id)).toEqual(before);
  });
});

describe('会签', () => {
  it('goes on only when all have answered, and over a 不同意 only with the conclusion of the head', async () => {
    const id = await bringTo(office, 'departmentReview');
    await office.step(id, 'withdraw');
    await office.setCountersign(id, true);
    await office.step(id, 'submit');
    await office.step(id, 'passDepartmentReview', { countersignDepartments: ['财务科', '法规科'] });
    const [finance, law] = (await office.get(id)).countersigns;
    await expect(office.act(id, 'finishCountersign')).rejects.toMatchObject({
      message: '还没有会签：财务科、法规科。请先记下会签意见，或免去会签并写明理由。',
    });
    const answer = { countersignId: finance?.id ?? '', countersignedBy: '李科长' };
    await expect(office.act(id, 'countersign', { ...answer, verdict: '不同意' })).rejects.toMatchObject({
      fields: { opinion: '会签结论为“不同意”，请填写会签意见。' },
    });
    await office.act(id, 'countersign', { ...answer, verdict: '不同意', opinion: '经费没有着落' });
    await office.act(id, 'removeCountersign', { countersignId: law?.id ?? '', reason: '不涉及法规' });
    await expect(office.act(id, 'finishCountersign')).rejects.toMatchObject({
      fields: { conclusion: '请填写协调结论', approvedBy: '请填写批准人' },
    });
    await office.act(id, 'finishCountersign', { conclusion: '经费由局里统筹', approvedBy: '张主任' });
    const { state, steps } = await office.get(id);
    expect(state).toBe('officeReview');
    expect(steps.at(-1)).toMatchObject({ personName: '张主任', opinion: '经费由局里统筹' });
  });
});

describe('签发 and 复核', () => {
  it('a joint document is signed by each issuer in order; the last one decides the day', async () => {
    const id = await office.draft();
    await office.edit(id, { issuers: ['甲局', '乙局', '丙局'] });
    for (const action of ['submit', 'passDepartmentReview', 'passOfficeReview'] as const)
      await office.step(id, action);
    await office.act(id, 'sign', { signatory: '赵甲', signedOn: '2026-11-18' });
    await expect(office.edit(id, { title: '改一改' })).rejects.toMatchObject({
      message: expect.stringContaining('已有机关签发，不能再修改'),
    });
    await office.act(id, 'sign', { signatory: '钱乙', signedOn: '2026-11-19' });
    await office.act(id, 'sign', { signatory: '孙丙', signedOn: '2026-11-20', issuedOn: '2026-11-20' });
    const item = await office.get(id);
    expect(item).toMatchObject({ state: 'signed', signatory: '赵甲、钱乙、孙丙', signedOn: '2026-11-20' });
    expect(item.signatures.map(({ issuer, signatory }) => [issuer, signatory])).toEqual([
      ['甲局', '赵甲'],
      ['乙局', '钱乙'],
      ['丙局', '孙丙'],
    ]);
    expect(item.document.issuedOn).toBe('2026-11-20');
  });

  it('成文日期 is proposed, never set by itself, and a day to come is refused', async () => {
    const id = await bringTo(office, 'awaitingSignature');
    const { actions } = await office.get(id);
    expect(actions.find(({ action }) => action === 'sign')?.proposed).toMatchObject({
      signedOn: TODAY,
      issuedOn: TODAY,
    });
    await expect(
      office.act(id, 'sign', { signatory: '陈局长', signedOn: '2026-11-23' }),
    ).rejects.toMatchObject({
      fields: { signedOn: '签发日期2026-11-23还没有到，请核对。' },
    });
    await office.act(id, 'sign', { signatory: '陈局长', signedOn: '2026-11-21' });
    expect((await office.get(id)).document.issuedOn).toBeUndefined();
    await office.step(id, 'passRecheck');
    await office.step(id, 'assignNumber');
    const numbered = await office.get(id);
    expect(numbered.actions.find(({ action }) => action === 'sendToPrint')?.proposed.issuedOn).toBe(
      '2026-11-21',
    );
    await expect(office.act(id, 'sendToPrint', { printCopies: 5 })).rejects.toMatchObject({
      fields: { issuedOn: '请填写成文日期' },
    });
  });

  it('a substantial change after 签发 is refused at 复核 with its place, and goes back to the signatory', async () => {
    const id = await bringTo(office, 'signed');
    await office.edit(id, { printingOffice: '局综合科' });
    expect((await office.get(id)).actions.map(({ action }) => action)).toContain('passRecheck');
    await office.edit(id, { body: [{ type: 'paragraph', text: '请立即贯彻执行。' }] });
    const { actions } = await office.get(id);
    expect(actions.map(({ action }) => action)).toEqual(['returnToSignatory']);
    await expect(office.act(id, 'passRecheck', { recheckedBy: '孙复核' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
      message: '签发后有实质性改动：正文第1段。须“退签发人复审”，没有改动。',
    });
    await office.step(id, 'returnToSignatory', { reason: '正文有改动' });
    await office.step(id, 'sign');
    await office.step(id, 'passRecheck');
    expect((await office.get(id)).state).toBe('awaitingNumber');
  });

  it('after 复核 the words are closed, the form is not', async () => {
    const id = await bringTo(office, 'numbered');
    await expect(office.edit(id, { title: '另一个标题' })).rejects.toMatchObject({
      message: expect.stringContaining('签发后只能改版式，不能改内容：标题'),
    });
    await office.edit(id, { printedOn: TODAY });
    expect((await office.get(id)).document.printedOn).toBe(TODAY);
  });

  it('a numbered document that is found wrong keeps its number through a second 签发', async () => {
    const id = await bringTo(office, 'printing');
    const { documentNumber } = (await office.get(id)).document;
    await office.step(id, 'returnToRecheck');
    await office.edit(id, { title: '关于做好汛期安全工作的紧急通知' });
    await office.step(id, 'returnToSignatory');
    await office.step(id, 'sign');
    await office.step(id, 'passRecheck');
    const item = await office.get(id);
    expect(item.state).toBe('numbered');
    expect(item.document.documentNumber).toEqual(documentNumber);
    const [series] = await office.program.api.office.numberSeries();
    expect(series?.issued).toBe(series?.last);
    expect(series?.gaps).toEqual([]);
  });

  it('what was decided on paper is recorded as such, in one step', async () => {
    const id = await office.draft();
    await office.step(id, 'recordPaperApproval', { signedOn: '2026-11-20', issuedOn: '2026-11-20' });
    const item = await office.get(id);
    expect(item).toMatchObject({
      state: 'awaitingNumber',
      approvalPath: 'paper',
      checkedBy: '赵核稿',
      signatory: '陈局长',
      signedOn: '2026-11-20',
      recheckedBy: '孙复核',
    });
    expect(item.steps).toMatchObject([
      { label: '补记纸面审签', personName: '陈局长', decidedOn: '2026-11-20' },
    ]);
    expect(item.versions).toMatchObject([{ signed: true }]);
  });

  it('only the drafter withdraws', async () => {
    const { api, services } = office.program;
    const id = await bringTo(office, 'officeReview');
    const other = await api.office.savePerson({
      name: '吴同事',
      departmentId: null,
      post: '',
      phone: '',
      active: true,
    });
    services.device.set('actorId', other.id);
    await expect(office.act(id, 'withdraw', { reason: '再改改' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await office.act(id, 'returnToDraft', { reason: '再改改' });
    expect((await office.get(id)).state).toBe('draft');
  });
});
