import { toAtoms } from './atoms.ts';
import { naturalWidth } from './break-lines.ts';
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
  const labels = attachments.map(
    (_, index) => `${index === 0 ? '附件：' : ''}${attachments.length > 1 ? `${index + 1}.` : ''}`,
  );
  const widthOf = (index: number): number => {
    const atoms = toAtoms([{ text: labels[index] ?? '', role, element, path: '' }], SIZE_3, context.measure);
    return naturalWidth(atoms, 0, atoms.cells.length - 1) - (index === 0 ? 3 * CELL : 0);
  };
  const widths = labels.map((_, index) => widthOf(index));
  // names behind numbers of one length start under each other, whatever the widths of the digits
  const numberWidth = (index: number): number =>
    Math.max(...widths.filter((_, other) => String(other + 1).length === String(index + 1).length));
  attachments.forEach((attachment, index) => {
    const path = `attachments.${index}.title`;
    const title = attachment.title.replaceAll('\n', '');
    const lines = hangingLines(
      context,
      [{ text: labels[index] ?? '', role, element, path: 'attachments' }],
      [{ text: title, role, element, path }],
      {
        left: AREA_LEFT + (index === 0 ? 2 : 5) * CELL,
        right: AREA_RIGHT,
        labelWidth: numberWidth(index) + (index === 0 ? 3 * CELL : 0),
      },
    );
    boxes.push(...lines.map((line) => lineBox(line, SIZE_3, LINE_PITCH)));
  });
  return boxes;
}
