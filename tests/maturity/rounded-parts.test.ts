import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundedParts } from '#lib/maturity/rounded-parts.ts';

const parts = fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { minLength: 1, maxLength: 6 });

test('roundedParts add up to the rounded sum, each less than one step from its part', () => {
  fc.assert(
    fc.property(parts, (parts) => {
      const rounded = roundedParts(parts, 1);
      const [sum, exact] = [rounded, parts].map((list) => list.reduce((a, b) => a + b, 0)) as [
        number,
        number
      ];
      expect(Math.abs(sum - exact)).toBeLessThan(0.05 + 1e-6);
      rounded.forEach((one, i) => expect(Math.abs(one - (parts[i] ?? NaN))).toBeLessThan(0.1 + 1e-6));
    })
  );
});

test('roundedParts keep what is rounded already, and a nought with its binary error', () => {
  expect(roundedParts([5.6, -2.1, 0.7, -1e-16], 1)).toEqual([5.6, -2.1, 0.7, 0]);
  expect(roundedParts([1.25, 1.25, 1.25, 1.25], 1)).toEqual([1.3, 1.3, 1.2, 1.2]);
});
