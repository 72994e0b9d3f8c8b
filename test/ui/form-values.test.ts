import { describe, expect, it } from 'vitest';
import {
  joinGroups,
  joinNames,
  splitGroups,
  splitNames,
} from '../../renderer/features/outgoing/editor/form/name-list.ts';
import { readDate } from '../../renderer/features/outgoing/editor/form/read-date.ts';

describe('lists of bodies', () => {
  it.each([
    ['各区县卫生健康局，委属各单位：', ['各区县卫生健康局', '委属各单位']],
    [
      '各区县卫生健康局（南太湖新区、度假区），委机关各处室',
      ['各区县卫生健康局（南太湖新区、度假区）', '委机关各处室'],
    ],
    ['市政府办公室\n\n  市财政局；市人社局。', ['市政府办公室', '市财政局', '市人社局']],
    ['没有关上的括号（甲、乙\n丙', ['没有关上的括号（甲、乙', '丙']],
    ['', []],
    ['、，\n', []],
  ])('splits %j', (text, names) => {
    expect(splitNames(text)).toEqual(names);
  });

  it('shows what it understood and understands what it shows', () => {
    const names = ['各区县卫生健康局（南太湖新区、度假区）', '委属各单位'];
    expect(splitNames(joinNames(names))).toEqual(names);
    const groups = [['市委办公室', '市政府办公室'], ['市卫生健康委（疾控局、监督所）']];
    expect(splitGroups(joinGroups(groups))).toEqual(groups);
  });

  it('drops the word 抄送 that was pasted along', () => {
    expect(splitGroups('抄送：市委办公室，市人大办公室。')).toEqual([['市委办公室', '市人大办公室']]);
  });
});

describe('dates as typed', () => {
  it.each([
    ['2026-3-5', '2026-03-05'],
    ['2026.03.05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    [' 2026年3月5 ', '2026-03-05'],
    ['3-5', '2026-03-05'],
    ['3月5日', '2026-03-05'],
    ['今天', '2026-11-22'],
    ['2024-2-29', '2024-02-29'],
    ['2026-2-29', null],
    ['2026-13-1', null],
    ['2026-3-', null],
    ['26-3-5', null],
    ['明年', null],
  ])('reads %j', (typed, iso) => {
    expect(readDate(typed, '2026-11-22')).toBe(iso);
  });
});
