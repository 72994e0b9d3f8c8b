/** Pixels of the screen, as Electron counts them. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const PREFERRED_SIZE = { width: 1366, height: 768 } as const;
export const SMALLEST_SIZE = { width: 1024, height: 600 } as const;

/**
 * Where the window opens: where it was, unless that screen is gone or smaller now. `areas` are the work areas of
 * the screens there are, the main one first.
 */
export function placeWindow(saved: Rectangle | null, areas: readonly Rectangle[]): Rectangle {
  const main = areas[0] ?? { x: 0, y: 0, ...PREFERRED_SIZE };
  if (saved === null) return centred(PREFERRED_SIZE, main);
  const area = areas.toSorted((a, b) => overlap(saved, b) - overlap(saved, a))[0] ?? main;
  if (overlap(saved, area) === 0) return centred(saved, main);
  const width = Math.min(saved.width, area.width);
  const height = Math.min(saved.height, area.height);
  return {
    width,
    height,
    x: clamp(saved.x, area.x, area.x + area.width - width),
    y: clamp(saved.y, area.y, area.y + area.height - height),
  };
}

function centred(size: { readonly width: number; readonly height: number }, area: Rectangle): Rectangle {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return {
    width,
    height,
    x: area.x + Math.round((area.width - width) / 2),
    y: area.y + Math.round((area.height - height) / 2),
  };
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
