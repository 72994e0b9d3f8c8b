import { describe, expect, it } from 'vitest';
import { withBadge } from '../../electron/app/tray-icon.ts';

const SIZE = 32;
const blank = () => new Uint8Array(SIZE * SIZE * 4);
const pixel = (bitmap: Uint8Array, x: number, y: number) =>
  Array.from(bitmap.slice((y * SIZE + x) * 4, (y * SIZE + x) * 4 + 4));

describe('the mark of something overdue on the icon', () => {
  it('is a red disc with a white rim in the lower right corner, the rest as it was', () => {
    const plain = blank();
    plain.fill(7);
    const painted = withBadge(plain, SIZE);
    // BGRA.
    expect(pixel(painted, 21, 21)).toEqual([0x00, 0x00, 0xc0, 0xff]);
    expect(pixel(painted, 30, 21)).toEqual([0xff, 0xff, 0xff, 0xff]);
    expect(pixel(painted, 0, 0)).toEqual([7, 7, 7, 7]);
    expect(pixel(painted, 21, 5)).toEqual([7, 7, 7, 7]);
    expect(plain.every((value) => value === 7)).toBe(true);
    const red = Array.from({ length: SIZE * SIZE }, (_, index) =>
      pixel(painted, index % SIZE, Math.floor(index / SIZE)),
    ).filter(([blue, , red_]) => blue === 0 && red_ === 0xc0);
    expect(red.length).toBeGreaterThan(200);
    expect(red.length).toBeLessThan(300);
  });
});
