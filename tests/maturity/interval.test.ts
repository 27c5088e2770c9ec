import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilson } from '#lib/maturity/interval.ts';

const places = 30n;
const one = 10n ** places;

function root(square: bigint): bigint {
  let guess = one;
  for (let next = guess + 1n; next !== guess;) {
    [guess, next] = [next, (next + square / next) / 2n];
    if (next - guess === 1n || guess - next === 1n) return next < guess ? next : guess;
  }
  return guess;
}

/** Both bounds with 30 decimals, in whole numbers: (2n + z² ± z √(z² + 4n(N − n) ÷ N)) ÷ 2(N + z²). */
function precise(n: number, N: number): { low: number; high: number } {
  const z = (1_959_964n * one) / 1_000_000n;
  const z2 = (z * z) / one;
  const spread = (z * root((z2 + (4n * BigInt(n) * BigInt(N - n) * one) / BigInt(N)) * one)) / one;
  const centre = 2n * BigInt(n) * one + z2;
  const scale = 2n * (BigInt(N) * one + z2);
  const share = (bound: bigint) => Number((bound * 10n ** 18n) / scale) / 1e18;
  return { low: share(centre - spread), high: share(centre + spread) };
}

describe('wilson', () => {
  // Newcombe, « Two-sided confidence intervals for the single proportion », Stat. Med. 17 (1998), table I, method 3
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718]
  ])('of %i in %i is that published', (n, N, low, high) => {
    const interval = wilson(n, N);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('equals a formula with 30 decimals', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 1_000_000 })
          .chain((N) => fc.tuple(fc.integer({ min: 0, max: N }), fc.constant(N))),
        ([n, N]) => {
          const [{ low, high }, exact] = [wilson(n, N), precise(n, N)];
          expect(Math.abs(low - exact.low)).toBeLessThan(1e-12);
          expect(Math.abs(high - exact.high)).toBeLessThan(1e-12);
        }
      )
    );
  });

  test('stays within 0 and 1, holds the share, and mirrors', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 500 })
          .chain((N) => fc.tuple(fc.integer({ min: 0, max: N }), fc.constant(N))),
        ([n, N]) => {
          const { low, high } = wilson(n, N);
          expect(0 <= low && low <= n / N && n / N <= high && high <= 1).toBe(true);
          expect(low).toBeCloseTo(1 - wilson(N - n, N).high, 12);
        }
      )
    );
  });

  test('begins at exactly 0 where none attains and ends at exactly 1 where all do', () => {
    expect([wilson(0, 7).low, wilson(7, 7).high]).toEqual([0, 1]);
  });
});
