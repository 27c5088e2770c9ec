import type { Interval } from './interval.ts';
import { markAt, uncounted, type Grid } from './matrix.ts';

/** What a correlation is made of: sums over products of x (attained, 0 or 1), y (rate over the rest) and products. */
interface Sums {
  n: number;
  x: number;
  y: number;
  xy: number;
  yy: number;
}

/** How far attaining a criterion goes with attaining the others. */
export interface ItemRest {
  /** Products to which it and another criterion apply. */
  products: number;
  /** From −1 to 1; null where all say the same of the criterion, or all have one rate over the rest. */
  correlation: number | null;
  /** 95 %, by jackknife over vendors; null where leaving out some vendor leaves no correlation. */
  interval: Interval | null;
}

const z = 1.959964;
const negligible = 1e-12;

/** Pearson's correlation of each criterion with the product's rate over its other criteria, in the matrix's order. */
export function itemRest(grid: Grid): ItemRest[] {
  return Array.from({ length: grid.criteria }, (_, k) => {
    const byVendor = sumsByVendor(grid, k);
    const total = byVendor.reduce(plus, nothing());
    const correlation = pearson(total);
    const interval = correlation === null ? null : jackknife(correlation, total, byVendor);
    return { products: total.n, correlation, interval };
  });
}

function nothing(): Sums {
  return { n: 0, x: 0, y: 0, xy: 0, yy: 0 };
}

/** The sums of every vendor that has such a product. */
function sumsByVendor(grid: Grid, criterion: number): Sums[] {
  const sums = Array.from({ length: grid.vendors }, nothing);
  for (let p = 0; p < grid.products; p++) {
    const x = markAt(grid, p, criterion);
    const rest = (grid.applicable[p] ?? 0) - 1;
    const own = sums[grid.vendor[p] ?? 0];
    if (x === uncounted || rest < 1 || !own) continue;
    const y = ((grid.attained[p] ?? 0) - x) / rest;
    own.n += 1;
    own.x += x;
    own.y += y;
    own.xy += x * y;
    own.yy += y * y;
  }
  return sums.filter(({ n }) => n > 0);
}

function plus(a: Sums, b: Sums): Sums {
  return { n: a.n + b.n, x: a.x + b.x, y: a.y + b.y, xy: a.xy + b.xy, yy: a.yy + b.yy };
}

function minus(a: Sums, b: Sums): Sums {
  return { n: a.n - b.n, x: a.x - b.x, y: a.y - b.y, xy: a.xy - b.xy, yy: a.yy - b.yy };
}

function pearson({ n, x, y, xy, yy }: Sums): number | null {
  const [spreadX, spreadY] = [x - (x * x) / n, yy - (y * y) / n];
  if (n < 2 || spreadX < negligible * n || spreadY < negligible * n) return null;
  const r = (xy - (x * y) / n) / Math.sqrt(spreadX * spreadY);
  return Math.min(1, Math.max(-1, r));
}

/** Efron, « The Jackknife, the Bootstrap and Other Resampling Plans », 1982: each vendor left out in turn. */
function jackknife(correlation: number, total: Sums, byVendor: readonly Sums[]): Interval | null {
  const without = byVendor.flatMap((own) => pearson(minus(total, own)) ?? []);
  const vendors = byVendor.length;
  if (vendors < 2 || without.length < vendors) return null;
  const mean = without.reduce((sum, r) => sum + r, 0) / vendors;
  const squares = without.reduce((sum, r) => sum + (r - mean) ** 2, 0);
  const half = z * Math.sqrt(((vendors - 1) / vendors) * squares);
  return { low: Math.max(-1, correlation - half), high: Math.min(1, correlation + half) };
}
