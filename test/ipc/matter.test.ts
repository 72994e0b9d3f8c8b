import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MatterFilter } from '../../shared/features/matter.ts';
import { bringToAssignment, bringToHandling, DRAFT } from './incoming-office.ts';
import { bringMatter, currentOf, ORDER, startOrdering } from './matter-office.ts';
import type { OrderingOffice } from './matter-office.ts';

let office: OrderingOffice;
beforeEach(async () => {
  office = await startOrdering();
});
afterEach(() => office.program.close());

const history = async (id: string) =>
  (await office.program.api.matter.history({ id })).map(({ summary }) => summary).toReversed();
const listed = async (filter: MatterFilter) =>
  (
    await office.program.api.matter.list({
      filter,
      sort: { key: 'number', direction: 'asc' },
      offset: 0,
      limit: 50,
    })
  ).rows.map(({ number }) => number);

describe('an order', () => {
  it('is written down in its words, under the next number of the year', async () => {
    const { api } = office.program;
    expect(await api.matter.peekNumber()).toEqual({ number: '承〔2026〕0001' });
    const id = await office.order();
    expect(await office.matter(id)).toMatchObject({
      number: '承〔2026〕0001',
      state: 'awaitingAssignment',
      orderedBy: '王局长',
      orderedOn: '2026-11-22',
      orderedTime: '08:40',
      words: '值班表明天中午前给我，节假日也要排上。',
      assignments: [],
    });
    expect(await history(id)).toEqual(['登记：承〔2026〕0001（王局长交办）']);
    expect(await api.matter.peekNumber()).toEqual({ number: '承〔2026〕0002' });
  });

  it('is given to 主办 and 会办 at once when they are named', async () => {
    const { api } = office.program;
    const [lead, assist] = office.departments;
    const done = await api.matter.create({
      draft: { ...ORDER, dueOn: '2026-12-05' },
      leadDepartmentId: lead,
      assistDepartmentIds: [assist],
    });
    // 2026-12-05 is a Saturday.
    expect(done.hints).toEqual(['时限2026-12-05是双休日，不是工作日，请核对。']);
    expect(await office.matter(done.id)).toMatchObject({
      state: 'handling',
      leadName: '工程科',
      assistNames: '房管科',
      dueOn: '2026-12-05',
    });
    expect(await history(done.id)).toEqual([
      '登记：承〔2026〕0001（王局长交办）',
      '交办：工程科主办，房管科会办，2026-12-05前办结',
    ]);
  });

  it('takes no number when something is wrong, and names the field', async () => {
    const { api } = office.program;
    const wrong = [
      [{ draft: { ...ORDER, orderedOn: '2026-11-24' } }, 'orderedOn'],
      [{ draft: ORDER, leadDepartmentId: office.departments[0] }, 'dueOn'],
      [{ draft: ORDER, assistDepartmentIds: [office.departments[0]] }, 'leadDepartmentId'],
      [{ draft: { ...ORDER, dueOn: '2026-12-01' }, leadDepartmentId: 'unknown' }, 'leadDepartmentId'],
      [{ draft: { ...ORDER, secrecy: '机密' as const } }, 'secrecy'],
      [{ draft: { ...ORDER, words: '按机密★10年的件办' } }, 'words'],
    ] as const;
    for (const [input, field] of wrong) {
      await expect(
        api.matter.create({
          ...input,
          assistDepartmentIds: [...('assistDepartmentIds' in input ? input.assistDepartmentIds : [])],
        }),
      ).rejects.toMatchObject({ code: 'INVALID_INPUT', fields: { [field]: expect.any(String) as string } });
    }
    expect(await api.matter.peekNumber()).toEqual({ number: '承〔2026〕0001' });
  });

  it('goes on where the paper book stopped, until the first number is taken', async () => {
    const { api } = office.program;
    // Typed wrong at first: until a number is taken it may be put right.
    expect(await api.matter.startSeries({ year: 2026, first: 83 })).toEqual({ number: '承〔2026〕0083' });
    expect(await api.matter.startSeries({ year: 2026, first: 38 })).toEqual({ number: '承〔2026〕0038' });
    expect((await office.matter(await office.order())).number).toBe('承〔2026〕0038');
    await expect(api.matter.startSeries({ year: 2026, first: 50 })).rejects.toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
    });
  });

  it('is numbered as this office writes it; numbers given before stay, and are found under both', async () => {
    const { api } = office.program;
    const first = await office.order();
    expect(await api.matter.numberSetting()).toEqual({ prefix: '承', digits: 4 });
    await api.matter.saveNumberSetting({ prefix: '交办', digits: 3 });
    expect(await api.matter.peekNumber()).toEqual({ number: '交办〔2026〕002' });
    const second = await office.order();
    expect((await office.matter(first)).number).toBe('承〔2026〕0001');
    expect((await office.matter(second)).number).toBe('交办〔2026〕002');
    await api.matter.link({ id: second, number: '承2026-1' });
    await api.matter.link({ id: first, number: '交办2026-2' });
    expect((await office.matter(first)).links).toHaveLength(2);
    // Two books with one 字头 would be mistaken for each other.
    await expect(api.matter.saveNumberSetting({ prefix: '收', digits: 4 })).rejects.toMatchObject({
      fields: { prefix: expect.stringContaining('收文号') as string },
    });
    await expect(api.incoming.saveNumberSetting({ prefix: '交办', digits: 4 })).rejects.toMatchObject({
      fields: { prefix: expect.stringContaining('承办号') as string },
    });
    expect(await api.matter.numberSetting()).toEqual({ prefix: '交办', digits: 3 });
  });

  it('is corrected with its fields named; a stale page overwrites nothing', async () => {
    const { api } = office.program;
    const id = await office.order();
    await api.matter.save({ id, rowVersion: 1, draft: { ...ORDER, title: '报值班表', urgency: '加急' } });
    await expect(api.matter.save({ id, rowVersion: 1, draft: ORDER })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect((await history(id)).at(-1)).toBe('修改事项、紧急程度');
    const [lead] = office.departments;
    await office.actOn(id, 'assign', { leadDepartmentId: lead, dueOn: '2026-12-01' });
    await expect(
      api.matter.save({ id, rowVersion: 3, draft: { ...ORDER, dueOn: '2026-12-09' } }),
    ).rejects.toMatchObject({ fields: { dueOn: expect.stringContaining('延期') as string } });
  });

  it('waits for its 会办, and for the answer to who gave it', async () => {
    const id = await bringMatter(office, 'handling', { replyRequired: true });
    await expect(office.actOn(id, 'completeHandling', { result: '已报' })).rejects.toMatchObject({
      fields: { forceReason: expect.stringContaining('房管科') as string },
    });
    await office.actOn(id, 'completeHandling', { result: '已报', forceReason: '房管科无意见' });
    expect((await office.matter(id)).state).toBe('awaitingReply');
    await office.actOn(id, 'reply', { replyMethod: '当面', repliedOn: '2026-11-22' });
    expect(await office.matter(id)).toMatchObject({
      state: 'closed',
      result: '已报',
      repliedOn: '2026-11-22',
    });
    expect((await history(id)).slice(-2)).toEqual([
      '承办完成：已报（房管科未反馈，理由：房管科无意见）',
      '答复王局长（当面，2026-11-22）',
    ]);
  });

  it('keeps the old deadline when it is extended, and says what is odd about the new one', async () => {
    const id = await bringMatter(office, 'handling');
    const lead = await currentOf(office, id, 'lead');
    const { hints } = await office.actOn(id, 'extend', {
      assignmentId: lead,
      dueOn: '2027-01-08',
      approvedBy: '张主任',
      reason: '材料未齐',
    });
    // The arrangement of 2027 is not in the table: it is said, not guessed.
    expect(hints).toEqual([expect.stringContaining('没有2027年的放假安排') as string]);
    const { dueOn, assignments } = await office.matter(id);
    expect(dueOn).toBe('2027-01-08');
    expect(assignments.find((one) => one.id === lead)).toMatchObject({
      originalDueOn: '2026-12-04',
      dueOn: '2027-01-08',
      deadlines: [{ oldDueOn: '2026-12-04', newDueOn: '2027-01-08', approvedBy: '张主任' }],
    });
  });
});

describe('from a 批示', () => {
  it('comes a 承办件 in its words, linked to the paper; both histories say so', async () => {
    const { api } = office.program;
    const paper = await office.register({ secrecy: '工作秘密', urgency: '特急', dueOn: '2026-12-02' });
    await bringToAssignment(office, paper);
    const created = await api.matter.createFrom({ incomingId: paper });
    const matter = await office.matter(created.id);
    expect(matter).toMatchObject({
      number: '承〔2026〕0001',
      state: 'awaitingAssignment',
      source: 'instruction',
      orderedBy: '王局长',
      orderedOn: '2026-11-22',
      words: '请工程科牵头落实。',
      title: `落实王局长对《${DRAFT.title}》的批示`,
      secrecy: '工作秘密',
      urgency: '特急',
      dueOn: '2026-12-04',
      links: [{ kind: 'incoming', id: paper, relation: 'order', direction: 'to' }],
    });
    expect((await office.get(paper)).links).toMatchObject([
      {
        kind: 'matter',
        id: created.id,
        relation: 'order',
        direction: 'from',
        label: expect.stringContaining('承〔2026〕0001') as string,
      },
    ]);
    const [line] = await api.incoming.history({ id: paper });
    expect(line?.summary).toBe('由王局长批示建立承办件 承〔2026〕0001');
  });

  it('needs a 批示', async () => {
    const paper = await office.register();
    await expect(office.program.api.matter.createFrom({ incomingId: paper })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: '收〔2026〕0001还没有批示，没有建立承办件。请先登记批示。',
    });
    expect(await office.program.api.matter.peekNumber()).toEqual({ number: '承〔2026〕0001' });
  });
});

describe('the list', () => {
  it('shows what is at work, overdue, due today, closed', async () => {
    const overdue = await bringMatter(office, 'handling');
    const today = await office.order({ dueOn: '2026-12-07', title: '报送周报' });
    const closed = await bringMatter(office, 'closed');
    const suspended = await bringMatter(office, 'suspended');
    const voided = await bringMatter(office, 'voided');
    office.program.clock.now = new Date(2026, 11, 7, 9).getTime();
    const number = async (id: string) => (await office.matter(id)).number;
    expect(await listed({ view: 'open' })).toEqual([
      await number(overdue),
      await number(today),
      await number(suspended),
    ]);
    expect(await listed({ view: 'overdue' })).toEqual([await number(overdue)]);
    expect(await listed({ view: 'today' })).toEqual([await number(today)]);
    expect(await listed({ view: 'closed' })).toEqual([await number(closed)]);
    expect(await listed({ view: 'voided' })).toEqual([await number(voided)]);
    expect(await listed({ view: 'all', text: 'bszb' })).toEqual([await number(today)]);
    expect(await listed({ view: 'all', text: '承2026年2号' })).toEqual([await number(today)]);
    expect(await listed({ view: 'open', leadDepartmentId: office.departments[0] })).toHaveLength(2);
    expect(await listed({ view: 'open', source: 'call' })).toEqual([]);
  });
});

describe('催办台账', () => {
  it('has the urgings of 收文 and 承办件 in one list, and who answered', async () => {
    const { api } = office.program;
    const paper = await office.register();
    await bringToHandling(office, paper);
    await office.act(paper, 'urge', { urgeLevel: '提醒', urgeMethod: '微信' });
    const matter = await bringMatter(office, 'handling');
    const assist = await currentOf(office, matter, 'assist');
    await office.actOn(matter, 'urge', { assignmentId: assist, urgeLevel: '催办单', urgeMethod: '书面' });
    const page = { offset: 0, limit: 20 };
    const all = await api.matter.urgings({ waiting: false, ...page });
    expect(all).toMatchObject({
      total: 2,
      rows: [
        { kind: 'matter', itemId: matter, target: '房管科', level: '催办单', answer: null, urgedBy: '林晓' },
        { kind: 'incoming', itemId: paper, target: '工程科', level: '提醒', stateName: '承办中' },
      ],
    });
    expect((await api.matter.urgings({ waiting: true, ...page })).total).toBe(2);
    await api.matter.answerUrging({
      urgingId: all.rows[1]?.id ?? '',
      personName: '李科长',
      text: '周五前报',
    });
    await office.actOn(matter, 'report', { assignmentId: assist, result: '已送' });
    const after = await api.matter.urgings({ waiting: false, ...page });
    expect(after).toMatchObject({
      total: 2,
      rows: [{ settled: true, answer: null }, { answer: { personName: '李科长', text: '周五前报' } }],
    });
    expect((await api.matter.urgings({ waiting: true, ...page })).rows).toEqual([]);
    const [line] = await api.incoming.history({ id: paper });
    expect(line?.summary).toBe('工程科答复催办（李科长）：周五前报');
    // The page of the paper says it as well, and its 催办通知单.
    const { urgings } = await office.get(paper);
    expect(urgings).toMatchObject([
      { target: '工程科', level: '提醒', answers: [{ personName: '李科长', text: '周五前报' }] },
    ]);
  });
});
