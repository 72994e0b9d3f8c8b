import type { PageWindow } from '../../../../../shared/features/document.ts';

/** Pages drawn before and after the visible ones, so that slow scrolling never meets a blank page. */
const AROUND = 2;

/** What is asked for before anything is on screen. */
export const FIRST_PAGES: PageWindow = { from: 1, to: 4 };

/** The pages in sight of the scroller, with some around them; undefined while it shows none. */
export function visiblePages(scroller: HTMLElement, count: number): PageWindow | undefined {
  const view = scroller.getBoundingClientRect();
  const seen = Array.from(scroller.querySelectorAll<HTMLElement>('[data-page]')).filter((page) => {
    const { top, bottom } = page.getBoundingClientRect();
    return bottom >= view.top && top <= view.bottom;
  });
  const numbers = seen.map((page) => Number(page.dataset['page']));
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { from: Math.max(1, first - AROUND), to: Math.min(count, last + AROUND) };
}
