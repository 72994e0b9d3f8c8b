import { Paragraph } from 'docx';
import type { LaidOut, RuleItem } from '../../../shared/gongwen/pages.ts';
import type { FlowEntry } from './flow-entries.ts';
import { lineTopOf, MARGINS, PAPER, PITCH } from './grid.ts';
import { headerFrames } from './header-frames.ts';
import { resolveStyle } from './resolve-style.ts';
import { ruleShape } from './shapes.ts';
import type { FontContext } from './text-runs.ts';
import { mmToTwips } from './units.ts';

export interface HeaderBlock {
  readonly children: readonly Paragraph[];
  /** Twips from the paper's upper edge where the flow goes on. */
  readonly bottom: number;
}

/** Lines between the red rule and the flow when nothing flows on the first page. */
const BLANKS = 2;

const ANCHOR = 'GongwenHeaderAnchor';

/**
 * 版头: frames at fixed places and, below them, an empty line that everything hangs on. Its white above
 * reaches down past the red rule, so that no line of text ever meets a frame.
 */
export function headerBlock(
  laidOut: LaidOut,
  entries: readonly FlowEntry[],
  context: FontContext,
): HeaderBlock {
  const frames = headerFrames(laidOut, context);
  const rules = (laidOut.pages[0]?.items ?? []).filter(
    (item): item is RuleItem => item.kind === 'rule' && item.element === 'redRule',
  );
  if (frames.length === 0 && rules.length === 0) return { children: [], bottom: MARGINS.top };
  const [first] = entries;
  // the second double rule of a letter is at the foot of the page
  const upper = rules.map((rule) => mmToTwips(rule.y1)).filter((y) => y < PAPER.height / 2);
  const lowest = Math.max(MARGINS.top, ...upper);
  const bottom =
    first?.kind === 'text' && first.lines[0]?.pageIndex === 0
      ? lineTopOf(first.lines[0].baseline, resolveStyle(first.style).line)
      : lowest + BLANKS * PITCH;
  const anchor = new Paragraph({
    style: ANCHOR,
    spacing: { before: bottom - PITCH - MARGINS.top },
    children: rules.map((rule) => ruleShape(rule, context.red)),
  });
  return { children: [...frames, anchor], bottom };
}
