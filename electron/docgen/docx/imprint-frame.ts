import { Paragraph, TabStopType } from 'docx';
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

const isIdeographicSpaces = (text: string): boolean => /^\u3000+$/u.test(text);

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
  const frame = frameAt({
    x: areaLeft(first.page),
    y: lineTopOf(first.baseline, style.line),
    width: TYPE_AREA_WIDTH,
    height: lines.length * style.line,
  });
  const frames = paragraphs(lines).map((group) => {
    const path = group[0]?.items[0]?.path;
    const isPrinting = path === 'printingOffice' || path === 'printedOn';
    return isPrinting ? printingParagraph(group, frame, context) : listParagraph(group, frame, context);
  });
  return { pageIndex, frames, rules: rules.map(({ item }) => item) };
}

type Frame = ReturnType<typeof frameAt>;

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
function listParagraph(lines: readonly PageLine[], frame: Frame, context: FontContext): Paragraph {
  const style = resolveStyle(STYLE);
  const [first] = lines;
  const label = first?.items[0];
  const hasLabel = label !== undefined && first !== undefined && first.items.length > 1;
  // the layout pads further groups with spaces to the width of the label; an indent does that here
  const isPadded = hasLabel && isIdeographicSpaces(label.text);
  const labelWidth = hasLabel && label !== undefined ? widthOf([label], context) : 0;
  const area = first?.page.typeArea.left ?? 0;
  const textLeft = mmToTwips((first?.items[1]?.xs[0] ?? 0) - area);
  const left = isPadded ? textLeft : style.indent.left + labelWidth;
  const hanging = isPadded ? 0 : labelWidth;
  const set = isPadded ? lines.map((line, index) => (index === 0 ? withoutLabel(line) : line)) : lines;
  const width = TYPE_AREA_WIDTH - style.indent.right - left;
  const specs = fitEntry(set, {
    style,
    widths: { first: (width + hanging) / 20, rest: width / 20 },
    hardLines: false,
    pageBreaks: new Set(),
    cut: false,
    context,
  });
  return new Paragraph({
    style: STYLE,
    frame,
    indent: { left, ...(hanging > 0 ? { hanging } : { firstLine: 0 }) },
    children: specs.flatMap((spec) => textRun(spec, style)),
  });
}

function withoutLabel(line: PageLine): PageLine {
  const items = line.items.slice(1);
  return { ...line, items, left: items[0]?.xs[0] ?? line.left };
}

/** 印发机关 left, 印发日期 right (7.4.3), by a tab at the right edge. */
function printingParagraph(lines: readonly PageLine[], frame: Frame, context: FontContext): Paragraph {
  const style = resolveStyle(STYLE);
  const items = lines.flatMap((line) => line.items);
  const specs = joinRuns(
    items.map((item, index) => {
      const scale = Math.round(item.scaleX * 100);
      const spec = { ...runSpec(item, item.text, context, undefined), scale };
      const isDate = item.path === 'printedOn' && items[index - 1]?.path !== 'printedOn';
      return isDate ? { ...spec, before: 'tab' as const } : spec;
    }),
  );
  return new Paragraph({
    style: STYLE,
    frame,
    alignment: 'left',
    // LibreOffice counts what a right tab sets against the right indent
    indent: { left: style.indent.left, right: 0 },
    tabStops: [{ type: TabStopType.RIGHT, position: TYPE_AREA_WIDTH - style.indent.right }],
    children: specs.flatMap((spec) => textRun(spec, style)),
  });
}

/** The paragraph the frame and the rules hang on: one point high, on the page of the imprint. */
export const imprintAnchor = (parts: ImprintParts, pageBreakBefore: boolean): Paragraph =>
  new Paragraph({
    style: 'GongwenAnchor',
    ...(pageBreakBefore ? { pageBreakBefore } : {}),
    children: parts.rules.map((rule) => ruleShape(rule)),
  });
