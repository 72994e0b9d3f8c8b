import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPage } from '../../electron/db/list-page.ts';
import { INCOMING_LIST } from '../../electron/db/list-tables.ts';
import { indexDue } from '../../electron/db/search-index.ts';
import { facetsOf } from '../../electron/features/incoming/list.ts';
import { INCOMING_STATES } from '../../shared/domain/flow-incoming.ts';
import { searchWords } from '../../shared/domain/search-words.ts';
import type { IncomingFilter } from '../../shared/features/incoming.ts';
import { bringToHandling, startReceiving } from './incoming-office.ts';
import type { ReceivingOffice } from './incoming-office.ts';

let office: ReceivingOffice;
beforeEach(async () => {
  office = await startReceiving();
});
afterEach(() => office.program.close());

const all = { filter: {}, sort: { key: 'number', direction: 'asc' }, offset: 0, limit: 100 } as const;
const find = async (text: string) =>
  (await office.program.api.incoming.list({ ...all, filter: { text } })).rows.map(({ title }) => title);

describe('the book', () => {
  beforeEach(async () => {
    await office.register({ title: '关于2026年春季植树的通知', documentNumber: '江绿发〔2026〕3号' });
    await office.register({ title: '关于召开防汛会议的通知', senderName: '江州市水利局', urgency: '特急' });
    await office.register({ title: '转发GB/T 9704宣贯方案', documentNumber: '', remark: '请李明办' });
  });

  it.each([
    ['植树', ['关于2026年春季植树的通知']],
    ['汛', ['关于召开防汛会议的通知']],
    ['通知 防汛', ['关于召开防汛会议的通知']],
    ['江绿发[2026]3号', ['关于2026年春季植树的通知']],
    ['江绿发2026年3号', ['关于2026年春季植树的通知']],
    ['收2026年2号', ['关于召开防汛会议的通知']],
    ['0003', ['转发GB/T 9704宣贯方案']],
    ['水利局', ['关于召开防汛会议的通知']],
    ['李明', ['转发GB/T 9704宣贯方案']],
    ['gyzkfxhy', ['关于召开防汛会议的通知']],
    ['ＦＸＨＹ', ['关于召开防汛会议的通知']],
    ['gb/t9704', ['转发GB/T 9704宣贯方案']],
    ['没有这样的词', []],
    ['通知植树', []],
    ['江绿发2026-3', ['关于2026年春季植树的通知']],
    ['收2026-2', ['关于召开防汛会议的通知']],
    ['/', ['转发GB/T 9704宣贯方案']],
    ['"', []],
    ['* OR', []],
  ])('finds %s', async (text, titles) => {
    expect(await find(text)).toEqual(titles);
  });

  it('finds what was changed by its new words, no longer by the old', async () => {
    const [row] = (await office.program.api.incoming.list(all)).rows;
    const id = row?.id ?? '';
    const draft = await office.program.api.incoming.copy({ id });
    await office.program.api.incoming.save({
      id,
      rowVersion: row?.rowVersion ?? 0,
      draft: { ...draft, title: '关于秋季造林的通知', senderName: '江州市林业局', documentNumber: '' },
    });
    expect(await find('造林')).toEqual(['关于秋季造林的通知']);
    expect(await find('植树')).toEqual([]);
    expect(await find('江绿发')).toEqual([]);
  });

  it('sorts and pages, the unnumbered last in either direction', async () => {
    await office.program.api.incoming.expect({ draft: { title: '安全生产检查', senderName: '应急局' } });
    const titles = async (key: 'number' | 'title', direction: 'asc' | 'desc') =>
      (await office.program.api.incoming.list({ ...all, sort: { key, direction } })).rows.map(
        ({ title, number }) => (key === 'number' ? number : title),
      );
    expect(await titles('number', 'asc')).toEqual(['收〔2026〕0001', '收〔2026〕0002', '收〔2026〕0003', '']);
    expect(await titles('number', 'desc')).toEqual([
      '收〔2026〕0003',
      '收〔2026〕0002',
      '收〔2026〕0001',
      '',
    ]);
    expect((await titles('title', 'asc'))[0]).toBe('安全生产检查');
    const page = await office.program.api.incoming.list({ ...all, offset: 2, limit: 1 });
    expect(page).toMatchObject({ total: 4, more: false, rows: [{ number: '收〔2026〕0003' }] });
  });

  it('filters by state, sender, lead, urgency, year and deadline', async () => {
    const total = async (filter: object) =>
      (await office.program.api.incoming.list({ ...all, filter })).total;
    const id = await office.register({ title: '防火巡查' });
    await bringToHandling(office, id);
    const [water] = await office.program.api.incoming.completeSender({ text: '水利' });
    expect(await total({ states: ['registered'] })).toBe(3);
    expect(await total({ states: ['handling', 'registered'] })).toBe(4);
    expect(await total({ states: ['archived'] })).toBe(0);
    expect(await total({ senderId: water?.id ?? '' })).toBe(1);
    expect(await total({ leadDepartmentId: office.departments[0] })).toBe(1);
    expect(await total({ urgencies: ['特急'] })).toBe(1);
    expect(await total({ year: 2026 })).toBe(4);
    expect(await total({ year: 2025 })).toBe(0);
    expect(await total({ dueBy: '2026-12-04' })).toBe(1);
    expect(await total({ dueBy: '2026-12-03' })).toBe(0);
    expect(await total({ dueBy: '2026-12-04', states: ['registered'] })).toBe(0);
    expect(await total({ text: '防', states: ['handling'] })).toBe(1);
  });
});

describe('a book with more finds than a list shows', () => {
  it('lists the newest ones in any order, says that there are more, and narrows by filters before that', async () => {
    const { session, api } = office.program;
    await office.register({ title: '关于样本的通知' });
    await session.database.exclusively((raw) => {
      const columns = raw
        .prepare<[], { name: string }>("SELECT name FROM pragma_table_info('incoming')")
        .all()
        .map(({ name }) => name)
        .filter((name) => !['rowNumber', 'id', 'serial', 'number', 'importId', 'urgency'].includes(name));
      raw.exec(`WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 620)
        INSERT INTO incoming (id, serial, number, importId, urgency, ${columns.join(', ')})
        SELECT 'copy' || i, i, '收〔2026〕' || i, 'x', iif(i <= 30, '特急', '平件'), ${columns.join(', ')}
        FROM incoming, n WHERE serial = 1`);
      indexDue(raw);
    });
    const list = (offset: number, filter: IncomingFilter) =>
      session.database.exclusively((raw) =>
        listPage(raw, INCOMING_LIST, {
          words: searchWords(filter.text ?? ''),
          filter: facetsOf(filter),
          sort: all.sort,
          offset,
          limit: 500,
          mostFound: 500,
        }),
      );
    const first = await list(0, { text: '样本' });
    expect(first).toMatchObject({ total: 500, more: true });
    // The newest 500 of 620, in the order of the book.
    expect(first.places).toEqual(Array.from({ length: 500 }, (_, index) => 121 + index));
    expect((await list(490, { text: '样本' })).places).toHaveLength(10);
    const wanted = { text: '样本', states: [...INCOMING_STATES] };
    const urgent = await list(0, { ...wanted, urgencies: ['特急'] });
    expect(urgent).toMatchObject({ total: 29, more: false });
    await session.database.exclusively((raw) => {
      raw.exec(`UPDATE incoming SET state = 'voided', voidedFrom = 'registered', voidReason = '错'
        WHERE serial BETWEEN 1 AND 200`);
      indexDue(raw);
    });
    // Nearly all states: the voided ones are left out before the newest are taken.
    const standing = await list(0, {
      ...wanted,
      states: INCOMING_STATES.filter((state) => state !== 'voided'),
    });
    expect(standing).toMatchObject({ total: 420, more: false });
    expect((await list(0, { ...wanted, states: ['voided'] })).total).toBe(200);
    expect((await list(0, { text: 'gyyb' })).places).toHaveLength(500);
    expect(await list(0, { text: '样本 没有' })).toEqual({ total: 0, more: false, places: [] });
    expect((await api.incoming.list({ ...all, filter: { text: '样本' } })).total).toBe(620);
  });
});
