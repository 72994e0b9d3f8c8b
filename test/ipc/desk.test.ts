import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DESK_INDEXES } from '../../electron/db/desk-conditions.ts';
import { INCOMING_STATES } from '../../shared/domain/flow-incoming.ts';
import {
  ANSWERED_GENRES,
  DESK_GROUPS,
  deskStates,
  RUNNING_INCOMING,
  RUNNING_MATTER,
} from '../../shared/domain/desk-groups.ts';
import type { DeskList } from '../../shared/domain/desk-groups.ts';
import { bringToAssignment, bringToHandling } from './incoming-office.ts';
import { bringMatter, startOrdering } from './matter-office.ts';
import type { OrderingOffice } from './matter-office.ts';
import { draftOf } from './harness.ts';

let office: OrderingOffice;
beforeEach(async () => {
  office = await startOrdering();
});
afterEach(() => office.program.close());

const at = (on: string, hour = 9) => {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  office.program.clock.now = new Date(year, month - 1, day, hour).getTime();
};
const overview = () => office.program.api.desk.overview();
const rows = (list: DeskList) => office.program.api.desk.list({ list, limit: 100 });
const titles = async (list: DeskList) => (await rows(list)).map(({ title }) => title);

/** Due on Friday 2026-12-04. */
const due = async () => {
  const paper = await office.register({ title: '关于报送防汛总结的通知' });
  await bringToHandling(office, paper);
  await bringMatter(office, 'handling');
};

const circulate = async (circulation: 'serial' | 'parallel') => {
  const id = await office.register({ title: `${circulation}传阅的通报` });
  await office.act(id, 'submitReview');
  await office.act(id, 'passToCirculation', {
    readers: [{ name: '王局长' }, { name: '李副局长' }, { name: '赵副局长' }],
    circulation,
  });
  return id;
};

/** The states named in a condition, in alphabetical order. */
const statesIn = (text: string): string[] =>
  Array.from(text.matchAll(/state (?:IN|=) (\([^)]*\)|'[^']*')/gu), ([, list = '']) => list)
    .flatMap((list) => Array.from(list.matchAll(/'(\w+)'/gu), ([, state = '']) => state))
    .toSorted();

describe('the indexes of the desk', () => {
  it('are of the very states that the desk shows', () => {
    expect(statesIn(DESK_INDEXES.atOffice.where)).toEqual(deskStates('incoming', 'office').toSorted());
    expect(statesIn(DESK_INDEXES.due.where)).toEqual([...RUNNING_INCOMING].toSorted());
    expect(statesIn(DESK_INDEXES.unanswered.where)).toEqual([...RUNNING_INCOMING].toSorted());
    expect(statesIn(DESK_INDEXES.matterDue.where)).toEqual([...RUNNING_MATTER].toSorted());
    for (const genre of ANSWERED_GENRES) expect(DESK_INDEXES.unanswered.where).toContain(`'${genre}'`);
    const closed = new Set<string>(['returned', 'closed', 'archived', 'voided']);
    expect(statesIn(DESK_INDEXES.notClosed.where)).toEqual(
      INCOMING_STATES.filter((state) => !closed.has(state)).toSorted(),
    );
  });
});

describe('an empty desk', () => {
  it('says nothing waits', async () => {
    const { groups, due, lists } = await overview();
    expect(groups.map(({ key }) => key)).toEqual(DESK_GROUPS.map(({ key }) => key));
    expect(groups.every(({ count }) => count === 0)).toBe(true);
    expect(due.incoming).toEqual({ overdue: 0, today: 0, soon: 0 });
    expect(Object.values(lists)).toEqual([0, 0, 0, 0, 0]);
    for (const list of ['due', 'mine', 'unanswered', 'stuck', 'expected'] as const)
      expect(await rows(list)).toEqual([]);
  });
});

describe('what waits', () => {
  it('stands under its next step, once', async () => {
    const { api } = office.program;
    await api.incoming.expect({ draft: { title: '预告的通知', senderName: '江州市财政局' } });
    await office.register();
    const review = await office.register();
    await office.act(review, 'submitReview');
    await bringToAssignment(office, await office.register());
    await bringToHandling(office, await office.register());
    await bringMatter(office, 'awaitingAssignment');
    await bringMatter(office, 'handling');
    await bringMatter(office, 'awaitingReply');
    await bringMatter(office, 'closed');
    await bringMatter(office, 'suspended');
    await draftOf(office.program, '关于召开年度工作会议的通知');
    const { groups, lists } = await overview();
    expect(
      Object.fromEntries(groups.filter(({ count }) => count > 0).map(({ key, count }) => [key, count])),
    ).toEqual({ receive: 1, review: 2, assign: 1, handle: 1, give: 1, do: 1, answer: 1, write: 1 });
    // 收文待签收、待初审 2、待分办; 承办件待交办、待答复; 草稿.
    expect(lists.mine).toBe(7);
    expect(await rows('mine')).toHaveLength(7);
    expect(await api.desk.counts()).toEqual({
      incoming: { waiting: 4, overdue: 0 },
      outgoing: { waiting: 1, overdue: 0 },
      matter: { waiting: 2, overdue: 0 },
      desk: { waiting: 0, overdue: 0 },
    });
  });
});

describe('deadlines', () => {
  it.each([
    // Friday is four workdays after Monday: not yet 临近.
    ['2026-11-30', { overdue: 0, today: 0, soon: 0 }],
    ['2026-12-01', { overdue: 0, today: 0, soon: 1 }],
    ['2026-12-04', { overdue: 0, today: 1, soon: 0 }],
    // On Saturday it is overdue, though no workday has passed.
    ['2026-12-05', { overdue: 1, today: 0, soon: 0 }],
    ['2026-12-07', { overdue: 1, today: 0, soon: 0 }],
  ])('on %s', async (on, expected) => {
    await due();
    at(on);
    expect((await overview()).due).toEqual({ incoming: expected, matter: expected });
    const shown = Object.values(expected).some((count) => count > 0);
    expect(await rows('due')).toHaveLength(shown ? 2 : 0);
    const counts = await office.program.api.desk.counts();
    expect(counts.desk).toEqual({ waiting: expected.today * 2, overdue: expected.overdue * 2 });
    expect(counts.matter.overdue).toBe(expected.overdue);
  });

  it('a Saturday before the fourth workday is 临近 too', async () => {
    await office.order({ dueOn: '2026-12-05', title: '周六到期' });
    at('2026-12-01');
    expect((await overview()).due.matter.soon).toBe(1);
    at('2026-11-30');
    expect((await overview()).due.matter.soon).toBe(0);
  });

  it('the most pressing come first, 收文 and 承办件 in one list', async () => {
    await office.order({ dueOn: '2026-12-03', title: '先到期的交办' });
    await due();
    await office.order({ title: '没有时限的交办' });
    at('2026-12-07');
    expect(await titles('due')).toEqual([
      '先到期的交办',
      '关于报送防汛总结的通知',
      '汛期值班表明天中午前报局长',
    ]);
    const [, paper] = await rows('due');
    expect(paper).toMatchObject({
      kind: 'incoming',
      number: '收〔2026〕0001',
      stateName: '承办中',
      holder: '工程科',
      dueOn: '2026-12-04',
      waited: null,
    });
  });

  it('what is suspended, closed or voided is not pressing', async () => {
    await bringMatter(office, 'suspended');
    await bringMatter(office, 'closed');
    await bringMatter(office, 'voided');
    at('2026-12-20');
    expect((await overview()).due.matter).toEqual({ overdue: 0, today: 0, soon: 0 });
    expect(await rows('due')).toEqual([]);
  });

  it('a year whose arrangement is not known is said, not guessed', async () => {
    at('2026-12-25');
    expect((await overview()).warning).toBeNull();
    at('2026-12-30');
    expect((await overview()).warning).toContain('没有2027年的放假安排');
  });
});

describe('请示 and 函 without an answer', () => {
  it('are found by 文种 or by what was ticked, the longest waiting first', async () => {
    at('2026-11-23');
    await office.register({ title: '关于解决经费的请示', genre: '请示' });
    at('2026-11-24');
    await office.register({ title: '关于商请支持的函', genre: '函' });
    const ticked = await office.register({ title: '关于征求意见的通知', genre: '通知', replyRequired: true });
    await office.register({ title: '关于放假的通知', genre: '通知' });
    at('2026-11-27');
    const found = await rows('unanswered');
    expect(found.map(({ title, waited }) => [title, waited])).toEqual([
      ['关于解决经费的请示', 4],
      ['关于商请支持的函', 3],
      ['关于征求意见的通知', 3],
    ]);
    expect((await overview()).lists.unanswered).toBe(3);
    await bringToHandling(office, ticked);
    await office.act(ticked, 'completeHandling', { result: '已报', forceReason: '无需' });
    expect((await overview()).lists.unanswered).toBe(3);
    await office.act(ticked, 'reply', { replyMethod: '复函', repliedOn: '2026-11-27' });
    expect(await titles('unanswered')).toEqual(['关于解决经费的请示', '关于商请支持的函']);
  });
});

describe('circulation that stands still', () => {
  it('is shown with whom, after three workdays without a move; urging is no move', async () => {
    at('2026-11-23');
    const serial = await circulate('serial');
    await circulate('parallel');
    at('2026-11-25', 17);
    expect((await overview()).lists.stuck).toBe(0);
    const [first] = (await office.get(serial)).readers;
    await office.act(serial, 'markRead', { readerId: first?.id ?? '' });
    at('2026-11-26');
    expect((await rows('stuck')).map(({ title, holder, waited }) => [title, holder, waited])).toEqual([
      ['parallel传阅的通报', '王局长、李副局长、赵副局长', 3],
    ]);
    // Wednesday's move: Thursday, Friday and Monday pass without another.
    at('2026-11-27');
    await office.act(serial, 'urge', { urgeLevel: '提醒', urgeMethod: '微信' });
    expect((await overview()).lists.stuck).toBe(1);
    at('2026-11-30');
    expect((await overview()).lists.stuck).toBe(2);
    expect((await rows('stuck')).find(({ title }) => title === 'serial传阅的通报')?.holder).toBe('李副局长');
  });

  it('is over when nobody is left to read', async () => {
    at('2026-11-23');
    const id = await circulate('parallel');
    for (const { id: readerId } of (await office.get(id)).readers)
      await office.act(id, 'markRead', { readerId });
    at('2026-12-10');
    expect((await overview()).lists.stuck).toBe(0);
  });
});

describe('announced papers', () => {
  it('are shown with their sender and how long they are awaited', async () => {
    at('2026-11-23');
    await office.program.api.incoming.expect({ draft: { title: '会议通知', senderName: '江州市财政局' } });
    at('2026-11-26');
    expect(await rows('expected')).toMatchObject([
      { title: '会议通知', holder: '江州市财政局', waited: 3, number: '', stateName: '待签收' },
    ]);
  });
});
