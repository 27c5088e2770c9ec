import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { blockedGroups, type Placement } from './corridor-blocks.ts';
import { corridorTests, drawsFor, type Tested } from './corridor-test.ts';
import { significance } from './evolution.ts';
import type { Counts } from './figures.ts';
import type { Scope } from './questionnaire.ts';

/** A criterion over the products in view of one corridor, `''` standing for products without one. */
export interface CorridorCell extends Counts {
  corridor: string;
  rate: number | null;
}

/**
 * How the corridors differ in one criterion. `p` is that of corridor-test.ts, `adjusted` over the criteria in view that
 * could be tested; null where fewer than two corridors have a product that counts.
 */
export interface Difference {
  p: number | null;
  adjusted: number | null;
  /** Draws behind `p`; 0 where all arrangements were counted, null without a test. */
  draws: number | null;
}

/** A criterion over all products in view and by corridor, with the test of the difference. */
export interface CriterionByCorridor extends Counts, Difference {
  code: string;
  theme: string;
  scope: Scope;
  target: number;
  rate: number | null;
  corridors: CorridorCell[];
}

/**
 * One test a criterion, in their order; `pause` is awaited between groups of criteria, since thousands of products take
 * about a second.
 */
export async function corridorDifferences(
  placements: readonly Placement[],
  criteria: number,
  pause: () => Promise<void>
): Promise<Difference[]> {
  const corridors = [...new Set(placements.map(({ corridor }) => corridor))].sort();
  const groups = blockedGroups(placements, corridors, criteria);
  const draws = drawsFor(groups);
  const tests = new Map<number, Tested | undefined>();
  for (const group of groups) {
    await pause();
    for (const [index, tested] of corridorTests(group, draws, significance)) tests.set(index, tested);
  }
  return adjusted(Array.from({ length: criteria }, (_, index) => tests.get(index)));
}

function adjusted(tests: readonly (Tested | undefined)[]): Difference[] {
  const tested = tests.flatMap((test) => (test ? [test] : []));
  const values = benjaminiHochberg(tested.map(({ p }) => p));
  const byTest = new Map(tested.map((test, i) => [test, values[i] ?? null]));
  return tests.map((test) =>
    test
      ? { p: test.p, adjusted: byTest.get(test) ?? null, draws: test.draws }
      : { p: null, adjusted: null, draws: null }
  );
}
