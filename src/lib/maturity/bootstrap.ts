import { bandIndex, type Edges } from './bands.ts';
import type { Interval } from './interval.ts';
import { markAt, rateAt, uncounted, type Grid } from './matrix.ts';
import { quantileOf } from './quantile.ts';
import { randomWords } from './random.ts';

export const bootstrapDraws = 2000;

export const bootstrapSeed = 20220419;

/** 95 % percentile intervals; null with fewer than two vendors, or where no draw has the figure. */
export interface Resampled {
  mean: Interval | null;
  median: Interval | null;
  /** The share of the rated products in each band, from the lowest. */
  bands: (Interval | null)[];
  /** Attainment, in the matrix's order. */
  criteria: (Interval | null)[];
}

/** All that a draw needs of the vendors: their products summed once. Rows of `bands` and criteria are vendors. */
interface VendorSums {
  rated: Int32Array;
  rates: Float64Array;
  bands: Int32Array;
  /** Both counts of a criterion in one number, attained × 2²⁶ + applicable: the draws then take half as long. */
  criteria: Float64Array;
}

/** Above any count of products. */
const shift = 2 ** 26;

/** A rated product by its vendor, from the lowest rate up: what a median walks through. */
interface Sorted {
  rates: Float64Array;
  vendors: Int32Array;
}

/**
 * Percentile bootstrap over vendors (Efron, « Bootstrap methods: another look at the jackknife », Annals of Statistics
 * 7, 1979; whole clusters drawn as in Davison and Hinkley, 1997, § 3.8): as many vendors as there are, drawn with
 * replacement, each with all its products. The same seed always, so that a page shown twice says the same. Yields after
 * every draw, so that whoever runs it can let others have their turn.
 */
export function* bootstrap(grid: Grid, edges: Edges, draws = bootstrapDraws): Generator<void, Resampled> {
  const bandCount = edges.length + 1;
  const series = (length: number) => Array.from({ length }, (): number[] => []);
  const [mean, median]: [number[], number[]] = [[], []];
  const [bands, criteria] = [series(bandCount), series(grid.criteria)];
  const [sums, sorted] = [vendorSums(grid, edges), sortedRates(grid)];
  const words = randomWords(bootstrapSeed);
  const weights = new Int32Array(grid.vendors);
  for (let draw = 0; grid.vendors > 1 && draw < draws; draw++) {
    drawVendors(weights, words);
    const rated = weighted(weights, sums.rated, 1)[0] ?? 0;
    addRatio(mean, weighted(weights, sums.rates, 1)[0] ?? 0, rated);
    addRatio(median, medianOf(sorted, weights, rated), rated > 0 ? 1 : 0);
    addShares(bands, weighted(weights, sums.bands, bandCount), rated);
    addCriteria(criteria, weighted(weights, sums.criteria, grid.criteria));
    yield;
  }
  return {
    mean: percentiles(mean),
    median: percentiles(median),
    bands: bands.map(percentiles),
    criteria: criteria.map(percentiles)
  };
}

/** A draw without the figure leaves no value. */
function addRatio(values: number[], numerator: number, denominator: number): void {
  if (denominator > 0) values.push(numerator / denominator);
}

function addShares(series: number[][], numerators: Float64Array, denominator: number): void {
  for (const [i, values] of series.entries()) addRatio(values, numerators[i] ?? 0, denominator);
}

function addCriteria(series: number[][], counts: Float64Array): void {
  for (const [k, values] of series.entries()) {
    const both = counts[k] ?? 0;
    addRatio(values, Math.floor(both / shift), both % shift);
  }
}

function percentiles(values: readonly number[]): Interval | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return { low: quantileOf(sorted, 0.025), high: quantileOf(sorted, 0.975) };
}

/** How often each vendor is drawn. */
function drawVendors(weights: Int32Array, words: () => number): void {
  weights.fill(0);
  for (let i = 0; i < weights.length; i++) {
    const drawn = Math.floor((words() / 2 ** 32) * weights.length);
    weights[drawn] = (weights[drawn] ?? 0) + 1;
  }
}

/** The columns of a table with a row a vendor, summed over the vendors drawn. */
function weighted(weights: Int32Array, table: Int32Array | Float64Array, columns: number): Float64Array {
  const sums = new Float64Array(columns);
  for (let v = 0; v < weights.length; v++) {
    const weight = weights[v] as number;
    if (weight === 0) continue;
    const start = v * columns;
    for (let c = 0; c < columns; c++) sums[c] = (sums[c] as number) + weight * (table[start + c] as number);
  }
  return sums;
}

function vendorSums(grid: Grid, edges: Edges): VendorSums {
  const { vendors, criteria } = grid;
  const sums: VendorSums = {
    rated: new Int32Array(vendors),
    rates: new Float64Array(vendors),
    bands: new Int32Array(vendors * (edges.length + 1)),
    criteria: new Float64Array(vendors * criteria)
  };
  for (let p = 0; p < grid.products; p++) {
    addRate(sums, grid, p, edges);
    addAnswers(sums, grid, p);
  }
  return sums;
}

function increase(table: Int32Array | Float64Array, at: number, by: number): void {
  table[at] = (table[at] ?? 0) + by;
}

function addRate({ rated, rates, bands }: VendorSums, grid: Grid, p: number, edges: Edges): void {
  const [vendor, rate] = [grid.vendor[p] ?? 0, rateAt(grid, p)];
  const band = bandIndex(grid.attained[p] ?? 0, grid.applicable[p] ?? 0, edges);
  if (rate === undefined || band === undefined) return;
  increase(rated, vendor, 1);
  increase(rates, vendor, rate);
  increase(bands, vendor * (edges.length + 1) + band, 1);
}

function addAnswers({ criteria }: VendorSums, grid: Grid, p: number): void {
  const start = (grid.vendor[p] ?? 0) * grid.criteria;
  for (let k = 0; k < grid.criteria; k++) {
    const mark = markAt(grid, p, k);
    if (mark !== uncounted) increase(criteria, start + k, mark * shift + 1);
  }
}

function sortedRates(grid: Grid): Sorted {
  const rated = Array.from({ length: grid.products }, (_, p) => ({
    rate: rateAt(grid, p),
    vendor: grid.vendor[p] ?? 0
  })).filter((one): one is { rate: number; vendor: number } => one.rate !== undefined);
  rated.sort((a, b) => a.rate - b.rate);
  return {
    rates: Float64Array.from(rated, ({ rate }) => rate),
    vendors: Int32Array.from(rated, ({ vendor }) => vendor)
  };
}

/** The median of `count` products, each as often as its vendor is drawn; 0 of none. */
function medianOf(sorted: Sorted, weights: Int32Array, count: number): number {
  const middle = (count - 1) / 2;
  const low = nth(sorted, weights, Math.floor(middle));
  return Number.isInteger(middle) ? low : (low + nth(sorted, weights, Math.ceil(middle))) / 2;
}

function nth({ rates, vendors }: Sorted, weights: Int32Array, index: number): number {
  let passed = 0;
  for (let i = 0; i < rates.length; i++) {
    passed += weights[vendors[i] as number] as number;
    if (passed > index) return rates[i] as number;
  }
  return 0;
}
