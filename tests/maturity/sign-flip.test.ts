import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draws, exactUpTo, signFlip } from '#lib/maturity/sign-flip.ts';

/** Every pattern of signs, one by one. */
function bruteForce(differences: number[]): number {
  const observed = Math.abs(differences.reduce((a, b) => a + b, 0));
  let asFar = 0;
  for (let pattern = 0; pattern < 2 ** differences.length; pattern++) {
    const sum = differences.reduce((total, d, i) => total + (pattern & (1 << i) ? d : -d), 0);
    if (Math.abs(sum) >= observed - 1e-9) asFar++;
  }
  return asFar / 2 ** differences.length;
}

function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return result;
}

/** McNemar's exact test: the discordant pairs as tosses of a fair coin, both tails. */
function mcNemarExact(rose: number, fell: number): number {
  const n = rose + fell;
  let tail = 0;
  for (let k = 0; k <= Math.min(rose, fell); k++) tail += choose(n, k) / 2 ** n;
  return Math.min(1, 2 * tail);
}

const few = { maxLength: 11 };

test('signFlip equals the enumeration of all signs, whole numbers and others', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(fc.integer({ min: -4, max: 4 }), few),
        fc.array(
          fc.integer({ min: -997, max: 997 }).map((n) => n / 997),
          few
        )
      ),
      (differences) => {
        expect(signFlip(differences)).toBeCloseTo(bruteForce(differences), 10);
      }
    )
  );
});

test('with one product a vendor signFlip is McNemar’s exact test', () => {
  for (let rose = 0; rose <= exactUpTo; rose++) {
    for (let fell = 0; rose + fell <= exactUpTo; fell++) {
      const differences = [...Array<number>(rose).fill(1), ...Array<number>(fell).fill(-1), 0, 0, 0];
      expect(signFlip(differences)).toBeCloseTo(mcNemarExact(rose, fell), 10);
    }
  }
});

describe('beyond the exact number of vendors', () => {
  test.each([
    [14, 7],
    [30, 10],
    [40, 38],
    [400, 330],
    [0, 21]
  ])('%i that rose and %i that fell: draws come near to the exact value', (rose, fell) => {
    const differences = [...Array<number>(rose).fill(1), ...Array<number>(fell).fill(-1)];
    const exact = mcNemarExact(rose, fell);
    const error = Math.sqrt((exact * (1 - exact)) / draws);
    expect(Math.abs(signFlip(differences) - exact)).toBeLessThan(4 * error + 2 / draws);
  });

  test('the same differences give the same value, whatever their order, and never 0', () => {
    const differences = Array.from({ length: 40 }, (_, i) => 0.01 * (i + 1));
    const p = signFlip(differences);
    expect(signFlip(differences)).toBe(p);
    expect(p).toBe(1 / (draws + 1));
  });
});

test('signFlip of nothing that differs is 1', () => {
  expect(signFlip([])).toBe(1);
  expect(signFlip([0, 0, 1e-15])).toBe(1);
});
