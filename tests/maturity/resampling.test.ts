import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse, type Analysis } from '#lib/maturity/analysis.ts';
import { bandIndex, defaultEdges } from '#lib/maturity/bands.ts';
import { bootstrap, bootstrapSeed } from '#lib/maturity/bootstrap.ts';
import { wilson } from '#lib/maturity/interval.ts';
import { gridOf, type Matrix } from '#lib/maturity/matrix.ts';
import { randomWords } from '#lib/maturity/random.ts';
import { byVendorSize, sizeTest } from '#lib/maturity/size-comparison.ts';
import { close, closeInterval, holds, result } from './close.ts';
import * as naive from './naive-analysis.ts';
import { matrixOf, randomMatrix } from './random-matrix.ts';

describe('the bootstrap over vendors', () => {
  const draws = 60;

  /** The same draws, each made into a whole campaign. */
  function naively(matrix: Matrix, statistic: (rows: ReturnType<typeof naive.rowsOf>) => number | null) {
    const rows = naive.rowsOf(matrix);
    const vendors = [...new Set(rows.map(({ product }) => product.vendorKey))];
    const words = randomWords(bootstrapSeed);
    const values: number[] = [];
    for (let draw = 0; vendors.length > 1 && draw < draws; draw++) {
      const drawn = vendors.map(() => vendors[Math.floor((words() / 2 ** 32) * vendors.length)]);
      const value = statistic(
        drawn.flatMap((key) => rows.filter(({ product }) => product.vendorKey === key))
      );
      if (value !== null) values.push(value);
    }
    return values.length === 0
      ? null
      : { low: naive.quantile(values, 0.025), high: naive.quantile(values, 0.975) };
  }

  test('is what whole campaigns of vendors drawn with replacement give', () =>
    fc.assert(
      fc.property(randomMatrix, (matrix) => {
        const found = result(bootstrap(gridOf(matrix), defaultEdges, draws));
        const rated = (rows: ReturnType<typeof naive.rowsOf>) => naive.ratesOf(rows);
        closeInterval(found.mean, naively(matrix, naive.meanOf));
        closeInterval(
          found.median,
          naively(matrix, (rows) => (rated(rows).length === 0 ? null : naive.quantile(rated(rows), 0.5)))
        );
        for (const [band, interval] of found.bands.entries()) {
          closeInterval(
            interval,
            naively(matrix, (rows) => {
              const own = rows.map(({ marks }) => marks.filter((mark) => mark !== undefined));
              const all = own.filter((marks) => marks.length > 0);
              const inBand = all.filter(
                (marks) => bandIndex(marks.filter(Boolean).length, marks.length, defaultEdges) === band
              );
              return all.length === 0 ? null : inBand.length / all.length;
            })
          );
        }
        for (const [k, interval] of found.criteria.entries()) {
          closeInterval(
            interval,
            naively(matrix, (rows) => {
              const own = naive.column(rows, k);
              return own.length === 0 ? null : own.filter((mark) => mark === 1).length / own.length;
            })
          );
        }
      }),
      { numRuns: 60 }
    ));

  test('has no interval with a single vendor', () => {
    const found = result(bootstrap(gridOf(matrixOf(['10', '11'], [0, 0])), defaultEdges));
    expect([found.mean, found.median, ...found.bands, ...found.criteria].every((one) => one === null)).toBe(
      true
    );
  });

  test('is about Wilson’s where each vendor has one product, and wider where vendors answer alike throughout', () => {
    const alone = Array.from({ length: 120 }, (_, p) => (p % 3 === 0 ? '1' : '0'));
    const [one] = result(bootstrap(gridOf(matrixOf(alone)), defaultEdges)).criteria;
    const { low, high } = wilson(40, 120);
    expect(Math.abs((one?.low ?? 0) - low)).toBeLessThan(0.015);
    expect(Math.abs((one?.high ?? 0) - high)).toBeLessThan(0.015);
    const vendors = alone.map((_, p) => Math.floor(p / 10));
    const alike = alone.map((_, p) => (Math.floor(p / 10) % 3 === 0 ? '1' : '0'));
    const [together] = result(bootstrap(gridOf(matrixOf(alike, vendors)), defaultEdges)).criteria;
    expect((together?.high ?? 0) - (together?.low ?? 0)).toBeGreaterThan(2 * (high - low));
  });
});

describe('vendor size', () => {
  test('is that of the vendor in the campaign, with counts that add up', () =>
    holds((matrix) => {
      const [rows, grid] = [naive.rowsOf(matrix), gridOf(matrix)];
      const found = byVendorSize(matrix, grid);
      for (const { from, to, vendors, products, rated, applicable, attained, mean, median } of found) {
        const own = rows.filter(
          ({ product: { vendorProducts: n } }) => n >= from && n <= (to ?? Number.POSITIVE_INFINITY)
        );
        const marks = own.flatMap((row) => row.marks).filter((mark) => mark !== undefined);
        expect({ vendors, products, rated, applicable, attained }).toEqual({
          vendors: new Set(own.map(({ product }) => product.vendor)).size,
          products: own.length,
          rated: naive.ratesOf(own).length,
          applicable: marks.length,
          attained: marks.filter((mark) => mark === 1).length
        });
        close(mean, naive.meanOf(own));
        close(median, naive.ratesOf(own).length === 0 ? null : naive.quantile(naive.ratesOf(own), 0.5));
      }
      expect(found.reduce((sum, { products }) => sum + products, 0)).toBe(rows.length);
    }));

  /** Every order of the rates among the vendors. */
  function exact(sizes: number[], rates: number[]): number {
    const spread = (order: number[]) =>
      [...new Set(sizes)].reduce((total, size) => {
        const own = order.filter((_, i) => sizes[i] === size);
        return total + own.reduce((a, b) => a + b, 0) ** 2 / own.length;
      }, 0);
    const orders = (left: number[]): number[][] =>
      left.length === 0
        ? [[]]
        : left.flatMap((one, i) => orders(left.toSpliced(i, 1)).map((rest) => [one, ...rest]));
    const all = orders(rates).map(spread);
    return all.filter((value) => value >= spread(rates) - 1e-9).length / all.length;
  }

  test('the permutation test is about the exact one', () => {
    const rates = [10, 9, 2, 3, 4, 1];
    // vendors 0 and 1 have one product each, the others two, both alike
    const vendors = [0, 1, 2, 2, 3, 3, 4, 4, 5, 5];
    const rows = vendors.map((vendor) => '1'.repeat(rates[vendor] as number).padEnd(10, '0'));
    const matrix = matrixOf(rows, vendors);
    const p = result(sizeTest(matrix, gridOf(matrix)));
    const ranks = rates.map((rate) => 1 + rates.filter((other) => other < rate).length);
    expect(p).not.toBeNull();
    expect(Math.abs((p ?? 0) - exact([0, 0, 1, 1, 1, 1], ranks))).toBeLessThan(0.03);
  });

  test('has no chance to state with vendors of one size', () => {
    const matrix = matrixOf(['10', '11', '00']);
    expect(result(sizeTest(matrix, gridOf(matrix)))).toBeNull();
  });
});

test('the whole analysis of any matrix is made of numbers', () =>
  fc.assert(
    fc.property(randomMatrix, (matrix) => {
      const { grid, ...found }: Analysis = result(analyse(matrix, defaultEdges));
      expect(grid.products).toBe(matrix.products.length);
      expect(
        JSON.stringify(found, (_, value) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'bad' : value
        )
      ).not.toContain('"bad"');
    }),
    { numRuns: 15 }
  ));
