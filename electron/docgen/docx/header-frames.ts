import { Paragraph, TabStopType } from 'docx';
import type { LaidOut, TextItem } from '../../../shared/gongwen/pages.ts';
import { frameAt } from './frames.ts';
import { areaLeft, lineTopOf, TYPE_AREA_WIDTH } from './grid.ts';
import { toLine, zoneLines } from './page-lines.ts';
import type { PageLine } from './page-lines.ts';
import { resolveStyle } from './resolve-style.ts';
import { joinRuns, runSpec, textRun } from './text-runs.ts';
import type { FontContext, RunSpec } from './text-runs.ts';
import { mmToPoints, mmToTwips, pointsToTwips } from './units.ts';

/** 版头 (7.2) as frames: every line at the place the layout gave it. */
export function headerFrames(laidOut: LaidOut, context: FontContext): Paragraph[] {
  const lines = zoneLines(laidOut, 'header').flatMap(byElement);
  const marks = lines.filter(isMark);
  const others = lines.filter((line) => !isMark(line));
  return [
    ...markGroups(marks).flatMap((group) => markFrame(group, context)),
    ...others.map((line) => frameParagraph(line, context)),
  ];
}

const isMark = (line: PageLine): boolean => line.items[0]?.element === 'issuerMark';

/** Number and signatories, or corner elements and a letter's number, stand on one line but are two things. */
function byElement(line: PageLine): PageLine[] {
  const groups = new Map<string, TextItem[]>();
  for (const item of line.items) groups.set(item.element, [...(groups.get(item.element) ?? []), item]);
  return [...groups.values()].map((items) => toLine(items, line.page, line.pageIndex));
}

/** Names of joint issuers stand under each other and make one frame; 文件 beside them makes another. */
function markGroups(lines: readonly PageLine[]): PageLine[][] {
  const groups: PageLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.[0] !== undefined && Math.abs(last[0].left - line.left) < 1) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

function frameParagraph(line: PageLine, context: FontContext): Paragraph {
  switch (line.items[0]?.element) {
    case 'signatories':
      return signatoryFrame(line, context);
    case 'documentNumber':
      return numberFrame(line, context);
    case 'copyNumber':
      return cornerFrame(line, 'GongwenFlush', context);
    default:
      return cornerFrame(line, 'GongwenFlushHei', context);
  }
}

const runsOf = (line: PageLine, context: FontContext): RunSpec[] =>
  joinRuns(line.items.map((item) => runSpec(item, item.text, context, undefined)));

function fullWidthFrame(line: PageLine, lineHeight: number) {
  return frameAt({
    x: areaLeft(line.page),
    y: lineTopOf(line.baseline, lineHeight),
    width: TYPE_AREA_WIDTH,
    height: lineHeight,
  });
}

/** 份号, 密级和保密期限, 紧急程度: as wide as their text, so that nothing else is pushed aside. */
function cornerFrame(line: PageLine, styleId: string, context: FontContext): Paragraph {
  const style = resolveStyle(styleId);
  return new Paragraph({
    style: styleId,
    frame: frameAt({
      x: areaLeft(line.page),
      y: lineTopOf(line.baseline, style.line),
      width: Math.round(TYPE_AREA_WIDTH / 2),
      height: style.line,
    }),
    children: runsOf(line, context).map((spec) => textRun(spec, style)),
  });
}

/** How far in mm the middle of a centred line may be from the middle of the type area. */
const CENTRED = 1;

function isCentred(line: PageLine): boolean {
  const { left, right } = line.page.typeArea;
  return Math.abs((line.left + line.right) / 2 - (left + right) / 2) < CENTRED;
}

/** Centred under the mark, or one cell from the left beside the signatories (7.2.5). */
function numberFrame(line: PageLine, context: FontContext): Paragraph {
  const style = resolveStyle('GongwenNumber');
  const children = runsOf(line, context).map((spec) => textRun(spec, style));
  if (isCentred(line)) {
    return new Paragraph({ style: style.id, frame: fullWidthFrame(line, style.line), children });
  }
  const y = lineTopOf(line.baseline, style.line);
  const width = mmToTwips(line.right - line.left) + style.line;
  return new Paragraph({
    style: 'GongwenFlush',
    frame: frameAt({ x: mmToTwips(line.left), y, width, height: style.line }),
    children,
  });
}

/** “签发人：” and the names of one line, each at its own tab stop, names spread to one width (7.2.6). */
function signatoryFrame(line: PageLine, context: FontContext): Paragraph {
  const style = resolveStyle('GongwenSignatory');
  const frameLeft = mmToTwips(line.left);
  const byPath = new Map<string, TextItem[]>();
  for (const item of line.items) byPath.set(item.path, [...(byPath.get(item.path) ?? []), item]);
  const groups = [...byPath.values()];
  const stops: number[] = [];
  const specs = groups.flatMap((items, index): RunSpec[] => {
    const own = items.flatMap((item) => spacedRuns(item, context, item.sizePt, 100));
    // the first name follows its label at once
    if (index < 2) return own;
    stops.push(mmToTwips(items[0]?.xs[0] ?? 0) - frameLeft);
    return own.map((spec, at) => (at === 0 ? { ...spec, before: 'tab' } : spec));
  });
  return new Paragraph({
    style: style.id,
    frame: frameAt({
      x: frameLeft,
      y: lineTopOf(line.baseline, style.line),
      width: areaLeft(line.page) + TYPE_AREA_WIDTH - frameLeft,
      height: style.line,
    }),
    tabStops: stops.map((position) => ({ type: TabStopType.LEFT, position })),
    children: joinRuns(specs).map((spec) => textRun(spec, style)),
  });
}

/** Distances below this (twips) are the grid's own tracking. */
const OWN_TRACKING = 8;

/** A name with the layout's distances between its characters; the last one keeps none. */
function spacedRuns(item: TextItem, context: FontContext, size: number, scale: number): RunSpec[] {
  const chars = Array.from(item.text);
  const specs = chars.map((char, index): RunSpec => {
    const next = item.xs[index + 1];
    if (next === undefined) return runSpec(item, char, context, undefined);
    const advance = mmToPoints(next - (item.xs[index] ?? 0));
    const natural = (context.advance(item.face, char) * size * scale) / 100;
    const spacing = pointsToTwips(advance - natural);
    return runSpec(item, char, context, Math.abs(spacing) < OWN_TRACKING ? undefined : spacing);
  });
  return joinRuns(specs);
}

/** A line box must be higher than its characters, or Word cuts their tops off. */
const MARK_LINE = 1.3;

/** Room in twips right of the mark, so that no rounding makes its line break. */
const MARK_SPARE = 567;

/** 发文机关标志 (7.2.4): red, its baseline (and so its ink) where the layout put it. */
function markFrame(lines: readonly PageLine[], context: FontContext): Paragraph[] {
  const [first, second] = lines;
  if (first === undefined) return [];
  const style = resolveStyle('GongwenMark');
  const points = first.items[0]?.sizePt ?? style.size;
  const size = Math.round(points * 2) / 2;
  const pitch = second === undefined ? points * MARK_LINE : mmToPoints(second.baseline - first.baseline);
  const line = pointsToTwips(pitch);
  const left = mmToTwips(first.left);
  const width = mmToTwips(Math.max(...lines.map((each) => each.right)) - first.left);
  const isSingle = isCentred(first);
  const frame = frameAt({
    x: isSingle ? left - MARK_SPARE : left,
    y: lineTopOf(first.baseline, line),
    width: width + (isSingle ? 2 * MARK_SPARE : Math.round(MARK_SPARE / 4)),
    height: line * lines.length,
  });
  return lines.map(
    (each) =>
      new Paragraph({
        style: style.id,
        frame,
        spacing: { line, lineRule: 'exact' },
        ...(isSingle ? {} : { alignment: 'left' }),
        children: joinRuns(markRuns(each, size, context)).map((spec) => textRun(spec, style)),
      }),
  );
}

function markRuns(line: PageLine, size: number, context: FontContext): RunSpec[] {
  return line.items.flatMap((item) => {
    const scale = Math.round(item.scaleX * 100);
    return spacedRuns(item, context, size, scale).map((spec) => ({
      ...spec,
      size,
      spacing: spec.spacing ?? 0,
      scale,
    }));
  });
}
