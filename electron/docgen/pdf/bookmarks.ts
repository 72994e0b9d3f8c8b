import type { Block, Gongwen } from '../../../shared/gongwen/model.ts';
import type { LaidOut, LaidOutPage, PageItem } from '../../../shared/gongwen/pages.ts';
import { MM_TO_PT } from './numbers.ts';

export interface Bookmark {
  readonly title: string;
  /** 0-based page. */
  readonly page: number;
  /** pt under the paper's upper edge. */
  readonly top: number;
  readonly children: readonly Bookmark[];
}

/** Longer titles are cut: a list of bookmarks is narrow. */
const LONGEST = 60;

/** Bookmarks: the first two levels of headings, 附件 and 被印发文件 with theirs. */
export function bookmarksOf({ pages }: LaidOut, document: Gongwen): readonly Bookmark[] {
  const places = placesOf(pages);
  const headings = (blocks: readonly Block[], path: string): Bookmark[] => {
    const found: { title: string; page: number; top: number; children: Bookmark[] }[] = [];
    for (const [index, block] of blocks.entries()) {
      const place = places.get(`${path}.${index}`);
      if (block.type !== 'heading' || block.level > 2 || !place) continue;
      const bookmark = { title: short(block.text), ...place, children: [] };
      // a second level without a first above it stands by itself
      (block.level === 2 ? (found.at(-1)?.children ?? found) : found).push(bookmark);
    }
    return found;
  };
  const parts = (
    list: readonly { readonly title: string; readonly body: readonly Block[] }[],
    name: 'attachments' | 'enclosures',
    label: (index: number) => string,
  ): Bookmark[] =>
    list.flatMap((part, index) => {
      const place = places.get(`${name}.${index}`);
      if (!place) return [];
      const title = short(`${label(index)}${part.title}`);
      return [{ title, ...place, children: headings(part.body, `${name}.${index}.body`) }];
    });
  const { body, attachments, enclosures } = document;
  const number = (index: number): string => (attachments.length > 1 ? `附件${index + 1} ` : '附件 ');
  const bookmarks = [
    ...headings(body, 'body'),
    ...parts(attachments, 'attachments', number),
    ...parts(enclosures, 'enclosures', () => ''),
  ];
  return bookmarks.toSorted((a, b) => a.page - b.page || a.top - b.top);
}

/** Where each path begins; of a part (`attachments.0`) the first item that is its own. */
function placesOf(pages: readonly LaidOutPage[]): ReadonlyMap<string, { page: number; top: number }> {
  const places = new Map<string, { page: number; top: number }>();
  for (const [page, { items, turned }] of pages.entries()) {
    for (const item of items) {
      if (item.kind !== 'text' || item.element === 'attachmentNote') continue;
      const part = /^(?:attachments|enclosures)\.\d+/u.exec(item.path)?.[0] ?? item.path;
      const place = { page, top: turned === true ? 0 : topOf(item) };
      for (const path of [part, item.path]) if (!places.has(path)) places.set(path, place);
    }
  }
  return places;
}

function topOf({ baseline, sizePt }: PageItem & { readonly kind: 'text' }): number {
  return Math.max(0, baseline * MM_TO_PT - 1.5 * sizePt);
}

function short(title: string): string {
  const chars = Array.from(title.replaceAll(/\s+/gu, ' ').trim());
  return chars.length > LONGEST ? `${chars.slice(0, LONGEST).join('')}…` : chars.join('');
}
