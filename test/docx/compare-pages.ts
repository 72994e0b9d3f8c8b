import type { ElementKind, LaidOutPage, RuleItem, TextItem } from '../../shared/gongwen/pages.ts';
import type { MeasuredLine, MeasuredPage } from '../docgen/measure-pdf.ts';

/** What stands on a page of the layout and where a PDF drew it. */
export interface Finding {
  readonly page: number;
  readonly element: ElementKind;
  readonly text: string;
  /** Text of the PDF's line; undefined when the PDF has no such line near. */
  readonly drawn: string | undefined;
  /** Distance in mm, PDF minus layout: of the middle for what is centred, else of the first character. */
  readonly dx: number;
  readonly dy: number;
}

/** Elements whose place is their middle (居中): a word processor that sets digits wider grows both ways. */
const CENTRED: ReadonlySet<ElementKind> = new Set([
  'issuerMark',
  'title',
  'attachmentTitle',
  'enclosureTitle',
  'issuerSignature',
]);

const bare = (text: string): string => text.replace(/\s/gu, '');
/** Lines of the layout whose baselines are this close (mm) are one line of the PDF. */
const SAME_LINE = 0.3;
/** A line is looked for this far (mm) from its place. */
const REACH = 4;

const isInk = (char: string): boolean => bare(char) !== '';

function inkSpan(items: readonly TextItem[]): { left: number; right: number } {
  const xs = items.flatMap((item) =>
    Array.from(item.text, (char, index) => ({ char, x: item.xs[index] ?? 0 })),
  );
  const first = xs.find(({ char }) => isInk(char));
  return { left: first?.x ?? 0, right: Math.max(...items.map((item) => item.right)) };
}

/** The characters of `text` within a measured line: where they stand several times, those nearest to `x`. */
function partOf(line: MeasuredLine, text: string, x: number): { left: number; right: number } | undefined {
  const chars = line.chars.filter(({ text: char }) => isInk(char));
  const starts: number[] = [];
  let whole = '';
  for (const { text: char } of chars) {
    starts.push(whole.length);
    whole += bare(char);
  }
  const parts: { left: number; right: number }[] = [];
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
    const own = chars.filter((_, index) => {
      const start = starts[index] ?? 0;
      return start >= at && start < at + text.length;
    });
    const [first] = own;
    if (first !== undefined) parts.push({ left: first.x, right: own.at(-1)?.right ?? first.right });
  }
  return parts.toSorted((a, b) => Math.abs(a.left - x) - Math.abs(b.left - x))[0];
}

const isCentredNumber = (page: LaidOutPage, span: { left: number; right: number }): boolean =>
  Math.abs(span.left + span.right - page.typeArea.left - page.typeArea.right) < 1;

function isCentred(element: ElementKind, page: LaidOutPage, span: { left: number; right: number }): boolean {
  return CENTRED.has(element) || (element === 'documentNumber' && isCentredNumber(page, span));
}

/** Groups of a page's texts that stand on one line and belong to one element, in order. */
function groups(page: LaidOutPage): TextItem[][] {
  const byLine = new Map<string, TextItem[]>();
  for (const item of page.items) {
    if (item.kind !== 'text' || bare(item.text) === '') continue;
    const key = `${item.line}:${item.element === 'table' ? item.path : item.element}`;
    byLine.set(key, [...(byLine.get(key) ?? []), item]);
  }
  return [...byLine.values()].map((items) => items.toSorted((a, b) => (a.xs[0] ?? 0) - (b.xs[0] ?? 0)));
}

/** All text a page of the layout has on a baseline, cells of tables apart. */
export function lineTexts(page: LaidOutPage): { baseline: number; text: string }[] {
  const lines: { baseline: number; items: TextItem[] }[] = [];
  for (const item of page.items) {
    if (item.kind !== 'text' || item.element === 'table') continue;
    const line = lines.find(({ baseline }) => Math.abs(baseline - item.baseline) < SAME_LINE);
    if (line === undefined) lines.push({ baseline: item.baseline, items: [item] });
    else line.items.push(item);
  }
  return lines
    .map(({ baseline, items }) => ({
      baseline,
      text: bare(
        items
          .toSorted((a, b) => (a.xs[0] ?? 0) - (b.xs[0] ?? 0))
          .map(({ text }) => text)
          .join(''),
      ),
    }))
    .filter(({ text }) => text !== '');
}

function find(items: readonly TextItem[], page: LaidOutPage, drawn: MeasuredPage): Finding {
  const [first] = items;
  const element = first?.element ?? 'body';
  const baseline = first?.baseline ?? 0;
  const text = bare(items.map((item) => item.text).join(''));
  const span = inkSpan(items);
  const near = drawn.lines
    .filter((line) => Math.abs(line.baseline - baseline) < REACH && bare(line.text).includes(text))
    .toSorted((a, b) => Math.abs(a.baseline - baseline) - Math.abs(b.baseline - baseline))[0];
  const part = near === undefined ? undefined : partOf(near, text, span.left);
  if (near === undefined || part === undefined) {
    return { page: page.index, element, text, drawn: undefined, dx: NaN, dy: NaN };
  }
  const dx = isCentred(element, page, span)
    ? (part.left + part.right - span.left - span.right) / 2
    : part.left - span.left;
  return { page: page.index, element, text, drawn: bare(near.text), dx, dy: near.baseline - baseline };
}

/** Finds every piece of text of a page in the PDF. */
export const compareTexts = (page: LaidOutPage, drawn: MeasuredPage): Finding[] =>
  groups(page).map((items) => find(items, page, drawn));

/** Greatest difference in mm of a rule's ends and thickness from the nearest one the PDF has. */
export function ruleDifference(rule: RuleItem, drawn: MeasuredPage): { place: number; thickness: number } {
  const differences = drawn.rules.map((one) => ({
    place: Math.max(
      Math.abs(one.x1 - rule.x1),
      Math.abs(one.x2 - rule.x2),
      Math.abs(one.y1 - rule.y1),
      Math.abs(one.y2 - rule.y2),
    ),
    thickness: Math.abs(one.thickness - rule.thickness),
  }));
  return differences.toSorted((a, b) => a.place - b.place)[0] ?? { place: Infinity, thickness: Infinity };
}
