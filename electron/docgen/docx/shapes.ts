import { ShapeRun } from 'docx/shapes';
import type { RuleItem } from '../../../shared/gongwen/pages.ts';
import { mmToEmu, mmToPoints } from './units.ts';

/** The library takes sizes in pixels of 9525 EMU; offsets in EMU. */
const EMU_PER_PIXEL = 9525;

/**
 * A rule as a line shape at its exact place on the page and of its exact thickness. Paragraph borders were
 * measured 1 mm off, because their distance hangs on the descent of the font above them.
 *
 * @param red `RRGGBB` of red rules
 */
export const ruleShape = (rule: RuleItem, red: string): ShapeRun =>
  new ShapeRun({
    type: 'line',
    transformation: { width: mmToEmu(rule.x2 - rule.x1) / EMU_PER_PIXEL, height: 0 },
    line: { color: rule.color === 'red' ? red : '000000', width: mmToPoints(rule.thickness) },
    floating: {
      horizontalPosition: { relative: 'page', offset: mmToEmu(rule.x1) },
      verticalPosition: { relative: 'page', offset: mmToEmu(rule.y1) },
      allowOverlap: true,
      behindDocument: true,
    },
  });
