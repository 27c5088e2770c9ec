import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dodgeAround, dodgeLevels } from '#lib/charts/dodge.ts';

const positions = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { maxLength: 120 });

test('dodgeLevels: no two dots on one level are nearer than the spacing', () => {
  fc.assert(
    fc.property(positions, fc.double({ min: 1, max: 30, noNaN: true }), (xs, spacing) => {
      const levels = dodgeLevels(xs, spacing);
      return pairs(xs.length).every(
        ([i, j]) => levels[i] !== levels[j] || Math.abs((xs[i] ?? 0) - (xs[j] ?? 0)) >= spacing - 1e-6
      );
    })
  );
});

test('dodgeLevels: a dot that touches no other sits on the axis, equal ones pile up', () => {
  expect(dodgeLevels([50, 0, 100], 17)).toEqual([0, 0, 0]);
  expect(dodgeLevels([5, 5, 5, 30], 17)).toEqual([0, 1, 2, 0]);
});

test('dodgeAround: dots stay apart and within the limit, or none is placed', () => {
  fc.assert(
    fc.property(positions, (xs) => {
      const offsets = dodgeAround(xs, 9, 19);
      if (!offsets) return true;
      const within = offsets.every((offset) => Math.abs(offset) <= 19);
      const apart = pairs(xs.length).every(([i, j]) => distance(xs, offsets, i, j) >= 9 - 1e-6);
      return within && apart;
    })
  );
});

test('dodgeAround leaves dots apart where they are, and gives up on too many', () => {
  expect(dodgeAround([0, 20, 40], 9, 19)).toEqual([0, 0, 0]);
  expect(dodgeAround([7, 7, 7], 9, 19)).toEqual([0, 9, -9]);
  expect(dodgeAround(new Array<number>(6).fill(7), 9, 19)).toBeUndefined();
});

function pairs(length: number): [number, number][] {
  return Array.from({ length }, (_, i) =>
    Array.from({ length: i }, (_, j): [number, number] => [i, j])
  ).flat();
}

function distance(xs: number[], ys: number[], i: number, j: number): number {
  return Math.hypot((xs[i] ?? 0) - (xs[j] ?? 0), (ys[i] ?? 0) - (ys[j] ?? 0));
}
