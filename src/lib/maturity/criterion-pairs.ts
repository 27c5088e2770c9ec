import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { bitCount } from './bit-count.ts';
import { fisherAgreement, type Fourfold } from './fisher.ts';
import { markAt, type Grid } from './matrix.ts';

/** Two criteria over the products to which both apply. */
export interface CriterionPair extends Fourfold {
  /** Their places in the matrix, the first before the second. */
  first: number;
  second: number;
  products: number;
  /** The correlation of two yes-or-no answers, from −1 to 1. */
  phi: number;
  /** One-sided chance of such agreement, on one product a vendor, adjusted over all pairs (Benjamini–Hochberg). */
  adjusted: number;
}

/** Fewer products say too little of a pair. */
export const leastShared = 10;
/** From this phi on two criteria are nearly redundant. */
export const nearlyRedundant = 0.8;

/** One criterion's answers, a bit a product. */
interface Bits {
  counted: Uint32Array;
  attained: Uint32Array;
}

/**
 * The pairs of criteria that at least ten products answer and neither of which all, or none, of these attain: two
 * criteria that everybody attains never disagree either. In the matrix's order. Yields after each criterion.
 */
export function* criterionPairs(grid: Grid): Generator<void, CriterionPair[]> {
  const bits = Array.from({ length: grid.criteria }, (_, k) => bitsOf(grid, k));
  const alone = onePerVendor(grid);
  const pairs: Omit<CriterionPair, 'adjusted'>[] = [];
  const chances: number[] = [];
  for (const [first, a] of bits.entries()) {
    for (const [second, b] of bits.entries()) {
      const pair = second > first ? pairOf(first, second, fourfold(a, b)) : undefined;
      if (!pair) continue;
      pairs.push(pair);
      chances.push(fisherAgreement(fourfold(a, b, alone)));
    }
    yield;
  }
  const adjusted = benjaminiHochberg(chances);
  return pairs.map((pair, i) => ({ ...pair, adjusted: adjusted[i] ?? 1 }));
}

/** How many of the pair's products attain one criterion and not the other. */
export function disagreements({ onlyFirst, onlySecond }: Fourfold): number {
  return onlyFirst + onlySecond;
}

function pairOf(first: number, second: number, table: Fourfold): Omit<CriterionPair, 'adjusted'> | undefined {
  const { both, onlyFirst, onlySecond, neither } = table;
  const products = both + onlyFirst + onlySecond + neither;
  const spread = (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
  if (products < leastShared || spread === 0) return undefined;
  const phi = (both * neither - onlyFirst * onlySecond) / Math.sqrt(spread);
  return { first, second, ...table, products, phi };
}

function words(products: number): Uint32Array {
  return new Uint32Array(Math.ceil(products / 32));
}

function set(bits: Uint32Array, p: number): void {
  bits[p >>> 5] = (bits[p >>> 5] ?? 0) | (1 << (p & 31));
}

function bitsOf(grid: Grid, criterion: number): Bits {
  const bits = { counted: words(grid.products), attained: words(grid.products) };
  for (let p = 0; p < grid.products; p++) {
    const mark = markAt(grid, p, criterion);
    if (mark >= 0) set(bits.counted, p);
    if (mark === 1) set(bits.attained, p);
  }
  return bits;
}

/** The first product of each vendor: products of one vendor are no independent witnesses. */
function onePerVendor({ products, vendor }: Grid): Uint32Array {
  const alone = words(products);
  const seen = new Set<number>();
  for (let p = 0; p < products; p++) {
    const own = vendor[p] ?? 0;
    if (!seen.has(own)) set(alone, p);
    seen.add(own);
  }
  return alone;
}

function fourfold(a: Bits, b: Bits, among?: Uint32Array): Fourfold {
  let [both, first, second, all] = [0, 0, 0, 0];
  for (let w = 0; w < a.counted.length; w++) {
    const shared = (a.counted[w] ?? 0) & (b.counted[w] ?? 0) & (among ? (among[w] ?? 0) : -1);
    const [x, y] = [(a.attained[w] ?? 0) & shared, (b.attained[w] ?? 0) & shared];
    both += bitCount(x & y);
    first += bitCount(x);
    second += bitCount(y);
    all += bitCount(shared);
  }
  return { both, onlyFirst: first - both, onlySecond: second - both, neither: all - first - second + both };
}
