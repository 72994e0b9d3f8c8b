import { toAtoms } from './atoms.ts';
import type { Atoms, Run } from './atoms.ts';
import type { Context } from './context.ts';
import { note } from './context.ts';
import { AREA_CENTER, AREA_WIDTH, MM_PER_PT } from './geometry.ts';
import { inkSpan } from './ink.ts';
import { askedSize } from './mark-size.ts';
import { putLine } from './page.ts';
import type { PageDraft } from './page.ts';
import { setLine } from './set-line.ts';
import type { SetLine } from './set-line.ts';

/**
 * 发文机关标志. The standard gives no size (7.2.4: 醒目、美观、庄重); the custom is tall, slightly narrow
 * characters not higher than 22 mm that fill the width with a long name. Lengths in mm.
 */
const MAX_HEIGHT = 18;
const MAX_WIDTH = 15;
const NARROWEST = 0.72;
/** Short names are spaced out to this width. */
const SHORT_MEASURE = 110;
const MAX_GAP = 0.4;
/** Smallest height that still looks like a mark; below it a note is given. */
const SMALL = 9.2;
/** Names of a joint mark: distance of lines in character heights, tallest block. */
const JOINT_PITCH = 1.25;
const JOINT_HEIGHT = 62;
/** White between the names and 文件, in character widths. */
const SUFFIX_GAP = 0.5;

export interface MarkPlace {
  readonly names: readonly string[];
  readonly suffix: string;
  /** y of the upper edge of the ink. */
  readonly inkTop: number;
  /** Factor of the size, below 1 where the first page lacks room. */
  readonly shrink: number;
}

interface Fit {
  readonly height: number;
  readonly width: number;
}

/** Character height and width that put `ems` em on one line, `height` at most. */
function fit(ems: number, shrink: number, tallest = MAX_HEIGHT): Fit {
  const width = Math.min(MAX_WIDTH * shrink, AREA_WIDTH / Math.max(ems, 1));
  const height = Math.min(tallest * shrink, width / NARROWEST);
  return { height, width: Math.min(width, height) };
}

const emsOf = (atoms: Atoms): number => atoms.cells.reduce((sum, cell) => sum + cell.width, 0);

const markRun = (text: string, path = 'issuerMark'): Run => ({
  text,
  role: 'title',
  element: 'issuerMark',
  path,
  color: 'red',
});

function setMark(context: Context, text: string, size: Fit, left: number, measure: number): SetLine {
  const sizePt = size.height / MM_PER_PT;
  const atoms = toAtoms([markRun(text)], sizePt, context.measure);
  return setLine(atoms, 0, atoms.cells.length - 1, {
    left,
    measure,
    sizePt,
    scaleX: size.width / size.height,
  });
}

const measured = (context: Context, text: string): Atoms => toAtoms([markRun(text)], 10, context.measure);

/**
 * Sets the mark with the top of its ink at `inkTop`: one name on one line, the names of joint issuers one
 * under the other, spread to equal width, with the suffix on their right at half their height (7.2.4).
 * @returns y in mm of the lower edge of its ink.
 */
export function layoutMark(context: Context, page: PageDraft, place: MarkPlace): number {
  const names = place.names.filter((name) => name !== '');
  const lowest =
    names.length > 1 ? jointMark(context, page, { ...place, names }) : singleMark(context, page, place);
  return lowest;
}

function singleMark(context: Context, page: PageDraft, { names, suffix, inkTop, shrink }: MarkPlace): number {
  const text = names.join('') + suffix;
  const unit = measured(context, text);
  const count = unit.cells.length;
  if (count === 0) return inkTop + MAX_HEIGHT * shrink;
  const automatic = fit(emsOf(unit), shrink);
  const size = askedSize(context, { text, ems: emsOf(unit), automatic, shrink });
  if (size === automatic && size.height < SMALL)
    note(context, 'mark-small', '发文机关标志过长，已缩小字号排成一行。', 'issuerMark');
  const natural = size.width * emsOf(unit);
  const gap =
    count > 1 ? Math.max(0, Math.min(MAX_GAP * size.width, (SHORT_MEASURE - natural) / (count - 1))) : 0;
  const measure = natural + gap * (count - 1);
  const line = setMark(context, text, size, AREA_CENTER - measure / 2, measure);
  const ink = inkSpan(line, context.fonts) ?? { top: -size.height, bottom: 0 };
  const baseline = inkTop - ink.top;
  putLine(page, line, baseline);
  return baseline + ink.bottom;
}

function jointMark(context: Context, page: PageDraft, { names, suffix, inkTop, shrink }: MarkPlace): number {
  const widestName = Math.max(...names.map((name) => emsOf(measured(context, name))));
  const suffixEms = suffix === '' ? 0 : emsOf(measured(context, suffix)) + SUFFIX_GAP;
  const tallest = Math.min(MAX_HEIGHT, JOINT_HEIGHT / (names.length * JOINT_PITCH));
  const ems = widestName + suffixEms;
  const automatic = fit(ems, shrink, tallest);
  const text = names.join('') + suffix;
  const highest = JOINT_HEIGHT / (names.length * JOINT_PITCH);
  const size = askedSize(context, { text, ems, automatic, shrink, highest });
  if (size === automatic && size.height < SMALL)
    note(context, 'mark-small', '联合发文机关较多，发文机关标志已缩小。', 'issuerMark');
  const nameMeasure = widestName * size.width;
  const total = nameMeasure + suffixEms * size.width;
  const left = AREA_CENTER - total / 2;
  const lines = names.map((name) => setMark(context, name, size, left, nameMeasure));
  const first = inkSpan(lines[0] ?? { pieces: [], left, right: left }, context.fonts);
  const firstBaseline = inkTop - (first?.top ?? -size.height);
  const baselineAt = (index: number): number => firstBaseline + index * size.height * JOINT_PITCH;
  lines.forEach((line, index) => putLine(page, line, baselineAt(index)));
  const last = lines.at(-1);
  const lastInk = last === undefined ? undefined : inkSpan(last, context.fonts);
  const lowest = baselineAt(names.length - 1) + (lastInk?.bottom ?? 0);
  if (suffix !== '') {
    const start = left + nameMeasure + SUFFIX_GAP * size.width;
    const line = setMark(context, suffix, size, start, (suffixEms - SUFFIX_GAP) * size.width);
    const ink = inkSpan(line, context.fonts) ?? { top: 0, bottom: 0 };
    putLine(page, line, (inkTop + lowest) / 2 - (ink.top + ink.bottom) / 2);
  }
  return lowest;
}
