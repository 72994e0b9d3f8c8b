import type { LaidOutPage } from '../../../shared/gongwen/pages.ts';
import type { Context } from './context.ts';
import { note } from './context.ts';
import { LINE_GAP } from './geometry.ts';
import { drawImprint, imprintOf, imprintTop } from './imprint.ts';
import { profileOf } from './profile.ts';
import { tightenTo } from './tighten-page.ts';
import { drawPageNumber } from './page-number.ts';
import { finishPage, newPage } from './page.ts';
import type { PageDraft } from './page.ts';

/**
 * 版记 on the last side (7.4): on the page of the last text where there is room, else whole on the next;
 * on an even side if the option asks for it (I-10). A blank page before it and its own page have no
 * number (7.5).
 */
function placeImprint(context: Context, pages: PageDraft[], addresseesMoved: boolean): void {
  const { fullImprint } = profileOf(context.document);
  const imprint = imprintOf(context, addresseesMoved, fullImprint);
  if (imprint === undefined) return;
  const last = pages.at(-1);
  // 抄送 of a letter, without rules, stands on its last side, even or odd (10.1)
  const even = context.document.options.imprintOnEvenPage && fullImprint;
  if (last !== undefined && (!even || pages.length % 2 === 0)) {
    const bottom = imprintTop(imprint) - LINE_GAP;
    let room = last.textBottom <= bottom;
    if (!room && tightenTo(last, bottom)) {
      room = true;
      note(context, 'pitch-tightened', '为使版记排在末面，末面行距已略微收紧。', 'printedOn');
    }
    if (room) {
      drawImprint(imprint, last);
      return;
    }
  }
  const page = newPage();
  if (even && pages.length % 2 === 0) {
    pages.push({ ...newPage(), numbered: false });
    page.numbered = false;
  }
  pages.push(page);
  drawImprint(imprint, page);
}

/** Adds imprint and page numbers; parts bound by themselves follow on a new leaf and count from 1. */
export function finishPages(
  context: Context,
  bound: PageDraft[],
  separate: readonly PageDraft[][],
  addresseesMoved: boolean,
): LaidOutPage[] {
  placeImprint(context, bound, addresseesMoved);
  const first = bound[0];
  if (first !== undefined && !profileOf(context.document).firstPageNumber) first.numbered = false;
  const all = [...bound];
  for (const part of separate) {
    if (all.length % 2 === 1) all.push({ ...newPage(), numbered: false });
    part.forEach((page, index) => all.push(index === 0 ? { ...page, restart: true } : page));
  }
  const mirrored = context.document.options.mirrorMargins;
  let number = 0;
  return all.map((draft, index) => {
    number = draft.restart ? 1 : number + 1;
    if (draft.numbered) drawPageNumber(context, draft, number);
    return finishPage(draft, index + 1, mirrored, draft.numbered ? number : undefined);
  });
}
