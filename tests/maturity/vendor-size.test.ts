import { expect, test } from 'vitest';
import { sizeClass } from '#lib/maturity/vendor-size.ts';

test('sizes are 1, 2 to 3, and 4 or more', () => {
  expect([1, 2, 3, 4, 5, 1000].map(sizeClass)).toEqual([0, 1, 1, 2, 2, 2]);
});
