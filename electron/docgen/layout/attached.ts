import type { Attachment, Enclosure, TableBlock } from '../../../shared/gongwen/model.ts';
import type { Run } from './atoms.ts';
import { bodyBoxes } from './body.ts';
import type { Context } from './context.ts';
import { blankLine, drawPage, flow, lineBox } from './flow.ts';
import type { Box } from './flow.ts';
import { AREA_LEFT, AREA_TOP, EM_3, LINE_PITCH, rowTop, SIZE_3, TITLE_PITCH } from './geometry.ts';
import { numberRun, plainLine } from './corner.ts';
import { turnedTable, TURNED_ROOM } from './landscape.ts';
import { baselineOf, newPage, putLine } from './page.ts';
import type { PageDraft } from './page.ts';
import { titleBoxes } from './title.ts';

/** Top of the first title line's box so that the title stands in the middle of the third line (7.3.7). */
const TITLE_TOP = rowTop(2) + EM_3 / 2 - TITLE_PITCH / 2;

/**
 * 附件 (7.3.7): a new side, “附件” and its number in 黑体 flush left on the first line, the title centred on
 * the third line, then as the body. Bound apart from the document, the label carries the number too.
 */
export function layoutAttachment(context: Context, attachment: Attachment, index: number): PageDraft[] {
  const path = `attachments.${index}`;
  const number = context.document.attachments.length > 1 ? String(index + 1) : '';
  const label = { text: `附件${number}`, role: 'hei', element: 'attachmentLabel', path } as const;
  const runs: Run[] = [label];
  if (attachment.separate && context.document.documentNumber !== undefined) {
    runs.unshift({ ...numberRun(context), role: 'hei', element: 'attachmentLabel' });
  }
  const [first] = attachment.body;
  if (first?.type === 'table' && first.landscape === true) {
    return turnedAttachment(context, attachment, { runs, path, table: first });
  }
  const boxes: Box[] = titleBoxes(context, attachment.title, 'attachmentTitle', `${path}.title`);
  boxes.push(
    blankLine(),
    ...bodyBoxes(context, { blocks: attachment.body, element: 'attachment', path: `${path}.body` }),
  );
  const pages = flow(boxes, { firstTop: TITLE_TOP }).map((page) => ({ page, draft: newPage() }));
  const [firstPage] = pages;
  if (firstPage !== undefined) {
    putLine(firstPage.draft, plainLine(context, runs, AREA_LEFT), baselineOf(rowTop(0), SIZE_3));
  }
  return pages.map(({ page, draft }) => drawPage(page, draft));
}

/** An attachment that begins with a 横排表格: label and title lie on the turned page with it. */
function turnedAttachment(
  context: Context,
  attachment: Attachment,
  { runs, path, table }: { runs: readonly Run[]; path: string; table: TableBlock },
): PageDraft[] {
  const label = lineBox(plainLine(context, runs, TURNED_ROOM.left), SIZE_3, LINE_PITCH, {
    keepWithNext: true,
  });
  const title = titleBoxes(context, attachment.title, 'attachmentTitle', `${path}.title`, TURNED_ROOM);
  const above: Box[] = [
    label,
    { kind: 'gap', height: TITLE_TOP - AREA_TOP - (LINE_PITCH - label.lead) },
    ...title,
    { kind: 'gap', height: LINE_PITCH / 2 },
  ];
  const rest = bodyBoxes(context, {
    blocks: attachment.body.slice(1),
    element: 'attachment',
    path: `${path}.body`,
    firstIndex: 1,
  });
  const boxes: Box[] = [turnedTable(context, table, `${path}.body.0`, above), ...rest];
  return flow(boxes).map((page) => drawPage(page));
}

/** 被印发、转发、批转的文件: a new side, its title as in the body, no label. */
export function layoutEnclosure(context: Context, enclosure: Enclosure, index: number): PageDraft[] {
  const path = `enclosures.${index}`;
  const title = titleBoxes(context, enclosure.title, 'enclosureTitle', `${path}.title`);
  const body = bodyBoxes(context, { blocks: enclosure.body, element: 'enclosure', path: `${path}.body` });
  // without a title the text (or a picture as tall as the page) starts at the upper edge
  const pages =
    title.length === 0 ? flow(body) : flow([...title, blankLine(), ...body], { firstTop: TITLE_TOP });
  return pages.map((page) => drawPage(page));
}
