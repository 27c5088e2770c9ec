import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrangements, exactShare } from '#lib/maturity/arrangements.ts';
import { benjaminiHochberg } from '#lib/maturity/benjamini-hochberg.ts';
import { blockedGroups, type Placement } from '#lib/maturity/corridor-blocks.ts';
import { corridorDifferences } from '#lib/maturity/corridor-differences.ts';
import { corridorDraws } from '#lib/maturity/corridor-draws.ts';
import { spreadOver } from '#lib/maturity/corridor-spread.ts';
import { corridorTests, drawsFor } from '#lib/maturity/corridor-test.ts';
import { randomWords } from '#lib/maturity/random.ts';

const corridors = ['', 'Hôpital', 'Imagerie'];

function placementOf(marks: fc.Arbitrary<string>, vendors: number): fc.Arbitrary<Placement> {
  return fc.record({
    vendorKey: fc.integer({ min: 1, max: vendors }).map((n) => `v${n}`),
    corridor: fc.constantFrom(...corridors),
    marks
  });
}

const marks = fc
  .array(fc.constantFrom('0', '1', '1', '-'), { minLength: 2, maxLength: 2 })
  .map((m) => m.join(''));

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((one, i) => permutations(list.toSpliced(i, 1)).map((rest) => [one, ...rest]));
}

/** Pearson's χ² of homogeneity, from all cells of the table. */
function chiSquare(pairs: { corridor: string; attains: boolean }[]): number {
  const share = pairs.filter(({ attains }) => attains).length / pairs.length;
  if (share === 0 || share === 1) return 0;
  return corridors.reduce((sum, corridor) => {
    const own = pairs.filter((pair) => pair.corridor === corridor);
    if (own.length === 0) return sum;
    const attained = own.filter(({ attains }) => attains).length;
    return sum + (attained - own.length * share) ** 2 / (own.length * share * (1 - share));
  }, 0);
}

/** Every permutation of vendors with as many products that count, written out. */
function naiveP(placements: Placement[], index: number): number | undefined {
  const counted = placements.filter((placement) => placement.marks[index] !== '-');
  if (new Set(counted.map(({ corridor }) => corridor)).size < 2) return undefined;
  const vendors = [...new Set(counted.map(({ vendorKey }) => vendorKey))].map((key) =>
    counted.filter(({ vendorKey }) => vendorKey === key)
  );
  let all: { corridor: string; attains: boolean }[][] = [[]];
  for (const size of new Set(vendors.map((own) => own.length))) {
    const own = vendors.filter(({ length }) => length === size);
    const ways = permutations(own).map((dealt) =>
      own.flatMap((vendor, v) =>
        vendor.map((product, p) => ({
          corridor: dealt[v]?.[p]?.corridor ?? '',
          attains: product.marks[index] === '1'
        }))
      )
    );
    all = all.flatMap((before) => ways.map((way) => [...before, ...way]));
  }
  const observed = chiSquare(
    counted.map((one) => ({ corridor: one.corridor, attains: one.marks[index] === '1' }))
  );
  return all.filter((pairs) => chiSquare(pairs) >= observed - 1e-9).length / all.length;
}

function pOf(placements: Placement[], index: number): number | undefined {
  for (const group of blockedGroups(placements, corridors, 2)) {
    const tests = corridorTests(group, 10_000, 0.05);
    if (tests.has(index)) return tests.get(index)?.p;
  }
  throw new Error('no test');
}

/** The test of a single criterion. */
function only(placements: Placement[], draws: number, hopeless: number) {
  const [group] = blockedGroups(placements, corridors, 1);
  return group && corridorTests(group, draws, hopeless).get(0);
}

describe('corridorTests', () => {
  test('counts every exchange of corridors between vendors with as many products that count', () => {
    fc.assert(
      fc.property(fc.array(placementOf(marks, 5), { maxLength: 9 }), (placements) => {
        for (const index of [0, 1]) {
          const [own, naive] = [pOf(placements, index), naiveP(placements, index)];
          if (naive === undefined) expect(own).toBeUndefined();
          else expect(own).toBeCloseTo(naive, 9);
        }
      }),
      { numRuns: 300 }
    );
  });

  test('keeps the corridors of one vendor’s products together', () => {
    const product = (vendorKey: string, corridor: string, mark: string) => ({
      vendorKey,
      corridor,
      marks: mark
    });
    const placements = [
      ...[1, 2, 3].map(() => product('a', 'Hôpital', '1')),
      ...[1, 2, 3].map(() => product('b', 'Imagerie', '0'))
    ];
    // six products that all agree with their corridor, but only two vendors
    expect(only(placements, 10_000, 0.05)).toEqual({ p: 1, draws: 0 });
  });

  test('finds a criterion that one corridor alone attains, and says p by draws', () => {
    const placements = Array.from({ length: 60 }, (_, i) => ({
      vendorKey: `v${i}`,
      corridor: corridors[i % 3] ?? '',
      marks: i % 3 === 0 ? '1' : '0'
    }));
    expect(only(placements, 10_000, 0.05)).toEqual({ p: 1 / 10_001, draws: 10_000 });
  });

  test('draws come near the count of all arrangements', () => {
    fc.assert(
      fc.property(fc.array(placementOf(marks, 9), { minLength: 4, maxLength: 14 }), (placements) => {
        for (const group of blockedGroups(placements, corridors, 2)) {
          const free = group.strata.map((stratum) => arrangements(stratum) > 1);
          const spread = spreadOver(group.sizes);
          const drawn = corridorDraws(group, free, spread, { draws: 4000, hopeless: 2 });
          for (const criterion of group.criteria) {
            const exact = exactShare(group, criterion, spread);
            const p = drawn.get(criterion.index)?.p ?? NaN;
            expect(Math.abs(p - exact)).toBeLessThan(5 * Math.sqrt((exact * (1 - exact)) / 4000) + 0.001);
          }
        }
      }),
      { numRuns: 40 }
    );
  });

  test('an early end gives draws as far as observed ÷ draws made', () => {
    const words = randomWords(1);
    const placements = Array.from({ length: 80 }, (_, i) => ({
      vendorKey: `v${i}`,
      corridor: corridors[i % 3] ?? '',
      marks: String(words() & 1)
    }));
    const { p, draws } = only(placements, 10_000, 0.05) ?? { p: NaN, draws: NaN };
    expect(p).toBeGreaterThan(0.05);
    expect(draws).toBeLessThan(10_000);
    expect(p * draws).toBeCloseTo(500, 6);
  });

  test('where nothing depends on corridors, p is under 5 % about once in twenty', () => {
    const words = randomWords(7);
    const share = () => words() / 2 ** 32;
    let under = 0;
    const times = 400;
    for (let run = 0; run < times; run++) {
      const placements = Array.from({ length: 20 }, (_, v) => {
        // products of one vendor are alike, and mostly of one corridor
        const [level, corridor] = [share(), Math.floor(share() * 3)];
        return Array.from({ length: 1 + (v % 3) }, () => ({
          vendorKey: `v${v}`,
          corridor: corridors[share() < 0.8 ? corridor : Math.floor(share() * 3)] ?? '',
          marks: share() < 0.9 ? String(Number(level < 0.4)) : String(words() & 1)
        }));
      }).flat();
      if ((only(placements, 500, 0.5)?.p ?? 1) <= 0.05) under++;
    }
    expect(under / times).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / times));
    expect(under).toBeGreaterThan(0);
  });
});

describe('corridorDifferences', () => {
  test('adjusts over the criteria that could be tested, in their order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(placementOf(marks, 6), { maxLength: 12 }), async (placements) => {
        const differences = await corridorDifferences(placements, 2, async () => {});
        const tested = differences.filter(({ p }) => p !== null);
        expect(tested.map(({ adjusted }) => adjusted)).toEqual(
          benjaminiHochberg(tested.map(({ p }) => p ?? 1))
        );
        expect(differences.filter(({ p }) => p === null).every(({ adjusted }) => adjusted === null)).toBe(
          true
        );
        expect(differences).toHaveLength(2);
      }),
      { numRuns: 50 }
    );
  });

  test('may find a single one of 80 criteria among 5,000 products', () => {
    const placements = Array.from({ length: 5000 }, (_, i) => ({
      vendorKey: `v${i}`,
      corridor: corridors[i % 3] ?? '',
      marks: '01'.repeat(40)
    }));
    const draws = drawsFor(blockedGroups(placements, corridors, 80));
    expect(80 / (draws + 1)).toBeLessThanOrEqual(0.05);
  });
});
