import type { LaidOutPage } from '../../../shared/gongwen/pages.ts';
import {
  AREA_BOTTOM,
  AREA_LEFT,
  AREA_RIGHT,
  AREA_TOP,
  CELL,
  EM_3,
  EM_ASCENT,
  LINE_PITCH,
  LINE_PITCH_PT,
  LINES_PER_PAGE,
  PAPER_HEIGHT,
  PAPER_WIDTH,
  TITLE_PITCH,
} from '../layout/geometry.ts';
import { mmToTwips, pointsToTwips } from './units.ts';

/**
 * The page of GB/T 9704-2012 (5.2) as a word processor has to be told it, in twips: no document grid,
 * exact pitch, characters of 三号 drawn 0.25 pt closer. Everything follows from the layout's geometry.
 */

/**
 * Where the baseline stands in a line of exact height, as a share of that height from its top.
 * LibreOffice puts the slack above and below at 80 : 20 whatever the font is (measured, 7.4).
 */
export const BASELINE_SHARE = 0.8;

/** A4, 210 × 297 mm. */
export const PAPER = { width: 11906, height: 16838 } as const;

/** Exact pitch of 三号 lines. */
export const PITCH = pointsToTwips(LINE_PITCH_PT);

/** Exact pitch of a 二号 title. */
export const TITLE_LINE = mmToTwips(TITLE_PITCH);

/**
 * The line box a word processor draws is higher than the character; the margin is smaller than the 天头
 * of 37 mm by what stands above the first line's characters, so that the characters themselves are there.
 */
const TOP = mmToTwips(AREA_TOP + EM_ASCENT * EM_3 - BASELINE_SHARE * LINE_PITCH);

/** Room left under the 22nd line, twips: programs round heights differently, a 23rd never fits. */
const SLACK = 8;

/** The right one is cut down so that 28 characters always fit. */
export const MARGINS = {
  top: TOP,
  right: 1474,
  bottom: PAPER.height - TOP - LINES_PER_PAGE * PITCH - SLACK,
  left: 1588,
  header: 851,
} as const;

/** Width of the type area in twips. */
export const TYPE_AREA_WIDTH = PAPER.width - MARGINS.left - MARGINS.right;

/** Room kept under a table for the line of one point that ends its section, twips. */
const LYING_SLACK = 30;

/**
 * A paper lying on its side for a 横排表格 (clause 8): turned onto the bound page, its upper margin is the
 * 订口 of 28 mm, its left one the 地脚, its right one the 天头. No empty line is set there, so the table and
 * the text begin at the type area itself.
 */
export const LYING_MARGINS = {
  top: mmToTwips(AREA_LEFT),
  right: mmToTwips(AREA_TOP),
  bottom: mmToTwips(PAPER_WIDTH - AREA_RIGHT) - LYING_SLACK,
  left: mmToTwips(PAPER_HEIGHT - AREA_BOTTOM),
  header: 851,
  footer: 567,
} as const;

/**
 * With mirrored margins (L-06) programs exchange left and right on even pages, where up and down would have
 * to be: both pairs take their mean, 1 mm from the wanted place on either side.
 */
const mean = (a: number, b: number): number => Math.round((a + b) / 2);
export const LYING_MARGINS_MIRRORED = {
  ...LYING_MARGINS,
  top: LYING_MARGINS.top - mmToTwips(1),
  bottom: LYING_MARGINS.bottom + mmToTwips(1),
  left: mean(LYING_MARGINS.left, LYING_MARGINS.right),
  right: mean(LYING_MARGINS.left, LYING_MARGINS.right),
} as const;

/** Width of the type area of a lying paper in twips. */
const LYING_AREA_WIDTH = PAPER.height - LYING_MARGINS.left - LYING_MARGINS.right;

/** Width of a page's type area in twips. */
export const areaWidth = (page: LaidOutPage): number =>
  page.turned === true ? LYING_AREA_WIDTH : TYPE_AREA_WIDTH;

/** Lowest edge of a lying paper's type area, twips from its upper edge. */
export const LYING_LIMIT = PAPER.width - LYING_MARGINS.bottom - LYING_SLACK;

/** Lowest edge of the 22nd line, twips from the paper's upper edge. */
export const USUAL_LIMIT = PAPER.height - MARGINS.bottom;

/** Run spacing of 三号 (16 pt): 28 characters of 15.75 pt are 441 pt in 442.2. */
export const BODY_SPACING = -5;

/** `count` characters of the 28-character grid, in twips. */
export const cells = (count: number): number => mmToTwips(count * CELL);

/** 四号 is 14 pt: the unit of the imprint and the page number, in twips. */
export const SMALL_CELL = 280;

/** y in mm on the paper of a line box's upper edge (twips), from the baseline (mm) of the text in it. */
export const lineTopOf = (baseline: number, line: number): number =>
  mmToTwips(baseline) - Math.round(line * BASELINE_SHARE);

/** Left edge of a page's type area in twips; mirrored even pages stand further left (L-06). */
export const areaLeft = (page: LaidOutPage): number =>
  MARGINS.left + mmToTwips(page.typeArea.left - AREA_LEFT);
