/** Column widths in mm. */

/** Room of a table: the width of the 版心, upright and turned (GB/T 9704-2012 5.2). */
export const TABLE_ROOM = { upright: 156, turned: 225 } as const;
const NARROWEST = 5;

export function roomOf(landscape: boolean): number {
  return landscape ? TABLE_ROOM.turned : TABLE_ROOM.upright;
}

/** The whole room in equal parts, in tenths of a millimetre and never more than the room. */
export function evenWidths(columns: number, room: number): number[] {
  return Array.from({ length: columns }, () => Math.floor((room / columns) * 10) / 10);
}

export function sumOf(widths: readonly number[]): number {
  return Math.round(widths.reduce((sum, width) => sum + width, 0) * 10) / 10;
}

/** The widths with one of them changed, cut so that their sum keeps within the room. */
export function withWidth(widths: readonly number[], index: number, typed: number, room: number): number[] {
  const others = sumOf(widths.filter((_, at) => at !== index));
  const width = Math.max(NARROWEST, Math.min(typed, room - others));
  return widths.with(index, Math.round(width * 10) / 10);
}
