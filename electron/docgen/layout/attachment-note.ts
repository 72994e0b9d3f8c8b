import type { Context } from './context.ts';
import { blankLine, lineBox } from './flow.ts';
import type { Box } from './flow.ts';
import { AREA_LEFT, AREA_RIGHT, CELL, LINE_PITCH, SIZE_3 } from './geometry.ts';
import { hangingLines } from './hanging.ts';

/**
 * 附件说明 (7.3.4): one empty line under the body, two cells in, “附件：” and the names; several are numbered
 * `1.`, their numbers stand under each other and a name's further lines under its first character.
 */
export function attachmentNoteBoxes(context: Context): Box[] {
  const { attachments } = context.document;
  if (attachments.length === 0) return [];
  const element = 'attachmentNote';
  const role = 'fangsong';
  const boxes: Box[] = [blankLine()];
  attachments.forEach((attachment, index) => {
    const path = `attachments.${index}.title`;
    const number = attachments.length > 1 ? `${index + 1}.` : '';
    const label = `${index === 0 ? '附件：' : ''}${number}`;
    const title = attachment.title.replaceAll('\n', '');
    const lines = hangingLines(
      context,
      [{ text: label, role, element, path: 'attachments' }],
      [{ text: title, role, element, path }],
      { left: AREA_LEFT + (index === 0 ? 2 : 5) * CELL, right: AREA_RIGHT },
    );
    boxes.push(...lines.map((line) => lineBox(line, SIZE_3, LINE_PITCH)));
  });
  return boxes;
}
