import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criterionPairs } from '#lib/maturity/criterion-pairs.ts';
import { fisherAgreement } from '#lib/maturity/fisher.ts';
import { itemRest } from '#lib/maturity/item-rest.ts';
import { leavingOut, meanRate } from '#lib/maturity/leave-one-out.ts';
import { gridOf } from '#lib/maturity/matrix.ts';
import { productGroups, reproducibility, scalogram } from '#lib/maturity/scalogram.ts';
import { close, closeInterval, holds, result } from './close.ts';
import * as naive from './naive-analysis.ts';
import { matrixOf } from './random-matrix.ts';

describe('the scalogram', () => {
  test('has criteria from the most attained and products from the highest rate', () =>
    holds((matrix) => {
      const [rows, grid] = [naive.rowsOf(matrix), gridOf(matrix)];
      const { rungs, products } = scalogram(grid);
      expect(rungs.map(({ criterion }) => criterion)).toEqual(naive.ladder(rows, grid.criteria));
      const rates = products.map((p) => naive.ratesOf([rows[p] as (typeof rows)[number]])[0] ?? -1);
      expect(rates).toEqual([...rates].sort((a, b) => b - a));
      expect([...products].sort((a, b) => a - b)).toEqual(rows.map((_, p) => p));
    }));

  test('counts the answers that a product’s score does not foretell', () =>
    holds((matrix) => {
      const [rows, grid] = [naive.rowsOf(matrix), gridOf(matrix)];
      const { rungs, errors, isError } = scalogram(grid);
      const expected = naive.surprises(rows, grid.criteria);
      expect([...errors]).toEqual(expected.map((own) => own.length));
      for (const [p, own] of expected.entries())
        for (let k = 0; k < grid.criteria; k++)
          expect(isError[p * grid.criteria + k]).toBe(Number(own.includes(k)));
      for (const { criterion: k, unexpectedAttained, unexpectedMissed } of rungs) {
        const wrong = rows.filter((_, p) => expected[p]?.includes(k)).map(({ marks }) => marks[k]);
        expect(unexpectedAttained).toBe(wrong.filter((mark) => mark === 1).length);
        expect(unexpectedMissed).toBe(wrong.filter((mark) => mark === 0).length);
      }
    }));

  test('has a coefficient of 1 − errors ÷ answers, and the minimal one beside it', () =>
    holds((matrix) => {
      const [rows, grid] = [naive.rowsOf(matrix), gridOf(matrix)];
      const { coefficient, minimal, answers, errors } = reproducibility(scalogram(grid));
      const columns = matrix.criteria.map((_, k) => naive.column(rows, k));
      const all = columns.flat().length;
      const wrong = naive.surprises(rows, grid.criteria).flat().length;
      expect({ answers, errors }).toEqual({ answers: all, errors: wrong });
      close(coefficient, all === 0 ? null : 1 - wrong / all);
      const modal = columns.map((own) => {
        const ones = own.filter((mark) => mark === 1).length;
        return ones > own.length / 2 ? ones : own.length - ones;
      });
      close(minimal, all === 0 ? null : modal.reduce((a, b) => a + b, 0) / all);
    }));

  test.each([
    { what: 'a perfect ladder', rows: ['000', '100', '110', '111'], coefficient: 1, minimal: 8 / 12 },
    {
      what: 'one product that attains only the hardest',
      rows: ['111', '110', '110', '001'],
      coefficient: 10 / 12,
      minimal: 8 / 12
    },
    { what: 'everything attained', rows: ['11', '11'], coefficient: 1, minimal: 1 },
    { what: 'nothing attained', rows: ['0?', '00'], coefficient: 1, minimal: 1 },
    { what: 'nothing applicable', rows: ['--'], coefficient: null, minimal: null }
  ])('$what', ({ rows, coefficient, minimal }) => {
    const found = reproducibility(scalogram(gridOf(matrixOf(rows))));
    close(found.coefficient, coefficient);
    close(found.minimal, minimal);
  });

  test('keeps every rated product and answer when drawn in groups', () =>
    holds((matrix) => {
      const grid = gridOf(matrix);
      const ladder = scalogram(grid);
      for (const most of [1, 7, 60]) {
        const groups = productGroups(grid, ladder, most);
        const rated = naive.ratesOf(naive.rowsOf(matrix)).length;
        expect(groups.length).toBe(Math.min(most, rated));
        expect(groups.reduce((sum, { products }) => sum + products, 0)).toBe(rated);
        for (const [i, { applicable, attained }] of ladder.rungs.entries()) {
          const sum = (what: 'applicable' | 'attained') =>
            groups.reduce((total, { rungs }) => total + (rungs[i]?.[what] ?? 0), 0);
          expect([sum('applicable'), sum('attained')]).toEqual([applicable, attained]);
        }
        const edges = groups.flatMap(({ from, to }) => [to, from]);
        expect(edges).toEqual([...edges].sort((a, b) => b - a));
      }
    }));
});

describe('item-rest correlation', () => {
  test('is Pearson’s, with the rate over the other criteria, and its interval leaves vendors out', () =>
    holds((matrix) => {
      const rows = naive.rowsOf(matrix);
      for (const [k, { correlation, interval }] of itemRest(gridOf(matrix)).entries()) {
        close(correlation, naive.correlation(rows, k));
        closeInterval(interval, naive.jackknife(rows, k));
      }
    }));

  test.each([
    ['everybody attains', ['11', '11', '11']],
    ['nobody attains', ['00', '00', '00']],
    ['there is one product', ['10']],
    ['there is one criterion', ['1', '0', '1']]
  ])('is undefined where %s', (_, rows) => {
    for (const { correlation, interval } of itemRest(gridOf(matrixOf(rows))))
      expect([correlation, interval]).toEqual([null, null]);
  });

  test('is 1 of criteria that go together, −1 of opposites', () => {
    const [first, second] = itemRest(gridOf(matrixOf(['11', '00', '11'])));
    close(first?.correlation, 1);
    close(second?.correlation, 1);
    close(itemRest(gridOf(matrixOf(['10', '01', '01'])))[0]?.correlation, -1);
  });
});

describe('pairs of criteria', () => {
  test('are those of ten products and more that vary, with phi', () =>
    holds((matrix) => {
      const rows = naive.rowsOf(matrix);
      const found = result(criterionPairs(gridOf(matrix)));
      let next = 0;
      for (let a = 0; a < matrix.criteria.length; a++) {
        for (let b = a + 1; b < matrix.criteria.length; b++) {
          const table = naive.fourfold(rows, a, b);
          const { both, onlyFirst, onlySecond, neither } = table;
          const spread =
            (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
          if (both + onlyFirst + onlySecond + neither < 10 || spread === 0) continue;
          const phi = (both * neither - onlyFirst * onlySecond) / Math.sqrt(spread);
          expect(found[next]).toMatchObject({ first: a, second: b, ...table });
          close(found[next]?.phi, phi);
          next++;
        }
      }
      expect(found).toHaveLength(next);
    }));

  test('have the chance of their agreement on one product a vendor', () =>
    holds((matrix) => {
      const alone = naive.firstOfEachVendor(naive.rowsOf(matrix));
      const pairs = result(criterionPairs(gridOf(matrix)));
      const chances = pairs.map(({ first, second }) => naive.fisher(naive.fourfold(alone, first, second)));
      // adjusted is never less than the chance itself, and at most all pairs of it
      for (const [i, { adjusted }] of pairs.entries()) {
        expect(adjusted).toBeGreaterThanOrEqual((chances[i] ?? 0) - 1e-9);
        expect(adjusted).toBeLessThanOrEqual(Math.min(1, (chances[i] ?? 0) * pairs.length) + 1e-9);
      }
    }));

  test('Fisher’s exact test counts tables in whole numbers', () => {
    const n = fc.nat(30);
    fc.assert(
      fc.property(n, n, n, n, (both, onlyFirst, onlySecond, neither) => {
        const table = { both, onlyFirst, onlySecond, neither };
        expect(fisherAgreement(table)).toBeCloseTo(naive.fisher(table), 9);
      })
    );
  });

  test('the lady tasting tea', () => {
    expect(fisherAgreement({ both: 4, onlyFirst: 0, onlySecond: 0, neither: 4 })).toBeCloseTo(1 / 70, 12);
  });
});

test('leaving a criterion out gives the mean rate of the questionnaire without it', () =>
  holds((matrix) => {
    const [rows, grid] = [naive.rowsOf(matrix), gridOf(matrix)];
    close(meanRate(grid), naive.meanOf(rows));
    for (const [k, { rated, mean, change }] of leavingOut(grid).entries()) {
      const without = rows.map(({ product, marks }) => ({ product, marks: marks.toSpliced(k, 1) }));
      expect(rated).toBe(naive.ratesOf(without).length);
      const [now, whole] = [naive.meanOf(without), naive.meanOf(rows)];
      close(mean, now);
      close(change, now === null || whole === null ? null : now - whole);
    }
  }));
