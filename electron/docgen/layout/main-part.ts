import { attendanceBoxes } from './attendance.ts';
import { attachmentNoteBoxes } from './attachment-note.ts';
import { bodyBoxes } from './body.ts';
import { closingOf, drawClosing } from './closing.ts';
import type { Context } from './context.ts';
import { note } from './context.ts';
import { blankLine, drawPage } from './flow.ts';
import type { Box } from './flow.ts';
import { AREA_BOTTOM, AREA_LEFT, AREA_TOP } from './geometry.ts';
import { layoutHeader } from './header.ts';
import { newPage } from './page.ts';
import type { PageDraft } from './page.ts';
import { paragraphBoxes } from './paragraph.ts';
import { fillFirstPage, flowWithClosing, textBottomOf } from './place-closing.ts';
import type { ClosedFlow } from './place-closing.ts';
import { profileOf } from './profile.ts';
import { titleBoxes } from './title.ts';
import { addresseesText } from './wording.ts';

export interface MainPart {
  readonly pages: PageDraft[];
  /** 主送机关 stand in the imprint, because the first page had no room for them (7.3.2). */
  readonly addresseesMoved: boolean;
}

/** 主送机关 (7.3.2): an empty line under the title, flush left with all its lines, a colon at the end. */
function addresseeBoxes(context: Context): Box[] {
  const { addressees } = context.document;
  if (addressees.length === 0) return [];
  return paragraphBoxes(
    context,
    [{ text: addresseesText(addressees), role: 'fangsong', element: 'addressees', path: 'addressees' }],
    { first: AREA_LEFT, rest: AREA_LEFT },
  );
}

interface Attempt extends ClosedFlow {
  readonly page: PageDraft;
  readonly textTop: number;
}

/** Marks are shrunk in these steps where the first page would else carry no text of the body (7.3.3). */
const SHRINK_STEPS = [0.85, 0.7];

function attempt(context: Context, withAddressees: boolean, shrink: number): Attempt {
  const { document } = context;
  const profile = profileOf(document);
  const page = newPage();
  const frame = layoutHeader(context, page, profile, shrink);
  if (frame.firstLimit > AREA_BOTTOM) page.bottom = frame.firstLimit;
  const boxes: Box[] = profile.hasTitle ? titleBoxes(context, document.title, 'title', 'title') : [];
  if (boxes.length > 0) boxes.push(blankLine());
  if (withAddressees) boxes.push(...addresseeBoxes(context));
  boxes.push(...bodyBoxes(context, { blocks: document.body, element: 'body', path: 'body' }));
  boxes.push(...attachmentNoteBoxes(context), ...attendanceBoxes(context));
  const closings = [closingOf(context, 'best'), closingOf(context, 'compact')] as const;
  const closed = flowWithClosing(boxes, frame, closings);
  if (frame.fillFirst === true) fillFirstPage(closed.pages, frame.firstLimit);
  return { page, textTop: frame.firstTop, ...closed };
}

const hasBody = (tried: Attempt): boolean =>
  tried.pages[0]?.placed.some(({ box }) => box.isBody === true) === true;

/** 版头 and 主体 up to 附注: the pages before any attachment. */
export function layoutMain(context: Context): MainPart {
  const { document } = context;
  const { addresseesInImprint } = document.options;
  const hasAddressees = document.addressees.length > 0 && profileOf(document).hasTitle;
  let moved = addresseesInImprint === true && hasAddressees;
  let tried = attempt(context, hasAddressees && !moved, 1);
  const wantsBody = document.body.length > 0;
  if (wantsBody && !hasBody(tried) && addresseesInImprint === 'auto' && hasAddressees) {
    moved = true;
    tried = attempt(context, false, 1);
    note(context, 'addressees-moved', '主送机关过多，首页排不下正文，已将主送机关移入版记。', 'addressees');
  }
  const goodEnough = (each: Attempt): boolean =>
    !wantsBody ||
    (hasBody(each) && (each.naturalPages > 1 || each.effort === 'none' || each.effort === 'tightened'));
  for (const shrink of SHRINK_STEPS) {
    if (goodEnough(tried)) break;
    const smaller = attempt(context, hasAddressees && !moved, shrink);
    if (!goodEnough(smaller) && hasBody(tried)) continue;
    tried = smaller;
    note(context, 'mark-shrunk', '为使首页有正文、署名与正文同页，已缩小发文机关标志。', 'issuerMark');
  }
  if (wantsBody && !hasBody(tried)) {
    note(context, 'first-page-empty', '首页没有正文，请缩短标题或减少首页要素。', 'body');
  }
  if (tried.note !== undefined) note(context, tried.note.code, tried.note.message, tried.note.path);
  const pages = tried.pages.map((flowPage, index) =>
    drawPage(flowPage, index === 0 ? tried.page : newPage()),
  );
  const last = pages.at(-1);
  if (last !== undefined) {
    const bottom = textBottomOf(tried.pages.at(-1), pages.length === 1 ? tried.textTop : AREA_TOP);
    drawClosing(tried.closing, last, bottom);
  }
  return { pages, addresseesMoved: moved };
}
