import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { MeasuredChar, MeasuredImage, MeasuredRule, MeasuredText } from './measure-pdf.ts';

/**
 * Walks pdf.js's operator list with a graphics and text state of its own (ISO 32000-1, 8.4 and 9.4) and
 * gives every glyph, straight line and image its place on the paper.
 */

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

interface State {
  ctm: Matrix;
  fill: string;
  stroke: string;
  lineWidth: number;
  font: string;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scaleX: number;
  rise: number;
  leading: number;
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace?: boolean;
}

export interface Drawn {
  readonly texts: MeasuredText[];
  readonly rules: MeasuredRule[];
  readonly images: MeasuredImage[];
}

interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** A filled rectangle below this thickness (mm) counts as a rule. */
const THIN = 1.5;

export function walkOperators(
  list: OperatorList,
  paper: { readonly left: number; readonly top: number },
  fontName: (id: string) => string,
): Drawn {
  const drawn: Drawn = { texts: [], rules: [], images: [] };
  const stack: State[] = [];
  let state: State = {
    ctm: IDENTITY,
    fill: '#000000',
    stroke: '#000000',
    lineWidth: 1,
    font: '',
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scaleX: 1,
    rise: 0,
    leading: 0,
  };
  let text = IDENTITY;
  let line = IDENTITY;
  const place = ([x, y]: readonly [number, number]): [number, number] => [
    mm(x - paper.left),
    mm(paper.top - y),
  ];
  const moveLine = (x: number, y: number): void => {
    line = multiply(line, [1, 0, 0, 1, x, y]);
    text = line;
  };

  for (const [index, fn] of list.fnArray.entries()) {
    const args = (list.argsArray[index] ?? []) as ArrayLike<unknown>;
    const number = (position: number): number => Number(args[position]);
    switch (fn) {
      case OPS.save:
        stack.push({ ...state });
        break;
      case OPS.restore:
        state = stack.pop() ?? state;
        break;
      case OPS.paintFormXObjectBegin: {
        stack.push({ ...state });
        const matrix = args[0] as Matrix | null;
        if (matrix) state.ctm = multiply(state.ctm, matrix);
        break;
      }
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state.ctm = multiply(state.ctm, Array.from(args as ArrayLike<number>) as unknown as Matrix);
        break;
      case OPS.setLineWidth:
        state.lineWidth = number(0);
        break;
      case OPS.setFillRGBColor:
        state.fill = String(args[0]);
        break;
      case OPS.setStrokeRGBColor:
        state.stroke = String(args[0]);
        break;
      case OPS.beginText:
        text = IDENTITY;
        line = IDENTITY;
        break;
      case OPS.setFont:
        state.font = fontName(String(args[0]));
        state.size = number(1);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = number(0);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = number(0);
        break;
      case OPS.setHScale:
        state.scaleX = number(0) / 100;
        break;
      case OPS.setTextRise:
        state.rise = number(0);
        break;
      case OPS.setLeading:
        state.leading = -number(0);
        break;
      case OPS.setTextMatrix:
        line = Array.from(args[0] as ArrayLike<number>) as unknown as Matrix;
        text = line;
        break;
      case OPS.moveText:
        moveLine(number(0), number(1));
        break;
      case OPS.setLeadingMoveText:
        state.leading = number(1);
        moveLine(number(0), number(1));
        break;
      case OPS.nextLine:
        moveLine(0, state.leading);
        break;
      case OPS.showText: {
        const shown = show(state, text, args[0] as readonly (Glyph | number)[], place);
        text = shown.matrix;
        if (shown.item) drawn.texts.push(shown.item);
        break;
      }
      case OPS.constructPath:
        paint(state, Number(args[0]), args[1] as readonly (Float32Array | null)[], place, drawn.rules);
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        drawn.images.push(unitSquare(state.ctm, place));
        break;
      default:
    }
  }
  return drawn;
}

type Place = (point: readonly [number, number]) => [number, number];

function show(
  state: State,
  start: Matrix,
  glyphs: readonly (Glyph | number)[],
  place: Place,
): { matrix: Matrix; item?: MeasuredText } {
  let matrix = start;
  const chars: MeasuredChar[] = [];
  const advance = (units: number): void => {
    matrix = multiply(matrix, [1, 0, 0, 1, units * state.scaleX, 0]);
  };
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      advance((-glyph / 1000) * state.size);
      continue;
    }
    const whole = multiply(state.ctm, matrix);
    const [x, baseline] = place(apply(whole, [0, state.rise]));
    const width = (glyph.width / 1000) * state.size;
    const [right, end] = place(apply(whole, [width * state.scaleX, state.rise]));
    chars.push({
      text: glyph.unicode,
      x,
      right,
      baseline,
      advance: Math.hypot(right - x, end - baseline),
      sizePt: state.size * Math.hypot(whole[2], whole[3]),
      scaleX: (state.scaleX * Math.hypot(whole[0], whole[1])) / Math.hypot(whole[2], whole[3]),
      color: state.fill,
      font: state.font,
      turn: Math.round((Math.atan2(whole[1], whole[0]) * 180) / Math.PI),
    });
    advance(width + state.charSpacing + (glyph.isSpace === true ? state.wordSpacing : 0));
  }
  const first = chars[0];
  const last = chars.at(-1);
  if (!first || !last) return { matrix };
  const { x, baseline, sizePt, color, font } = first;
  const item = { text: chars.map((char) => char.text).join(''), right: last.right, chars };
  return { matrix, item: { ...item, x, baseline, sizePt, color, font } };
}

/** pdf.js's path code: 0 move, 1 line, 2 cubic, 3 quadratic, 4 close. */
function paint(
  state: State,
  operator: number,
  data: readonly (Float32Array | null)[],
  place: Place,
  rules: MeasuredRule[],
): void {
  const path = data[0];
  if (!path || operator === OPS.endPath) return;
  const points: [number, number][][] = [];
  let straight = true;
  for (let at = 0; at < path.length;) {
    const code = path[at] ?? 4;
    const point = (offset: number): [number, number] =>
      place(apply(state.ctm, [path[at + offset] ?? 0, path[at + offset + 1] ?? 0]));
    if (code === 0) points.push([point(1)]);
    else if (code === 1) points.at(-1)?.push(point(1));
    else if (code !== 4) straight = false;
    at += code === 4 ? 1 : code === 2 ? 7 : code === 3 ? 5 : 3;
  }
  if (!straight) return;
  const stroked = operator === OPS.stroke || operator === OPS.closeStroke;
  const scale = Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]));
  for (const line of points) {
    if (stroked) {
      for (const [index, [x2, y2]] of line.entries()) {
        const from = line[index - 1];
        if (!from) continue;
        const thickness = mm(state.lineWidth * scale);
        rules.push({ x1: from[0], y1: from[1], x2, y2, thickness, color: state.stroke });
      }
    } else {
      const rule = thinBox(line, state.fill);
      if (rule) rules.push(rule);
    }
  }
}

function thinBox(points: readonly [number, number][], color: string): MeasuredRule | undefined {
  if (points.length < 4) return undefined;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THIN && bottom - top <= right - left) {
    const y = (top + bottom) / 2;
    return { x1: left, y1: y, x2: right, y2: y, thickness: bottom - top, color };
  }
  if (right - left <= THIN) {
    const x = (left + right) / 2;
    return { x1: x, y1: top, x2: x, y2: bottom, thickness: right - left, color };
  }
  return undefined;
}

function unitSquare(ctm: Matrix, place: Place): MeasuredImage {
  const corners = [place(apply(ctm, [0, 0])), place(apply(ctm, [1, 1]))];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function mm(pt: number): number {
  return (pt * 25.4) / 72;
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

function apply(m: Matrix, [x, y]: readonly [number, number]): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}
