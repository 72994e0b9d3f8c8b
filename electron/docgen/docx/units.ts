/** Conversions from the layout's millimetres and points to the units OOXML writes. */

const TWIPS_PER_MM = 1440 / 25.4;
const EMU_PER_MM = 36000;
const MM_PER_POINT = 25.4 / 72;

/** Millimetres to twips (1/20 pt), rounded: OOXML has no finer paragraph unit. */
export const mmToTwips = (mm: number): number => Math.round(mm * TWIPS_PER_MM);

/** Twips (1/20 pt) to millimetres. */
export const twipsToMm = (twips: number): number => twips / TWIPS_PER_MM;

/** Millimetres to English Metric Units, in which drawings are placed (0.35 mm = 12600). */
export const mmToEmu = (mm: number): number => Math.round(mm * EMU_PER_MM);

/** Points to the half-points of `w:sz`. */
export const pointsToHalfPoints = (points: number): number => Math.round(points * 2);

export const mmToPoints = (mm: number): number => mm / MM_PER_POINT;

/** Points to twips (1/20 pt). */
export const pointsToTwips = (points: number): number => Math.round(points * 20);
