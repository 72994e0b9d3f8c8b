import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../electron/app/window-state.ts';

const main = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 1000 };

describe('where the window opens', () => {
  it.each([
    ['the first time: in the middle', null, [main], { x: 277, y: 136, width: 1366, height: 768 }],
    [
      'where it was',
      { x: 100, y: 50, width: 1400, height: 900 },
      [main],
      { x: 100, y: 50, width: 1400, height: 900 },
    ],
    [
      'on the second screen',
      { x: 2000, y: 10, width: 1100, height: 800 },
      [main, second],
      { x: 2000, y: 10, width: 1100, height: 800 },
    ],
    [
      'on the main one when the second is gone',
      { x: 2000, y: 10, width: 1100, height: 800 },
      [main],
      { x: 410, y: 120, width: 1100, height: 800 },
    ],
    [
      'within a screen that has become smaller',
      { x: 500, y: 400, width: 1800, height: 1000 },
      [{ x: 0, y: 0, width: 1366, height: 728 }],
      { x: 0, y: 0, width: 1366, height: 728 },
    ],
    [
      'moved in when it hung over the edge',
      { x: 1500, y: 900, width: 1366, height: 768 },
      [main],
      { x: 554, y: 272, width: 1366, height: 768 },
    ],
    [
      'on a small laptop',
      null,
      [{ x: 0, y: 0, width: 1093, height: 582 }],
      { x: 0, y: 0, width: 1093, height: 582 },
    ],
  ])('%s', (_what, saved, areas, expected) => {
    expect(placeWindow(saved, areas)).toEqual(expected);
  });
});
