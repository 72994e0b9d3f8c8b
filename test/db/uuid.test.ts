import { expect, it } from 'vitest';
import { uuidv7 } from '../../electron/db/uuid.ts';

it('is a UUIDv7 that tells its time', () => {
  const now = Date.UTC(2096, 0, 1);
  const id = uuidv7(now);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(now);
});

it('sorts in the order made, within a millisecond and when the clock goes back', () => {
  const start = Date.UTC(2097, 0, 1);
  const ids = Array.from({ length: 20_000 }, (_, index) => uuidv7(start - (index % 7)));
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
});
