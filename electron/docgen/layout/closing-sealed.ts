import type { Closing, ClosingLine, ClosingMark, Signature } from './closing-parts.ts';
import { dateOf, lineOffset, placed, signatureOf } from './closing-parts.ts';
import { unsealedClosing } from './closing-unsealed.ts';
import type { Context } from './context.ts';
import { note } from './context.ts';
import { AREA_LEFT, AREA_RIGHT, AREA_WIDTH, CELL, EM_3, LINE_PITCH } from './geometry.ts';

/** Customary diameter of an office's seal, mm (S-14). */
const DIAMETER = 42;
/** Seals may not touch (7.3.5.1). */
const SEAL_DISTANCE = 2;
/** Where the seal's centre stands above the middle of 署名 and 日期, in parts of its radius (中心偏下). */
const RAISE = { least: 0.1, best: 0.25, most: 0.4 };
/** Tallest block a page can take beside some lines of text, mm. */
const TALLEST = 190;

/** `compact` raises the seal as far as it may, for a page with little room. */
export type SealFit = 'best' | 'compact';

export interface SealPlace {
  /** Empty lines between the text and 署名. */
  readonly blanks: number;
  /** Seal's centre below the text's lower edge, mm. */
  readonly center: number;
}

/**
 * Finds the room of a seal: the fewest empty lines under the text with which the seal's upper edge stays
 * within one line of it while the seal presses `lines` lines of text (署名 and 日期), these a little below
 * its centre (7.3.5.1).
 */
export function sealPlace(diameter: number, lines: number, fit: SealFit = 'best'): SealPlace {
  const radius = diameter / 2;
  for (let blanks = 1; blanks < 12; blanks += 1) {
    const middle = lineOffset(blanks + 1) + ((lines - 1) * LINE_PITCH + EM_3) / 2;
    const highest = middle - RAISE.most * radius;
    const lowest = middle - RAISE.least * radius;
    const wanted = middle - (fit === 'best' ? RAISE.best : RAISE.most) * radius;
    // upper edge between 1 mm and one line below the text
    const from = Math.max(highest, radius + 1);
    const to = Math.min(lowest, radius + LINE_PITCH - 0.5);
    if (from <= to) return { blanks, center: Math.min(Math.max(wanted, from), to) };
  }
  return { blanks: 2, center: radius + 1 };
}

interface Column {
  readonly signature: Signature;
  readonly issuer: number;
}

interface Grid {
  readonly rows: readonly (readonly Column[])[];
  /** mm from centre to centre. */
  readonly pitch: number;
}

/** Rows of at most as many seals as fit between the edges; names too wide for a column are divided. */
function gridOf(context: Context, diameter: number): Grid {
  const count = context.document.issuers.length;
  const narrowest = diameter + SEAL_DISTANCE;
  const wide = context.document.issuers.map((_, issuer) => signatureOf(context, issuer));
  const widest = Math.max(...wide.map((signature) => signature.width));
  const most = Math.max(1, Math.floor((AREA_WIDTH + SEAL_DISTANCE) / narrowest));
  const byName = Math.max(1, Math.floor((AREA_WIDTH + CELL) / Math.max(narrowest, widest + CELL)));
  const perRow = Math.min(count, most, Math.max(byName, Math.min(2, most)));
  const room = perRow === 1 ? AREA_WIDTH : (AREA_WIDTH - (perRow - 1) * CELL) / perRow;
  const columns = wide.map((_, issuer) => ({ issuer, signature: signatureOf(context, issuer, room) }));
  const width = Math.max(diameter, ...columns.map(({ signature }) => signature.width));
  const free = perRow === 1 ? 0 : (AREA_WIDTH - perRow * width) / (perRow - 1);
  // the first row may be short, so that the last, which carries the date, ends at the right
  const rows: Column[][] = [];
  for (let start = 0; start < count; start += perRow) rows.push(columns.slice(start, start + perRow));
  return { rows, pitch: width + Math.max(0, Math.min(CELL, free)) };
}

function markOf(
  context: Context,
  issuer: number,
  centerX: number,
  center: number,
  diameter: number,
): ClosingMark {
  const image = context.document.seals[issuer]?.image;
  return {
    left: centerX - diameter / 2,
    offset: center - diameter / 2,
    width: diameter,
    height: diameter,
    path: `seals.${issuer}`,
    ...(image === undefined ? {} : { image }),
  };
}

/**
 * 加盖印章 (7.3.5.1): the date four cells from the right, 署名 over it, centred on it; with several issuers
 * 署名 stand in rows under one seal each, in order, and the last seal presses the last 署名 and the date.
 */
export function sealedClosing(context: Context, fit: SealFit): Closing {
  const { issuers, seals } = context.document;
  if (issuers.length === 0) return unsealedClosing(context);
  const diameter = Math.max(
    ...issuers.map((_, index) => seals[index]?.diameter ?? seals[0]?.diameter ?? DIAMETER),
  );
  const grid = gridOf(context, diameter);
  const date = dateOf(context);
  const lastRow = grid.rows.at(-1) ?? [];
  const lastWidth = Math.max(diameter, date.width, ...lastRow.map(({ signature }) => signature.width));
  const columns = Math.max(...grid.rows.map((row) => row.length));
  // the date four cells from the right; wider 署名 or several columns stay inside the type area
  const wanted = AREA_RIGHT - 4 * CELL - date.width / 2;
  const widest = Math.max(lastWidth, ...grid.rows.map((row) => row.at(-1)?.signature.width ?? 0));
  const leftmost =
    AREA_LEFT +
    (columns - 1) * grid.pitch +
    Math.max(diameter, ...grid.rows.map((row) => row[0]?.signature.width ?? 0)) / 2;
  const right = Math.min(Math.max(wanted, leftmost), AREA_RIGHT - widest / 2);
  if (Math.abs(right - wanted) > 0.01) {
    note(context, 'signature-long', '署名较宽，成文日期随署名移动居中，右空不是四字。', 'issuedOn');
  }

  const lines: ClosingLine[] = [];
  const marks: ClosingMark[] = [];
  let top = 0;
  grid.rows.forEach((row, rowIndex) => {
    const isLast = rowIndex === grid.rows.length - 1;
    const tallest = Math.max(...row.map(({ signature }) => signature.lines.length));
    const pressed = tallest + (isLast ? 1 : 0);
    const place = rowIndex === 0 ? sealPlace(diameter, pressed, fit) : undefined;
    const center = place?.center ?? top + diameter / 2;
    const middle = center + RAISE.best * (diameter / 2);
    const first =
      place === undefined ? middle - ((pressed - 1) * LINE_PITCH + EM_3) / 2 : lineOffset(place.blanks + 1);
    row.forEach(({ issuer }, index) => {
      const fromRight = isLast ? row.length - 1 - index : columns - 1 - index;
      marks.push(markOf(context, issuer, right - fromRight * grid.pitch, center, diameter));
    });
    for (let line = 0; line < tallest; line += 1) {
      const parts = row.flatMap(({ signature }, index) => {
        const fromRight = isLast ? row.length - 1 - index : columns - 1 - index;
        // names of fewer lines stand lower, next to the date
        const own = signature.lines[line - (tallest - signature.lines.length)];
        return own === undefined ? [] : [placed(own.atoms, right - fromRight * grid.pitch - own.width / 2)];
      });
      lines.push({ parts, offset: first + line * LINE_PITCH });
    }
    if (isLast && date.atoms !== undefined) {
      lines.push({
        parts: [placed(date.atoms, right - date.width / 2)],
        offset: first + tallest * LINE_PITCH,
      });
    }
    top = center + diameter / 2 + SEAL_DISTANCE;
  });
  if (top > TALLEST) {
    note(context, 'seals-many', '联合发文机关过多，一面排不下全部印章，署名已改为依次向下排列。', 'seals');
    return unsealedClosing(context);
  }
  return { lines, marks };
}
