import type { ElementKind, PageItem } from '../../../shared/gongwen/pages.ts';
import { EM_3, EM_ASCENT, LINE_PITCH_PT, PITCH_MIN_PT, SIZE_3 } from './geometry.ts';
import type { PageDraft } from './page.ts';

const RUNNING_TEXT: ReadonlySet<ElementKind> = new Set(['body', 'attachment', 'enclosure']);

const isRunning = (item: PageItem): boolean => item.kind === 'text' && RUNNING_TEXT.has(item.element);

/**
 * Tightens the lines of a page of running text, within the limits of 7.3.5.5, so that its text ends at
 * `bottom` mm: the imprint then finds room under it instead of taking two more sides (I-10, P-05). Pages
 * with tables, pictures or a signature are left alone.
 * @returns false when that is not possible; the page is then unchanged.
 */
export function tightenTo(page: PageDraft, bottom: number): boolean {
  const baselines = page.items.flatMap((item) =>
    item.kind === 'text' && isRunning(item) ? [item.baseline] : [],
  );
  const first = Math.min(...baselines);
  const last = Math.max(...baselines);
  if (page.turned || last <= first) return false;
  const others = page.items.filter((item) => !isRunning(item));
  if (others.some((item) => item.kind !== 'text' || item.baseline > first)) return false;
  if (page.items.some((item) => item.kind === 'text' && isRunning(item) && item.sizePt !== SIZE_3))
    return false;
  const scale = (bottom - (1 - EM_ASCENT) * EM_3 - first) / (last - first);
  if (scale > 1 || scale < PITCH_MIN_PT / LINE_PITCH_PT) return false;
  page.items.forEach((item, index) => {
    if (item.kind !== 'text' || !isRunning(item)) return;
    const baseline = Math.round((first + (item.baseline - first) * scale) * 1e4) / 1e4;
    page.items[index] = { ...item, baseline };
  });
  page.textBottom = bottom;
  return true;
}
