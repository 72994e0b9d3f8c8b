import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { discardDraft, draftOf, numberDraft, setUp, startProgram } from './harness.ts';
import type { Program } from './harness.ts';

let program: Program;
beforeEach(async () => {
  program = await startProgram();
  await setUp(program);
});
afterEach(() => program.close());

const all = { filter: {}, sort: { key: 'updatedAt', direction: 'desc' }, offset: 0, limit: 100 } as const;

const find = async (text: string) =>
  (await program.api.outgoing.list({ ...all, filter: { text } })).rows.map(({ title }) => title);

const serials = async (direction: 'asc' | 'desc') =>
  (await program.api.outgoing.list({ ...all, sort: { key: 'documentNumber', direction } })).rows.map(
    ({ documentNumber }) => Number(/(\d+)号/u.exec(documentNumber)?.[1] ?? 0),
  );
/** How many 通知 the list finds within a filter. */
async function total(filter: object): Promise<number> {
  return (await program.api.outgoing.list({ ...all, filter: { text: '通知', ...filter } })).total;
}

describe('the list', () => {
  beforeEach(async () => {
    for (const title of ['关于2026年春季植树的通知', '关于召开防汛会议的通知', '100%达标_方案']) {
      const draft = await draftOf(program, title);
      if (title !== '100%达标_方案') {
        await numberDraft(program, { ...draft, issuerCode: '临建发', year: 2026 });
      }
    }
  });
  it.each([
    ['植树', ['关于2026年春季植树的通知']],
    ['通知 防汛', ['关于召开防汛会议的通知']],
    ['临建发〔2026〕2号', ['关于召开防汛会议的通知']],
    ['临建发[2026]2号', ['关于召开防汛会议的通知']],
    ['临建发【２０２６】２号', ['关于召开防汛会议的通知']],
    ['临建发（2026）2号', ['关于召开防汛会议的通知']],
    ['2026-1', ['关于2026年春季植树的通知']],
    ['100%', ['100%达标_方案']],
    ['%', ['100%达标_方案']],
    ['_', ['100%达标_方案']],
    ['没有这样的词', []],
    ['植', ['关于2026年春季植树的通知']],
    ['汛', ['关于召开防汛会议的通知']],
    ['0%达', ['100%达标_方案']],
    ['00', ['100%达标_方案']],
    ['１００％', ['100%达标_方案']],
    ['标_方', ['100%达标_方案']],
    ['标方', []],
    ['树植', []],
    ['026年春', ['关于2026年春季植树的通知']],
    ['[2026]2', ['关于召开防汛会议的通知']],
    ['〔２０２６〕１号', ['关于2026年春季植树的通知']],
    ['发【2026】1', ['关于2026年春季植树的通知']],
    ['[2026]38', []],
    ['"防汛"', []],
    ['防汛 OR 植树', []],
    ['防*', []],
  ])('finds %s', async (text, titles) => {
    expect(await find(text)).toEqual(titles);
  });

  it('finds what a document says now, not what it said', async () => {
    const [row] = (await program.api.outgoing.list({ ...all, filter: { text: '达标' } })).rows;
    const { id, rowVersion, document } = await program.api.outgoing.get({ id: row?.id ?? '' });
    await program.api.outgoing.save({ id, rowVersion, document: { ...document, title: '换了名的方案' } });
    expect(await find('达标')).toEqual([]);
    expect(await find('换了名')).toEqual(['换了名的方案']);
  });

  it('searches within the filters', async () => {
    // The genre is searched too.
    expect(await total({})).toBe(3);
    expect(await total({ states: ['draft'] })).toBe(1);
    expect(await total({ states: ['numbered'], genres: ['通知'], year: 2026 })).toBe(2);
    expect(await total({ year: 2025 })).toBe(0);
    expect(await total({ genres: ['函'] })).toBe(0);
    expect(await total({ drafterId: 'nobody' })).toBe(0);
  });

  it('sorts numbers as numbers, the unnumbered last in either direction', async () => {
    for (let index = 3; index <= 11; index += 1) {
      const draft = await draftOf(program, `第${index}件`);
      await numberDraft(program, { ...draft, issuerCode: '临建发', year: 2026 });
    }
    expect(await serials('asc')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0]);
    expect(await serials('desc')).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  });

  it('sorts titles by pinyin', async () => {
    for (const title of ['重阳节活动', '安全生产', '北京出差', '财务公开', '2026年计划'])
      await draftOf(program, title);
    const { rows } = await program.api.outgoing.list({
      ...all,
      filter: { states: ['draft'] },
      sort: { key: 'title', direction: 'asc' },
    });
    expect(rows.map(({ title }) => title)).toEqual([
      '100%达标_方案',
      '2026年计划',
      '安全生产',
      '北京出差',
      '财务公开',
      '重阳节活动',
    ]);
  });

  it('calls a 令, which has no title, by its 发文机关标志', async () => {
    const { id } = await program.api.outgoing.create({ genre: '命令（令）' });
    const { document, rowVersion } = await program.api.outgoing.get({ id });
    await program.api.outgoing.save({
      id,
      rowVersion,
      document: {
        ...document,
        format: 'order',
        issuers: ['临江市人民政府'],
        issuerMark: { suffix: '令' },
        documentNumber: { orderNo: 5 },
      },
    });
    const { rows } = await program.api.outgoing.list({ ...all, filter: { genres: ['命令（令）'] } });
    expect(rows.map(({ title, documentNumber }) => [title, documentNumber])).toEqual([
      ['临江市人民政府令', '第5号'],
    ]);
  });

  it('pages and counts', async () => {
    const page = await program.api.outgoing.list({ ...all, offset: 2, limit: 2 });
    expect(page.total).toBe(3);
    expect(page.rows).toHaveLength(1);
  });

  it('shows the recycle bin only when asked', async () => {
    const draft = await draftOf(program, '写错了的稿');
    await discardDraft(program, { ...draft, reason: '写错了' });
    expect(await find('写错了的稿')).toEqual([]);
    const bin = await program.api.outgoing.list({ ...all, filter: { states: ['discarded'] } });
    expect(bin.rows.map(({ title }) => title)).toEqual(['写错了的稿']);
  });

  it('filters by state, genre, year and drafter', async () => {
    const total = async (filter: object) => (await program.api.outgoing.list({ ...all, filter })).total;
    const [row] = (await program.api.outgoing.list(all)).rows;
    const { drafterId } = await program.api.outgoing.get({ id: row?.id ?? '' });
    expect(await total({ states: ['numbered'] })).toBe(2);
    expect(await total({ genres: ['函'] })).toBe(0);
    expect(await total({ genres: ['函', '通知'] })).toBe(3);
    expect(await total({ year: 2026 })).toBe(3);
    expect(await total({ year: 2025 })).toBe(0);
    expect(await total({ drafterId })).toBe(3);
    expect(await total({ drafterId: 'nobody' })).toBe(0);
  });
});
