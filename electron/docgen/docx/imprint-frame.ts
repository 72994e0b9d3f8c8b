import { Paragraph, TabStopType } from 'docx';
import type { IFrameOptions } from 'docx';
import type { LaidOut, RuleItem, TextItem } from '../../../shared/gongwen/pages.ts';
import { fitEntry } from './fit-entry.ts';
import { frameAt } from './frames.ts';
import { areaLeft, lineTopOf, TYPE_AREA_WIDTH } from './grid.ts';
import { zoneLines } from './page-lines.ts';
import type { PageLine } from './page-lines.ts';
import { resolveStyle } from './resolve-style.ts';
import { ruleShape } from './shapes.ts';
import { joinRuns, naturalPoints, runSpec, textRun } from './text-runs.ts';
import { mmToTwips } from './units.ts';
import type { FontContext } from './text-runs.ts';

const STYLE = 'GongwenImprint';

/** 版记 (7.4): its text in one frame, its rules as shapes, all at fixed places on the last page. */
export interface ImprintParts {
  /** 0-based page; undefined without an imprint. */
  readonly pageIndex: number | undefined;
  readonly frames: readonly Paragraph[];
  readonly rules: readonly RuleItem[];
}

export function imprintParts(laidOut: LaidOut, context: FontContext): ImprintParts {
  const lines = zoneLines(laidOut, 'imprint');
  const rules = laidOut.pages.flatMap((page, pageIndex) =>
    page.items
      .filter((item): item is RuleItem => item.kind === 'rule' && item.element === 'imprintRule')
      .map((item) => ({ item, pageIndex })),
  );
  const first = lines[0];
  const pageIndex = first?.pageIndex ?? rules[0]?.pageIndex;
  if (first === undefined) {
    return { pageIndex, frames: [], rules: rules.map(({ item }) => item) };
  }
  const style = resolveStyle(STYLE);
  const second = lines[1];
  const pitch = second === undefined ? style.line : mmToTwips(second.baseline - first.baseline);
  const line = Math.abs(pitch - style.line) <= 1 ? style.line : pitch;
  const frame = frameAt({
    x: areaLeft(first.page),
    y: lineTopOf(first.baseline, line),
    width: TYPE_AREA_WIDTH,
    height: lines.length * line,
  });
  const place: ImprintPlace = {
    frame,
    ...(line === style.line ? {} : { spacing: { line, lineRule: 'exact' } }),
  };
  const frames = paragraphs(lines).map((group) => {
    const path = group[0]?.items[0]?.path;
    const isPrinting = path === 'printingOffice' || path === 'printedOn';
    return isPrinting ? printingParagraph(group, place, context) : listParagraph(group, place, context);
  });
  return { pageIndex, frames, rules: rules.map(({ item }) => item) };
}

interface ImprintPlace {
  readonly frame: IFrameOptions;
  readonly spacing?: { readonly line: number; readonly lineRule: 'exact' };
}

/** Lines of one group of names (抄送) belong together, however many they are. */
function paragraphs(lines: readonly PageLine[]): PageLine[][] {
  const groups: PageLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const path = line.items[0]?.path;
    if (last !== undefined && last[0]?.items[0]?.path === path) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

const widthOf = (items: readonly TextItem[], context: FontContext): number =>
  Math.round(
    items.reduce(
      (sum, item) =>
        sum + Array.from(item.text).reduce((all, char) => all + naturalPoints(item, char, context) * 20, 0),
      0,
    ),
  );

/** 抄送：… with further lines under the first name (7.4.2). */
function listParagraph(lines: readonly PageLine[], place: ImprintPlace, context: FontContext): Paragraph {
  const style = resolveStyle(STYLE);
  const [first] = lines;
  const label = first?.items[0];
  const hasLabel = label !== undefined && first !== undefined && first.items.length > 1;
  const hanging = hasLabel ? widthOf([label], context) : 0;
  const area = first?.page.typeArea.left ?? 0;
  const start = mmToTwips((first?.left ?? 0) - area);
  const left = (Math.abs(start - style.indent.left) < 8 ? style.indent.left : start) + hanging;
  const width = TYPE_AREA_WIDTH - style.indent.right - left;
  const { specs } = fitEntry(lines, {
    style,
    widths: { first: (width + hanging) / 20, rest: width / 20 },
    hardLines: false,
    context,
  });
  return new Paragraph({
    style: STYLE,
    ...place,
    indent: { left, ...(hanging > 0 ? { hanging } : { firstLine: 0 }) },
    children: specs.map((spec) => textRun(spec, style)),
  });
}

/** 印发机关 left, 印发日期 right (7.4.3), by a tab at the right edge. */
function printingParagraph(lines: readonly PageLine[], place: ImprintPlace, context: FontContext): Paragraph {
  const style = resolveStyle(STYLE);
  const items = lines.flatMap((line) => line.items);
  const specs = joinRuns(
    items.map((item, index) => {
      const isDate = item.path === 'printedOn' && items[index - 1]?.path !== 'printedOn';
      return runSpec(item, item.text, context, {
        scale: Math.round(item.scaleX * 100),
        before: isDate ? 'tab' : undefined,
      });
    }),
  );
  return new Paragraph({
    style: STYLE,
    ...place,
    alignment: 'left',
    // LibreOffice counts what a right tab sets against the right indent
    indent: { left: style.indent.left, right: 0 },
    tabStops: [{ type: TabStopType.RIGHT, position: TYPE_AREA_WIDTH - style.indent.right }],
    children: specs.map((spec) => textRun(spec, style)),
  });
}

/** The paragraph the frame and the rules hang on: one point high, on the page of the imprint. */
export const imprintAnchor = (
  parts: ImprintParts,
  pageBreakBefore: boolean,
  context: FontContext,
): Paragraph =>
  new Paragraph({
    style: 'GongwenAnchor',
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
    children: parts.rules.map((rule) => ruleShape(rule, context.red)),
  });
