import type { Block } from '../../../shared/gongwen/model.ts';
import { isRunIn } from '../../../shared/gongwen/recognize.ts';
import type { ElementKind, FontRole } from '../../../shared/gongwen/pages.ts';
import type { Run } from './atoms.ts';
import type { Context } from './context.ts';
import type { Box, LineBox } from './flow.ts';
import { AREA_LEFT, CELL } from './geometry.ts';
import { imageBox } from './image.ts';
import { turnedTable } from './landscape.ts';
import { paragraphBoxes } from './paragraph.ts';
import { tableBoxes } from './table.ts';

/** 第一层 黑体, 第二层 楷体, 第三、四层 仿宋 (7.3.3). */
const HEADING_ROLES: Record<1 | 2 | 3 | 4, FontRole> = { 1: 'hei', 2: 'kai', 3: 'fangsong', 4: 'fangsong' };

/** 每个自然段左空二字，回行顶格 (7.3.3). */
const BODY_SHAPE = { first: AREA_LEFT + 2 * CELL, rest: AREA_LEFT };

export interface BodySource {
  readonly blocks: readonly Block[];
  readonly element: ElementKind;
  /** Model path of the blocks, e.g. `body`, `attachments.0.body`. */
  readonly path: string;
  /** Index of the first block in the model, where it is not 0. */
  readonly firstIndex?: number;
}

/** A line that a run-in heading fills alone does not stand at the foot of a page either (B-11). */
const keptIfHeading = (box: LineBox, path: string): LineBox =>
  box.line.pieces.every((piece) => piece.path === path)
    ? Object.assign({}, box, { keepWithNext: true })
    : box;

/** The boxes of a body, an attachment's or an enclosure's. A heading that ends in 。 runs into its paragraph. */
export function bodyBoxes(context: Context, source: BodySource): Box[] {
  const { blocks, element } = source;
  const boxes: Box[] = [];
  const offset = source.firstIndex ?? 0;
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) break;
    const path = `${source.path}.${index + offset}`;
    switch (block.type) {
      case 'paragraph':
        boxes.push(
          ...paragraphBoxes(context, [{ text: block.text, role: 'fangsong', element, path }], BODY_SHAPE, {
            isBody: true,
          }),
        );
        break;
      case 'heading': {
        const runs: Run[] = [{ text: block.text, role: HEADING_ROLES[block.level], element, path }];
        const next = blocks[index + 1];
        const runsIn = isRunIn(blocks, index);
        if (runsIn && next?.type === 'paragraph') {
          runs.push({
            text: next.text,
            role: 'fangsong',
            element,
            path: `${source.path}.${index + offset + 1}`,
          });
          index += 1;
        }
        const lines = paragraphBoxes(context, runs, BODY_SHAPE, { isBody: true, keepWithNext: !runsIn });
        boxes.push(...(runsIn ? lines.map((line) => keptIfHeading(line, path)) : lines));
        break;
      }
      case 'table':
        if (block.landscape === true) boxes.push(turnedTable(context, block, path));
        else boxes.push(...tableBoxes(context, block, path));
        break;
      case 'image':
        boxes.push(imageBox(context, block, element, path));
        break;
      case 'pageBreak':
        // the first page must carry text (7.3.3): a break before any text is none
        if (boxes.length > 0) boxes.push({ kind: 'break' });
        break;
      default:
    }
  }
  return boxes;
}
