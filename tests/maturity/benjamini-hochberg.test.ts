import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg } from '#lib/maturity/benjamini-hochberg.ts';

test('benjaminiHochberg equals a computation by hand', () => {
  // ranks 1 … 5 of 5: 0.01·5, 0.02·5/2, 0.03·5/3, 0.04·5/4, 0.5
  expect(benjaminiHochberg([0.5, 0.01, 0.04, 0.03, 0.02])).toEqual([0.5, 0.05, 0.05, 0.05, 0.05].map(near));
  // 0.001·4, 0.03·4/2 = 0.06 but the next is lower: 0.04·4/3 = 0.0533…, 0.9
  expect(benjaminiHochberg([0.001, 0.03, 0.04, 0.9])).toEqual([0.004, 0.16 / 3, 0.16 / 3, 0.9].map(near));
  expect(benjaminiHochberg([])).toEqual([]);
  expect(benjaminiHochberg([0.2])).toEqual([0.2]);
});

function near(value: number) {
  return expect.closeTo(value, 12) as number;
}

test('those at or under q are the ones that the step-up procedure rejects', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 0.001, 0.01, 0.013, 0.02, 0.03, 0.04, 0.05, 0.2, 0.6, 1), {
        minLength: 1,
        maxLength: 30
      }),
      (pValues) => {
        const q = 0.05;
        const rising = [...pValues].sort((a, b) => a - b);
        let limit = -1;
        rising.forEach((p, i) => {
          if (p * pValues.length <= q * (i + 1) + 1e-12) limit = p;
        });
        const rejected = benjaminiHochberg(pValues).map((adjusted) => adjusted <= q + 1e-12);
        expect(rejected).toEqual(pValues.map((p) => p <= limit));
      }
    )
  );
});
