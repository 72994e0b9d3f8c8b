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
  const element = line.items[0]?.element;
  if (element === 'signatories') return signatoryFrame(line, context);
  if (element === 'documentNumber') return numberFrame(line, context);
  return cornerFrame(line, element === 'copyNumber' ? 'GongwenFlush' : 'GongwenFlushHei', context);
}

const runsOf = (line: PageLine, context: FontContext): RunSpec[] =>
  joinRuns(line.items.map((item) => runSpec(item, item.text, context)));

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

/** Names further than this (mm) from what stands before them are set by a tab. */
const TABBED = 2;

/** “签发人：” and the names of one line, names spread to one width, further ones at tab stops (7.2.6). */
function signatoryFrame(line: PageLine, context: FontContext): Paragraph {
  const style = resolveStyle('GongwenSignatory');
  const frameLeft = mmToTwips(line.left);
  const stops: number[] = [];
  const specs = line.items.flatMap((item, index) => {
    const left = item.xs[0] ?? 0;
    const before = line.items[index - 1];
    const isTabbed = before !== undefined && left - before.right > TABBED;
    if (isTabbed) stops.push(mmToTwips(left) - frameLeft);
    return spacedRuns(item, context, { start: isTabbed ? 'tab' : undefined });
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

interface SpacedOptions {
  /** pt and percent to set the item in, where they differ from its own. */
  readonly size?: number;
  readonly scale?: number;
  /** Spacing of characters that stand as the grid has them; undefined: the style's. */
  readonly usual?: number;
  readonly start?: RunSpec['before'];
}

/** Text with the layout's distances between its characters; the last one keeps none. */
function spacedRuns(item: TextItem, context: FontContext, options: SpacedOptions = {}): RunSpec[] {
  const { size = item.sizePt, scale = 100, usual, start } = options;
  const chars = Array.from(item.text);
  const specs = chars.map((char, index): RunSpec => {
    const next = item.xs[index + 1];
    const natural = (context.advances.named(item.face, char) * size * scale) / 100;
    const advance = next === undefined ? natural : mmToPoints(next - (item.xs[index] ?? 0));
    const spacing = pointsToTwips(advance - natural);
    const isUsual = Math.abs(spacing) < OWN_TRACKING;
    const before = index === 0 ? start : undefined;
    return runSpec(item, char, context, { size, scale, before, spacing: isUsual ? usual : spacing });
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

const markRuns = (line: PageLine, size: number, context: FontContext): RunSpec[] =>
  line.items.flatMap((item) =>
    spacedRuns(item, context, { size, scale: Math.round(item.scaleX * 100), usual: 0 }),
  );
