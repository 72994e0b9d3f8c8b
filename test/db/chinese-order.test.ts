import { expect, it } from 'vitest';
import { chineseOrder } from '../../electron/db/chinese-order.ts';

it('sorts by pinyin, digits and letters first, rare characters last', () => {
  const sorted = [
    '2026年',
    'B超室',
    '安全',
    '办公室',
    '财务科',
    '医务科',
    '政工科',
    '重症医学科',
    '喆',
    '𠮷',
  ];
  expect(sorted.toReversed().toSorted((a, b) => (chineseOrder(a) < chineseOrder(b) ? -1 : 1))).toEqual(
    sorted,
  );
});

it('is the same for full width and half width', () => {
  expect(chineseOrder('２０２６ＡＢ')).toBe(chineseOrder('2026ab'));
});
