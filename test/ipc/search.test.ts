import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchHit, searchInputSchema } from '../../shared/features/search.ts';
import type { z } from 'zod';
import { attachOne } from './attachment-files.ts';
import { draftOf } from './harness.ts';
import { bringToHandling } from './incoming-office.ts';
import { startOrdering } from './matter-office.ts';
import type { OrderingOffice } from './matter-office.ts';

let office: OrderingOffice;
beforeEach(async () => {
  office = await startOrdering();
});
afterEach(() => office.program.close());

type Question = Partial<z.input<typeof searchInputSchema>>;

const find = async (text: string, more: Question = {}) =>
  (await office.program.api.search.find({ text, limit: 20, ...more })).groups;
const titleOf = (hit: SearchHit) => hit.title.map(({ text }) => text).join('');
/** `kind:title` of every hit, in order. */
const titles = async (text: string, more: Question = {}) =>
  (await find(text, more)).flatMap(({ hits }) => hits.map((hit) => `${hit.kind}:${titleOf(hit)}`));
/** Why the first hit was found, with what is marked in brackets. */
const reasons = async (text: string, more: Question = {}) => {
  const [group] = await find(text, more);
  return (group?.hits[0]?.reasons ?? []).map(
    ({ label, snippet }) =>
      `${label}：${snippet.map((one) => (one.hit ? `【${one.text}】` : one.text)).join('')}`,
  );
};

describe('one box over everything', () => {
  it('finds a paper by its numbers in every way of typing, and says which number it was', async () => {
    await office.register({ title: '关于春季植树的通知', documentNumber: '江绿发〔2026〕38号' });
    const paper = ['incoming:关于春季植树的通知'];
    for (const typed of [
      '江绿发〔2026〕38号',
      '江绿发[2026]38号',
      '江绿发【２０２６】３８号',
      '江绿发2026-38',
      '2026-38',
      '〔2026〕38',
      '江绿发2026年38号',
      '江绿发38号',
      '收〔2026〕0001',
      '收2026-1',
      '收[2026]1号',
    ]) {
      expect(await titles(typed), typed).toEqual(paper);
    }
    expect(await reasons('2026-38')).toEqual(['来文字号：【江绿发〔2026〕38号】']);
    expect(await reasons('[2026]38')).toEqual(['来文字号：江绿发【〔2026〕38】号']);
    expect(await reasons('收2026-1')).toEqual(['收文号：【收〔2026〕0001】']);
  });

  it('finds by title, sender, people and pinyin initials, and marks the hit', async () => {
    const id = await office.register({ title: '关于召开防汛会议的通知', senderName: '江州市水利局' });
    await bringToHandling(office, id);
    expect(await reasons('防汛')).toEqual(['标题：关于召开【防汛】会议的通知']);
    expect(await reasons('汛')).toEqual(['标题：关于召开防【汛】会议的通知']);
    expect(await reasons('水利局')).toEqual(['来文单位：江州市【水利局】']);
    expect(await reasons('王局长', { kinds: ['incoming'] })).toEqual(['批示人：【王局长】']);
    expect(await reasons('工程科', { kinds: ['incoming'] })).toEqual(['主办：【工程科】']);
    expect(await reasons('gyzkfx')).toEqual(['拼音：【关于召开防汛】会议的通知']);
    expect(await reasons('SLJ', { kinds: ['incoming'] })).toEqual(['拼音：江州市【水利局】']);
    expect(await reasons('会议 水利')).toEqual([
      '标题：关于召开防汛【会议】的通知',
      '来文单位：江州市【水利】局',
    ]);
    expect(await titles('会议 财政')).toEqual([]);
    const [group] = await find('zkfx');
    expect(group?.hits[0]?.title).toEqual([
      { text: '关于', hit: false },
      { text: '召开防汛', hit: true },
      { text: '会议的通知', hit: false },
    ]);
  });

  it('finds a document by its body, and shows what surrounds the hit', async () => {
    await draftOf(office.program, '关于档案整理的通知');
    expect(await titles('贯彻执行')).toEqual(['outgoing:关于档案整理的通知']);
    expect(await reasons('贯彻执行')).toEqual([
      '正文：…文件 关于档案整理的通知 请认真【贯彻执行】。 临江市住房和城乡建设局办公室',
    ]);
    expect(await reasons('档案 贯彻')).toEqual([
      '标题：关于【档案】整理的通知',
      expect.stringContaining('请认真【贯彻】执行'),
    ]);
  });

  it('finds the owner of an attachment by its text and by its name, also when another word is in the title', async () => {
    const { program } = office;
    const incoming = await office.register({ title: '关于隐患排查的通知' });
    const matter = await office.order({ title: '核对排查表' });
    const text = '城东片区第三批危房共计一百二十户，联系电话13907215588。';
    await attachOne(program, { ownerKind: 'incoming', ownerId: incoming }, '危房名册.txt', text);
    await attachOne(program, { ownerKind: 'matter', ownerId: matter }, '抄件.txt', text);
    await vi.waitFor(async () => expect(await titles('一百二十户')).toHaveLength(2), 10_000);
    expect(await titles('一百二十户')).toEqual(['incoming:关于隐患排查的通知', 'matter:核对排查表']);
    expect(await reasons('一百二十户')).toEqual([
      '附件《危房名册.txt》：城东片区第三批危房共计【一百二十户】，联系电话13907215588。',
    ]);
    expect(await titles('13907215588')).toHaveLength(2);
    expect(await titles('1390721558')).toHaveLength(2);
    expect(await titles('13907215589')).toEqual([]);
    expect(await titles('户')).toHaveLength(2);
    expect(await titles('户 第三批')).toHaveLength(2);
    expect(await titles('名册')).toEqual(['incoming:关于隐患排查的通知']);
    expect(await reasons('wfmc')).toEqual(['拼音：【危房名册】.txt']);
    // One word in the title, one in the attachment.
    expect(await titles('隐患 城东片区')).toEqual(['incoming:关于隐患排查的通知']);
    expect(await titles('核对 城东')).toEqual(['matter:核对排查表']);
    expect(await titles('yhpc 城东')).toEqual(['incoming:关于隐患排查的通知']);
    expect(await titles('隐患 城西')).toEqual([]);
  });

  it('no longer finds the text of an attachment that was voided', async () => {
    const { program } = office;
    const id = await office.register({ title: '关于隐患排查的通知' });
    const owner = { ownerKind: 'incoming' as const, ownerId: id };
    const { id: file, rowVersion } = await attachOne(program, owner, '名册.txt', '城东片区危房');
    await vi.waitFor(async () => expect(await titles('城东片区')).toHaveLength(1), 10_000);
    await program.api.attachment.void({ id: file, rowVersion, reason: '放错了' });
    expect(await titles('城东片区')).toEqual([]);
    expect(await titles('名册')).toEqual([]);
  });

  it('finds people, departments and sending units by name, initials and phone', async () => {
    const { api } = office.program;
    await api.office.savePerson({
      name: '欧阳明月',
      departmentId: office.departments[0],
      post: '科长',
      phone: '5566',
      active: true,
    });
    await office.register({ senderName: '江州市水利局' });
    expect(await titles('明月')).toEqual(['person:欧阳明月']);
    expect(await titles('oymy')).toEqual(['person:欧阳明月']);
    expect(await titles('5566')).toEqual(['person:欧阳明月']);
    expect(await titles('欧阳 科长')).toEqual(['person:欧阳明月']);
    expect(await titles('房管')).toEqual(['department:房管科']);
    const paper = 'incoming:关于做好2026年汛期地质灾害防治工作的通知';
    expect(await titles('水利局')).toEqual([paper, 'correspondent:江州市水利局']);
    // The whole name means the unit itself.
    expect(await titles('江州市水利局')).toEqual(['correspondent:江州市水利局', paper]);
  });
});

describe('what was found', () => {
  it('is grouped by kind, the newest first, counted and paged', async () => {
    for (let index = 1; index <= 7; index += 1) {
      await office.register({ title: `关于第${index}批检查的函` });
    }
    const [group] = await find('批检查', { limit: 3 });
    expect(group).toMatchObject({ kind: 'incoming', total: 7, more: false });
    expect(group?.hits).toHaveLength(3);
    expect(group?.hits.every(({ at }) => at !== null)).toBe(true);
    const pages = [
      ...(await titles('批检查', { limit: 4 })),
      ...(await titles('批检查', { limit: 4, offset: 4 })),
    ];
    expect(new Set(pages).size).toBe(7);
    const [few] = await find('批检查', { counted: 5, limit: 3 });
    expect(few).toMatchObject({ total: 5, more: true });
  });

  it('puts the kind first whose number was typed', async () => {
    await office.register({ title: '转办承〔2026〕0001所列事项' });
    await office.order({ title: '汛期值班' });
    const groups = await find('承〔2026〕0001');
    expect(groups.map(({ kind }) => kind)).toEqual(['matter', 'incoming']);
  });

  it('is narrowed by kind, year, phase and attachments; voided papers are found, the recycle bin is not', async () => {
    const { program } = office;
    const first = await office.register({ title: '检查一' });
    const second = await office.register({ title: '检查二' });
    await attachOne(program, { ownerKind: 'incoming', ownerId: first }, '检查表.txt', '无');
    await office.act(second, 'void', { reason: '重复登记', approvedBy: '王主任' });
    const draft = await draftOf(program, '检查三');
    expect((await titles('检查')).toSorted()).toEqual([
      'incoming:检查一',
      'incoming:检查二',
      'outgoing:检查三',
    ]);
    expect(await titles('检查', { kinds: ['outgoing'] })).toEqual(['outgoing:检查三']);
    expect(await titles('检查', { phase: 'void' })).toEqual(['incoming:检查二']);
    expect((await titles('检查', { phase: 'open' })).toSorted()).toEqual([
      'incoming:检查一',
      'outgoing:检查三',
    ]);
    expect(await titles('检查', { hasAttachment: true })).toEqual(['incoming:检查一']);
    expect((await titles('检查', { hasAttachment: false })).toSorted()).toEqual([
      'incoming:检查二',
      'outgoing:检查三',
    ]);
    expect(await titles('检查', { year: 2019 })).toEqual([]);
    await program.api.outgoing.act({ ...draft, action: 'discard', fields: { reason: '不发了' } });
    expect(await titles('检查', { kinds: ['outgoing'] })).toEqual([]);
  });

  it('is nothing for an empty text, blanks, and what occurs nowhere', async () => {
    await office.register();
    expect(await find('')).toEqual([]);
    expect(await find('　 ')).toEqual([]);
    expect(await find('没有这样的词')).toEqual([]);
    expect(await find('"OR*')).toEqual([]);
  });
});
