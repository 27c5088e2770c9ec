import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandIndex, bandsOf } from '#lib/maturity/bands.ts';
import { nextBand } from '#lib/maturity/next-band.ts';

const counts = fc
  .integer({ min: 1, max: 400 })
  .chain((applicable) => fc.record({ applicable: fc.constant(applicable), attained: fc.nat(applicable) }));
const edges = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 8 })
  .map((list) => list.sort((a, b) => a - b));

test('nextBand asks for exactly as many criteria as it takes', () => {
  fc.assert(
    fc.property(counts, edges, ({ attained, applicable }, edges) => {
      const index = bandIndex(attained, applicable, edges) as number;
      const next = nextBand({ attained, applicable }, edges);
      if (index === edges.length) return void expect(next).toBeUndefined();
      const { missing, from, to } = next as NonNullable<typeof next>;
      const reached = bandIndex(attained + missing, applicable, edges) as number;
      expect({ from, to }).toEqual(bandsOf(edges)[reached]);
      expect(reached).toBeGreaterThan(index);
      expect(attained + missing).toBeLessThanOrEqual(applicable);
      expect(bandIndex(attained + missing - 1, applicable, edges)).toBe(index);
    })
  );
});

test('nextBand is decided in whole numbers: 33 of 55 are in the band from 60 %', () => {
  expect(nextBand({ attained: 32, applicable: 55 }, [20, 60, 80])).toEqual({ from: 60, to: 80, missing: 1 });
  expect(nextBand({ attained: 33, applicable: 55 }, [20, 60, 80])).toEqual({
    from: 80,
    to: 100,
    missing: 11
  });
});

test('nextBand is undefined where nothing applies', () => {
  expect(nextBand({ attained: 0, applicable: 0 }, [20, 60, 80])).toBeUndefined();
});
