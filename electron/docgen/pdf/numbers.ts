/** 1 mm in pt (1 pt = 1/72 inch). */
export const MM_TO_PT = 72 / 25.4;

/** A number for a content stream: four decimals (0.0001 pt), no exponent, no superfluous zeros. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 10_000) / 10_000;
  // Small values would be printed with an exponent, which PDF does not know.
  return Math.abs(rounded) < 0.000_05 ? '0' : String(rounded);
}
