import { expect, test } from 'vitest';
import { byName, count, forgive, lockedMs } from '#lib/server/access/attempts.ts';

const minute = 60_000;

function failures(key: string, n: number, at: number): number {
  for (let i = 0; i < n; i += 1) count(key, byName, at);
  return lockedMs(key, at);
}

test('four failures are free, the fifth locks for 30 seconds, each further one for twice as long, 15 minutes at most', () => {
  const now = Date.now();
  expect(failures('a', 4, now)).toBe(0);
  expect(failures('a', 1, now)).toBe(minute / 2);
  expect(failures('a', 1, now)).toBe(minute);
  expect(failures('a', 1, now)).toBe(2 * minute);
  expect(failures('a', 30, now)).toBe(15 * minute);
});

test('a right try forgives, and so does an hour', () => {
  const now = Date.now();
  expect(failures('b', 5, now)).toBeGreaterThan(0);
  forgive('b');
  expect(failures('b', 4, now)).toBe(0);
  expect(failures('b', 4, now + 61 * minute)).toBe(0);
});

test('a flood of names does not fill the memory', () => {
  const now = Date.now();
  for (let n = 0; n < 30_000; n += 1) count(`flood ${n}`, byName, now);
  expect(lockedMs('flood 0', now)).toBe(0);
  expect(failures('after', 5, now)).toBeGreaterThan(0);
});
