import { ShapeRun } from 'docx/shapes';
import type { RuleItem } from '../../../shared/gongwen/pages.ts';
import { OFFICIAL_RED } from '../../../shared/gongwen/red.ts';
import { mmToEmu, mmToPoints } from './units.ts';

/** The library takes sizes in pixels of 9525 EMU; offsets in EMU. */
const EMU_PER_PIXEL = 9525;

/** `#FF0000` as OOXML writes it. */
export const wordColor = (hex: string): string => hex.replace('#', '').toUpperCase();

/**
 * A rule as a line shape at its exact place on the page and of its exact thickness. Paragraph borders were
 * measured 1 mm off, because their distance hangs on the descent of the font above them.
 */
export const ruleShape = (rule: RuleItem, redHex: string = OFFICIAL_RED): ShapeRun =>
  new ShapeRun({
    type: 'line',
    transformation: { width: mmToEmu(rule.x2 - rule.x1) / EMU_PER_PIXEL, height: 0 },
    line: { color: rule.color === 'red' ? wordColor(redHex) : '000000', width: mmToPoints(rule.thickness) },
    floating: {
      horizontalPosition: { relative: 'page', offset: mmToEmu(rule.x1) },
      verticalPosition: { relative: 'page', offset: mmToEmu(rule.y1) },
      allowOverlap: true,
      behindDocument: true,
    },
  });
