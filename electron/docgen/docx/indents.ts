import type { TextEntry } from './flow-entries.ts';
import { TYPE_AREA_WIDTH } from './grid.ts';
import type { PageLine } from './page-lines.ts';
import type { ResolvedStyle } from './resolve-style.ts';
import { naturalPoints } from './text-runs.ts';
import type { FontContext } from './text-runs.ts';
import { mmToTwips } from './units.ts';

/** Where a paragraph's lines stand, twips from the type area's edges. */
export interface Edges {
  /** Left edge of the first line. */
  readonly first: number;
  /** Left edge of the other lines. */
  readonly rest: number;
  readonly right: number;
}

/** What `w:ind` has to say where the style says otherwise. */
export interface Indent {
  readonly left: number;
  readonly right?: number;
  readonly firstLine?: number;
  readonly hanging?: number;
}

/** Twips below which an edge is the style's. */
const SAME = 8;

const edgesOfStyle = (style: ResolvedStyle): Edges => ({
  first: style.indent.left + style.indent.firstLine - style.indent.hanging,
  rest: style.indent.left,
  right: style.indent.right,
});

const offset = (line: PageLine, x: number): number => mmToTwips(x - line.page.typeArea.left);

/** Width in twips of the label in front of a hanging text (附件：1.), as the word processor sets it. */
function labelWidth(line: PageLine, style: ResolvedStyle, context: FontContext): number {
  const textPath = line.items.at(-1)?.path;
  let width = 0;
  for (const item of line.items) {
    if (item.path === textPath) break;
    for (const char of item.text) width += naturalPoints(item, char, context) * 20 + style.spacing;
  }
  return Math.round(width);
}

const near = (value: number, wanted: number): number => (Math.abs(value - wanted) <= SAME ? wanted : value);

/** Edges of a paragraph that is set flush left or justified. */
export function edgesOf(entry: TextEntry, style: ResolvedStyle, context: FontContext): Edges {
  const given = edgesOfStyle(style);
  const [line, second] = entry.lines;
  if (line === undefined) return given;
  const first = offset(line, line.left);
  const label = style.indent.hanging > 0 ? labelWidth(line, style, context) : 0;
  const below = second === undefined ? given.rest : offset(second, second.left);
  const rest = label > 0 ? first + label : entry.continued === true ? first : below;
  return { first: near(first, given.first), rest: near(rest, given.rest), right: given.right };
}

/** The direct indent for these edges; undefined when the style's will do. */
export function indentFor(edges: Edges, style: ResolvedStyle): Indent | undefined {
  const given = edgesOfStyle(style);
  if (edges.first === given.first && edges.rest === given.rest && edges.right === given.right)
    return undefined;
  const shift = edges.first - edges.rest;
  return {
    left: edges.rest,
    ...(edges.right === given.right ? {} : { right: edges.right }),
    ...(shift < 0 ? { hanging: -shift } : { firstLine: shift }),
  };
}

/** Width in pt the word processor has for the first and for the other lines. @param width that of the type area, twips */
export const widthsOf = (edges: Edges, width = TYPE_AREA_WIDTH): { first: number; rest: number } => ({
  first: (width - edges.first - edges.right) / 20,
  rest: (width - edges.rest - edges.right) / 20,
});
