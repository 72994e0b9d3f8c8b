/** Official red, as everything overdue on the screen. */
const RED = { r: 0xc0, g: 0x00, b: 0x00 } as const;
/** Of the width of the icon. */
const RADIUS = 0.28;
const RIM = 0.06;

/**
 * Paints a red disc with a white rim into the lower right corner of an icon: something is overdue.
 * @param bitmap BGRA rows of a square picture; it is not changed
 * @param size px
 */
export function withBadge(bitmap: Uint8Array, size: number): Uint8Array {
  const painted = Uint8Array.from(bitmap);
  const centre = size * (1 - RADIUS - RIM);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const distance = Math.hypot(x + 0.5 - centre, y + 0.5 - centre);
      if (distance > size * (RADIUS + RIM)) continue;
      const inside = distance <= size * RADIUS;
      const at = (y * size + x) * 4;
      painted[at] = inside ? RED.b : 0xff;
      painted[at + 1] = inside ? RED.g : 0xff;
      painted[at + 2] = inside ? RED.r : 0xff;
      painted[at + 3] = 0xff;
    }
  }
  return painted;
}
