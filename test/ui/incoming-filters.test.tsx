import './dom-gaps.ts';
import { useState } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createQueryClient } from '../../renderer/app/query.ts';
import { IncomingFilters } from '../../renderer/features/incoming/list/IncomingFilters.tsx';
import type { IncomingSearch } from '../../renderer/features/incoming/list/list-search.ts';
import { incomingSearchSchema } from '../../renderer/features/incoming/list/list-search.ts';

/** jsdom lays nothing out: whether the window is wide is said here. */
let wide = false;
beforeEach(() => {
  wide = false;
  Object.assign(window, {
    matchMedia: () => Object.assign(new EventTarget(), { matches: wide }),
  });
});
afterEach(cleanup);

function Filters({ start }: { readonly start: IncomingSearch }) {
  const [search, setSearch] = useState(start);
  return <IncomingFilters search={search} onChange={(part) => setSearch({ ...search, ...part })} />;
}
const show = (start: object = {}) =>
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Filters start={incomingSearchSchema.parse(start)} />
    </QueryClientProvider>,
  );
const shown = (label: string) => screen.queryByLabelText(label) !== null;
const RARE = ['按急缓筛选', '按主办部门筛选', '按年度筛选'];

describe('filters that are seldom used', () => {
  it('stand behind 更多筛选, the others always there', () => {
    show();
    expect(['按状态筛选', '按时限筛选', '按来文单位筛选'].map(shown)).toEqual([true, true, true]);
    expect(RARE.map(shown)).toEqual([false, false, false]);
    const more = screen.getByRole('button', { name: /更多筛选/ });
    expect(more.getAttribute('aria-expanded')).toBe('false');
    fireEvent.click(more);
    expect(RARE.map(shown)).toEqual([true, true, true]);
    fireEvent.click(screen.getByRole('button', { name: /收起筛选/ }));
    expect(RARE.map(shown)).toEqual([false, false, false]);
  });

  it('all have their place in a wide window', () => {
    wide = true;
    show();
    expect(RARE.map(shown)).toEqual([true, true, true]);
    expect(screen.queryByRole('button', { name: /筛选/ })).toBeNull();
  });

  it('are in sight while they narrow the list, and do not vanish when they are emptied', () => {
    show({ year: 2025 });
    expect(RARE.map(shown)).toEqual([false, false, true]);
    fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
    expect(screen.queryByRole('button', { name: '清除筛选' })).toBeNull();
    expect(RARE.map(shown)).toEqual([false, false, true]);
  });
});
