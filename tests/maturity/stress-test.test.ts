import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultEdges } from '#lib/maturity/bands.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import { randomWords } from '#lib/maturity/random.ts';
import { stageOf } from '#lib/maturity/staging.ts';
import { stressTest } from '#lib/maturity/stress-test.ts';
import { randomTable } from './frontier/random-frontier.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(8) * 4;

type Unanswered = 'count' | 'exclude';

/** Rates by plain loops: the band of each product, −1 without a rate. */
function naiveBands({ criteria, products }: LevelTable, targets: number[], unanswered: Unanswered): number[] {
  return products.map(({ levels }) => {
    const own = criteria.map((_, k) => [levels[k] as number, targets[k] as number] as const);
    const counted = own.filter(([level]) => level > 0 || (level === 0 && unanswered === 'count'));
    if (counted.length === 0) return -1;
    const percent = (100 * counted.filter(([level, target]) => level >= target).length) / counted.length;
    return defaultEdges.filter((edge) => percent >= edge - 1e-9).length;
  });
}

function naivePassing({ products }: LevelTable, required: { column: number; level: number }[]): number {
  return products.filter(({ levels }) => {
    const own = required.filter(({ column }) => levels[column] !== -1);
    return own.length > 0 && own.every(({ column, level }) => (levels[column] as number) >= level);
  }).length;
}

test('stress test: each target one level lower and higher equals a whole recomputation', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.nat(30),
      fc.nat(1000),
      fc.constantFrom<Unanswered>('count', 'exclude'),
      fc.boolean(),
      (K, P, seed, unanswered, isWhole) => {
        const table = randomTable(K, P, randomWords(seed + 1));
        const required = table.criteria
          .map(({ target }, column) => ({ column, level: target }))
          .filter((_, column) => isWhole || column % 2 === 0);
        const found = stressTest(table, required, defaultEdges, unanswered);
        const targets = table.criteria.map(({ target }) => target);
        const before = naiveBands(table, targets, unanswered);
        expect(found.passing).toBe(naivePassing(table, required));
        for (const { criterion, lowered, raised } of found.criteria) {
          for (const [step, shift] of [
            [-1, lowered],
            [1, raised]
          ] as const) {
            const level = (targets[criterion] ?? 0) + step;
            if (level < 1 || level > 4) {
              expect(shift).toBeNull();
              continue;
            }
            const moved = targets.map((target, k) => (k === criterion ? level : target));
            const after = naiveBands(table, moved, unanswered);
            const rising = after.filter((band, p) => band > (before[p] as number)).length;
            const falling = after.filter((band, p) => band < (before[p] as number)).length;
            const bands = [0, 1, 2, 3].map((index) => after.filter((band) => band === index).length);
            expect(shift).toMatchObject({ level, rising, falling, bands });
            const changed = required.map((one) => (one.column === criterion ? { ...one, level } : one));
            const isRequired = required.some(({ column }) => column === criterion);
            expect(shift?.passing).toBe(isRequired ? naivePassing(table, changed) : null);
          }
        }
      }
    ),
    { numRuns: runs }
  );
});

test('stages go by whole numbers: 80 % now, 50 % in a year, the law at once, nobody concerned none', () => {
  expect(stageOf(44, 55, false)).toBe('now');
  expect(stageOf(43, 55, false)).toBe('next');
  expect(stageOf(1, 2, false)).toBe('next');
  expect(stageOf(49, 99, false)).toBe('later');
  expect(stageOf(0, 99, true)).toBe('now');
  expect(stageOf(0, 0, true)).toBeNull();
});
