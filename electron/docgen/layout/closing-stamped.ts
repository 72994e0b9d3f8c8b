import { toAtoms } from './atoms.ts';
import type { Closing, ClosingLine, ClosingMark } from './closing-parts.ts';
import { dateOf, placed } from './closing-parts.ts';
import type { Context } from './context.ts';
import { AREA_LEFT, AREA_RIGHT, CELL, EM_3, LINE_GAP, LINE_PITCH, SIZE_3 } from './geometry.ts';
import { fittedLine, lineWidth } from './set-line.ts';

/** Room of a 签名章, mm; the standard gives no size. */
const HEIGHT = 15;
const WIDTH = 40;
const WIDEST = 50;

/**
 * 加盖签发人签名章 (7.3.5.3): two empty lines under the text, the stamp four cells from the right, the
 * signatory's office two cells to its left and centred on its height; an empty line further the date, four
 * cells from the right. Joint issuers follow each other downwards, aligned.
 */
export function stampedClosing(context: Context): Closing {
  const stamps = context.document.stamps.length === 0 ? [{ office: '', name: '' }] : context.document.stamps;
  const lines: ClosingLine[] = [];
  const marks: ClosingMark[] = [];
  const right = AREA_RIGHT - 4 * CELL;
  const widths = stamps.map((stamp) => {
    const size = stamp.image === undefined ? undefined : context.imageSize(stamp.image);
    if (size === undefined || size.height <= 0) return WIDTH;
    return Math.min(WIDEST, (HEIGHT * size.width) / size.height);
  });
  const widest = Math.max(...widths);
  const offices = stamps.map((stamp, index) =>
    toAtoms(
      [{ text: stamp.office, role: 'fangsong', element: 'issuerSignature', path: `stamps.${index}.office` }],
      SIZE_3,
      context.measure,
    ),
  );
  const officeRight = right - widest - 2 * CELL;
  const officeLeft = Math.max(AREA_LEFT, officeRight - Math.max(...offices.map(lineWidth)));
  let top = LINE_GAP / 2 + 2 * LINE_PITCH;
  stamps.forEach((stamp, index) => {
    const width = widths[index] ?? WIDTH;
    marks.push({
      left: right - width,
      offset: top,
      width,
      height: HEIGHT,
      path: `stamps.${index}`,
      ...(stamp.image === undefined ? {} : { image: stamp.image }),
    });
    const office = offices[index];
    if (office !== undefined && office.cells.length > 0) {
      lines.push({
        parts: [fittedLine(office, officeLeft, officeRight - officeLeft, SIZE_3)],
        offset: top + (HEIGHT - EM_3) / 2,
      });
    }
    top += HEIGHT + LINE_GAP;
  });
  const date = dateOf(context);
  if (date.atoms !== undefined) {
    const offset = top - LINE_GAP + LINE_PITCH + LINE_GAP / 2;
    lines.push({ parts: [placed(date.atoms, right - date.width)], offset });
  }
  return { lines, marks };
}
