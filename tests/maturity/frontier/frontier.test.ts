import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contradictions, isInfeasible } from '#lib/maturity/frontier/contradictions.ts';
import { frontier, type Frontier } from '#lib/maturity/frontier/frontier.ts';
import type { FrontierPoint } from '#lib/maturity/frontier/points.ts';
import { plainQuery } from '#lib/maturity/frontier/query.ts';
import { candidatesOf } from '#lib/maturity/frontier/candidate.ts';
import { randomWords } from '#lib/maturity/random.ts';
import { most, naiveSet, naiveSets, type NaiveSet } from './naive-frontier.ts';
import { randomCase, randomTable, type FrontierCase } from './random-frontier.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(8) * 4;

function run({ table, candidates, query }: FrontierCase, seconds = 60): Frontier {
  return frontier(table, candidates, query, { seconds });
}

/** A point's set, weighed as the query says. */
function setOf({ table, candidates, query }: FrontierCase, point: FrontierPoint): NaiveSet {
  const weighed = candidates.map((one) => ({
    ...one,
    weight: query.weights.find(({ code }) => code === one.code)?.weight ?? one.weight
  }));
  return naiveSet(
    table,
    weighed.filter(({ code }) => point.criteria.includes(code))
  );
}

/** What every point must be, whether proven or not. */
function expectHonest(asked: FrontierCase, points: readonly FrontierPoint[]): void {
  for (const point of points) {
    expect(point.proven).toBe(point.admitted === point.bound);
    expect(point.withinOneProven).toBe(point.withinOne === point.withinOneBound);
    if (point.admitted === null) expect(point.criteria).toEqual([]);
    else {
      const set = setOf(asked, point);
      expect(point).toMatchObject({ size: set.size, admitted: set.admitted });
      expect(point.firmness * asked.table.products.length).toBeCloseTo(set.units, 6);
      expect(point.withinOne).toBeGreaterThanOrEqual(point.admitted);
      expect(point.bound).toBeGreaterThanOrEqual(point.admitted);
      expect(point.withinOneBound).toBeGreaterThanOrEqual(point.withinOne ?? Infinity);
    }
  }
}

function undominated(sets: readonly NaiveSet[]): [number, number][] {
  const firmest = new Map<number, number>();
  for (const { admitted, units } of sets) firmest.set(admitted, Math.max(units, firmest.get(admitted) ?? -1));
  const ordered = [...firmest].sort(([a], [b]) => b - a);
  let reach = -1;
  return ordered.flatMap(([admitted, units]) => {
    if (units <= reach) return [];
    reach = units;
    return [[units, admitted] as [number, number]];
  });
}

function expectSizes(asked: FrontierCase, { points }: Frontier, sets: readonly NaiveSet[]): void {
  expect(points.map(({ size }) => size)).toEqual(asked.candidates.map((_, i) => i + 1));
  for (const point of points) {
    const own = sets.filter(({ size }) => size === point.size);
    const admitted = most(own.map((set) => set.admitted));
    const withinOne = most(own.map((set) => set.withinOne));
    expect(point).toMatchObject({ admitted, bound: admitted, proven: true });
    expect(point).toMatchObject({ withinOne, withinOneBound: withinOne, withinOneProven: true });
  }
}

function expectFirm(asked: FrontierCase, { points }: Frontier, sets: readonly NaiveSet[]): void {
  const units = (point: FrontierPoint) => Math.round(point.firmness * asked.table.products.length);
  expect(points.map((point) => [units(point), point.admitted])).toEqual(undominated(sets));
  for (const point of points) {
    const asFirm = sets.filter((set) => set.units >= units(point));
    const withinOne = most(asFirm.map((set) => set.withinOne));
    expect(point).toMatchObject({ bound: point.admitted, proven: true, withinOne, withinOneProven: true });
  }
}

/** Too large for brute force; the whole size of a campaign is measured by `npm run bench frontier`. */
function large(seed: number): FrontierCase {
  const table = randomTable(36, 71, randomWords(seed));
  return { table, candidates: candidatesOf(table), query: plainQuery };
}

describe('frontier', () => {
  test('equals brute force over all sets, with and without constraints, in both measures', () => {
    fc.assert(
      fc.property(randomCase(10, 40), (asked) => {
        const sets = naiveSets(asked.table, asked.candidates, asked.query);
        if (contradictions(asked.table, asked.candidates, asked.query).length > 0) {
          expect(sets).toEqual([]);
          return;
        }
        const found = run(asked);
        expectHonest(asked, found.points);
        const expectAll = asked.query.measure === 'count' ? expectSizes : expectFirm;
        expectAll(asked, found, sets);
        expect(isInfeasible(found.points)).toBe(sets.length === 0);
      }),
      { numRuns: runs }
    );
  });

  test('equals brute force at 15 criteria and 40 products', () => {
    const table = randomTable(15, 40, randomWords(5));
    for (const measure of ['count', 'firmness'] as const) {
      const asked = { table, candidates: candidatesOf(table), query: { ...plainQuery, measure } };
      const expectAll = measure === 'count' ? expectSizes : expectFirm;
      expectAll(asked, run(asked), naiveSets(table, asked.candidates, asked.query));
    }
  });

  test('36 criteria and 71 products are proven throughout', () => {
    const { points } = run(large(3));
    expect(points.every(({ proven, withinOneProven }) => proven && withinOneProven)).toBe(true);
  });

  test('stopped early, every set is what it says and every bound holds', () => {
    const asked = large(11);
    const whole = run(asked).points;
    for (const calls of [0, 1, 2, 8]) {
      let left = calls;
      const { table, candidates, query } = asked;
      const { points } = frontier(table, candidates, query, { seconds: 60, onProgress: () => left-- > 0 });
      expectHonest(asked, points);
      for (const [i, { bound, withinOneBound }] of points.entries()) {
        expect(bound).toBeGreaterThanOrEqual(whole[i]?.bound ?? Infinity);
        expect(withinOneBound).toBeGreaterThanOrEqual(whole[i]?.withinOneBound ?? Infinity);
      }
    }
  });

  test('without any time, results of random cases are honest', () => {
    fc.assert(
      fc.property(randomCase(10, 40), (asked) => {
        if (contradictions(asked.table, asked.candidates, asked.query).length > 0) return;
        const sets = naiveSets(asked.table, asked.candidates, asked.query);
        const { points } = run(asked, 0);
        expectHonest(asked, points);
        if (asked.query.measure === 'count')
          for (const { size, bound } of points) {
            const best = most(sets.filter((set) => set.size === size).map(({ admitted }) => admitted));
            expect(bound ?? -1).toBeGreaterThanOrEqual(best ?? -1);
          }
      }),
      { numRuns: runs }
    );
  });

  test('progress rises, line by line, and false stops the run', () => {
    const { table, candidates, query } = large(11);
    const told: { line: string; done: number }[] = [];
    const onProgress = (one: { line: string; done: number }) => told.push(one) < 6;
    frontier(table, candidates, query, { seconds: 60, onProgress });
    expect(told.length).toBeGreaterThanOrEqual(6);
    expect(told.slice(0, 5).every(({ done }, i) => done >= (told[i - 1]?.done ?? 0) || i === 0)).toBe(true);
  });

  test('5,000 different products and 80 criteria end in time', () => {
    const table = randomTable(80, 5000, randomWords(2));
    const asked = { table, candidates: candidatesOf(table), query: plainQuery };
    const { points, seconds } = run(asked, 3);
    // three are given; a machine with much else to do may take a while to look at the clock
    expect(seconds).toBeLessThan(60);
    expectHonest(
      asked,
      [points[0], points[20], points[79]].flatMap((point) => point ?? [])
    );
  });
});
