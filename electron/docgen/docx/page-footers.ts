import { Footer, PageNumber, Paragraph, TextRun } from 'docx';
import type { LaidOut } from '../../../shared/gongwen/pages.ts';
import { lineTopOf, PAPER } from './grid.ts';
import { zoneLines } from './page-lines.ts';
import type { PageLine } from './page-lines.ts';
import { resolveStyle } from './resolve-style.ts';
import { joinRuns, runSpec, textRun } from './text-runs.ts';
import type { FontContext, RunSpec } from './text-runs.ts';

/** Baseline in mm when no page has a number to take it from. */
const USUAL_BASELINE = 270.6;

const STYLE = 'GongwenPageNumber';

/** The runs left and right of the number, e.g. `— ` and ` —` (7.5, P-01). */
function around(line: PageLine | undefined, context: FontContext): { before: RunSpec[]; after: RunSpec[] } {
  const before: RunSpec[] = [];
  const after: RunSpec[] = [];
  let isPast = false;
  for (const item of line?.items ?? []) {
    for (const char of item.text) {
      if (/\d/u.test(char)) isPast = true;
      else (isPast ? after : before).push(runSpec(item, char, context, undefined));
    }
  }
  return { before: joinRuns(before), after: joinRuns(after) };
}

/** Distance in twips of the footer from the paper's lower edge that puts the dash 7 mm below the type area. */
export function footerDistance(laidOut: LaidOut): number {
  const line = zoneLines(laidOut, 'footer')[0];
  const height = resolveStyle(STYLE).line;
  return PAPER.height - lineTopOf(line?.baseline ?? USUAL_BASELINE, height) - height;
}

/** Footers of the numbered pages: odd ones right, even ones left, one cell in (7.5). */
export function numberFooters(laidOut: LaidOut, context: FontContext): { default: Footer; even: Footer } {
  const { before, after } = around(zoneLines(laidOut, 'footer')[0], context);
  const style = resolveStyle(STYLE);
  const footer = (styleId: string): Footer =>
    new Footer({
      children: [
        new Paragraph({
          style: styleId,
          children: [
            ...before.flatMap((spec) => textRun(spec, style)),
            new TextRun({ children: [PageNumber.CURRENT] }),
            ...after.flatMap((spec) => textRun(spec, style)),
          ],
        }),
      ],
    });
  return { default: footer(`${STYLE}Odd`), even: footer(`${STYLE}Even`) };
}

/** Footers of pages that carry no number (P-05): without them the section would inherit the others. */
export function emptyFooters(): { default: Footer; even: Footer } {
  const footer = (): Footer => new Footer({ children: [new Paragraph({ style: STYLE })] });
  return { default: footer(), even: footer() };
}
