/**
 * Every length of GB/T 9704-2012 the layout uses, in mm from the upper left corner of the paper
 * (odd page) unless the name says pt.
 *
 * The grid. 5.2.3 asks for 22 lines of 28 characters that fill the type area (撑满版心). 3.2 defines a
 * line as the height of a character plus 7/8 of the height of a 3号 character. With the 3号 the standard
 * was written for (15.75 pt) that is 29.53 pt, and 22 characters with 21 gaps stand 224.3 mm high: the
 * characters themselves touch the upper and lower edge of the type area. We therefore take a pitch of
 * 29.5 pt (10.407 mm, 590 twips in Word) with the first character's face at y = 37.0 and the last
 * one's at 261.2, so that both 5.2.2 (upper margin 37 ± 1 mm, measured on the ink) and 5.2.3 hold, and
 * the descenders of g, j, p of the 22nd line stay inside the type area. The other common reading,
 * 225 mm / 22 (579 twips) with the character in the middle of its line, starts the ink at 39.6 mm and
 * ends it at 259.4 mm, outside both tolerances.
 */

export const MM_PER_PT = 25.4 / 72;

export const PAPER_WIDTH = 210;
export const PAPER_HEIGHT = 297;

/** 版心 (5.2.1): 156 × 225, left margin (订口) 28, upper margin (天头) 37. */
export const AREA_LEFT = 28;
export const AREA_TOP = 37;
export const AREA_RIGHT = 184;
export const AREA_BOTTOM = 262;
export const AREA_WIDTH = AREA_RIGHT - AREA_LEFT;
export const AREA_CENTER = (AREA_LEFT + AREA_RIGHT) / 2;

/** With mirrored margins the binding edge of an even page is on the right: everything moves 2 mm left. */
export const MIRROR_SHIFT = -2;

export const CHARS_PER_LINE = 28;
export const LINES_PER_PAGE = 22;

/** 字号 in pt. */
export const SIZE_2 = 22;
export const SIZE_3 = 16;
export const SIZE_4 = 14;
export const SIZE_SMALL_4 = 12;

/** Height of a 3号 and a 4号 character in mm. */
export const EM_3 = SIZE_3 * MM_PER_PT;
export const EM_4 = SIZE_4 * MM_PER_PT;

/** 字 (3.1): the cell of one 3号 character, 1/28 of the type area: 5.571 mm. */
export const CELL = AREA_WIDTH / CHARS_PER_LINE;

/** 行: pitch of 3号 text. */
export const LINE_PITCH_PT = 29.5;
export const LINE_PITCH = LINE_PITCH_PT * MM_PER_PT;
/** White between two 3号 lines; half of it belongs to the line above. */
export const LINE_GAP = LINE_PITCH - EM_3;
/** 2号 title: 22 pt + 14 pt (3.2). */
export const TITLE_PITCH = 36 * MM_PER_PT;
/** 4号 text of the imprint: 14 pt + 14 pt (3.2). */
export const IMPRINT_PITCH = 28 * MM_PER_PT;

/**
 * Baseline below the top of the character's square, in em: the square of the Windows 仿宋, 宋体, 黑体
 * and 楷体 is 220/256 above and 36/256 below it. A constant, so that no page moves with its font.
 */
export const EM_ASCENT = 0.86;

/** Lower edge of the last of the 22 lines' characters. */
export const TEXT_BOTTOM = AREA_TOP + (LINES_PER_PAGE - 1) * LINE_PITCH + EM_3;

/** 行距 may be changed between these where 7.3.5.5 asks for it (signature and date need text beside them). */
export const PITCH_MIN_PT = 27.5;
export const PITCH_MAX_PT = 33;

/** Centre of the dash beside the page number (7.5): 7 mm below the type area. */
export const PAGE_NUMBER_DASH_Y = AREA_BOTTOM + 7;

/** Red rule: 4 mm below the ink of the document number (7.2.7); thickness is practice (H-25). */
export const RED_RULE_DISTANCE = 4;
export const RED_RULE_THICKNESS = 0.5;

/** Imprint rules (7.4.1). */
export const IMPRINT_THICK = 0.35;
export const IMPRINT_THIN = 0.25;
export const TABLE_BORDER = 0.25;

/** Top of the n-th (0-based) line's characters on a full page. */
export const rowTop = (row: number): number => AREA_TOP + row * LINE_PITCH;
