import type { Block, TableBlock } from '../../shared/gongwen/model.ts';

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

type Spans = NonNullable<TableBlock['spans']>;

/** Merged cells below each other, with what they cover emptied; the last column and the last row stay free. */
function mergedCells(
  below: (count: number) => number,
  [header, body]: readonly [string[][], string[][]],
  columns: number,
): Spans {
  const spans: Spans = [];
  const merge = (part: readonly string[][], top: number): void => {
    for (let y = 0; y < part.length;) {
      const rows = 1 + below(part.length - y);
      const across = columns < 2 ? 1 : 1 + below(columns - 1);
      if (rows * across > 1 && columns > 1) {
        const sizes = { ...(rows > 1 ? { rows } : {}), ...(across > 1 ? { columns: across } : {}) };
        spans.push({ row: top + y, column: 0, ...sizes });
        for (const [index, cells] of part.slice(y, y + rows).entries()) {
          cells.fill('', index === 0 ? 1 : 0, across);
        }
      }
      y += rows;
    }
  };
  merge(header, 0);
  merge(body.slice(0, -1), header.length);
  return spans;
}

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
        const rows = grid(1 + below(4), columns);
        const spans = below(2) === 0 ? [] : mergedCells(below, [header, rows], columns);
        return {
          type: 'table',
          ...(below(2) === 0 ? { caption: `表${below(9)} ${text().replaceAll('\n', '')}` } : {}),
          ...(header.length === 0 ? {} : { header }),
          rows,
          ...(below(2) === 0 ? { widths: Array.from({ length: columns }, () => 10 + below(40)) } : {}),
          ...(below(3) === 0 ? { landscape: below(2) === 0 } : {}),
          ...(spans.length === 0 ? {} : { spans }),
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
