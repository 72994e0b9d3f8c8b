import { layout } from '../../electron/docgen/layout/layout.ts';
import type { FontMetrics } from '../../electron/docgen/layout/font-metrics.ts';
import type { Block, Gongwen } from '../../shared/gongwen/model.ts';
import type { LaidOut, LaidOutPage, TextItem } from '../../shared/gongwen/pages.ts';
import { outsideArea, overlaps } from './page-checks.ts';
import { lostTexts } from './text-checks.ts';
import { rules, seals, texts } from './support.ts';

/** What has to hold for the pages of any document whatever; each function gives the violations in words. */

const IMAGE_SIZES: Readonly<Record<string, { readonly width: number; readonly height: number }>> = {
  'wide.png': { width: 300, height: 100 },
  'tall.png': { width: 100, height: 400 },
};

export const layOutRandom = (document: Gongwen, fonts: FontMetrics): LaidOut =>
  layout(document, fonts, { imageSize: (file) => IMAGE_SIZES[file] });

const hasNote = (laidOut: LaidOut, ...codes: readonly string[]): boolean =>
  laidOut.notes.some(({ code }) => codes.includes(code));

const isInked = (item: TextItem): boolean => item.text.trim() !== '';

/** Text of the body (or of what follows it) stands on the page. */
const hasText = (page: LaidOutPage | undefined, pattern: RegExp): boolean =>
  page?.items.some(({ path }) => pattern.test(path)) === true;

const hasWords = (blocks: readonly Block[]): boolean =>
  blocks.some(
    (block) => (block.type === 'paragraph' || block.type === 'heading') && block.text.trim() !== '',
  );

/** 7.3.3, 7.3.5.5: text on the first page and on the page of 署名, or a note says why not. */
function emptySides(document: Gongwen, laidOut: LaidOut): string[] {
  const found: string[] = [];
  const startsWithWords = hasWords(document.body.slice(0, 1));
  if (startsWithWords && !hasText(laidOut.pages[0], /^body\./u) && !hasNote(laidOut, 'first-page-empty'))
    found.push('B-05 no text on the first page');
  const closing = laidOut.pages.find((page) =>
    page.items.some(({ element }) => element === 'issuedOn' || element === 'issuerSignature'),
  );
  const beside = /^(?:body|attachments|attendance)/u;
  if (
    closing !== undefined &&
    startsWithWords &&
    !hasText(closing, beside) &&
    !hasNote(laidOut, 'closing-alone')
  )
    found.push(`S-34 no text beside 署名 on page ${closing.index}`);
  return found;
}

/** 7.4: whole, on one side, its last rule on the lower edge of the type area, on an even side if asked. */
function wrongImprint(document: Gongwen, laidOut: LaidOut): string[] {
  const pages = laidOut.pages.filter((page) => page.items.some(({ element }) => element === 'imprint'));
  const [page] = pages;
  if (page === undefined) return [];
  const found: string[] = [];
  if (pages.length > 1) found.push(`I-11 imprint on pages ${pages.map(({ index }) => index).join(', ')}`);
  const own = rules(page).filter(({ element }) => element === 'imprintRule');
  if (document.format === 'letter') {
    if (own.length > 0) found.push('X-09 rules in the imprint of a letter');
    return found;
  }
  const last = Math.max(...own.map(({ y1 }) => y1));
  if (Math.abs(last - 262) > 0.01) found.push(`I-03 last rule at ${last}`);
  if (document.options.imprintOnEvenPage && page.index % 2 === 1) found.push('I-10 imprint on an odd side');
  const top = Math.min(...own.map(({ y1 }) => y1));
  const above = texts(page).filter(({ element }) => element !== 'imprint' && element !== 'pageNumber');
  const low = above.find((item) => isInked(item) && item.baseline > top + 0.01);
  if (low !== undefined && page.turned !== true) found.push(`text inside the imprint: ${low.path}`);
  const later = laidOut.pages
    .slice(page.index)
    .find((each) => each.items.some(({ path }) => /^(?:body|title|enclosures)/u.test(path)));
  if (later !== undefined) found.push(`I-03 text of page ${later.index} after the imprint`);
  return found;
}

/** An enclosure that nothing has been typed into yet keeps its page. */
const isUntyped = ({ title, body }: Gongwen['enclosures'][number]): boolean =>
  title.trim() === '' &&
  body.every((block) => block.type === 'pageBreak' || ('text' in block && block.text.trim() === ''));

/** 7.5: numbers count on, odd right and even left, none on blank sides. */
function wrongNumbers(document: Gongwen, laidOut: LaidOut): string[] {
  const found: string[] = [];
  const mayBeBlank = document.enclosures.some(isUntyped);
  let before = 0;
  let index = 0;
  for (const page of laidOut.pages) {
    index += 1;
    if (page.index !== index) found.push(`page ${index} says it is ${page.index}`);
    const printed = texts(page).filter(({ element }) => element === 'pageNumber');
    const text = printed.map((item) => item.text).join('');
    if (page.pageNumber === undefined) {
      if (printed.length > 0) found.push(`P-05 a number on page ${index}`);
      before += 1;
      continue;
    }
    if (text !== `— ${page.pageNumber} —`) found.push(`P-01 “${text}” on page ${index}`);
    if (page.pageNumber !== before + 1 && page.pageNumber !== 1)
      found.push(`P-06 ${page.pageNumber} after ${before}`);
    before = page.pageNumber;
    if (page.items.length === printed.length && !mayBeBlank)
      found.push(`P-05 page ${index} is blank but numbered`);
    const left = Math.min(...printed.flatMap(({ xs }) => [...xs]));
    const right = Math.max(...printed.map((item) => item.right));
    const outer = page.pageNumber % 2 === 1 ? page.typeArea.right - right : left - page.typeArea.left;
    // a dash is widened to fill its cell, so that its glyph starts a little outside of it
    if (Math.abs(outer - 14 * (25.4 / 72)) > 0.3) found.push(`P-03 number ${outer} mm from the edge`);
  }
  return found;
}

/** 7.3.5.1: seals apart from each other and inside the edges of the type area. */
function wrongSeals(laidOut: LaidOut): string[] {
  const found: string[] = [];
  for (const page of laidOut.pages) {
    const all = seals(page).filter(({ path }) => path.startsWith('seals'));
    all.forEach((seal, index) => {
      const radius = seal.diameter / 2;
      const { left, right } = page.typeArea;
      if (seal.centerX - radius < left - 0.02 || seal.centerX + radius > right + 0.02)
        found.push(`S-16 seal ${index} from ${seal.centerX - radius} to ${seal.centerX + radius}`);
      for (const other of all.slice(index + 1)) {
        const distance = Math.hypot(seal.centerX - other.centerX, seal.centerY - other.centerY);
        if (distance <= radius + other.diameter / 2) found.push(`S-16 seals ${distance} mm apart`);
      }
    });
  }
  return found;
}

const PAGES = (laidOut: LaidOut, path: string): number[] =>
  laidOut.pages
    .filter((page) => texts(page).some((item) => item.path === path && isInked(item)))
    .map(({ index }) => index);

/** Number of lines the text of a path is set in. */
const linesOf = (laidOut: LaidOut, path: string): number =>
  new Set(
    laidOut.pages.flatMap((page) =>
      texts(page).flatMap((item) => (item.path === path ? [`${page.index}.${item.line}`] : [])),
    ),
  ).size;

/** A series of headings of more lines than this may be divided. */
const LONGEST_CHAIN = 8;

/** B-11: a heading stands on the page of the text after it. */
function strandedHeadings(document: Gongwen, laidOut: LaidOut): string[] {
  let chain = 0;
  return document.body.flatMap((block, index) => {
    if (block.type === 'heading') chain += linesOf(laidOut, `body.${index}`);
    // caption and header of a table without rows go with what follows, as a heading does
    else chain = block.type === 'table' && block.rows.length === 0 ? chain + LONGEST_CHAIN : 0;
    const next = document.body[index + 1];
    if (block.type !== 'heading' || chain >= LONGEST_CHAIN) return [];
    if ((next?.type !== 'paragraph' && next?.type !== 'heading') || next.text.trim() === '') return [];
    const own = PAGES(laidOut, `body.${index}`).at(-1);
    const following = PAGES(laidOut, `body.${index + 1}`)[0];
    return own === following || own === undefined
      ? []
      : [`B-11 heading body.${index} on page ${own}, text on ${following}`];
  });
}

/** Everything that is wrong with the pages of a document; empty when nothing is. */
export function violations(document: Gongwen, fonts: FontMetrics): string[] {
  const laidOut = layOutRandom(document, fonts);
  const found = laidOut.pages.flatMap((page) => [
    ...outsideArea(page).map((each) => `L-04 p${page.index} ${each}`),
    ...overlaps(page).map((each) => `overlap p${page.index} ${each}`),
  ]);
  found.push(
    ...lostTexts(document, laidOut),
    ...emptySides(document, laidOut),
    ...wrongImprint(document, laidOut),
  );
  found.push(
    ...wrongNumbers(document, laidOut),
    ...wrongSeals(laidOut),
    ...strandedHeadings(document, laidOut),
  );
  if (JSON.stringify(laidOut) !== JSON.stringify(layOutRandom(document, fonts)))
    found.push('not deterministic');
  return found;
}
