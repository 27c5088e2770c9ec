import type { Counts } from './figures.ts';
import { rateAt, type Grid, type Matrix } from './matrix.ts';
import { mean } from './mean.ts';
import { quantileOf } from './quantile.ts';
import { randomWords } from './random.ts';
import { sizeClass, sizeClasses } from './vendor-size.ts';

/** The vendors of one size with their products in view; shares from 0 to 1, null where none is rated. */
export interface SizeFigures extends Counts {
  /** Products that such a vendor has in the campaign; `to` is inclusive, null without an upper end. */
  from: number;
  to: number | null;
  vendors: number;
  products: number;
  rated: number;
  mean: number | null;
  q1: number | null;
  median: number | null;
  q3: number | null;
}

/** One row a size of vendor in view, from the smallest. */
export function byVendorSize({ products }: Matrix, grid: Grid): SizeFigures[] {
  return sizeClasses.flatMap((size, index) => {
    const own = products.flatMap(({ vendorProducts }, p) => (sizeClass(vendorProducts) === index ? [p] : []));
    return own.length === 0 ? [] : [{ from: size.from, to: size.to ?? null, ...sizeFigures(own, grid) }];
  });
}

function sizeFigures(products: number[], grid: Grid): Omit<SizeFigures, 'from' | 'to'> {
  const rates = products.flatMap((p) => rateAt(grid, p) ?? []).sort((a, b) => a - b);
  const quantile = (share: number) => (rates.length === 0 ? null : quantileOf(rates, share));
  const sum = (counts: Int32Array) => products.reduce((total, p) => total + (counts[p] ?? 0), 0);
  return {
    vendors: new Set(products.map((p) => grid.vendor[p])).size,
    products: products.length,
    rated: rates.length,
    applicable: sum(grid.applicable),
    attained: sum(grid.attained),
    mean: rates.length === 0 ? null : mean(rates),
    q1: quantile(0.25),
    median: quantile(0.5),
    q3: quantile(0.75)
  };
}

/** A vendor's class and the mean rate of its products. */
interface SizedVendor {
  size: number;
  rate: number;
}

function sizedVendors({ products }: Matrix, grid: Grid): SizedVendor[] {
  const rates = new Map<number, { size: number; rates: number[] }>();
  for (const [p, { vendorProducts }] of products.entries()) {
    const [rate, vendor] = [rateAt(grid, p), grid.vendor[p] ?? 0];
    if (rate === undefined) continue;
    const own = rates.get(vendor) ?? { size: sizeClass(vendorProducts), rates: [] };
    own.rates.push(rate);
    rates.set(vendor, own);
  }
  return [...rates.values()].map(({ size, rates }) => ({ size, rate: mean(rates) }));
}

export const sizeDraws = 1999;

const seed = 20220420;
const tolerance = 1e-9;

/**
 * The chance that vendors' ranks by mean rate lie as far apart from size to size if size had nothing to do with them
 * (Kruskal and Wallis, « Use of ranks in one-criterion variance analysis », JASA 47, 1952, by permutation; the observed
 * order counts as one of the draws). Null with fewer than two sizes, or as many vendors as sizes. Yields often.
 */
export function* sizeTest(matrix: Matrix, grid: Grid, draws = sizeDraws): Generator<void, number | null> {
  const vendors = sizedVendors(matrix, grid);
  const sizes = new Set(vendors.map(({ size }) => size)).size;
  if (sizes < 2 || vendors.length <= sizes) return null;
  const ranks = ranksOf(vendors.map(({ rate }) => rate));
  const classes = Int32Array.from(vendors, ({ size }) => size);
  const observed = between(ranks, classes) - tolerance;
  const words = randomWords(seed);
  let asFar = 1;
  for (let draw = 0; draw < draws; draw++) {
    shuffle(ranks, words);
    if (between(ranks, classes) >= observed) asFar++;
    yield;
  }
  return asFar / (draws + 1);
}

/** Ranks from 1 up, equal values sharing the mean of theirs. */
function ranksOf(values: readonly number[]): Float64Array {
  const rising = values.map((value, v) => ({ value, v })).sort((a, b) => a.value - b.value);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < rising.length;) {
    const first = rising[start]?.value ?? 0;
    const tied = rising.slice(start).findIndex(({ value }) => value > first + tolerance);
    const end = tied < 0 ? rising.length : start + tied;
    for (const { v } of rising.slice(start, end)) ranks[v] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}

/** Σ of each class's squared sum ÷ its number: rises with the spread between classes, all else being equal. */
function between(ranks: Float64Array, classes: Int32Array): number {
  const sums = new Float64Array(sizeClasses.length);
  const counts = new Float64Array(sizeClasses.length);
  for (let v = 0; v < ranks.length; v++) {
    const size = classes[v] as number;
    sums[size] = (sums[size] as number) + (ranks[v] as number);
    counts[size] = (counts[size] as number) + 1;
  }
  return sums.reduce((total, sum, i) => (counts[i] ? total + (sum * sum) / (counts[i] as number) : total), 0);
}

/** Fisher and Yates, in place. */
function shuffle(values: Float64Array, words: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor((words() / 2 ** 32) * (i + 1));
    [values[i], values[j]] = [values[j] as number, values[i] as number];
  }
}
