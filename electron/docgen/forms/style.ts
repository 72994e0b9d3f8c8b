import { MM_PER_PT } from '../layout/geometry.ts';

/** Every length of the printed forms in mm, sizes in pt. Forms are bound on the left with what they belong to. */

export interface PaperSide {
  readonly width: number;
  readonly height: number;
  /** Edges of the table. */
  readonly left: number;
  readonly right: number;
  /** Nothing of the table stands below. */
  readonly bottom: number;
}

/** 订口 25 mm: room for the holes of the binding. */
export const PORTRAIT: PaperSide = { width: 210, height: 297, left: 25, right: 190, bottom: 278 };
/** Registers are bound at the upper edge of the lying paper's long side. */
export const LANDSCAPE: PaperSide = { width: 297, height: 210, left: 14, right: 283, bottom: 194 };

/** 归档章 (DA/T 22): 45 × 16 mm in the upper middle of the first page; nothing is printed there. */
export const STAMP = { width: 45, height: 16, top: 8 } as const;

export const TITLE_PT = 22;
export const TITLE_PITCH = 10;
/** Upper edge of the title's characters on the first page, under the room of the stamp and the code. */
export const TITLE_TOP = 30;
/** Title of a further page. */
export const RUNNING_TITLE_PT = 16;
export const RUNNING_TITLE_TOP = 14;

export const TEXT_PT = 12;
export const SMALL_PT = 10.5;
export const NOTE_PT = 9;
export const CODE_PT = 8;
export const REGISTER_PT = 9;
export const MARK_PT = 16;

/** Line pitch inside a cell, in em. */
export const PITCH = 1.45;
export const PADDING_X = 1.6;
export const PADDING_Y = 1.2;

/** Outer border and the lines inside, thickness. */
export const BORDER = 0.5;
export const INNER = 0.2;

/** Less than this is not worth beginning a long row in. */
export const LEAST_PIECE = 32;

/** One module of the QR code: eight dots of a printer with 300 dpi, sixteen of one with 600. */
export const MODULE = (25.4 * 8) / 300;
/** White around it, modules (ISO/IEC 18004). */
export const QUIET_MODULES = 4;
export const CODE_TOP = 8;

export const em = (sizePt: number): number => sizePt * MM_PER_PT;
