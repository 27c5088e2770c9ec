import fc from 'fast-check';
import { expect } from 'vitest';
import type { Matrix } from '#lib/maturity/matrix.ts';
import { randomMatrix } from './random-matrix.ts';

/** What work that yields comes to. */
export function result<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export function holds(check: (matrix: Matrix) => void): void {
  fc.assert(fc.property(randomMatrix, check), { numRuns: 300 });
}

export function close(actual: number | null | undefined, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(actual).toBeCloseTo(expected, 9);
}

type Ends = { low: number; high: number } | null;

export function closeInterval(actual: Ends | undefined, expected: Ends): void {
  close(actual ? actual.low : null, expected && expected.low);
  close(actual ? actual.high : null, expected && expected.high);
}
