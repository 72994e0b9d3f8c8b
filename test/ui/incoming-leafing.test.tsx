import './dom-gaps.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createQueryClient } from '../../renderer/app/query.ts';
import { useSelectedRow } from '../../renderer/app/use-windowed-rows.ts';
import { useNeighbours } from '../../renderer/features/incoming/item/neighbours.ts';
import {
  handedOver,
  handOver,
  joined,
  pageBeyond,
  stretchAround,
} from '../../renderer/features/incoming/leafing.ts';
import type { Bridge } from '../../shared/ipc/channels.ts';

const book = (length: number) => Array.from({ length }, (_, index) => ({ id: `p${index}` }));
const list = { filter: { year: 2026 }, sort: { key: 'dueOn', direction: 'asc' } } as const;
let stored = book(1000);
let asked: object[] = [];
const client = createQueryClient();
const wrapper = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
);

beforeEach(() => {
  [stored, asked] = [book(1000), []];
  client.clear();
  const bridge: Bridge = {
    ...window.app,
    invoke: (_procedure: string, input: unknown) => {
      const { offset, limit } = input as { offset: number; limit: number };
      asked.push(input as object);
      const rows = stored.slice(offset, offset + limit);
      return Promise.resolve({ ok: true, value: { total: stored.length, more: false, rows } });
    },
  };
  Object.assign(window, { app: bridge });
});
afterEach(() => {
  cleanup();
  handOver(undefined);
});

const open = (place: number, from = 0, to = 1000) => {
  const rowAt = (index: number) => (index >= from && index < to ? stored[index] : undefined);
  handOver({ ...list, total: stored.length, ...stretchAround(rowAt, place) });
};
const around = (id: string) => renderHook(() => useNeighbours(id), { wrapper }).result;

/** The first page is at hand, and what stands from a place on. */
const rows = (from: number) => ({
  total: 1000,
  rowAt: (index: number) => (index < 200 || index >= from ? stored[index] : undefined),
  placeOf: (id: string) => stored.slice(0, 200).findIndex((row) => row.id === id),
});

const selected = (id: string, leftAt?: number, from = 1000) =>
  renderHook(() => useSelectedRow(rows(from), id, () => undefined, leftAt)).result.current.selected;

describe('the list come back to', () => {
  it('stands where the paper is that was open, however far down', () => {
    expect(selected('p500', 500)).toBe(500);
    expect(selected('p500', 500, 400)).toBe(500);
    expect(selected('p500')).toBe(0);
  });

  it('finds the paper among the first rows though its place has changed', () => {
    expect(selected('p7', 12)).toBe(7);
  });
});

describe('leafing through the list a paper was opened from', () => {
  it('goes by the order the list handed over, not by another list that holds the paper', () => {
    // As the five last registered of the registration page are kept.
    client.setQueryData(['incoming.list', { filter: {}, limit: 5 }], {
      total: 5,
      more: false,
      rows: ['p9', 'p5', 'p1'].map((id) => ({ id })),
    });
    open(5);
    expect(around('p5').current).toEqual({ previous: 'p4', next: 'p6' });
    expect(around('p9').current).toEqual({ previous: 'p8', next: 'p10' });
    expect(asked).toEqual([]);
  });

  it('has no neighbours for a paper that did not come from the list', () => {
    expect(around('p5').current).toEqual({ previous: undefined, next: undefined });
    open(5);
    expect(around('other').current).toEqual({ previous: undefined, next: undefined });
  });

  it('goes on beyond the rows at hand, in either direction, with the filter and order of the list', async () => {
    open(399, 200, 400);
    expect(handedOver()).toMatchObject({ first: 299 });
    const after = around('p399');
    expect(after.current).toEqual({ previous: 'p398', next: undefined });
    await expect.poll(() => after.current.next).toBe('p400');
    expect(asked).toEqual([{ ...list, offset: 300, limit: 200 }]);
    const before = around('p299');
    await expect.poll(() => before.current.previous).toBe('p298');
    expect(around('p400').current).toEqual({ previous: 'p399', next: 'p401' });
  });

  it('ends at the ends of the list and asks for nothing there', () => {
    stored = book(3);
    open(0);
    expect(around('p0').current).toEqual({ previous: undefined, next: 'p1' });
    expect(around('p2').current).toEqual({ previous: 'p1', next: undefined });
    expect(asked).toEqual([]);
  });

  it('leaves no paper out when those before it have left the list meanwhile', async () => {
    open(399, 200, 400);
    stored = stored.filter((_, index) => index < 380 || index > 390);
    const after = around('p399');
    await expect.poll(() => after.current.next).toBe('p400');
  });

  it('keeps what it knows where a page does not touch it', () => {
    const order = { ...list, total: 9, first: 4, ids: ['p4', 'p5'] };
    expect(joined(order, [{ id: 'x' }], 'after')).toBe(order);
    expect(joined(order, [{ id: 'p3' }, { id: 'p5' }], 'before')).toMatchObject({
      first: 3,
      ids: ['p3', 'p4', 'p5'],
    });
    expect(pageBeyond(order, 'before').offset).toBe(0);
  });
});
