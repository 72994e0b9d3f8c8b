import type { Block } from '../../shared/gongwen/model.ts';

/** Reproducible random numbers (mulberry32): a failure names its seed and can be run again. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PIECES = [
  '一、总体要求',
  '（一）',
  '1.',
  '喆堃翀镕',
  '〔2026〕3号',
  ' 两端有空格 ',
  '　',
  'Word & <b>',
  '\n',
  '\n\n',
  '“引号”',
  '3.0T',
  '👍🏽',
  '\u00A0',
];

export function randomBlocks(next: () => number): Block[] {
  const below = (count: number): number => Math.floor(next() * count);
  const text = (): string => Array.from({ length: below(5) }, () => PIECES[below(PIECES.length)]).join('');
  const grid = (rows: number, columns: number): string[][] =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, text));
  const block = (): Block => {
    switch (below(6)) {
      case 0:
        return { type: 'heading', level: ([1, 2, 3, 4] as const)[below(4)] ?? 1, text: text() };
      case 1: {
        const columns = 1 + below(4);
        const header = grid(below(3), columns);
        return {
          type: 'table',
          ...(below(2) === 0 ? { caption: `表${below(9)} ${text().replaceAll('\n', '')}` } : {}),
          ...(header.length === 0 ? {} : { header }),
          rows: grid(1 + below(4), columns),
          ...(below(2) === 0 ? { widths: Array.from({ length: columns }, () => 10 + below(40)) } : {}),
          ...(below(3) === 0 ? { landscape: below(2) === 0 } : {}),
        };
      }
      case 2:
        return { type: 'pageBreak' };
      case 3:
        return { type: 'image', file: `图/${below(100)}.png`, width: 20 + below(130) };
      default:
        return { type: 'paragraph', text: text() };
    }
  };
  return Array.from({ length: below(9) }, block);
}
