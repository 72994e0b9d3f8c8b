import type { Font, PathCommand } from 'fontkit';

/** Outlines already written, by parsed font and glyph; a preview redraws the same characters all day. */
const written = new WeakMap<Font, Map<number, string>>();

/** SVG path data of a glyph in font units, y upwards; empty for a blank glyph. */
export function glyphPath(font: Font, glyph: number): string {
  let paths = written.get(font);
  if (!paths) {
    paths = new Map();
    written.set(font, paths);
  }
  let path = paths.get(glyph);
  if (path === undefined) {
    path = relativePath(font.getGlyph(glyph).path.commands);
    paths.set(glyph, path);
  }
  return path;
}

const LETTERS: Readonly<Record<string, string>> = {
  moveTo: 'm',
  lineTo: 'l',
  quadraticCurveTo: 'q',
  bezierCurveTo: 'c',
  closePath: 'z',
};

/**
 * Relative coordinates in whole font units: half as long as absolute ones, and no error adds up. Joined at
 * once, because a string grown piece by piece would be gathered anew for every page that uses it.
 */
function relativePath(commands: readonly PathCommand[]): string {
  const path: string[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const { command, args } of commands) {
    path.push(LETTERS[command] ?? '');
    if (command === 'closePath') {
      [x, y] = [startX, startY];
      continue;
    }
    let [toX, toY] = [x, y];
    for (let at = 0; at + 1 < args.length; at += 2) {
      toX = Math.round(args[at] ?? 0);
      toY = Math.round(args[at + 1] ?? 0);
      path.push(signed(toX - x, at === 0), signed(toY - y, false));
    }
    [x, y] = [toX, toY];
    if (command === 'moveTo') [startX, startY] = [x, y];
  }
  return path.join('');
}

/** A minus sign parts two numbers as well as a space does. */
function signed(value: number, first: boolean): string {
  return first || value < 0 ? String(value) : ` ${value}`;
}
