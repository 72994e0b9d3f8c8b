import type { CellDeclaration, FormField, RowDeclaration, SectionDeclaration } from './declaration.ts';
import { TABLE_WIDTH } from './declaration.ts';

/** Rows that several forms have in common. */

export const LABEL = 24;
/** A row of one line. */
export const LINE_ROW = 8;
/** A value beside another. */
export const HALF = TABLE_WIDTH / 2 - LABEL;
export const WIDE = TABLE_WIDTH - LABEL;

export const label = (text: string, width = LABEL): CellDeclaration => ({ width, label: text });

export const value = (field: FormField, width = WIDE): CellDeclaration => ({ width, value: field });

/** Two labelled values side by side. */
export const pair = (
  [leftLabel, left]: readonly [string, FormField],
  [rightLabel, right]: readonly [string, FormField],
): RowDeclaration => ({
  minHeight: LINE_ROW,
  cells: [label(leftLabel), value(left, HALF), label(rightLabel), value(right, HALF)],
});

/** One labelled value over the whole width. */
export const whole = (name: string, field: FormField, minHeight = LINE_ROW): RowDeclaration => ({
  minHeight,
  cells: [label(name), value(field)],
});

/** Day and signature, to be written. */
export const SIGN = '签名：　　　　　　　　年　　月　　日';
export const DAY = '　　年　　月　　日';

/** 办理过程: who did what when, as the program wrote it down. */
export const HISTORY: SectionDeclaration = {
  heading: [
    { minHeight: 7, cells: [label('办理过程', TABLE_WIDTH)] },
    { minHeight: 7, cells: [label('时间', 38), label('经办人', 26), label('事项', TABLE_WIDTH - 64)] },
  ],
  each: { list: 'history', perRow: 1, leastRows: 1 },
  onlyWithHistory: true,
  rows: [
    {
      minHeight: 7,
      cells: [
        { width: 38, entry: 'at', align: 'center' },
        { width: 26, entry: 'actor', align: 'center' },
        { width: TABLE_WIDTH - 64, entry: 'summary' },
      ],
    },
  ],
};
