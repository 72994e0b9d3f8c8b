import { Footer, PageNumber, Paragraph, TextRun } from 'docx';
import type { LaidOut, TextItem } from '../../../shared/gongwen/pages.ts';
import { zoneLines } from './page-lines.ts';
import type { PageLine } from './page-lines.ts';
import type { PageLimits } from './page-limits.ts';
import { resolveStyle } from './resolve-style.ts';
import { joinRuns, runSpec, textRun } from './text-runs.ts';
import type { FontContext, RunSpec } from './text-runs.ts';

const STYLE = 'GongwenPageNumber';

/** The layout stretches the dash of a stand-in to a whole cell; that of the Windows font fills its own. */
const scaleOf = (item: TextItem, { names }: FontContext): number =>
  names === 'laid-out' ? Math.round(item.scaleX * 100) : 100;

/** The runs left and right of the number, e.g. `— ` and ` —` (7.5, P-01). */
function around(line: PageLine | undefined, context: FontContext): { before: RunSpec[]; after: RunSpec[] } {
  const before: RunSpec[] = [];
  const after: RunSpec[] = [];
  let isPast = false;
  for (const item of line?.items ?? []) {
    for (const char of item.text) {
      if (/\d/u.test(char)) isPast = true;
      else (isPast ? after : before).push(runSpec(item, char, context, { scale: scaleOf(item, context) }));
    }
  }
  return { before: joinRuns(before), after: joinRuns(after) };
}

/** The paragraph of a page number: a PAGE field between its dashes, one cell in from its side (7.5). */
export function numberParagraph(
  parity: 'Odd' | 'Even',
  laidOut: LaidOut,
  context: FontContext,
  after = 0,
): Paragraph {
  const runs = around(zoneLines(laidOut, 'footer')[0], context);
  const style = resolveStyle(STYLE);
  return new Paragraph({
    style: `${STYLE}${parity}`,
    ...(after === 0 ? {} : { spacing: { after } }),
    children: [
      ...runs.before.map((spec) => textRun(spec, style)),
      new TextRun({ children: [PageNumber.CURRENT] }),
      ...runs.after.map((spec) => textRun(spec, style)),
    ],
  });
}

/** Footers of the numbered pages: odd ones right, even ones left, one cell in (7.5). */
export function numberFooters(
  laidOut: LaidOut,
  limits: PageLimits,
  context: FontContext,
): { default: Footer; even: Footer } {
  const footer = (parity: 'Odd' | 'Even'): Footer =>
    new Footer({ children: [numberParagraph(parity, laidOut, context, limits.footerAfter)] });
  return { default: footer('Odd'), even: footer('Even') };
}

const emptyFooter = (): Footer => new Footer({ children: [new Paragraph({ style: 'GongwenAnchor' })] });

/** Footers of pages that carry no number (P-05): without them the section would inherit the others. */
export const emptyFooters = (): { default: Footer; even: Footer } => ({
  default: emptyFooter(),
  even: emptyFooter(),
});

/** Footers of a letter, whose first page carries no number (P-07). */
export const letterFooters = (
  laidOut: LaidOut,
  limits: PageLimits,
  context: FontContext,
): { default: Footer; even: Footer; first: Footer } => ({
  ...numberFooters(laidOut, limits, context),
  first: emptyFooter(),
});
