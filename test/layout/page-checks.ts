import type { Block, Gongwen } from '../../shared/gongwen/model.ts';
import type { LaidOut, LaidOutPage, TextItem } from '../../shared/gongwen/pages.ts';
import { texts } from './support.ts';

const MM = 25.4 / 72;

/** Elements that stand outside the type area by rule: the page number, the mark of a letter. */
const OUTSIDE = new Set(['pageNumber', 'issuerMark']);

const topOf = (item: TextItem): number => item.baseline - 0.86 * item.sizePt * MM;
const bottomOf = (item: TextItem): number => item.baseline + 0.14 * item.sizePt * MM;

/** The type area in the coordinates of the items; those of a turned page lie on a paper on its side. */
function areaOf({ turned, typeArea, height }: LaidOutPage): LaidOutPage['typeArea'] {
  if (turned !== true) return typeArea;
  const { left, top, right, bottom } = typeArea;
  return { left: height - bottom, right: height - top, top: left, bottom: right };
}

/** Texts that leave the type area by more than `tolerance` mm. */
export function outsideArea(page: LaidOutPage, tolerance = 0.05): string[] {
  const { left, top, right, bottom } = areaOf(page);
  return texts(page)
    .filter((item) => !OUTSIDE.has(item.element))
    .filter((item) => {
      const first = Math.min(...item.xs);
      return (
        first < left - tolerance ||
        item.right > right + tolerance ||
        topOf(item) < top - tolerance ||
        bottomOf(item) > bottom + tolerance
      );
    })
    .map(
      (item) =>
        `${item.element} ${item.path} “${item.text.slice(0, 12)}” x ${item.xs[0]}…${item.right} y ${item.baseline}`,
    );
}

/** Pairs of texts of different lines, or of one line, whose faces overlap. */
export function overlaps(page: LaidOutPage): string[] {
  const items = texts(page).filter(
    (item) => item.text.trim() !== '' && !(page.turned === true && item.element === 'pageNumber'),
  );
  const found: string[] = [];
  const sorted = items.toSorted((a, b) => topOf(a) - topOf(b));
  sorted.forEach((upper, index) => {
    for (let at = index + 1; at < sorted.length; at += 1) {
      const lower = sorted[at];
      if (lower === undefined || topOf(lower) >= bottomOf(upper) - 0.05) break;
      const from = Math.max(Math.min(...upper.xs), Math.min(...lower.xs));
      const to = Math.min(upper.right, lower.right);
      // half-cell punctuation may stand in the white of its neighbour
      if (to - from > 3) {
        found.push(
          `“${upper.text.slice(0, 10)}” (${upper.element}) × “${lower.text.slice(0, 10)}” (${lower.element})`,
        );
      }
    }
  });
  return found;
}

function blockTexts(blocks: readonly Block[], path: string): [string, string][] {
  return blocks.flatMap((block, index): [string, string][] => {
    const at = `${path}.${index}`;
    if (block.type === 'paragraph' || block.type === 'heading') return [[at, block.text]];
    if (block.type !== 'table') return [];
    const rows = (kind: string, list: readonly (readonly string[])[]): [string, string][] =>
      list.flatMap((row, r) => row.map((text, c): [string, string] => [`${at}.${kind}.${r}.${c}`, text]));
    return [
      ...(block.caption === undefined ? [] : [[`${at}.caption`, block.caption] as [string, string]]),
      ...rows('header', block.header ?? []),
      ...rows('rows', block.rows),
    ];
  });
}

/** Every text of the model that has to appear on the pages, by its path. */
export function modelTexts(document: Gongwen): Map<string, string> {
  const found = new Map<string, string>(blockTexts(document.body, 'body'));
  if (document.format !== 'order') found.set('title', document.title);
  document.attachments.forEach((attachment, index) => {
    const path = `attachments.${index}`;
    if (attachment.body.length === 0) return;
    for (const [at, text] of blockTexts(attachment.body, `${path}.body`)) found.set(at, text);
  });
  document.enclosures.forEach((enclosure, index) => {
    found.set(`enclosures.${index}.title`, enclosure.title);
    for (const [at, text] of blockTexts(enclosure.body, `enclosures.${index}.body`)) found.set(at, text);
  });
  return found;
}

/** Text on the pages by model path, in the order of the items; repeated table headers count once a page. */
export function laidOutTexts(laidOut: LaidOut): Map<string, string> {
  const found = new Map<string, string>();
  const headerPages = new Map<string, number>();
  for (const page of laidOut.pages) {
    for (const item of texts(page)) {
      if (/\.header\.\d+\.\d+$/u.test(item.path)) {
        const first = headerPages.get(item.path);
        if (first !== undefined && first !== page.index) continue;
        headerPages.set(item.path, page.index);
      }
      found.set(item.path, (found.get(item.path) ?? '') + item.text);
    }
  }
  return found;
}
