import type { Gongwen } from '../../../shared/gongwen/model.ts';
import type { Context } from './context.ts';
import { blankLine, lineBox } from './flow.ts';
import type { Box } from './flow.ts';
import { AREA_LEFT, AREA_RIGHT, CELL, LINE_PITCH, SIZE_3 } from './geometry.ts';
import { hangingLines } from './hanging.ts';
import { attendanceText } from './wording.ts';

const LABELS = [
  ['present', '出席：'],
  ['leave', '请假：'],
  ['observers', '列席：'],
] as const satisfies readonly (readonly [keyof NonNullable<Gongwen['attendance']>, string])[];

/**
 * 出席、请假、列席 of minutes (10.3): one empty line under the text, two cells in, the label in 黑体, units
 * and names in 仿宋; further lines start behind the colon.
 */
export function attendanceBoxes(context: Context): Box[] {
  const { attendance } = context.document;
  if (attendance === undefined) return [];
  const boxes: Box[] = [];
  for (const [key, label] of LABELS) {
    const groups = attendance[key] ?? [];
    if (groups.length === 0) continue;
    const path = `attendance.${key}`;
    const lines = hangingLines(
      context,
      [{ text: label, role: 'hei', element: 'attendance', path }],
      [{ text: attendanceText(groups), role: 'fangsong', element: 'attendance', path }],
      { left: AREA_LEFT + 2 * CELL, right: AREA_RIGHT },
    );
    if (boxes.length === 0) boxes.push(blankLine());
    boxes.push(...lines.map((line) => lineBox(line, SIZE_3, LINE_PITCH)));
  }
  return boxes;
}
