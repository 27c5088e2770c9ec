import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consequences } from '#lib/maturity/consequences.ts';
import { productDistances } from '#lib/maturity/lacking-products.ts';
import type { LevelTable } from '#lib/maturity/level-table.ts';
import { requirementOf } from '#lib/maturity/requirements.ts';
import { naiveConsequences, naiveFirmness, naiveLacks } from './naive-consequences.ts';
import { randomStudy } from './random-levels.ts';
import { repetitions } from '#tests/repetitions.ts';

const runs = repetitions(8) * 25;

describe('consequences of a scenario', () => {
  test('equal plain loops over random campaigns', () => {
    fc.assert(
      fc.property(randomStudy(), (studied) => {
        const { firmness, ...found } = consequences(studied.table, studied.requirements);
        expect(found).toEqual(naiveConsequences(studied));
        expect(firmness).toBeCloseTo(naiveFirmness(studied), 9);
      }),
      { numRuns: runs }
    );
  });

  test('of each product equal plain loops, and add up to the counts', () => {
    fc.assert(
      fc.property(randomStudy(), (studied) => {
        const found = productDistances(studied.table, studied.requirements);
        const byId = (a: { id: string }, b: { id: string }) => Number(a.id) - Number(b.id);
        const brief = found.map(({ id, applicable, missing, lacks }) => ({
          id,
          applicable,
          missing,
          lacks: lacks.map(({ criterion }) => criterion)
        }));
        expect(brief.sort(byId)).toEqual(naiveLacks(studied).sort(byId));
        const { passing, effort } = consequences(studied.table, studied.requirements);
        expect(found.filter((one) => one.applicable > 0 && one.lacks.length === 0)).toHaveLength(passing);
        expect(found.reduce((sum, { missing }) => sum + missing, 0)).toBe(effort);
      }),
      { numRuns: runs }
    );
  });
});

const criterion = (code: string, scope: 'common' | 'conditional' = 'common') => ({
  code,
  theme: '',
  scope,
  levels: 3,
  target: 2,
  obligation: '',
  titleFr: '',
  titleEn: '',
  labelFr: '',
  labelEn: ''
});

function tableOf(...levels: number[][]): LevelTable {
  return {
    criteria: [criterion('Q1'), criterion('Q2', 'conditional')],
    products: levels.map((own, i) => ({
      id: String(i),
      product: String(i),
      vendor: String(i),
      vendorKey: String(i),
      corridor: '',
      vendorProducts: 1,
      levels: Int8Array.from(own)
    }))
  };
}

test('a product to which nothing mandatory applies is admitted, and in no other count', () => {
  const found = consequences(tableOf([1, -1], [1, 2], [1, 0]), [requirementOf('Q2', 2)]);
  expect(found).toMatchObject({ applicable: 2, passing: 1, admitted: 2, effort: 2, lacking: [1, 2, 2, 2] });
  expect(found.firmness).toBe(2 / 3);
});

test('what a requirement blocks is no gain where nothing else applies to the product', () => {
  const [only] = consequences(tableOf([1, -1]), [
    requirementOf('Q1', 2),
    requirementOf('Q2', 2)
  ]).perRequirement;
  expect(only).toMatchObject({ blocksAlone: 1, passingIfDropped: 0 });
});

test('only mandatory lines count; a line without criterion is counted apart', () => {
  const lines = [
    requirementOf('q1', 3, { status: 'recommended' }),
    { ...requirementOf('', 1), criterion: null, level: null }
  ];
  expect(consequences(tableOf([1, 1]), lines)).toMatchObject({
    requirements: { mandatory: 0, recommended: 1, candidate: 0, unknown: 1 },
    applicable: 0,
    addable: [
      { criterion: 'Q1', level: 3, passing: 0 },
      { criterion: 'Q2', level: 2, passing: 0 }
    ]
  });
});
